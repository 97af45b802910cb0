import { nextFrame } from "./frame.js"
import { bounds } from "./geometry.js"

const PAD = 6

// Minimap draws all cards as small rectangles and the seen part as a frame; a press or drag goes there.
export class Minimap {
  constructor(editor, kinds) {
    Object.assign(this, { editor, kinds, colours: {}, el: document.getElementById("minimap") })
    this.pen = this.el.getContext("2d")
    editor.view.addEventListener("view", () => this.ask())
    editor.addEventListener("change", () => this.ask())
    editor.ports.addEventListener("resized", () => this.ask())
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour())
    this.el.addEventListener("pointerdown", (event) => this.go(event))
    this.el.addEventListener("pointermove", (event) => event.buttons === 1 && this.go(event))
    this.recolour()
  }

  // recolour reads the families' colours as the page's style has them now: light or dark.
  recolour() {
    for (const name of ["say", "ask", "decide", "do", "people", "baltyk", "ink-3"]) {
      this.el.style.color = `var(--${name})`
      this.colours[name] = getComputedStyle(this.el).color
    }
    this.ask()
  }

  ask() {
    nextFrame(this, () => this.draw())
  }

  draw() {
    const { el, pen, editor } = this
    if (!el.offsetParent) return
    const ratio = devicePixelRatio || 1
    const w = el.clientWidth
    const h = el.clientHeight
    if (el.width !== w * ratio) Object.assign(el, { width: w * ratio, height: h * ratio })
    const rects = editor.rects()
    const seen = editor.view.seen()
    const all = bounds([...rects, seen])
    const scale = Math.min((w - 2 * PAD) / all.w, (h - 2 * PAD) / all.h)
    this.map = { scale, x: (w - all.w * scale) / 2 - all.x * scale, y: (h - all.h * scale) / 2 - all.y * scale }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.clearRect(0, 0, w, h)
    for (const rect of rects) this.fill(rect)
    this.frame(seen)
  }

  fill(rect) {
    const { scale, x, y } = this.map
    this.pen.fillStyle = this.colours[this.family(rect.id)]
    this.pen.fillRect(rect.x * scale + x, rect.y * scale + y, Math.max(rect.w * scale, 2), Math.max(rect.h * scale, 2))
  }

  frame(seen) {
    const { scale, x, y } = this.map
    this.pen.strokeStyle = this.colours.baltyk
    this.pen.lineWidth = 1.5
    this.pen.strokeRect(seen.x * scale + x, seen.y * scale + y, seen.w * scale, seen.h * scale)
  }

  family(id) {
    const first = this.editor.model.nodes.get(id)?.blocks[0]
    return this.kinds.get(first?.type)?.family ?? "ink-3"
  }

  go(event) {
    const box = this.el.getBoundingClientRect()
    const x = (event.clientX - box.left - this.map.x) / this.map.scale
    const y = (event.clientY - box.top - this.map.y) / this.map.scale
    this.editor.view.look({ x, y, w: 0, h: 0 }, this.editor.view.zoom, false)
  }
}
