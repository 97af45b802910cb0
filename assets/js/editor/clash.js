// clashes tells whether two lists of operations touch the same thing in ways that can't both hold.
// Positions don't clash: the later drag wins.
export function clashes(mine, theirs) {
  const removed = new Set(theirs.filter((op) => op.op === "delete_node" || op.op === "delete_block").map((op) => op.id))
  const touched = new Set(theirs.flatMap(writes))
  return mine.some((op) => writes(op).some((thing) => touched.has(thing)) || needs(op).some((id) => removed.has(id)))
}

// writes names what an operation decides.
function writes(op) {
  switch (op.op) {
    case "rename_node": return [`title:${op.id}`]
    case "link":
    case "unlink": return [`exit:${op.node}/${op.block ?? ""}/${op.exit ?? ""}`]
    case "set_block": return [`block:${op.block.id}`]
    case "move_block":
    case "delete_block": return [`block:${op.id}`]
    case "set_start": return ["start"]
    default: return []
  }
}

// needs names what must still be there for an operation to make sense.
function needs(op) {
  switch (op.op) {
    case "link": return [op.node, op.block, op.to]
    case "add_block": return [op.node]
    case "move_block": return [op.id, op.node]
    case "rename_node":
    case "set_start": return [op.id]
    default: return []
  }
}
