// The answers of a question as buttons. Once answered they can be read but not pressed.
import { el, icon } from "./dom.js"
import * as shapes from "./shapes.js"

export function choices({ event, active, chosen }, { t, choose }) {
  const label = event.text || t.choices
  if (active) {
    const chip = (choice) => el("button", { class: "chip", type: "button", onclick: () => choose(choice) }, choice.label)
    return el("div", { class: "row choices", role: "group", "aria-label": label }, ...event.choices.map(chip))
  }
  const used = (choice) => choice.id !== chosen
    ? el("li", { class: "chip" }, choice.label)
    : el("li", { class: "chip chosen" }, icon(shapes.check), choice.label, el("span", { class: "unseen" }, " (" + t.chosen + ")"))
  return el("ul", { class: "row choices used", "aria-label": label }, ...event.choices.map(used))
}
