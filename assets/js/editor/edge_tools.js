import { disconnect } from "./actions.js"

// EdgeTools are two buttons on the selected edge: insert a step, disconnect.
export class EdgeTools {
  constructor(editor) {
    this.editor = editor
    this.el = document.getElementById("edge-tools")
    const place = () => this.place()
    editor.selection.addEventListener("change", place)
    editor.addEventListener("change", place)
    this.el.addEventListener("click", (event) => this.click(event.target.closest("button")))
  }

  edge() {
    return this.editor.model.edges.get(this.editor.selection.edge)
  }

  place() {
    const edge = this.edge()
    this.el.hidden = !edge
    if (!edge) return
    requestAnimationFrame(() => {
      const line = this.editor.edges.drawn.get(edge.key)?.lastElementChild
      if (!line) return
      this.middle = line.getPointAtLength((line.getTotalLength() - 17) / 2)
      this.el.style.transform = `translate(${this.middle.x}px, ${this.middle.y}px) translate(-50%, -50%)`
    })
  }

  click(button) {
    const edge = this.edge()
    if (!button || !edge) return
    this.editor.selection.clear()
    if (button.dataset.edge === "cut") return disconnect(this.editor, edge)
    const at = { x: this.middle.x - 144, y: this.middle.y + 40 }
    this.editor.dispatchEvent(new CustomEvent("ask", { detail: { from: edge, rect: button.getBoundingClientRect(), at, edge } }))
  }
}
