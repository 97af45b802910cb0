import { PHONE } from "./switch.js"

// Inspector loads the form of what is selected into the panel at the right. The server makes the form.
export class Inspector {
  constructor(editor) {
    this.editor = editor
    this.el = document.getElementById("inspector-panel")
    this.body = document.getElementById("inspector")
    this.shown = "" // address of what the panel shows; "" for nothing
    editor.selection.addEventListener("change", () => this.follow())
    editor.addEventListener("edit", () => this.follow(true))
    editor.addEventListener("change", (event) => event.detail.delta && this.stale(event.detail))
    this.el.addEventListener("htmx:after:request", (event) => this.sent(event))
    this.el.addEventListener("htmx:after:swap", () => this.arrived())
    this.el.addEventListener("click", (event) => event.target.closest("[data-close]") && this.close())
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.el.contains(event.target) && this.back(event))
  }

  // follow shows the form of the selection; enter moves the focus into it. Where the panel would cover
  // the work (phones) or the work is not about selecting (list), only an explicit wish opens it.
  follow(enter = false) {
    const { block, nodes, edge } = this.editor.selection
    const node = this.editor.selection.only()
    if (!enter && (this.trial || this.editor.root.classList.contains("is-outline") || matchMedia(PHONE).matches)) return
    if (block) return this.load(`blocks/${block}`, enter)
    if (node) return this.load(`nodes/${node}`, enter)
    if (!edge && nodes.size === 0) this.close(false)
  }

  async load(path, enter = false) {
    this.wanted = path
    await this.editor.sync.flush()
    if (this.wanted !== path) return
    if (this.shown !== path) await this.fetch(path)
    if (enter) this.enter()
  }

  async fetch(path) {
    this.shown = path
    this.open()
    await window.htmx.ajax("GET", `${this.editor.base}/${path}`, { target: "#inspector", swap: "innerHTML" })
  }

  // open makes room for the panel; the card that it is about stays in view.
  open() {
    const { root, view, ports, selection } = this.editor
    if (root.classList.contains("has-inspector")) return
    root.classList.add("has-inspector")
    const card = selection.only()
    if (!card || this.editor.dragging || root.matches(".is-outline")) return
    view.measure()
    view.show(ports.rect(card))
  }

  // arrived follows the panel when a link inside it has led to another form.
  arrived() {
    this.trial = this.body.querySelector("okienko-trial") !== null
    const form = this.body.querySelector("[data-node]")
    const { block, node } = form?.dataset ?? {}
    if (!node || this.trial || !this.editor.model.nodes.has(node)) return
    this.wanted = this.shown = block ? `blocks/${block}` : `nodes/${node}`
    if (block && this.editor.selection.block !== block) this.editor.selection.pickBlock(node, block)
    else if (!block && (this.editor.selection.block || this.editor.selection.only() !== node)) this.editor.selection.pick([node])
  }

  enter() {
    const field = this.el.querySelector("textarea, input:not([type=hidden]), select") ?? this.el.querySelector("button")
    field?.focus()
  }

  openTrial() {
    this.wanted = "trial"
    this.shown = ""
    return this.load("trial", true)
  }

  close(clear = true) {
    this.wanted = this.shown = ""
    this.trial = false
    this.editor.root.classList.remove("has-inspector")
    this.body.replaceChildren()
    if (clear) this.back()
  }

  // back gives the focus to the block or card that the form is about.
  back(event) {
    if (event?.defaultPrevented) return
    const { block, focus } = this.editor.selection
    const face = block && document.querySelector(`#block-${block} .block-face`)
    const home = face || this.editor.cards.of(focus)
    home?.focus({ preventScroll: true })
  }

  // sent: a form in the panel has changed the draft on the server; fetch what it changed.
  sent(event) {
    const revision = event.detail?.ctx?.response?.raw?.headers.get("Okienko-Revision")
    if (Number(revision) > this.editor.model.revision) this.editor.sync.catchUp()
  }

  // stale loads the form again after its block changed elsewhere (undo, another tab, a new edge),
  // but not while somebody types in it.
  stale({ ids, delta }) {
    const { block, nodes } = this.editor.selection
    if (!this.shown || this.trial || !ids.some((id) => nodes.has(id))) return
    if (this.el.contains(document.activeElement) && !delta.command) return
    if (block && !this.editor.model.block(block)) return this.editor.selection.pick([...nodes])
    const path = this.shown
    this.shown = ""
    this.load(path)
  }
}
