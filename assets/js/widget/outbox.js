// What the customer has sent and the server has not confirmed yet. One at a time and in order; each has an
// id of its own, so sending it again is harmless.
import { Refused } from "./api.js"
import { backoff, pauses } from "./pace.js"

// newID is 128 random bits. crypto.randomUUID would need https.
const newID = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("")

// outbox keeps its items in memory. post sends one and applies the answer; renew is told when the conversation
// is gone; changed is told whenever an item's state has changed.
export function outbox({ memory, post, renew, changed, signal }) {
  const items = (memory.get().queue ?? []).map((item) => ({ ...item, state: "sending" }))
  const { wake, pause } = pauses(signal)
  let running = false

  function add(message, label) {
    const item = { id: newID(), at: new Date().toISOString(), message, label }
    memory.written({})
    memory.queue((kept) => [...kept, item])
    items.push({ ...item, state: "sending" })
    changed()
    flush()
  }

  function drop(id) {
    const i = items.findIndex((item) => item.id === id)
    if (i < 0) return
    items.splice(i, 1)
    memory.queue((kept) => kept.filter((item) => item.id !== id))
  }

  async function flush() {
    if (running) return wake()
    running = true
    for (let failures = 0, item; (item = items.find((one) => one.state !== "refused"));) {
      try {
        await post(item)
        drop(item.id)
        failures = 0
      } catch (error) {
        await trouble(item, error, failures++)
      }
      changed()
    }
    running = false
  }

  async function trouble(item, error, failures) {
    if (error instanceof Refused && !error.passing && item.message.of) return drop(item.id) // what it was about is gone
    if (error instanceof Refused && error.gone && error.token && failures < 3) return renew(error.token)
    if (error instanceof Refused && !error.passing && !error.gone) {
      item.state = "refused"
      item.error = error.message
      return
    }
    item.error = error instanceof Refused ? error.message : ""
    mark("sending", "waiting")
    await pause(Math.max(backoff(failures), 1000 * (error.wait ?? 0)))
    mark("waiting", "sending")
  }

  // mark is for all: those behind an item that waits are waiting as well.
  function mark(from, to) {
    for (const item of items) if (item.state === from) item.state = to
    changed()
  }

  // retry sends an item at once that waits or was refused.
  function retry(id) {
    const item = items.find((one) => one.id === id)
    if (item) item.state = "sending"
    changed()
    flush()
  }

  function remove(id) {
    drop(id)
    changed()
  }

  return { items, add, drop, flush, retry, remove }
}
