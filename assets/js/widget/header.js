// The top of the window: who answers, and what else can be done.
import { el, icon } from "./dom.js"
import * as shapes from "./shapes.js"

export function header({ t, config, base, mode, onHuman, onRestart, onClose }) {
  const title = el(mode === "page" ? "h1" : "h2", { id: "title" }, config.name)
  const face = config.avatar ? el("img", { src: new URL(config.avatar, base).href, alt: "", width: 40, height: 40 }) : icon(shapes.bot)
  const items = el("ul", { id: "menu", class: "menu", hidden: true },
    item(shapes.person, t.human, onHuman),
    item(shapes.again, t.restart, onRestart),
    onClose && item(shapes.cross, t.close, onClose))
  const more = el("button", { class: "round", type: "button", "aria-label": t.menu, "aria-expanded": "false", "aria-controls": "menu", onclick: () => show(items.hidden) }, icon(shapes.dots))
  const close = onClose && el("button", { class: "round", type: "button", "aria-label": t.closeChat, onclick: onClose }, icon(shapes.cross))
  const menu = el("div", { class: "more", onkeydown: escape, onfocusout: leave }, more, items)
  const element = el("header", {}, el("span", { class: "face" }, face),
    el("div", { class: "names" }, title, el("p", {}, t.automatic, el("span", { class: "soon" }, " · " + t.soon))),
    menu, close)

  function item(shape, text, act) {
    return el("li", {}, el("button", { type: "button", onclick: () => { show(false); act() } }, icon(shape), text))
  }

  function show(on) {
    items.hidden = !on
    more.setAttribute("aria-expanded", String(on))
    if (on) items.querySelector("button").focus()
  }

  function escape(e) {
    if (e.key !== "Escape" || items.hidden) return
    e.stopPropagation() // it closes the menu, not the window
    show(false)
    more.focus()
  }

  function leave(e) {
    if (!menu.contains(e.relatedTarget)) show(false)
  }

  return element
}
