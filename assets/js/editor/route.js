// The shape of an edge from a port (on the right side of a card) to the head of another card.
const BACK = 24 // a target further left than this is reached around
const CORNER = 12

// route returns the path's d for an edge from a to b; below is the y of the lower edge of both cards.
export function route(a, b, below) {
  const line = b.x < a.x + BACK ? around(a, b, below) : curve(a, b)
  return `${line}M${b.x - 7} ${b.y - 5}L${b.x} ${b.y}L${b.x - 7} ${b.y + 5}`
}

function curve(a, b) {
  const pull = Math.min(Math.max((b.x - a.x) / 2, 32), 160)
  return `M${a.x} ${a.y}C${a.x + pull} ${a.y} ${b.x - pull} ${b.y} ${b.x} ${b.y}`
}

// around leaves to the right, runs below the cards (or between them, if there is room) and comes in from the left.
function around(a, b, below) {
  const right = a.x + BACK
  const left = b.x - BACK
  const middle = Math.abs(b.y - a.y) > 160 ? (a.y + b.y) / 2 : below + BACK
  return rounded([a, { x: right, y: a.y }, { x: right, y: middle }, { x: left, y: middle }, { x: left, y: b.y }, b])
}

// rounded draws straight lines with round corners.
function rounded(points) {
  let d = `M${points[0].x} ${points[0].y}`
  for (let i = 1; i < points.length - 1; i++) {
    const before = toward(points[i], points[i - 1])
    const after = toward(points[i], points[i + 1])
    d += `L${before.x} ${before.y}Q${points[i].x} ${points[i].y} ${after.x} ${after.y}`
  }
  const last = points.at(-1)
  return `${d}L${last.x} ${last.y}`
}

function toward(corner, other) {
  const dx = other.x - corner.x
  const dy = other.y - corner.y
  const length = Math.hypot(dx, dy) || 1
  const step = Math.min(CORNER, length / 2)
  return { x: corner.x + (dx / length) * step, y: corner.y + (dy / length) * step }
}
