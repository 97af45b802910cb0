// The chat window. mount puts it into an element and returns what its owner may do with it.
//
//   mount(element, {base, config, mode, onClose, onUnread, onEvent}) → {open, close, restart, focus, destroy}
//
//   base      address of the API: https://…/w/v1/{bot}, or /bots/{bot}/trial
//   config    the bot's public look, as GET {base}/config answers
//   mode      "bubble": a floating window over a shop's page; "page": fills its element;
//             "trial": fills its element, uses the owner's session, has no stream and remembers nothing
//   onClose   the customer wants it closed (without it there is no close button)
//   onUnread  called with the number of messages that came while it was closed
//   onEvent   called with each event of the conversation once it is shown (trial: event.node tells where it comes from)
import css from "../../css/widget_panel.css"
import { api } from "./api.js"
import { conversation } from "./conversation.js"
import { style } from "./dom.js"
import { fleeting, memory } from "./memory.js"
import { view } from "./view.js"

export function mount(element, { base, config, mode = "bubble", onClose, onUnread, onEvent }) {
  const root = element.getRootNode() instanceof ShadowRoot ? element : element.shadowRoot ?? element.attachShadow({ mode: "open" })
  style(element.getRootNode() instanceof ShadowRoot ? element.getRootNode() : root, css)

  const address = new URL(base, location.href).href
  const trial = mode === "trial"
  const kept = trial ? fleeting() : memory(config.bot)
  const ending = new AbortController()
  const window = view({ config, base: address, mode, onClose, onUnread, onEvent, act: (name, ...args) => talk[name](...args), signal: ending.signal })
  const talk = conversation({
    api: api(address, config.language, trial ? "same-origin" : "omit"),
    memory: kept, live: !trial, signal: ending.signal, on: window.on,
  })
  window.follow(talk.pending)
  root.append(window.element)

  return {
    open() {
      window.open()
      talk.open()
    },
    close() {
      talk.close()
      window.close()
    },
    restart: talk.restart,
    focus: window.focus,
    destroy() {
      talk.close()
      window.close()
      ending.abort()
      window.element.remove()
    },
  }
}
