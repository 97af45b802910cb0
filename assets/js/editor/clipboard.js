import { place } from "./actions.js"
import { withNewIDs } from "./ids.js"
import { removeSelected } from "./actions.js"
import { typing } from "./keys.js"
import { t } from "./words.js"

const STAGGER = 32 // each further paste lands a little lower

// Clipboard copies nodes or a block as text, so they can be pasted in another tab and into another bot.
export class Clipboard {
  constructor(editor) {
    this.editor = editor
    this.pastes = 0
    document.addEventListener("copy", (event) => this.copy(event))
    document.addEventListener("cut", (event) => this.copy(event) && removeSelected(editor))
    document.addEventListener("paste", (event) => this.paste(event))
  }

  mine(event) {
    const busy = typing(event.target) || document.activeElement?.closest("#inspector, dialog") || String(getSelection())
    return !busy && !this.editor.root.classList.contains("is-outline")
  }

  copy(event) {
    const what = this.mine(event) && this.selected()
    if (!what) return false
    event.clipboardData.setData("text/plain", JSON.stringify({ okienko: 1, ...what }))
    event.preventDefault()
    this.pastes = 0
    this.editor.say(t("said.copied"))
    return true
  }

  selected() {
    const { selection, model } = this.editor
    if (selection.block) return { block: model.block(selection.block)?.block }
    const nodes = [...selection.nodes].map((id) => model.nodes.get(id))
    return nodes.length ? { nodes } : null
  }

  paste(event) {
    if (!this.mine(event)) return
    const what = read(event.clipboardData.getData("text/plain"))
    if (!what) return
    event.preventDefault()
    if (what.block) this.pasteBlock(what.block)
    else this.pasteNodes(what.nodes)
  }

  pasteNodes(nodes) {
    const { view } = this.editor
    const center = view.center()
    const by = STAGGER * this.pastes++
    place(this.editor, nodes, { x: center.x - 144 + by, y: center.y - 80 + by })
  }

  pasteBlock(source) {
    const { selection, model } = this.editor
    const block = withNewIDs({ ...source, exits: [] })
    const node = selection.only()
    if (!node) return this.pasteNodes([{ id: "pasted", title: t("new_step"), blocks: [block] }])
    const after = model.block(selection.block)
    const index = after ? after.index + 1 : model.nodes.get(node).blocks.length
    this.editor.commit([{ op: "add_block", node, index, block }], t("said.pasted", { n: 1 }))
    selection.pickBlock(node, block.id)
  }
}

// read takes only what an Okienko put there; the server checks every field.
function read(text) {
  try {
    const what = JSON.parse(text)
    const usable = what.okienko === 1 && (what.block?.type || (Array.isArray(what.nodes) && what.nodes.length > 0 && what.nodes.every((node) => node.id)))
    return usable ? what : null
  } catch {
    return null
  }
}
