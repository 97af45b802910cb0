// Whether an answer helped: two quiet buttons below it. One may be pressed; pressing it again takes it back.
import { el, icon } from "./dom.js"
import * as shapes from "./shapes.js"

// thumbs makes the buttons of an answer; pressed keeps them in step.
export function thumbs(row, { t, rate }) {
  const button = (value, text, shape) => el("button", {
    class: "thumb", type: "button", "data-thumb": value,
    onclick: (e) => rate(row.event, e.currentTarget.getAttribute("aria-pressed") === "true" ? 0 : value),
  }, icon(shape), text)
  return el("div", { class: "thumbs", role: "group", "aria-label": t.rate },
    button(1, t.helped, shapes.up), button(-1, t.failed, shapes.low))
}

export function pressed(element, thumb) {
  for (const button of element.querySelectorAll(".thumb")) {
    button.setAttribute("aria-pressed", Number(button.dataset.thumb) === thumb)
  }
}
