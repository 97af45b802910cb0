import { nextFrame } from "../frame.js"
import { connect } from "../actions.js"
import { edgeKey } from "../model.js"
import { EDGE_END } from "../edges.js"
import { route } from "../route.js"
import { AutoPan } from "./autopan.js"
import { cardAt } from "./dropzone.js"

// Connect pulls an edge out of an exit: onto a card to connect, onto empty paper to be asked where to.
export class Connect {
  constructor(editor, node, exit) {
    this.editor = editor
    this.from = { node, block: exit.dataset.block ?? "", exit: exit.dataset.exit ?? "" }
    this.exit = exit
    this.auto = new AutoPan(editor, (last) => this.move(last))
  }

  tap() {
    const key = edgeKey(this.from.node, this.from.block, this.from.exit)
    if (this.editor.model.edges.has(key)) this.editor.selection.pickEdge(key)
    else this.ask(this.exit.getBoundingClientRect())
  }

  start() {
    const { model, ports, edges } = this.editor
    const at = model.at(this.from.node)
    const size = ports.size(this.from.node)
    const port = size.ports.get(edgeKey(this.from.node, this.from.block, this.from.exit)) ?? { x: size.w, y: size.h / 2 }
    this.begin = { x: at.x + port.x, y: at.y + port.y }
    this.path = document.createElementNS("http://www.w3.org/2000/svg", "path")
    this.path.setAttribute("class", "edge-line edge-new")
    edges.layer.append(this.path)
  }

  move(event) {
    this.auto.follow(event)
    this.point = this.editor.view.toWorld(event.clientX, event.clientY)
    this.aim(cardAt(this.editor, this.point))
    nextFrame(this, () => this.draw())
  }

  aim(id) {
    if (id === this.target) return
    this.editor.cards.of(this.target)?.classList.remove("is-target")
    this.editor.cards.of(id)?.classList.add("is-target")
    this.target = id
  }

  draw() {
    if (!this.path) return
    const at = this.target && this.editor.model.at(this.target)
    const to = at ? { x: at.x, y: at.y + EDGE_END } : this.point
    const below = Math.max(this.begin.y, to.y) + 80
    this.path.setAttribute("d", route(this.begin, to, below))
  }

  end(event) {
    const target = this.target
    const at = this.point
    this.cancel()
    if (target) connect(this.editor, this.from, target)
    else this.ask({ left: event.clientX, top: event.clientY, bottom: event.clientY, right: event.clientX }, at)
  }

  ask(rect, at) {
    this.editor.dispatchEvent(new CustomEvent("ask", { detail: { from: this.from, rect, at, opener: this.exit } }))
  }

  cancel() {
    this.auto.stop()
    this.aim(undefined)
    this.path?.remove()
    this.path = null
  }
}
