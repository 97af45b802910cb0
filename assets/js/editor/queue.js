import { newID } from "./ids.js"

// Queue holds batches of operations that the server has not confirmed, oldest first. It lives in
// sessionStorage, so a closed lid or a dead network loses nothing.
export class Queue {
  constructor(name) {
    this.name = name
    this.batches = read(name)
  }

  get empty() {
    return this.batches.length === 0
  }

  get first() {
    return this.batches[0]
  }

  // add appends operations; moves join a batch of moves that has not been sent.
  add(ops) {
    const last = this.batches.at(-1)
    if (last && !last.sent && onlyMoves(last.ops) && onlyMoves(ops)) {
      last.ops = [{ op: "move", nodes: joinMoves([...last.ops, ...ops]) }]
    } else {
      this.batches.push({ batch: newID("t"), ops })
    }
    this.keep()
  }

  // mark notes that a batch is on its way: from now on it must not grow, or a retry would lose what was added.
  mark(batch) {
    batch.sent = true
    this.keep()
  }

  // drop removes a batch that is done with.
  drop(batch) {
    this.batches = this.batches.filter((waiting) => waiting.batch !== batch)
    this.keep()
  }

  ops() {
    return this.batches.flatMap((waiting) => waiting.ops)
  }

  keep() {
    try {
      if (this.empty) sessionStorage.removeItem(this.name)
      else sessionStorage.setItem(this.name, JSON.stringify(this.batches))
    } catch {
      // Storage may be full or forbidden; the batches are still in memory.
    }
  }
}

export const onlyMoves = (ops) => ops.every((op) => op.op === "move")

function joinMoves(ops) {
  const last = new Map()
  for (const op of ops) for (const place of op.nodes) last.set(place.id, place)
  return [...last.values()]
}

function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? []
  } catch {
    return []
  }
}
