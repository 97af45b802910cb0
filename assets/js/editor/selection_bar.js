import { t } from "./words.js"

// SelectionBar floats under the canvas while steps are selected. It also hides the hint of an empty canvas.
export class SelectionBar {
  constructor(editor) {
    this.editor = editor
    this.el = document.getElementById("selection-bar")
    this.hint = document.getElementById("canvas-empty")
    editor.selection.addEventListener("change", () => this.show())
    editor.addEventListener("change", () => { this.hint.hidden = editor.model.nodes.size > 0; })
  }

  show() {
    const { nodes } = this.editor.selection
    this.el.hidden = nodes.size === 0
    this.el.querySelector(".selection-count").textContent = t("selection.count", { n: nodes.size })
    this.el.querySelector("[data-do=start]").hidden = nodes.size !== 1
  }
}
