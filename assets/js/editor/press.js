import { startRename } from "./rename.js"

// A click without a pointer (keyboard, screen reader, voice) does what a press does. Clicks made by a
// pointer have been answered by the gestures.
export function listenForPresses(editor) {
  editor.pane.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]")
    if (more) return unfold(more)
    if (event.detail !== 0) return
    const card = event.target.closest(".node")
    const on = (selector) => event.target.closest(selector)
    if (!card) return
    if (on(".exit")) ask(editor, card.dataset.id, on(".exit"))
    else if (on(".block-face")) edit(editor, card.dataset.id, on(".block").dataset.block)
    else if (on(".node-title")) startRename(editor, card.dataset.id)
  })
  editor.pane.addEventListener("dblclick", (event) => {
    const card = event.target.closest(".node")
    const block = event.target.closest(".block-face")?.closest(".block")
    if (block) edit(editor, card.dataset.id, block.dataset.block)
    else if (event.target.closest(".node-head")) startRename(editor, card.dataset.id)
  })
  editor.addEventListener("rename", (event) => startRename(editor, event.detail))
}

function ask(editor, node, exit) {
  const from = { node, block: exit.dataset.block ?? "", exit: exit.dataset.exit ?? "" }
  editor.dispatchEvent(new CustomEvent("ask", { detail: { from, rect: exit.getBoundingClientRect(), opener: exit } }))
}

function edit(editor, node, block) {
  editor.selection.pickBlock(node, block)
  editor.dispatchEvent(new CustomEvent("edit"))
}

// unfold shows the ways out of a block that are rarely used.
function unfold(button) {
  const open = button.closest(".block").classList.toggle("is-open")
  button.setAttribute("aria-expanded", String(open))
}
