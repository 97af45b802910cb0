// Pinch zooms with two fingers about the point between them, and pans with it.
export class Pinch {
  constructor(view, points) {
    this.view = view
    Object.assign(this, grip(points))
  }

  move(points) {
    if (points.length < 2) return
    const now = grip(points)
    this.view.panBy(now.x - this.x, now.y - this.y)
    this.view.zoomAt(now.x, now.y, now.spread / this.spread)
    Object.assign(this, now)
  }
}

function grip([a, b]) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1) }
}
