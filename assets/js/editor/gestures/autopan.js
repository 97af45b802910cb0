const EDGE = 40 // px from the pane's border where it begins
const SPEED = 14 // px per frame at the border

// AutoPan moves the view while something is dragged against the pane's border.
export class AutoPan {
  constructor(editor, moved) {
    Object.assign(this, { editor, moved, event: null, frame: 0 })
  }

  follow(event) {
    this.event = event
    this.frame ||= requestAnimationFrame(() => this.step())
  }

  step() {
    this.frame = 0
    const { left, right, top, bottom } = this.editor.view.rect
    const dx = push(this.event.clientX, left, right)
    const dy = push(this.event.clientY, top, bottom)
    if (dx === 0 && dy === 0) return
    this.editor.view.panBy(dx, dy)
    this.moved(this.event)
    this.frame = requestAnimationFrame(() => this.step())
  }

  stop() {
    cancelAnimationFrame(this.frame)
    this.frame = 0
  }
}

function push(at, low, high) {
  if (at < low + EDGE && at > low - EDGE) return SPEED * Math.min((low + EDGE - at) / EDGE, 1)
  if (at > high - EDGE && at < high + EDGE) return -SPEED * Math.min((at - high + EDGE) / EDGE, 1)
  return 0
}
