import { parse } from "./parse.js"
import { edgeKey } from "./model.js"
import { t } from "./words.js"

// Cards are the nodes' elements. The wrapper (place, selection, focus) belongs to this class; the body
// is the server's. Between an edit and the server's answer the old body is adjusted to the model.
export class Cards {
  constructor(model, layer) {
    this.model = model
    this.layer = layer
    this.elements = new Map()
    for (const el of layer.querySelectorAll(":scope > .node")) this.elements.set(el.dataset.id, el)
    for (const id of this.elements.keys()) this.place(id)
  }

  of(id) {
    return this.elements.get(id)
  }

  place(id, at = this.model.at(id)) {
    const el = this.of(id)
    if (el) el.style.transform = `translate(${at.x}px, ${at.y}px)`
  }

  // refresh makes the element of a node agree with the model.
  refresh(id) {
    const node = this.model.nodes.get(id)
    if (!node) return this.drop(id)
    const el = this.of(id) ?? this.add(node)
    this.place(id)
    this.agree(el, node)
  }

  drop(id) {
    this.of(id)?.remove()
    this.elements.delete(id)
  }

  add(node) {
    const el = document.createElement("div")
    el.className = "node is-new"
    el.id = `node-${node.id}`
    el.tabIndex = -1
    el.setAttribute("role", "group")
    el.setAttribute("aria-roledescription", t("node"))
    el.setAttribute("aria-labelledby", `title-${node.id}`)
    el.dataset.id = node.id
    el.append(sketch(node))
    this.layer.append(el)
    this.elements.set(node.id, el)
    return el
  }

  // setBody takes the body that the server rendered.
  setBody(id, html) {
    const el = this.of(id)
    if (!el) return
    const held = el.contains(document.activeElement) ? document.activeElement.id : ""
    const open = [...el.querySelectorAll(".block.is-open")].map((block) => block.id)
    el.firstElementChild.replaceWith(parse(html))
    el.classList.remove("is-new")
    for (const block of open) el.querySelector(`#${block}`)?.classList.add("is-open")
    if (held && held !== el.id) document.getElementById(held)?.focus({ preventScroll: true })
  }

  // agree adjusts a body: title, order of blocks, which ports are connected.
  agree(el, node) {
    const title = el.querySelector(".node-title")
    if (title && !title.isContentEditable && title.textContent !== node.title) title.textContent = node.title
    const list = el.querySelector(".node-blocks")
    const rows = new Map([...list.children].map((row) => [row.dataset.block, row]))
    node.blocks.forEach((block, index) => {
      const row = rows.get(block.id) ?? document.getElementById(`block-${block.id}`) ?? sketchBlock(block)
      if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null)
      rows.delete(block.id)
    })
    for (const row of rows.values()) row.remove()
    for (const exit of el.querySelectorAll(".exit")) {
      exit.classList.toggle("is-linked", this.model.edges.has(edgeKey(node.id, exit.dataset.block, exit.dataset.exit)))
    }
  }
}

// sketch is the body of a node that the server has not rendered yet.
function sketch(node) {
  const body = document.createElement("div")
  body.className = "node-body"
  const title = document.createElement("h3")
  title.className = "node-title"
  title.id = `title-${node.id}`
  const blocks = document.createElement("ol")
  blocks.className = "node-blocks"
  body.append(title, blocks)
  return body
}

function sketchBlock(block) {
  const row = document.createElement("li")
  row.className = "block is-sketch"
  row.id = `block-${block.id}`
  row.dataset.block = block.id
  row.textContent = t(`block.${block.type}`)
  return row
}
