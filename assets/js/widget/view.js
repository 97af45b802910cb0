// The window's parts put together, and what each does when something happens in the conversation.
import { composer } from "./composer.js"
import { el } from "./dom.js"
import { header } from "./header.js"
import { unread } from "./missed.js"
import { modal, phone } from "./modal.js"
import { paint } from "./paint.js"
import { playback } from "./playback.js"
import { openQuestion } from "./rows.js"
import { status } from "./status.js"
import { thread } from "./thread.js"
import { voice } from "./voice.js"
import { words } from "./words.js"

// English as it is written on this side of the ocean: 14:05 and 21 November.
const LOCALES = { en: "en-GB" }
const PATIENCE = 500 // milliseconds without an answer until the typing dots appear

// view draws; act(name, ...) does: send, retry, remove, restart, reconnect.
export function view({ config, base, mode, onClose, onUnread, onEvent, act, signal }) {
  const t = words(config.language)
  const events = []
  let pending = [], shown = false, missed = 0, part = 0, waiting

  const send = (message, label) => {
    player.hurry()
    write.written()
    act("send", message, label)
    draw({ jump: true })
  }
  const top = header({
    t, config, base, mode, onClose,
    onHuman: () => { send({ command: "human" }, t.human); settle() },
    onRestart: () => { mode === "trial" ? act("restart") : send({ command: "restart" }, t.restart); settle() },
  })
  const lines = thread({
    t, base, locale: LOCALES[config.language] ?? config.language, redraw: () => draw(),
    choose: (choice) => { send({ choice: choice.id }, choice.label); settle() },
    rate: ({ seq }, thumb) => { act("send", { of: seq, thumb }); draw() },
    retry: (id) => act("retry", id), remove: (id) => act("remove", id),
  })
  const line = status({ t, reconnect: () => act("reconnect") })
  const write = composer({ t, config, send: (text) => send({ text }, text) })
  const speak = voice({ t })
  const player = playback({ show, typing: lines.typing })
  const element = el("div", {
    class: "window", "data-mode": mode, "data-side": config.side === "left" ? "left" : "right", lang: config.language,
    tabindex: "-1", role: mode === "bubble" ? "dialog" : "region", "aria-labelledby": "title", onkeydown: escape,
  }, top, lines.log, lines.fresh, line.element, write.form, speak.element)
  const full = modal(element)
  paint(element, config.color || undefined)
  if (mode === "bubble") phone.addEventListener("change", () => { full.off(); if (shown) full.on() }, { signal })

  function escape(e) {
    if (e.key === "Escape" && onClose) onClose()
  }

  // expecting shows the dots if an answer takes its time; calm takes them away.
  function expecting() {
    waiting = setTimeout(() => lines.typing(true), PATIENCE)
  }

  function calm() {
    clearTimeout(waiting)
    lines.typing(false)
  }

  // settle puts the focus where the next answer is written; on a phone that would open the keyboard.
  function settle() {
    if (phone.matches) element.focus({ preventScroll: true })
    else write.focus()
  }

  function draw(how) {
    lines.draw(events, pending, how)
    write.expect(openQuestion([...events, ...pending.filter(({ message }) => !message.of).map(() => ({ from: "visitor" }))])?.input)
  }

  // insert keeps events in the order of the server's numbers, whichever way they came.
  function insert(event) {
    event.thread = part
    let i = events.length
    while (i > 0 && events[i - 1].thread === part && events[i - 1].seq > event.seq) i--
    events.splice(i, 0, event)
  }

  function show(event) {
    insert(event)
    draw({ news: event.from !== "visitor" })
    if (shown) speak.say(event)
    else if (unread([event])) onUnread?.(++missed)
    onEvent?.(event)
  }

  const on = {
    events(fresh, old) {
      calm()
      if (fresh.some((event) => event.from === "visitor")) write.written()
      if (!old) return player.add(fresh)
      fresh.filter((event) => event.kind !== "pause").forEach(insert)
      draw({ jump: !events.some((event) => event.thread < part) })
    },
    status(state, detail) {
      if (state !== "online") calm()
      line.show(state, detail)
    },
    changed() {
      draw()
      calm()
      if (pending.some((item) => item.state === "sending")) expecting()
    },
    reset(gone) {
      player.clear()
      part++
      if (gone) events.push({ thread: part, seq: 0, at: new Date().toISOString(), from: "system", kind: "gone" })
      else events.length = 0
      draw()
    },
  }

  return {
    element, on,
    follow(items) { pending = items; draw() },
    focus: () => settle(),
    open() {
      shown = true
      missed = 0
      if (mode === "bubble") {
        full.on()
        settle()
      }
      if (!events.length) expecting()
      lines.bottom()
    },
    close() {
      shown = false
      player.hurry()
      full.off()
    },
  }
}
