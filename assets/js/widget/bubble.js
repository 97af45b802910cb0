// The widget on a shop's page: the launcher, and the window that is fetched when it is first opened.
import css from "../../css/widget_bubble.css"
import { DEFAULT, textOn } from "./color.js"
import { el, style } from "./dom.js"
import { launcher, teaser } from "./launcher.js"
import { recall } from "./memory.js"
import { missed } from "./missed.js"
import { words } from "./words_bubble.js"

// bubble puts the launcher on the page and returns what shops may call: {open, close, toggle}.
export function bubble(config, { base, panel: address }) {
  const t = words(config.language)
  const kept = recall(config.bot)
  const button = launcher({ t, label: config.label || t.ask, onclick: toggle })
  const hint = config.greeting && !kept && teaser({ t, text: config.greeting, onclick: open })
  const failure = el("p", { class: "failure", role: "status" })
  const place = el("div", { id: "panel", hidden: true })
  const frame = el("section", { class: "okienko", "data-side": config.side === "left" ? "left" : "right", lang: config.language, "aria-label": t.chat },
    hint, button.element, failure, place)
  let opened = false, unread = 0, fetched = fetching(), panel

  // fetching makes a function that fetches the panel once. After a failure the address differs, as browsers
  // remember modules that failed.
  function fetching(attempt = 0) {
    let module
    return () => module ??= import(address + (attempt ? "?" + attempt : "")).catch((error) => {
      fetched = fetching(attempt + 1)
      throw error
    })
  }

  function show(on) {
    opened = on
    frame.toggleAttribute("data-open", on)
    button.show(on, unread)
  }

  function count(n) {
    unread = n
    button.show(opened, unread)
  }

  async function open() {
    if (opened) return
    failure.textContent = ""
    if (hint) hint.remove()
    unread = 0
    show(true)
    try {
      const { mount } = await fetched()
      panel ??= mount(place, { base, config, mode: "bubble", onClose: close, onUnread: count })
    } catch {
      show(false)
      failure.textContent = t.failed
      return
    }
    if (!opened) return // closed while it was fetched
    place.hidden = false
    panel.open()
  }

  function close() {
    if (!opened) return
    show(false)
    place.hidden = true
    panel?.close()
    button.element.focus({ preventScroll: true })
  }

  function toggle() {
    if (opened) close()
    else open()
  }

  const host = el("div")
  const root = host.attachShadow({ mode: "open" })
  const color = config.color || DEFAULT
  style(root, css)
  frame.style.setProperty("--brand", color)
  frame.style.setProperty("--on-brand", textOn(color))
  root.append(frame)
  document.body.append(host)
  button.element.addEventListener("pointerenter", () => fetched().catch(() => {}), { once: true })
  missed(base, kept, count)
  return { open, close, toggle }
}
