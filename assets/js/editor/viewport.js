import { nextFrame } from "./frame.js"

// Viewport keeps where the world is seen from: screen = world * zoom + (x, y), relative to the pane.
const MIN = 0.08
const MAX = 2
const FAR = 0.4 // below this cards show only their title (.is-far)
const MARGIN = 48
const CLEAR = 24 // px around a card that is brought into view
const GLIDE = 180 // ms

export class Viewport extends EventTarget {
  constructor(pane, world, grid) {
    super()
    Object.assign(this, { pane, world, grid, x: 0, y: 0, zoom: 1, far: false })
    this.measure()
    new ResizeObserver(() => this.measure()).observe(pane)
  }

  // measure reads where the pane is on screen; gestures begin with it.
  measure() {
    this.rect = this.pane.getBoundingClientRect()
  }

  toWorld(clientX, clientY) {
    return { x: (clientX - this.rect.left - this.x) / this.zoom, y: (clientY - this.rect.top - this.y) / this.zoom }
  }

  toScreen(x, y) {
    return { x: x * this.zoom + this.x + this.rect.left, y: y * this.zoom + this.y + this.rect.top }
  }

  // seen is the visible part of the world.
  seen() {
    return { x: -this.x / this.zoom, y: -this.y / this.zoom, w: this.rect.width / this.zoom, h: this.rect.height / this.zoom }
  }

  center() {
    return this.toWorld(this.rect.left + this.rect.width / 2, this.rect.top + this.rect.height / 2)
  }

  set(x, y, zoom = this.zoom) {
    this.x = x
    this.y = y
    this.zoom = Math.min(Math.max(zoom, MIN), MAX)
    nextFrame("viewport", () => this.draw())
  }

  panBy(dx, dy) {
    this.stop()
    this.set(this.x + dx, this.y + dy)
  }

  // zoomAt zooms by a factor and keeps the point under (clientX, clientY) where it is.
  zoomAt(clientX, clientY, factor) {
    this.stop()
    const zoom = Math.min(Math.max(this.zoom * factor, MIN), MAX)
    const px = clientX - this.rect.left
    const py = clientY - this.rect.top
    const ratio = zoom / this.zoom
    this.set(px - (px - this.x) * ratio, py - (py - this.y) * ratio, zoom)
  }

  zoomBy(factor) {
    this.zoomAt(this.rect.left + this.rect.width / 2, this.rect.top + this.rect.height / 2, factor)
  }

  // fit shows a whole rectangle, never larger than life.
  fit(box, glide = true) {
    if (!box || !this.rect.width) return
    const zoom = Math.min((this.rect.width - 2 * MARGIN) / box.w, (this.rect.height - 2 * MARGIN) / box.h, 1)
    this.look(box, Math.max(zoom, MIN), glide)
  }

  // look puts the middle of a rectangle into the middle of the pane.
  look(box, zoom = this.zoom, glide = true) {
    const x = this.rect.width / 2 - (box.x + box.w / 2) * zoom
    const y = this.rect.height / 2 - (box.y + box.h / 2) * zoom
    this.glide(x, y, zoom, glide)
  }

  // show moves the view just so far that a rectangle is comfortably in it; of a tall one, its beginning.
  show(box) {
    const seen = this.seen()
    const room = CLEAR / this.zoom
    const dx = into(box.x - room, box.w + 2 * room, seen.x, seen.w)
    const dy = into(box.y - room, box.h + 2 * room, seen.y, seen.h)
    if (dx || dy) this.glide(this.x - dx * this.zoom, this.y - dy * this.zoom, this.zoom, true)
  }

  glide(x, y, zoom, wanted) {
    this.stop()
    if (!wanted || matchMedia("(prefers-reduced-motion: reduce)").matches) return this.set(x, y, zoom)
    const from = { x: this.x, y: this.y, zoom: this.zoom }
    const began = performance.now()
    const step = (now) => {
      const part = Math.min((now - began) / GLIDE, 1)
      const eased = 1 - (1 - part) ** 3
      this.set(from.x + (x - from.x) * eased, from.y + (y - from.y) * eased, from.zoom + (zoom - from.zoom) * eased)
      this.gliding = part < 1 ? requestAnimationFrame(step) : 0
    }
    this.gliding = requestAnimationFrame(step)
  }

  stop() {
    if (this.gliding) cancelAnimationFrame(this.gliding)
    this.gliding = 0
  }

  draw() {
    this.world.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.zoom})`
    this.drawGrid()
    const far = this.zoom < FAR
    if (far !== this.far) this.pane.classList.toggle("is-far", far)
    this.far = far
    this.dispatchEvent(new Event("view"))
  }

  drawGrid() {
    const size = 24 * this.zoom
    this.grid.hidden = this.zoom < FAR
    this.grid.style.backgroundSize = `${size}px ${size}px`
    this.grid.style.backgroundPosition = `${this.x % size}px ${this.y % size}px`
  }
}

// into is how far a window at "from" must shift to hold a span; a span that is too long is shown from its start.
function into(start, length, from, window) {
  if (start < from || length > window) return start - from
  return Math.max(0, start + length - (from + window))
}
