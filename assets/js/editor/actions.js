import { copyNodes, newID, withNewIDs } from "./ids.js"
import { snap } from "./geometry.js"
import { t } from "./words.js"

// What a person can do to a flow, however it was asked for: by pointer, key, menu or outline.
const BESIDE = 360 // how far to the right a new step lands

export function newNode(title, at, blocks = []) {
  return { id: newID("n"), title, blocks, _canvas: { x: snap(at.x), y: snap(at.y) } }
}

// addStep adds a node with one fresh block at a point, optionally reached from an exit.
export function addStep(editor, kind, at, from = null) {
  const block = withNewIDs(kind.block)
  const node = newNode(kind.name, free(editor, at), [block])
  const ops = [{ op: "add_node", flow: editor.model.flow, node }]
  if (!editor.model.start) ops.push({ op: "set_start", id: node.id })
  if (from) ops.push(linkOp(from, node.id))
  editor.commit(ops, t("said.added", { title: node.title }))
  editor.focus(node.id)
  editor.selection.pickBlock(node.id, block.id)
  return node.id
}

export function addBlock(editor, kind, node, index = editor.model.nodes.get(node).blocks.length) {
  const block = withNewIDs(kind.block)
  editor.commit([{ op: "add_block", node, index, block }], t("said.block_added", { name: kind.name }))
  editor.selection.pickBlock(node, block.id)
}

// moveBlock puts a block into a node at an index that counts without the block itself.
export function moveBlock(editor, id, node, index) {
  const found = editor.model.block(id)
  if (!found || (found.node.id === node && found.index === index)) return
  editor.commit([{ op: "move_block", id, node, index }], t("said.block_moved", { n: index + 1, title: editor.model.nodes.get(node).title }))
  editor.selection.pickBlock(node, id)
}

// blockToStep makes a new node of a block that was dragged out.
export function blockToStep(editor, id, at) {
  const node = newNode(t("new_step"), at)
  editor.commit([{ op: "add_node", flow: editor.model.flow, node }, { op: "move_block", id, node: node.id, index: 0 }], t("said.added", { title: node.title }))
  editor.selection.pickBlock(node.id, id)
}

const linkOp = ({ node, block, exit }, to) => (block ? { op: "link", node, block, exit, to } : { op: "link", node, to })
const unlinkOp = ({ node, block, exit }) => (block ? { op: "unlink", node, block, exit } : { op: "unlink", node })

export function connect(editor, from, to) {
  editor.commit([linkOp(from, to)], t("said.connected", { title: editor.model.nodes.get(to).title }))
}

export function disconnect(editor, from) {
  editor.commit([unlinkOp(from)], t("said.disconnected"))
}

// insertStep puts a new node into the middle of an edge.
export function insertStep(editor, edge, kind, at) {
  const id = addStep(editor, kind, at, edge)
  editor.commit([{ op: "link", node: id, to: edge.to }])
}

export function rename(editor, id, title) {
  const text = title.trim()
  if (text && text !== editor.model.nodes.get(id)?.title) editor.commit([{ op: "rename_node", id, title: text }], t("said.renamed", { title: text }))
}

export function setStart(editor, id) {
  if (id && id !== editor.model.start) editor.commit([{ op: "set_start", id }], t("said.start", { title: editor.model.nodes.get(id).title }))
}

// removeSelected deletes the edge, the block or the nodes that are selected.
export function removeSelected(editor) {
  const { edge, block, nodes } = editor.selection
  if (edge) {
    const found = editor.model.edges.get(edge)
    editor.selection.clear()
    if (found) disconnect(editor, found)
  } else if (block) removeBlock(editor, block)
  else if (nodes.size) removeNodes(editor, [...nodes])
}

export function removeBlock(editor, id) {
  const found = editor.model.block(id)
  if (!found) return
  editor.selection.pick([found.node.id])
  editor.commit([{ op: "delete_block", id }], t("said.block_removed"))
  editor.focus(found.node.id)
}

// removeNodes leaves the start while other nodes stay: a flow without a start can't run.
export function removeNodes(editor, wanted) {
  const { start, nodes } = editor.model
  const ids = wanted.length < nodes.size ? wanted.filter((id) => id !== start) : wanted.toSorted((id) => (id === start ? 1 : -1))
  if (ids.length < wanted.length) editor.say(t("said.start_kept"))
  if (ids.length === 0) return
  const next = editor.model.into.get(ids[0])?.values().next().value
  const back = next && editor.model.edges.get(next)?.node
  editor.selection.clear()
  editor.commit(ids.map((id) => ({ op: "delete_node", id })), ids.length < wanted.length ? "" : t("said.removed", { n: ids.length }))
  if (back && editor.model.nodes.has(back)) editor.focus(back)
}

export function moveNodes(editor, places) {
  editor.commit([{ op: "move", nodes: places }])
}

// place adds copies of nodes under new ids, so that their upper left corner comes to a point.
export function place(editor, nodes, at) {
  const copies = copyNodes(nodes)
  const left = Math.min(...copies.map((node) => node._canvas?.x ?? 0))
  const top = Math.min(...copies.map((node) => node._canvas?.y ?? 0))
  const op = { op: "paste", flow: editor.model.flow, nodes: copies, dx: snap(at.x - left), dy: snap(at.y - top) }
  editor.commit([op], t("said.pasted", { n: copies.length }))
  editor.selection.pick(copies.map((node) => node.id))
  editor.focus(copies[0].id)
}

export function duplicate(editor) {
  const nodes = [...editor.selection.nodes].map((id) => editor.model.nodes.get(id))
  if (nodes.length === 0) return
  const left = Math.min(...nodes.map((node) => node._canvas?.x ?? 0))
  const top = Math.min(...nodes.map((node) => node._canvas?.y ?? 0))
  place(editor, nodes, { x: left + 40, y: top + 40 })
}

// beside is where a step reached from a node should land.
export function beside(editor, id) {
  const { x, y } = editor.model.at(id)
  return { x: x + BESIDE, y }
}

// free moves a point down until no card lies there.
function free(editor, { x, y }) {
  const rects = editor.rects()
  const taken = (top) => rects.some((r) => Math.abs(r.x - x) < 200 && top < r.y + r.h + 16 && r.y < top + 96)
  let top = y
  for (let tries = 0; tries < 60 && taken(top); tries++) top += 32
  return { x, y: top }
}
