// One message: who, what, when, and for an unsent one how it stands.
import { el } from "./dom.js"
import { rich } from "./rich.js"
import { pressed, thumbs } from "./thumbs.js"

// message makes the element of a row; refresh keeps it in step with the row.
export function message(row, context) {
  const { event } = row
  const { t, locale, base } = context
  const who = { visitor: t.you, agent: event.name || t.agent }[event.from] ?? t.assistant
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(event.at))
  const element = el("div", { class: "row message", "data-from": event.from },
    el("span", { class: "who" }, who, el("span", { class: "unseen" }, ": ")),
    el("div", { class: event.image ? "bubble picture" : "bubble" }, ...content(event, t, base)),
    event.entry && thumbs(row, context),
    el("p", { class: "state" }),
    el("time", { datetime: event.at }, time))
  refresh(element, row, context)
  return element
}

export function refresh(element, row, { t, retry, remove }) {
  element.toggleAttribute("data-first", row.first)
  element.toggleAttribute("data-last", row.last)
  if (row.event.entry) pressed(element, row.thumb)
  const { id, state = "", error } = row.event
  if (element.dataset.state === state) return
  element.dataset.state = state
  const button = (text, act) => el("button", { type: "button", onclick: () => act(id) }, text)
  element.querySelector(".state").replaceChildren(...{
    "": [],
    sending: [el("span", { class: "unseen" }, t.sending)],
    waiting: [error || t.waiting, " ", button(t.retry, retry)],
    refused: [t.refused, " ", error ?? "", " ", button(t.retry, retry), " ", button(t.remove, remove)],
  }[state])
}

function content(event, t, base) {
  const text = event.rich?.length ? rich(event.rich) : event.text ? [el("p", {}, event.text)] : []
  if (!event.image) return text
  return [event.image.src ? picture(event.image, t, base) : el("p", {}, event.image.alt || t.image), ...text]
}

// picture reserves its place before it has loaded: with its size where it is known, else as 4:3 (style sheet).
function picture({ src, alt, width, height }, t, base) {
  return el("img", { src: new URL(src, base).href, alt: alt || t.image, width, height, loading: "lazy", decoding: "async", class: width ? "" : "unsized" })
}
