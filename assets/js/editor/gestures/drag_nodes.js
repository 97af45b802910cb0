import { nextFrame } from "../frame.js"
import { snap } from "../geometry.js"
import { moveNodes } from "../actions.js"
import { AutoPan } from "./autopan.js"

// DragNodes moves the pressed card, or all selected ones if it is among them.
export class DragNodes {
  constructor(editor, event, id, block) {
    Object.assign(this, { editor, id, block, many: event.shiftKey || event.ctrlKey || event.metaKey })
    this.auto = new AutoPan(editor, (last) => this.move(last))
  }

  tap() {
    const { selection } = this.editor
    const again = this.block && selection.block === this.block // the second tap of a finger opens the form
    selection.rove(this.id)
    this.editor.cards.of(this.id).focus({ preventScroll: true })
    if (this.many) selection.toggle(this.id)
    else if (this.block && !this.editor.view.far) selection.pickBlock(this.id, this.block)
    else selection.pick([this.id])
    if (again) this.editor.dispatchEvent(new CustomEvent("edit"))
  }

  start(from) {
    const { selection, model, view } = this.editor
    if (!selection.nodes.has(this.id)) selection.pick([this.id])
    this.editor.cards.of(this.id).focus({ preventScroll: true })
    this.grip = view.toWorld(from.x, from.y)
    this.from = new Map([...selection.nodes].map((id) => [id, model.at(id)]))
    this.by = { x: 0, y: 0 }
    this.each((el) => el.classList.add("is-dragged"))
  }

  move(event) {
    this.auto.follow(event)
    const now = this.editor.view.toWorld(event.clientX, event.clientY)
    const own = this.from.get(this.id)
    this.by = { x: snap(own.x + now.x - this.grip.x) - own.x, y: snap(own.y + now.y - this.grip.y) - own.y }
    nextFrame(this, () => this.draw())
  }

  draw() {
    if (!this.from) return
    for (const [id, at] of this.from) {
      const to = { x: at.x + this.by.x, y: at.y + this.by.y }
      this.editor.cards.place(id, to)
      this.editor.edges.hold(id, to)
    }
  }

  end() {
    const places = [...this.from].map(([id, at]) => ({ id, x: at.x + this.by.x, y: at.y + this.by.y }))
    const moved = this.by.x !== 0 || this.by.y !== 0
    this.release()
    if (moved) moveNodes(this.editor, places)
  }

  cancel() {
    this.release()
  }

  release() {
    this.auto.stop()
    this.each((el) => el.classList.remove("is-dragged"))
    for (const id of this.from.keys()) {
      this.editor.edges.hold(id, null)
      this.editor.cards.place(id)
    }
    this.from = null
  }

  each(work) {
    for (const id of this.from.keys()) work(this.editor.cards.of(id))
  }
}
