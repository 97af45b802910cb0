import { applyLocally } from "./local.js"
import { Cards } from "./cards.js"
import { Edges } from "./edges.js"
import { Model } from "./model.js"
import { Ports } from "./ports.js"
import { Selection } from "./selection.js"
import { Sync } from "./sync.js"
import { Viewport } from "./viewport.js"
import { bounds } from "./geometry.js"
import { receive } from "./receive.js"

const READABLE = 0.6 // zoom

// Editor holds the parts together. Events: "change" (detail: ids of nodes that changed) and
// "say" (detail: a sentence for the status line and the screen reader).
export class Editor extends EventTarget {
  constructor(root, flow) {
    super()
    this.root = root
    this.base = root.dataset.base
    this.pane = root.querySelector("#canvas")
    this.model = new Model(flow)
    this.cards = new Cards(this.model, root.querySelector("#nodes"))
    this.ports = new Ports(this.cards)
    this.edges = new Edges(this.model, this.ports, root.querySelector("#edges"))
    this.view = new Viewport(this.pane, root.querySelector("#world"), root.querySelector("#grid"))
    this.selection = new Selection(this.cards, this.edges)
    this.sync = new Sync(this.base, flow.flow, this.model)
    this.sync.addEventListener("delta", (event) => this.took(event.detail))
    this.replay()
  }

  // replay applies what an earlier visit could not save.
  replay() {
    const ops = this.sync.queue.ops()
    if (ops.length === 0) return
    this.apply(ops)
    this.sync.later(0)
  }

  // commit applies operations at once and sends them; words, if given, are said.
  commit(ops, words) {
    if (ops.length === 0) return
    this.sync.add(ops)
    this.apply(ops)
    if (words) this.say(words)
  }

  apply(ops) {
    const changed = new Set(ops.flatMap((op) => applyLocally(this.model, op)))
    for (const id of changed) this.refresh(id)
    this.selection.forget([...changed].filter((id) => !this.model.nodes.has(id)))
    this.changed([...changed])
  }

  took(delta) {
    const ids = receive(this, delta)
    this.changed(ids, delta)
  }

  refresh(id) {
    const el = this.cards.of(id)
    this.cards.refresh(id)
    if (!this.model.nodes.has(id)) this.ports.forget(id, el)
    else if (this.cards.of(id) !== el) this.ports.watch(id)
    this.edges.node(id)
  }

  changed(ids, delta) {
    this.dispatchEvent(new CustomEvent("change", { detail: { ids, delta } }))
  }

  say(words) {
    this.dispatchEvent(new CustomEvent("say", { detail: words }))
  }

  rects(ids = this.model.nodes.keys()) {
    return [...ids].map((id) => this.ports.rect(id))
  }

  // unveil is called when the canvas comes to be seen: cards have sizes now. The first time it shows the
  // whole flow if it can be read at that size, else its beginning.
  unveil() {
    this.view.measure()
    this.ports.sizes.clear()
    this.edges.all()
    if (this.unveiled) return
    this.unveiled = true
    this.fit(false)
    if (this.view.zoom < READABLE && this.model.start) this.begin()
  }

  begin() {
    const first = this.ports.rect(this.model.start)
    const { width, height } = this.view.rect
    const zoom = Math.min(1, (width - 48) / first.w)
    this.view.set(Math.min(64, (width - first.w * zoom) / 2) - first.x * zoom, Math.max(24, (height - first.h * zoom) / 3) - first.y * zoom, zoom)
  }

  fit(glide = true) {
    this.view.fit(bounds(this.rects()), glide)
  }

  // focus moves the canvas' tab stop to a card, brings it into view and gives it the focus.
  focus(id, { select = false } = {}) {
    if (!this.model.nodes.has(id)) return
    this.selection.rove(id)
    if (select) this.selection.pick([id])
    this.view.show(this.ports.rect(id))
    this.cards.of(id).focus({ preventScroll: true })
  }
}
