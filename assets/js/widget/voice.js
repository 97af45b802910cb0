// Reads new messages aloud to those who listen: each once, as plain text with its sender. The node is there from
// the start, because screen readers ignore one that appears together with its text.
import { el } from "./dom.js"
import { plain } from "./rich.js"
import { line } from "./words.js"

const KEPT = 10_000 // milliseconds until a text that was read is removed

export function voice({ t }) {
  const element = el("div", { class: "unseen", "aria-live": "polite" })

  function say(event) {
    if (event.from === "visitor") return
    const who = { bot: t.assistant, agent: event.name || t.agent }[event.from]
    const what = [event.image?.alt, event.rich?.length ? event.rich.map(plain).join("") : event.text, ...options(event)]
    const text = what.filter(Boolean).join(". ") || line(event, t)
    if (!text) return
    const said = el("p", {}, who ? who + ": " + text : text)
    element.append(said)
    setTimeout(() => said.remove(), KEPT)
  }

  const options = (event) => event.choices?.length ? [t.choices + ": " + event.choices.map((choice) => choice.label).join(", ")] : []

  return { element, say }
}
