import { choose } from "./choose.js"
import { Pinch } from "./pinch.js"
import { wheel } from "./wheel.js"

const THRESHOLD = 4 // px before a press becomes a drag

// Gestures is the one state machine of the pointer: idle, pressed (a gesture is chosen but has not
// moved), dragging, pinching. A gesture has start, move, end, cancel, and tap for a press without a drag.
export class Gestures {
  constructor(editor) {
    Object.assign(this, { editor, pointers: new Map(), current: null, space: false })
    const { pane } = editor
    pane.addEventListener("pointerdown", (event) => this.down(event))
    addEventListener("pointermove", (event) => this.move(event))
    addEventListener("pointerup", (event) => this.up(event))
    addEventListener("pointercancel", (event) => this.lost(event))
    addEventListener("blur", () => this.cancel())
    pane.addEventListener("wheel", (event) => wheel(editor, event), { passive: false })
    pane.addEventListener("contextmenu", (event) => this.current && event.preventDefault())
  }

  down(event) {
    if (event.target.closest(".canvas-ui") || event.target.isContentEditable) return
    this.editor.view.measure()
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (this.pointers.size === 2) return this.pinch()
    if (this.current || this.pointers.size > 2) return
    const gesture = choose(this.editor, event, this.space)
    if (gesture) this.press(gesture, event)
  }

  // press waits with a gesture until the pointer has moved far enough.
  press(gesture, event) {
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    this.current = { gesture, id: event.pointerId, from: { x: event.clientX, y: event.clientY }, target: event.target, dragging: false }
  }

  move(event) {
    if (!this.pointers.has(event.pointerId)) return
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (this.pinching) return this.pinching.move([...this.pointers.values()])
    const now = this.current
    if (!now || now.id !== event.pointerId) return
    if (!now.dragging && !this.begin(now, event)) return
    now.gesture.move(event)
  }

  begin(now, event) {
    if (Math.hypot(event.clientX - now.from.x, event.clientY - now.from.y) < THRESHOLD) return false
    if (!now.gesture.start) return false
    now.dragging = true
    now.target.setPointerCapture(event.pointerId) // its cursor stays, too
    this.editor.dragging = true
    now.gesture.start(now.from)
    return true
  }

  up(event) {
    this.pointers.delete(event.pointerId)
    if (this.pinching) return this.pointers.size === 0 && this.rest()
    const now = this.current
    if (!now || now.id !== event.pointerId) return
    this.rest()
    if (!now.dragging) return now.gesture.tap?.(event)
    swallowClick()
    now.gesture.end(event)
  }

  lost(event) {
    this.pointers.delete(event.pointerId)
    if (this.current?.id === event.pointerId) this.cancel()
    if (this.pointers.size === 0) this.rest()
  }

  cancel() {
    const now = this.current
    this.rest()
    if (now?.dragging) now.gesture.cancel()
  }

  pinch() {
    this.cancel()
    this.pinching = new Pinch(this.editor.view, [...this.pointers.values()])
  }

  rest() {
    this.current = null
    this.pinching = null
    this.editor.dragging = false
  }
}

// swallowClick keeps the click that follows a drag from pressing what lies under the pointer. It must
// not outlive the event loop's turn, or it would eat the next press of Enter.
function swallowClick() {
  const stop = (event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  addEventListener("click", stop, { capture: true, once: true })
  setTimeout(() => removeEventListener("click", stop, { capture: true }))
}
