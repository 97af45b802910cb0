// Selection is what the next command is about: nodes, or one block, or one edge; and which card holds
// the focus of the canvas (a single tab stop that wanders).
export class Selection extends EventTarget {
  constructor(cards, edges) {
    super()
    Object.assign(this, { cards, edges, nodes: new Set(), block: "", edge: "", focus: "" })
  }

  // pick selects exactly these nodes.
  pick(ids) {
    this.change({ nodes: new Set(ids) })
  }

  toggle(id) {
    const nodes = new Set(this.nodes)
    if (!nodes.delete(id)) nodes.add(id)
    this.change({ nodes })
  }

  pickBlock(node, block) {
    this.change({ nodes: new Set([node]), block })
  }

  pickEdge(key) {
    this.change({ edge: key })
  }

  clear() {
    this.change({})
  }

  change({ nodes = new Set(), block = "", edge = "" }) {
    this.paint(false)
    Object.assign(this, { nodes, block, edge })
    this.paint(true)
    this.dispatchEvent(new Event("change"))
  }

  // repaint puts the marks on again after bodies were replaced.
  repaint() {
    this.paint(true)
  }

  paint(on) {
    for (const id of this.nodes) this.cards.of(id)?.classList.toggle("is-selected", on)
    if (this.block) document.getElementById(`block-${this.block}`)?.classList.toggle("is-selected", on)
    if (this.edge) this.edges.mark(this.edge, "is-selected", on)
  }

  // forget drops nodes that are gone.
  forget(ids) {
    const gone = ids.filter((id) => this.nodes.has(id))
    if (gone.length) this.change({ nodes: new Set([...this.nodes].filter((id) => !gone.includes(id))) })
    if (ids.includes(this.focus)) this.rove([...this.cards.elements.keys()][0] ?? "")
  }

  // rove moves the single tab stop to a card.
  rove(id) {
    const before = this.cards.of(this.focus)
    if (before) before.tabIndex = -1
    this.focus = id
    const el = this.cards.of(id)
    if (el) el.tabIndex = 0
  }

  // only is the one selected node, if it is one.
  only() {
    return this.nodes.size === 1 ? [...this.nodes][0] : ""
  }
}
