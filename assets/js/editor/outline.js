import { addBlock, addStep, connect, disconnect, moveBlock, removeBlock, removeNodes, rename, setStart } from "./actions.js"
import { parse } from "./parse.js"
import { t } from "./words.js"

// Outline is the same flow as a list: an equal editor for phones and for screen readers.
// Its rows are the server's, too; they come with each answer.
export class Outline {
  constructor(editor, kinds) {
    Object.assign(this, { editor, kinds, revision: -1 }) // revision: of the rows; below 0 they were never fetched
    const frame = document.getElementById("outline")
    frame.addEventListener("click", (event) => this.click(event.target.closest("[data-act]")))
    frame.addEventListener("change", (event) => this.choose(event.target))
    for (const type of ["focusin", "pointerdown"]) frame.addEventListener(type, (event) => this.fill(event.target))
    editor.addEventListener("change", (event) => this.changed(event.detail))
  }

  get el() {
    return document.getElementById("outline-rows")
  }

  // load fetches all rows, again if edits came while they were on their way.
  async load() {
    if (this.revision >= 0) return
    const { base, model, sync } = this.editor
    await sync.flush()
    const response = await fetch(`${base}/editor/list?flow=${model.flow}`).catch(() => null)
    if (!response?.ok) return this.editor.say(t("state.offline"))
    this.revision = Number(response.headers.get("Okienko-Revision"))
    this.el.replaceWith(parse(await response.text()))
    if (this.revision > model.revision) sync.catchUp()
    if (this.revision >= model.revision) return
    this.revision = -1
    this.load()
  }

  changed({ ids, delta }) {
    if (this.revision < 0) return this.empty()
    for (const id of ids) if (!this.editor.model.nodes.has(id)) this.row(id)?.remove()
    for (const { id, row } of delta?.nodes ?? []) if (row) this.put(id, row)
    this.empty()
  }

  empty() {
    document.getElementById("outline-empty").hidden = this.editor.model.nodes.size > 0
  }

  row(id) {
    return document.getElementById(`row-${id}`)
  }

  put(id, html) {
    const old = this.row(id)
    const fresh = parse(html)
    const held = old?.contains(document.activeElement) ? document.activeElement.id : ""
    if (old) old.replaceWith(fresh)
    else this.el.append(fresh)
    if (held) document.getElementById(held)?.focus({ preventScroll: true })
    if (this.coming === id) this.reveal(fresh)
  }

  // expect: a step that was just asked for is shown when the server has drawn it.
  expect(id) {
    this.coming = id
  }

  // reveal shows a step that was just added here.
  reveal(row) {
    this.coming = ""
    row.scrollIntoView({ block: "nearest" })
    row.querySelector("[data-act=edit]")?.focus({ preventScroll: true })
  }

  // fill puts all steps into a select the moment it is reached; in advance it would be too many options.
  fill(select) {
    if (!select.matches?.("select") || select.dataset.filled) return
    select.dataset.filled = "yes"
    if (select.matches("[data-kinds]")) return select.append(...[...this.kinds.values()].map((kind) => new Option(kind.name, kind.type)))
    const known = new Set([...select.options].map((option) => option.value))
    for (const node of this.editor.model.nodes.values()) {
      if (!known.has(node.id)) select.append(new Option(node.title, node.id))
    }
  }

  choose(field) {
    const { node, block, exit } = field.dataset
    if (field.matches("[data-title]")) return rename(this.editor, node, field.value)
    if (field.matches("[data-kinds]")) return this.add(field, node)
    if (!field.matches("select[data-to]")) return
    const from = { node, block, exit }
    if (field.value === "+new") this.coming = addStep(this.editor, this.kinds.get("say_text"), this.place(node), from)
    else if (field.value) connect(this.editor, from, field.value)
    else disconnect(this.editor, from)
  }

  place(node) {
    const { x, y } = this.editor.model.at(node)
    return { x: x + 360, y }
  }

  add(field, node) {
    const kind = this.kinds.get(field.value)
    field.value = ""
    if (kind) addBlock(this.editor, kind, node)
  }

  click(button) {
    if (!button) return
    const { act, node, block } = button.dataset
    acts[act]?.(this, node, block)
  }
}

const acts = {
  edit: ({ editor }, node, block) => {
    if (block) editor.selection.pickBlock(node, block)
    else editor.selection.pick([node])
    editor.dispatchEvent(new CustomEvent("edit"))
  },
  up: ({ editor }, node, block) => shift(editor, block, -1),
  down: ({ editor }, node, block) => shift(editor, block, 1),
  remove: ({ editor }, node, block) => (block ? removeBlock(editor, block) : removeNodes(editor, [node])),
  start: ({ editor }, node) => setStart(editor, node),
}

function shift(editor, id, by) {
  const found = editor.model.block(id)
  const to = found.index + by
  if (to >= 0 && to < found.node.blocks.length) moveBlock(editor, id, found.node.id, to)
}
