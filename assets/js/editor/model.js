// Model is the flow as this page knows it: what the server said plus what is not saved yet.
// Nodes are the bot format's own JSON; edges are read from their exits.
export class Model {
  constructor(flow) {
    this.bot = flow.bot
    this.flow = flow.flow
    this.start = flow.start
    this.revision = flow.revision
    this.nodes = new Map()
    this.out = new Map() // node id -> its edges
    this.into = new Map() // node id -> Set of edge keys that end there
    this.edges = new Map() // edge key -> {key, node, block, exit, to}
    for (const node of flow.nodes) this.put(node)
  }

  put(node) {
    node.blocks ??= []
    this.nodes.set(node.id, node)
    this.trace(node.id)
  }

  remove(id) {
    this.nodes.delete(id)
    this.trace(id)
  }

  // trace reads the edges of a node again after it changed.
  trace(id) {
    for (const edge of this.out.get(id) ?? []) {
      this.edges.delete(edge.key)
      this.into.get(edge.to)?.delete(edge.key)
    }
    const node = this.nodes.get(id)
    const edges = node ? edgesOf(node) : []
    if (node) this.out.set(id, edges)
    else this.out.delete(id)
    for (const edge of edges) {
      this.edges.set(edge.key, edge)
      if (!this.into.has(edge.to)) this.into.set(edge.to, new Set())
      this.into.get(edge.to).add(edge.key)
    }
  }

  // touching lists the keys of all edges that begin or end at a node.
  touching(id) {
    return [...(this.out.get(id) ?? []).map((edge) => edge.key), ...(this.into.get(id) ?? [])]
  }

  at(id) {
    const place = this.nodes.get(id)?._canvas
    return { x: place?.x ?? 0, y: place?.y ?? 0 }
  }

  block(id) {
    for (const node of this.nodes.values()) {
      const index = node.blocks.findIndex((block) => block.id === id)
      if (index >= 0) return { node, index, block: node.blocks[index] }
    }
    return null
  }
}

// edgeKey names a way out: no block means the node's own "next".
export function edgeKey(node, block = "", exit = "") {
  return `${node}/${block}/${exit}`
}

function edgesOf(node) {
  const edges = []
  for (const block of node.blocks) {
    for (const exit of block.exits ?? []) {
      if (exit.to) edges.push({ key: edgeKey(node.id, block.id, exit.id), node: node.id, block: block.id, exit: exit.id, to: exit.to })
    }
  }
  if (node.next) edges.push({ key: edgeKey(node.id), node: node.id, block: "", exit: "", to: node.next })
  return edges
}
