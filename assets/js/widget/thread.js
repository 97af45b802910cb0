// The history of a conversation on the screen: rows are kept and moved, never drawn anew; the newest are
// drawn first and older ones on demand; the view stays at the bottom only for those who are there.
import { choices } from "./choices.js"
import { dayName } from "./days.js"
import { el } from "./dom.js"
import { message, refresh } from "./message.js"
import { rows } from "./rows.js"
import { line } from "./words.js"

const PAGE = 60 // rows drawn at first and with each "show earlier"
const NEAR = 48 // pixels from the bottom that still count as being there

export function thread(context) {
  const { t, locale } = context
  const earlier = el("button", { class: "earlier", type: "button", hidden: true, onclick: showEarlier }, t.earlier)
  const list = el("div", { class: "rows" })
  const dots = el("div", { class: "typing", hidden: true }, el("span", { class: "unseen" }, t.typing), el("i"), el("i"), el("i"))
  const log = el("div", { class: "log", role: "log", "aria-live": "off", "aria-label": t.log, tabindex: "0" }, earlier, list, dots)
  const fresh = el("button", { class: "fresh", type: "button", hidden: true, onclick: () => bottom() }, t.fresh)
  const drawn = new Map() // key to {element, mark}
  let limit = PAGE, wasNear = true

  const near = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR

  function bottom() {
    log.scrollTop = log.scrollHeight
    fresh.hidden = true
    wasNear = true
  }

  log.addEventListener("scroll", () => {
    wasNear = near()
    if (wasNear) fresh.hidden = true
  }, { passive: true })

  // The window may shrink (a keyboard opens) or a picture without a size may load: the bottom stays the bottom.
  new ResizeObserver(() => { if (wasNear) bottom() }).observe(log)

  // draw brings the screen in step. jump: the customer wrote, so show the end.
  function draw(events, pending, { jump = false, news = false } = {}) {
    const stay = wasNear || jump
    const all = rows(events, pending)
    earlier.hidden = all.length <= limit
    place(all.slice(-limit))
    if (stay) bottom()
    else if (news) fresh.hidden = false
  }

  function place(wanted) {
    const keys = new Set(wanted.map((row) => row.key))
    for (const [key, { element }] of drawn) {
      if (keys.has(key)) continue
      element.remove()
      drawn.delete(key)
    }
    let next = list.firstChild
    for (const row of wanted) {
      const held = drawn.get(row.key)?.element
      const element = elementOf(row)
      if (held && held === next) next = element.nextSibling
      else list.insertBefore(element, next)
    }
  }

  // elementOf finds the row's element or makes it. Choices are made anew, in their place, when they are answered.
  function elementOf(row) {
    const mark = row.kind === "choices" ? String(row.active) + row.chosen : ""
    const old = drawn.get(row.key)
    if (old?.mark === mark) {
      if (row.kind === "message") refresh(old.element, row, context)
      return old.element
    }
    const element = make(row)
    old?.element.replaceWith(element)
    drawn.set(row.key, { element, mark })
    return element
  }

  function make(row) {
    if (row.kind === "message") return message(row, context)
    if (row.kind === "choices") return choices(row, context)
    const text = row.kind === "day" ? dayName(row.at, locale, t) : line(row.event, t)
    return el("p", { class: "row " + row.kind }, text)
  }

  // showEarlier keeps what is read in its place. Focus goes to the history when nothing more is hidden.
  function showEarlier() {
    const fromBottom = log.scrollHeight - log.scrollTop
    limit += PAGE
    context.redraw()
    log.scrollTop = log.scrollHeight - fromBottom
    if (earlier.hidden) log.focus({ preventScroll: true })
  }

  function typing(on) {
    if (dots.hidden === !on) return
    dots.hidden = !on
    if (wasNear) bottom()
  }

  return { log, fresh, draw, typing, bottom, clear() { limit = PAGE } }
}
