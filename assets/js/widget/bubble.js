// The round launcher with its badge and teaser, and the place where the panel goes.
import css from "../../css/widget_bubble.css"
import { textOn, DEFAULT } from "./color.js"
import { el, icon, style } from "./dom.js"
import * as shapes from "./shapes.js"
import { recall } from "./memory.js"
import { missed } from "./missed.js"
import { words } from "./words_bubble.js"

// bubble puts the launcher on the page and returns what shops may call: {open, close, toggle}.
export function bubble(config, { base, panel: address }) {
  const t = words(config.language)
  const label = config.label || t.ask
  const host = el("div")
  const root = host.attachShadow({ mode: "open" })
  style(root, css)

  const badge = el("span", { class: "badge", hidden: true })
  const text = el("span", { class: "label" }, label)
  const launcher = el("button", { class: "launcher", type: "button", "aria-expanded": "false", "aria-controls": "panel", onclick: toggle },
    icon(shapes.chat), icon(shapes.down), text, badge)
  const place = el("div", { id: "panel", hidden: true })
  const failure = el("p", { class: "failure", role: "status" })
  const frame = el("section", { class: "okienko", "data-side": config.side === "left" ? "left" : "right", lang: config.language, "aria-label": t.chat },
    launcher, failure, place)
  frame.style.setProperty("--brand", config.color || DEFAULT)
  frame.style.setProperty("--on-brand", textOn(config.color || DEFAULT))
  root.append(frame)
  document.body.append(host)

  let panel, loading, unread = 0
  const isOpen = () => frame.hasAttribute("data-open")
  name()
  tease()
  missed(base, recall(config.bot), count)

  function name() {
    const news = unread ? ", " + t.unread(unread) : ""
    launcher.setAttribute("aria-label", isOpen() ? t.close : label + ": " + t.chat + news)
    launcher.setAttribute("aria-expanded", String(isOpen()))
    badge.hidden = !unread
    badge.textContent = unread > 9 ? "9+" : unread
  }

  function count(n) {
    unread = n
    name()
  }

  function tease() {
    if (!config.greeting || recall(config.bot)) return
    const teaser = el("div", { class: "teaser" },
      el("button", { class: "words", type: "button", onclick: open }, config.greeting),
      el("button", { class: "hide", type: "button", "aria-label": t.hide, onclick: () => teaser.remove() }, icon(shapes.cross)))
    launcher.before(teaser)
  }

  // load fetches the panel once; after a failure the address differs, as browsers remember failed modules.
  let attempt = 0
  function load() {
    loading ??= import(address + (attempt++ ? "?" + attempt : "")).then(({ mount }) => {
      panel = mount(place, { base, config, mode: "bubble", onClose: close, onUnread: count })
    })
    return loading
  }

  async function open() {
    if (isOpen()) return
    failure.textContent = ""
    frame.querySelector(".teaser")?.remove()
    frame.setAttribute("data-open", "")
    count(0)
    try {
      await load()
    } catch {
      loading = undefined
      frame.removeAttribute("data-open")
      name()
      failure.textContent = t.failed
      return
    }
    if (!isOpen()) return // closed while it was loading
    place.hidden = false
    panel.open()
  }

  function close() {
    if (!isOpen()) return
    frame.removeAttribute("data-open")
    place.hidden = true
    panel?.close()
    name()
    launcher.focus({ preventScroll: true })
  }

  function toggle() {
    if (isOpen()) close()
    else open()
  }

  launcher.addEventListener("pointerenter", () => load().catch(() => { loading = undefined }), { once: true })
  return { open, close, toggle }
}
