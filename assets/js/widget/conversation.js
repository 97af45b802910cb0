// A conversation with the server: begun or resumed when the window opens, followed while it is open,
// begun anew when the server no longer knows it.
import { Refused } from "./api.js"
import { outbox } from "./outbox.js"
import { backoff, pauses } from "./pace.js"
import { read } from "./stream.js"

const HIDDEN = 120_000 // milliseconds after which a hidden page lets its stream go

// conversation tells on.events(events, old) what is new (old: said before this window was opened),
// on.status(online | offline | unreachable), on.changed() when an unsent message changed,
// on.reset(gone) when what was shown belongs to another conversation. live is false where there is no stream.
export function conversation({ api, memory, live, on, signal }) {
  const known = new Set() // seq of the events applied
  const { wake, pause } = pauses(signal)
  const box = outbox({ memory, signal, changed: on.changed, renew, post })
  let wanted = false, linked = false, loaded = false, starting, stream
  let followed = 0 // seq up to which everything has come in order: where the stream goes on
  let newest = 0

  function apply(events, old = false) {
    const fresh = events.filter((event) => !known.has(event.seq))
    for (const event of fresh) {
      known.add(event.seq)
      newest = Math.max(newest, event.seq)
      if (event.id) box.drop(event.id)
    }
    seen()
    if (fresh.length) on.events(fresh, old)
  }

  // seen remembers how far the customer has read.
  function seen() {
    if (wanted && newest > (memory.get().seen ?? 0)) memory.save({ seen: newest })
  }

  const follow = (events, old) => {
    followed = events.reduce((max, event) => Math.max(max, event.seq), followed)
    apply(events, old)
  }

  async function begin() {
    const { token, conversation, events } = await api.start()
    loaded = true
    memory.save({ token, conversation, seen: 0 })
    follow(events)
  }

  // token is that of the conversation, which is begun if there is none. Two callers begin only one.
  async function token() {
    if (!memory.get().token) await (starting ??= begin().finally(() => { starting = undefined }))
    return memory.get().token
  }

  async function history() {
    const { events } = await api.history(memory.get().token, followed)
    follow(events, true)
    loaded = true
  }

  async function post({ id, message }) {
    const used = await token()
    try {
      const { events } = await api.send(used, { id, ...message })
      apply(events)
    } catch (error) {
      error.token = used
      throw error
    }
  }

  // renew begins a new conversation in place of the one whose token was refused, unless that is done already.
  function renew(refused) {
    if (memory.get().token !== refused) return
    memory.forget()
    leave(true)
  }

  function leave(gone) {
    known.clear()
    followed = newest = 0
    loaded = false
    on.reset(gone)
    stream?.abort()
  }

  async function listen() {
    stream = new AbortController()
    const answer = await api.stream(await token(), followed, stream.signal)
    on.status("online")
    await read(answer, stream, (event) => follow([event]))
  }

  // link keeps the window in touch with the server for as long as it is open.
  async function link() {
    if (linked) return wake()
    linked = true
    for (let failures = 0; wanted;) {
      try {
        if (!loaded) await (memory.get().token ? history() : token())
        on.status("online")
        failures = 0
        box.flush()
        if (!live) break
        await listen()
        await pause(backoff(0))
      } catch (error) {
        if (error instanceof Refused && error.gone && memory.get().token) renew(memory.get().token)
        else if (wanted && error.name !== "AbortError") on.status(navigator.onLine ? "unreachable" : "offline", error instanceof Refused && error.message)
        if (wanted) await pause(error.name === "AbortError" ? 300 : backoff(failures++))
      }
    }
    linked = false
  }

  function open() {
    wanted = true
    seen()
    link()
  }

  function close() {
    wanted = false
    stream?.abort()
    wake()
  }

  let resting
  function visibility() {
    clearTimeout(resting)
    if (document.hidden) resting = setTimeout(() => stream?.abort(), HIDDEN)
    else if (wanted) link()
  }

  if (live) document.addEventListener("visibilitychange", visibility, { signal })
  addEventListener("offline", () => {
    if (!wanted) return
    on.status("offline")
    stream?.abort()
  }, { signal })
  memory.changed((before, now) => { if (before.token !== now.token) leave(false) }, signal) // another tab began anew

  return {
    open, close,
    pending: box.items,
    send: box.add, retry: box.retry, remove: box.remove,
    reconnect: link,
    // restart begins a new conversation and forgets this one.
    restart() {
      memory.forget()
      leave(false)
      link()
    },
  }
}
