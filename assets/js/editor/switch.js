const CHOICE = "okienko.editor.view"
export const PHONE = "(max-width: 719px)"

// Switch chooses between canvas and list: what was chosen last, else the list on phones.
export class Switch {
  constructor(editor, outline) {
    Object.assign(this, { editor, outline })
    this.buttons = document.querySelectorAll("[data-view]")
    for (const button of this.buttons) button.addEventListener("click", () => this.choose(button.dataset.view))
    this.show(localStorage.getItem(CHOICE) ?? (matchMedia(PHONE).matches ? "outline" : "canvas"))
  }

  choose(view) {
    localStorage.setItem(CHOICE, view)
    this.show(view)
  }

  show(view) {
    const { root } = this.editor
    root.classList.toggle("is-outline", view === "outline")
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view))
    if (view === "canvas") this.editor.unveil()
    else this.outline.load()
  }
}
