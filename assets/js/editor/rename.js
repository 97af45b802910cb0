import { rename } from "./actions.js"
import { t } from "./words.js"

// startRename puts a field in place of a card's title. Enter and leaving keep the text, Esc does not.
export function startRename(editor, id) {
  const title = editor.cards.of(id)?.querySelector(".node-title")
  if (!title || title.hidden) return
  const field = document.createElement("input")
  field.className = "node-rename"
  field.value = editor.model.nodes.get(id).title
  field.maxLength = 80
  field.setAttribute("aria-label", t("rename"))
  title.hidden = true
  title.after(field)
  field.focus()
  field.select()
  let over = false
  const finish = (keep) => {
    if (over) return
    over = true
    const focused = document.activeElement === field
    field.remove()
    title.hidden = false
    if (keep) rename(editor, id, field.value)
    if (focused) editor.cards.of(id)?.focus({ preventScroll: true })
  }
  field.addEventListener("blur", () => finish(true))
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return
    event.preventDefault()
    event.stopPropagation()
    finish(event.key === "Enter")
  })
}
