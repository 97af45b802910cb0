import { edgeKey } from "./model.js"

// Ports knows where on its card each way out sits, so that gestures never ask the page for layout.
// Sizes are read once and again only when a card's size changes.
export class Ports extends EventTarget {
  constructor(cards) {
    super()
    this.cards = cards
    this.sizes = new Map() // node id -> {w, h, ports: Map(edge key -> {x, y})}
    this.watcher = new ResizeObserver((entries) => this.resized(entries))
    for (const el of cards.elements.values()) this.watcher.observe(el)
  }

  watch(id) {
    const el = this.cards.of(id)
    if (el) this.watcher.observe(el)
    this.sizes.delete(id)
  }

  forget(id, el) {
    if (el) this.watcher.unobserve(el)
    this.sizes.delete(id)
  }

  resized(entries) {
    const ids = entries.map((entry) => entry.target.dataset.id)
    for (const id of ids) this.sizes.delete(id)
    this.dispatchEvent(new CustomEvent("resized", { detail: ids }))
  }

  size(id) {
    let size = this.sizes.get(id)
    if (!size) this.sizes.set(id, (size = this.measure(id)))
    return size
  }

  // measure guesses while the canvas is not shown; it is told by "resized" when it is.
  measure(id) {
    const el = this.cards.of(id)
    if (!el?.offsetWidth) return { w: 288, h: 200, ports: new Map() }
    const ports = new Map()
    for (const exit of el.querySelectorAll(".exit")) {
      ports.set(edgeKey(id, exit.dataset.block, exit.dataset.exit), within(exit, el))
    }
    return { w: el.offsetWidth, h: el.offsetHeight, ports }
  }

  rect(id, at = this.cards.model.at(id)) {
    const { w, h } = this.size(id)
    return { id, x: at.x, y: at.y, w, h }
  }
}

// within is the port of an exit row relative to its card; offsets don't change with zoom.
function within(exit, card) {
  let y = exit.offsetHeight / 2
  for (let el = exit; el && el !== card; el = el.offsetParent) y += el.offsetTop
  return { x: card.offsetWidth, y: exit.offsetParent ? y : 24 }
}
