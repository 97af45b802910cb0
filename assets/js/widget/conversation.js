// A conversation with the server: begun or resumed when the window opens, begun anew when the server no longer
// knows it. What comes twice, by an answer and by the stream, is told once.
import { link } from "./link.js"
import { outbox } from "./outbox.js"
import { read } from "./stream.js"

// conversation tells on.events(events, old) what is new (old: said before this window was opened),
// on.status(online | offline | unreachable), on.changed() when an unsent message changed,
// on.reset(gone) when what was shown belongs to another conversation. live is false where there is no stream.
export function conversation({ api, memory, live, on, signal }) {
  const known = new Set() // seq of the events applied
  let loaded = false, starting, stream
  let followed = 0 // seq up to which everything has come in order: where the stream goes on
  let newest = 0

  const box = outbox({ memory, signal, changed: on.changed, renew, post })
  const line = link({
    load, listen, live, signal, status: on.status,
    cut: () => stream?.abort(),
    renew: () => renew(memory.get().token),
  })

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
    if (line.opened && newest > (memory.get().seen ?? 0)) memory.save({ seen: newest })
  }

  // follow applies what comes in order.
  function follow(events, old) {
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

  async function load() {
    if (!memory.get().token) await token()
    if (!loaded) {
      const { events } = await api.history(memory.get().token, followed)
      follow(events, true)
      loaded = true
    }
    box.flush()
  }

  async function listen(ready) {
    stream = new AbortController()
    const answer = await api.stream(await token(), followed, stream.signal)
    ready()
    await read(answer, stream, (event) => follow([event]))
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

  // renew makes room for a new conversation in place of the one whose token was refused. It tells whether
  // there was one to refuse; another caller may have done the rest already.
  function renew(refused) {
    if (!refused) return false
    if (memory.get().token === refused) {
      memory.forget()
      leave(true)
    }
    return true
  }

  function leave(gone) {
    known.clear()
    followed = newest = 0
    loaded = false
    on.reset(gone)
    stream?.abort()
    line.wake()
  }

  memory.changed((before, now) => { if (before.token !== now.token) leave(false) }, signal) // another tab began anew

  return {
    open() {
      line.open()
      seen()
    },
    close: line.close,
    pending: box.items,
    send: box.add, retry: box.retry, remove: box.remove,
    reconnect: line.run,
    // restart begins a new conversation and forgets this one.
    restart() {
      memory.forget()
      leave(false)
      line.run()
    },
  }
}
