// The round button in the corner, and the teaser above it if the owner wants one.
import { el, icon } from "./dom.js"
import * as shapes from "./shapes.js"

// launcher names itself by its label, which is what is seen, and by what else a listener must know.
export function launcher({ t, label, onclick }) {
  const badge = el("span", { class: "badge", hidden: true })
  const element = el("button", { class: "launcher", type: "button", "aria-controls": "panel", onclick },
    icon(shapes.chat), icon(shapes.down), el("span", { class: "label" }, label), badge)

  function show(open, unread) {
    const news = unread ? ", " + t.unread(unread) : ""
    element.setAttribute("aria-label", open ? t.close : label + ": " + t.chat + news)
    element.setAttribute("aria-expanded", String(open))
    badge.hidden = !unread
    badge.textContent = unread > 9 ? "9+" : unread
  }

  show(false, 0)
  return { element, show }
}

export function teaser({ t, text, onclick }) {
  const element = el("div", { class: "teaser" },
    el("button", { class: "words", type: "button", onclick }, text),
    el("button", { class: "hide", type: "button", "aria-label": t.hide, onclick: () => element.remove() }, icon(shapes.cross)))
  return element
}
