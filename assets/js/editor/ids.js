// Ids are made here, so that an edit can be drawn before the server has heard of it.
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"

export function newID(prefix) {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return prefix + Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("")
}

// withNewIDs copies a block and gives it, its choices and its branches ids of their own;
// its exits follow their choices.
export function withNewIDs(block) {
  const copy = structuredClone(block)
  const renamed = new Map()
  copy.id = newID("b")
  for (const part of [...(copy.choices ?? []), ...(copy.branches ?? [])]) {
    const id = newID("c")
    renamed.set(part.id, id)
    part.id = id
  }
  for (const exit of copy.exits ?? []) exit.id = renamed.get(exit.id) ?? exit.id
  return copy
}

// copyNodes copies nodes under new ids; edges among them stay, edges out of the group go.
export function copyNodes(nodes) {
  const renamed = new Map(nodes.map((node) => [node.id, newID("n")]))
  return nodes.map((node) => {
    const copy = { ...structuredClone(node), id: renamed.get(node.id), blocks: (node.blocks ?? []).map(withNewIDs) }
    copy.next = renamed.get(node.next)
    for (const block of copy.blocks) {
      block.exits = (block.exits ?? []).filter((exit) => renamed.has(exit.to))
      for (const exit of block.exits) exit.to = renamed.get(exit.to)
    }
    return copy
  })
}
