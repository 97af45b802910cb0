// Plain sums about points and rectangles {x, y, w, h}.
export const GRID = 8

export const snap = (value) => Math.round(value / GRID) * GRID

export function bounds(rects) {
  if (rects.length === 0) return null
  const left = Math.min(...rects.map((r) => r.x))
  const top = Math.min(...rects.map((r) => r.y))
  const right = Math.max(...rects.map((r) => r.x + r.w))
  const bottom = Math.max(...rects.map((r) => r.y + r.h))
  return { x: left, y: top, w: right - left, h: bottom - top }
}

export function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

const directions = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
}

// arrow is the direction of an arrow key as [dx, dy]; undefined for other keys.
export const arrow = (key) => directions[key]

// nearest finds the rectangle that lies in a direction, preferring what is straight ahead.
export function nearest(from, rects, [dx, dy]) {
  const center = (r) => ({ x: r.x + r.w / 2, y: r.y + Math.min(r.h, 80) / 2 })
  const origin = center(from)
  let best = null
  for (const rect of rects) {
    const c = center(rect)
    const ahead = (c.x - origin.x) * dx + (c.y - origin.y) * dy
    const aside = Math.abs((c.x - origin.x) * dy) + Math.abs((c.y - origin.y) * dx)
    if (ahead <= 0) continue
    const cost = ahead + 2 * aside
    if (!best || cost < best.cost) best = { rect, cost }
  }
  return best?.rect ?? null
}
