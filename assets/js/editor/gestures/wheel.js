const LINE = 16 // px a line of wheel scroll stands for

// wheel scrolls the paper; with Ctrl or Cmd (which is how browsers tell a pinch) it zooms.
export function wheel(editor, event) {
  if (event.target.closest(".canvas-ui")) return
  event.preventDefault()
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
  const dx = event.deltaX * unit
  const dy = event.deltaY * unit
  if (event.ctrlKey || event.metaKey) return editor.view.zoomAt(event.clientX, event.clientY, Math.exp(-Math.max(-60, Math.min(60, dy)) / 100))
  if (event.shiftKey && dx === 0) return editor.view.panBy(-dy, 0)
  editor.view.panBy(-dx, -dy)
}
