import { Queue, onlyMoves } from "./queue.js"
import { clashes } from "./clash.js"

const MOVE_PAUSE = 400 // ms: further drags join the same batch
const OTHER_PAUSE = 20
const RETRY = [1000, 2000, 4000, 8000, 15000]

// Sync sends what waits in the queue, one request at a time, and hands the answers on. Events:
// "delta" (detail: what changed), "state" (saved, saving, offline, clash, signin, refused).
export class Sync extends EventTarget {
  constructor(base, flow, model) {
    super()
    Object.assign(this, { base, flow, model, busy: false, failures: 0, clash: null, timer: 0 })
    this.queue = new Queue(`okienko.edits.${base}.${flow}`)
    addEventListener("online", () => this.later(0))
    addEventListener("pagehide", () => this.leave())
    addEventListener("beforeunload", () => this.queue.keep())
    document.addEventListener("visibilitychange", () => document.hidden || this.catchUp())
  }

  add(ops) {
    this.queue.add(ops)
    this.tell("saving")
    this.later(onlyMoves(ops) ? MOVE_PAUSE : OTHER_PAUSE)
  }

  later(pause) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), pause)
  }

  async send() {
    if (this.busy || this.clash || this.queue.empty) return
    const batch = this.queue.first
    this.queue.mark(batch)
    const answer = await this.post("ops", { batch: batch.batch, ops: batch.ops })
    if (answer) this.answered(batch, answer)
  }

  answered(batch, { status, body }) {
    if (status === 200) this.queue.drop(batch.batch)
    else if (status === 409 && body.revision) this.outdated(batch, body)
    else return this.refuse(batch, body)
    this.take(body)
    if (this.queue.empty) this.tell("saved")
    else this.later(0)
  }

  // outdated: others were faster. Their operations are in body.missed; ours wait only for a true clash.
  outdated(batch, body) {
    if (!clashes(batch.ops, body.missed ?? [])) return
    this.clash = batch
    this.tell("clash")
  }

  // settle answers the question of a clash: keep our batch, or let go of it.
  settle(keep) {
    if (!keep) this.queue.drop(this.clash.batch)
    const dropped = keep ? [] : touched(this.clash.ops)
    this.clash = null
    this.tell(this.queue.empty ? "saved" : "saving")
    if (dropped.length) this.catchUp(dropped)
    this.later(0)
  }

  refuse(batch, body) {
    this.queue.drop(batch.batch)
    this.tell("refused", body?.error?.message)
    this.catchUp(touched(batch.ops))
    this.later(0)
  }

  // command runs undo, redo or tidy after everything before it is saved.
  async command(name, extra = {}) {
    await this.flush()
    if (!this.queue.empty) return null
    this.tell("saving")
    const answer = await this.post(name, { batch: crypto.randomUUID(), ...extra })
    if (!answer) return null
    if (!answer.body.revision) {
      this.tell("refused", answer.body.error?.message)
      return null
    }
    this.take(answer.body)
    this.tell("saved")
    return answer.status === 409 ? this.command(name, extra) : answer.body
  }

  async flush() {
    while (!this.queue.empty && !this.clash && this.failures === 0) {
      if (this.busy) await this.busy
      else await this.send()
    }
    if (this.busy) await this.busy
  }

  // catchUp fetches what others changed (another tab, a form, the trial's neighbour), and nodes by name.
  async catchUp(nodes = []) {
    if (this.busy) return this.busy.then(() => this.catchUp(nodes))
    const query = new URLSearchParams({ flow: this.flow, revision: this.model.revision })
    for (const id of nodes) query.append("node", id)
    const answer = await this.request(`${this.base}/ops?${query}`, {})
    if (answer?.status === 200) this.take(answer.body)
  }

  take(body) {
    this.dispatchEvent(new CustomEvent("delta", { detail: body }))
  }

  post(name, body) {
    const whole = JSON.stringify({ flow: this.flow, revision: this.model.revision, ...body })
    return this.request(`${this.base}/${name}`, { method: "POST", body: whole, headers: { "Content-Type": "application/json" } })
  }

  async request(url, options) {
    let done
    this.busy = new Promise((resolve) => { done = resolve; })
    const answer = await this.fetch(url, options)
    this.busy = false
    done()
    if (this.failures === 0) this.later(0) // edits may have come meanwhile
    return answer
  }

  // fetch answers null if nothing usable came back; what waits is then tried again later.
  async fetch(url, options) {
    try {
      const response = await fetch(url, { ...options, headers: { Accept: "application/json", ...options.headers } })
      const body = await response.json().catch(() => null)
      if (response.status === 401) return this.again("signin")
      if (response.status >= 500 || !body) return this.again("offline", body?.error?.message)
      this.failures = 0
      return { status: response.status, body }
    } catch {
      return this.again("offline")
    }
  }

  again(state, message) {
    this.tell(state, message)
    this.later(RETRY[Math.min(this.failures++, RETRY.length - 1)])
    return null
  }

  // leave sends what waits while the page goes away; the answer is nobody's, the next page asks again.
  leave() {
    this.queue.keep()
    if (this.queue.empty || this.busy || this.clash) return
    this.queue.mark(this.queue.first)
    const { batch, ops } = this.queue.first
    const body = JSON.stringify({ flow: this.flow, revision: this.model.revision, batch, ops })
    if (body.length < 60000) fetch(`${this.base}/ops`, { method: "POST", body, keepalive: true, headers: { "Content-Type": "application/json" } }).catch(() => {})
  }

  tell(state, message) {
    this.state = state
    this.dispatchEvent(new CustomEvent("state", { detail: { state, message } }))
  }
}

function touched(ops) {
  return [...new Set(ops.flatMap((op) => [op.node?.id ?? op.node, op.id, op.to, ...(op.nodes ?? []).map((node) => node.id)]).filter(Boolean))]
}
