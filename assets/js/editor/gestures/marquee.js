import { overlap } from "../geometry.js"

// Marquee selects the cards inside a rectangle that is drawn on the paper.
export class Marquee {
  constructor(editor, event) {
    this.editor = editor
    this.from = editor.view.toWorld(event.clientX, event.clientY)
    this.before = [...editor.selection.nodes]
  }

  start() {
    this.el = document.createElement("div")
    this.el.className = "marquee"
    this.editor.view.world.append(this.el)
    this.rects = this.editor.rects()
  }

  move(event) {
    const to = this.editor.view.toWorld(event.clientX, event.clientY)
    const box = {
      x: Math.min(this.from.x, to.x), y: Math.min(this.from.y, to.y),
      w: Math.abs(to.x - this.from.x), h: Math.abs(to.y - this.from.y),
    }
    this.el.style.transform = `translate(${box.x}px, ${box.y}px)`
    this.el.style.width = `${box.w}px`
    this.el.style.height = `${box.h}px`
    this.inside = this.rects.filter((rect) => overlap(rect, box)).map((rect) => rect.id)
    for (const rect of this.rects) this.editor.cards.of(rect.id)?.classList.toggle("is-caught", this.inside.includes(rect.id))
  }

  end() {
    this.cancel()
    this.editor.selection.pick([...this.before, ...(this.inside ?? [])])
  }

  cancel() {
    this.el?.remove()
    for (const rect of this.rects) this.editor.cards.of(rect.id)?.classList.remove("is-caught")
  }
}
