import { arrow, nearest, snap } from "./geometry.js"
import { moveBlock, moveNodes, removeNodes, removeSelected } from "./actions.js"
import { commands } from "./commands.js"
import { t } from "./words.js"

const STEP = 24
const FAR_STEP = 96

// Keys is the keyboard on the canvas. Focus sits on a card (arrows wander between cards), or on
// something inside it: title, blocks, exits (arrows walk up and down).
export class Keys {
  constructor(editor) {
    this.editor = editor
    this.commands = commands(editor)
    document.addEventListener("keydown", (event) => this.down(event))
    editor.pane.addEventListener("focusin", (event) => {
      const card = event.target.closest(".node")
      if (card && editor.selection.focus !== card.dataset.id) editor.selection.rove(card.dataset.id)
    })
  }

  down(event) {
    if (typing(event.composedPath()[0])) return // the trial writes inside a shadow root
    const card = event.target.closest?.(".node")
    const here = event.target === document.body || event.target.closest?.(".stage")
    if ((here || event.ctrlKey || event.metaKey) && this.command(event)) return event.preventDefault()
    if (!card) return event.target === document.body && this.remains(event)
    const handled = card === event.target ? this.onCard(event, card.dataset.id) : this.inCard(event, card)
    if (handled) event.preventDefault()
  }

  // command handles what means the same everywhere in the editor.
  command(event) {
    const mod = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const name = `${mod ? "mod+" : ""}${mod && event.shiftKey ? "shift+" : ""}${key}`
    const run = this.commands[name]
    if (!run || (event.altKey && !mod)) return false
    return run() !== false
  }

  // remains: nothing has the focus, but something may be selected.
  remains(event) {
    if (event.key === "Delete" || event.key === "Backspace") removeSelected(this.editor)
  }

  onCard(event, id) {
    const { editor } = this
    const direction = arrow(event.key)
    if (direction && event.altKey) return this.shift(id, direction, event.shiftKey ? FAR_STEP : STEP)
    if (direction) return this.wander(id, direction, event.shiftKey)
    switch (event.key) {
      case "Enter": return this.enter(id)
      case " ": return this.toggle(id)
      case "F2": return editor.dispatchEvent(new CustomEvent("rename", { detail: id }))
      case "Delete":
      case "Backspace": return this.remove(id)
      case "]": return this.follow(editor.model.out.get(id)?.map((edge) => edge.to))
      case "[": return this.follow([...(editor.model.into.get(id) ?? [])].map((key) => editor.model.edges.get(key).node))
      default: return false
    }
  }

  wander(id, direction, extend) {
    const { editor } = this
    const next = nearest(editor.ports.rect(id), editor.rects().filter((rect) => rect.id !== id), direction)
    if (!next) return true
    if (extend) editor.selection.pick([...editor.selection.nodes, id, next.id])
    editor.focus(next.id)
    return true
  }

  shift(id, [dx, dy], by) {
    const { selection, model } = this.editor
    const ids = selection.nodes.has(id) ? [...selection.nodes] : [id]
    moveNodes(this.editor, ids.map((one) => ({ id: one, x: snap(model.at(one).x + dx * by), y: snap(model.at(one).y + dy * by) })))
    this.editor.view.show(this.editor.ports.rect(id))
    const at = model.at(id)
    this.editor.say(t("said.moved", { x: at.x, y: at.y }))
    return true
  }

  enter(id) {
    const { view, ports } = this.editor
    if (view.far) view.look(ports.rect(id), 1, false)
    inside(this.editor.cards.of(id))[1]?.focus()
    return true
  }

  toggle(id) {
    this.editor.selection.toggle(id)
    this.editor.say(t("said.selected", { n: this.editor.selection.nodes.size }))
    return true
  }

  remove(id) {
    const { selection } = this.editor
    if (selection.nodes.has(id) || selection.edge) removeSelected(this.editor)
    else removeNodes(this.editor, [id])
    return true
  }

  follow(ids) {
    const next = ids?.find((id) => this.editor.model.nodes.has(id))
    if (next) this.editor.focus(next)
    else this.editor.say(t("said.no_way"))
    return true
  }

  // inCard walks among title, blocks and exits of a card.
  inCard(event, card) {
    const parts = inside(card)
    const at = parts.indexOf(event.target)
    const block = event.target.closest(".block")?.dataset.block
    if (event.altKey && block && ["ArrowUp", "ArrowDown"].includes(event.key)) return this.reorder(block, event.key === "ArrowUp" ? -1 : 1)
    switch (event.key) {
      case "ArrowDown": parts[Math.min(at + 1, parts.length - 1)].focus(); return true
      case "ArrowUp": parts[Math.max(at - 1, 0)].focus(); return true
      case "Escape": this.editor.selection.pick([card.dataset.id]); card.focus(); return true
      case "Enter":
      case " ": event.target.click(); return true
      case "Delete":
      case "Backspace": return block ? this.removeBlock(card.dataset.id, block) : this.remove(card.dataset.id)
      default: return false
    }
  }

  reorder(id, by) {
    const { node, index } = this.editor.model.block(id)
    const to = index + by
    if (to < 0 || to >= node.blocks.length) return true
    moveBlock(this.editor, id, node.id, to)
    document.querySelector(`#block-${id} .block-face`)?.focus()
    return true
  }

  removeBlock(node, block) {
    this.editor.selection.pickBlock(node, block)
    removeSelected(this.editor)
    return true
  }
}

// inside lists what can be focused within a card, in order.
function inside(card) {
  return [...card.querySelectorAll(".node-title, .block-face, .exit")].filter((el) => el.offsetParent)
}

export function typing(el) {
  return Boolean(el.closest?.("input, textarea, select, [contenteditable=true], [contenteditable='']"))
}
