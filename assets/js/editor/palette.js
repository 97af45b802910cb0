import { addBlock, addStep } from "./actions.js"
import { plain } from "./menu.js"
import { PlaceBlock } from "./gestures/place_block.js"

// Palette offers the kinds of blocks: dragged they land where they are dropped, clicked they join the
// selected step or make a new one in the middle of the view.
export class Palette {
  constructor(editor, gestures, kinds) {
    Object.assign(this, { editor, gestures, kinds })
    this.el = document.getElementById("palette")
    this.el.addEventListener("pointerdown", (event) => this.press(event))
    this.el.addEventListener("click", (event) => this.click(event))
    const search = this.el.querySelector("input[type=search]")
    search.addEventListener("input", () => this.filter(search.value))
  }

  item(event) {
    return event.target.closest("[data-kind]")
  }

  press(event) {
    const item = this.item(event)
    if (!item || event.button !== 0 || this.editor.root.classList.contains("is-outline")) return
    this.editor.view.measure()
    this.gestures.press(new PlaceBlock(this.editor, item, this.kinds.get(item.dataset.kind)), event)
  }

  click(event) {
    const item = this.item(event)
    if (!item) return
    const kind = this.kinds.get(item.dataset.kind)
    const selected = this.editor.selection.only()
    if (selected) return addBlock(this.editor, kind, selected)
    const center = this.editor.view.center()
    addStep(this.editor, kind, { x: center.x - 144, y: center.y - 64 })
  }

  filter(text) {
    const wanted = plain(text)
    for (const group of this.el.querySelectorAll(".palette-family")) {
      const items = [...group.querySelectorAll("li")]
      for (const item of items) item.hidden = !plain(item.textContent + item.firstElementChild.dataset.words).includes(wanted)
      group.hidden = items.every((item) => item.hidden)
    }
    this.el.querySelector(".palette-none").hidden = this.el.querySelector("li:not([hidden])") !== null
  }
}
