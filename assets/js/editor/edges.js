import { nextFrame } from "./frame.js"
import { route } from "./route.js"

const NS = "http://www.w3.org/2000/svg"
const HEAD = 24 // where an edge meets its target, from the card's top
export const EDGE_END = HEAD

// Edges draws all edges in one SVG layer. Changes are collected and written once per frame.
export class Edges {
  constructor(model, ports, layer) {
    Object.assign(this, { model, ports, layer, drawn: new Map(), dirty: new Set(), held: new Map() })
    ports.addEventListener("resized", (event) => event.detail.forEach((id) => this.node(id)))
    this.all()
  }

  all() {
    for (const key of this.model.edges.keys()) this.ask(key)
    for (const key of this.drawn.keys()) this.ask(key)
  }

  // node asks for everything that begins or ends at a node.
  node(id) {
    for (const key of this.model.touching(id)) this.ask(key)
    for (const key of this.drawn.keys()) if (key.startsWith(`${id}/`)) this.ask(key)
  }

  ask(key) {
    this.dirty.add(key)
    nextFrame(this, () => this.draw())
  }

  // hold draws a node elsewhere than the model says, while it is dragged; null lets go.
  hold(id, at) {
    if (at) this.held.set(id, at)
    else this.held.delete(id)
    for (const key of this.model.touching(id)) this.ask(key)
  }

  draw() {
    for (const key of this.dirty) this.drawOne(key)
    this.dirty.clear()
  }

  drawOne(key) {
    const edge = this.model.edges.get(key)
    if (!edge || !this.model.nodes.has(edge.to)) {
      this.drawn.get(key)?.remove()
      this.drawn.delete(key)
      return
    }
    const d = this.shape(edge)
    const group = this.drawn.get(key) ?? this.add(key)
    for (const path of group.children) path.setAttribute("d", d)
  }

  shape(edge) {
    const from = this.place(edge.node)
    const to = this.place(edge.to)
    const size = this.ports.size(edge.node)
    const port = size.ports.get(edge.key) ?? { x: size.w, y: size.h - 20 }
    const below = Math.max(from.y + size.h, to.y + this.ports.size(edge.to).h)
    return route({ x: from.x + port.x, y: from.y + port.y }, { x: to.x, y: to.y + HEAD }, below)
  }

  place(id) {
    return this.held.get(id) ?? this.model.at(id)
  }

  add(key) {
    const group = document.createElementNS(NS, "g")
    group.setAttribute("class", "edge")
    group.dataset.key = key
    for (const name of ["edge-hit", "edge-line"]) {
      const path = document.createElementNS(NS, "path")
      path.setAttribute("class", name)
      group.append(path)
    }
    this.layer.append(group)
    this.drawn.set(key, group)
    return group
  }

  mark(key, name, on) {
    this.drawn.get(key)?.classList.toggle(name, on)
  }
}
