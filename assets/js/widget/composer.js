// Where the customer writes. Always there; what the bot asks for only changes the keyboard and the hint.
import { el, icon } from "./dom.js"
import { safe } from "./rich.js"
import * as shapes from "./shapes.js"

const LONGEST = 4000 // characters of a message

// The browser's help for each kind of input.
const KINDS = {
  email: { inputmode: "email", autocomplete: "email", autocapitalize: "off", spellcheck: "false" },
  phone: { inputmode: "tel", autocomplete: "tel", autocapitalize: "off", spellcheck: "false" },
  number: { inputmode: "numeric", autocomplete: "off", autocapitalize: "off", spellcheck: "false" },
}
const PLAIN = { inputmode: "text", autocomplete: "off", autocapitalize: "sentences", spellcheck: "true" }

export function composer({ t, config, send }) {
  const label = el("label", { for: "text" }, t.inputs.text)
  const text = el("textarea", { id: "text", rows: "1", maxlength: LONGEST, enterkeyhint: "send", placeholder: t.hints.text, onkeydown: key, oninput: grow })
  const button = el("button", { class: "send", type: "submit", "aria-label": t.send }, icon(shapes.send))
  const privacy = safe(config.privacy) && el("p", { class: "privacy" }, t.privacy, " ",
    el("a", { href: config.privacy, target: "_blank", rel: "noopener" }, t.privacyLink))
  const form = el("form", { class: "composer", onsubmit: submit }, privacy, label, el("div", { class: "field" }, text, button))

  function submit(e) {
    e.preventDefault()
    const words = text.value.trim()
    if (!words) return text.focus()
    text.value = ""
    grow()
    send(words)
    text.focus({ preventScroll: true })
  }

  function key(e) {
    if (e.key !== "Enter" || e.shiftKey || e.isComposing) return
    e.preventDefault()
    form.requestSubmit()
  }

  // grow lets the field be as high as its text, up to the limit in the style sheet.
  function grow() {
    text.style.height = "auto"
    text.style.height = text.scrollHeight + "px"
  }

  // expect fits the field to a kind of input: text, email, phone, number, choice, message.
  function expect(kind = "text") {
    if (text.dataset.kind === kind) return
    text.dataset.kind = kind
    for (const [name, value] of Object.entries(KINDS[kind] ?? PLAIN)) text.setAttribute(name, value)
    text.placeholder = t.hints[kind] ?? t.hints.text
    label.textContent = t.inputs[kind] ?? t.inputs.text
    label.classList.toggle("unseen", !KINDS[kind])
  }

  expect()
  return { form, focus: () => text.focus({ preventScroll: true }), expect, written: () => privacy && privacy.remove() }
}
