// The same operations that the server applies, applied to the model at once. Each may be applied
// again after the server's answer came in between, so each checks what is already so.
// Returns the ids of the nodes that changed.
export function applyLocally(model, op) {
  return steps[op.op]?.(model, op) ?? []
}

const steps = {
  add_node: (model, { node }) => addNodes(model, [node]),
  paste: (model, { nodes, dx = 0, dy = 0 }) => addNodes(model, nodes.map((node) => moved(node, dx, dy))),
  move(model, { nodes }) {
    for (const { id, x, y } of nodes) {
      const node = model.nodes.get(id)
      if (node) node._canvas = { ...node._canvas, x, y }
    }
    return nodes.map((node) => node.id)
  },
  rename_node: (model, { id, title }) => change(model, id, (node) => { node.title = title; }),
  link: (model, { node, block, exit, to }) => setExit(model, node, block, exit, to),
  unlink: (model, { node, block, exit }) => setExit(model, node, block, exit, ""),
  set_start(model, { id }) {
    const before = model.start
    model.start = id
    return [before, id]
  },
  delete_node(model, { id }) {
    const sources = new Set([...(model.into.get(id) ?? [])].map((key) => model.edges.get(key).node))
    for (const source of sources) change(model, source, (node) => forget(node, id))
    model.remove(id)
    return [...sources, id]
  },
  add_block: (model, { node, index, block }) => change(model, node, (owner) => {
    if (!model.block(block.id)) owner.blocks.splice(index, 0, structuredClone(block))
  }),
  delete_block(model, { id }) {
    const found = model.block(id)
    return found ? change(model, found.node.id, (node) => node.blocks.splice(found.index, 1)) : []
  },
  move_block(model, { id, node, index }) {
    const found = model.block(id)
    if (!found || !model.nodes.has(node)) return []
    change(model, found.node.id, (owner) => owner.blocks.splice(found.index, 1))
    change(model, node, (owner) => owner.blocks.splice(index, 0, found.block))
    return [found.node.id, node]
  },
}

function change(model, id, edit) {
  const node = model.nodes.get(id)
  if (!node) return []
  edit(node)
  model.trace(id)
  return [id]
}

function addNodes(model, nodes) {
  const fresh = nodes.filter((node) => !model.nodes.has(node.id))
  for (const node of fresh) model.put(structuredClone(node))
  return fresh.map((node) => node.id)
}

function setExit(model, id, block, exit, to) {
  return change(model, id, (node) => {
    if (!block) node.next = to || undefined
    else setBlockExit(node.blocks.find((candidate) => candidate.id === block), exit, to)
  })
}

function setBlockExit(block, exit, to) {
  if (!block) return
  block.exits = (block.exits ?? []).filter((candidate) => candidate.id !== exit)
  if (to) block.exits.push({ id: exit, to })
}

function forget(node, id) {
  if (node.next === id) node.next = undefined
  for (const block of node.blocks) block.exits = (block.exits ?? []).filter((exit) => exit.to !== id)
}

function moved(node, dx, dy) {
  return { ...node, _canvas: { ...node._canvas, x: (node._canvas?.x ?? 0) + dx, y: (node._canvas?.y ?? 0) + dy } }
}
