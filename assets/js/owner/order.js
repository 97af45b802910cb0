// Lists that are put in order by dragging a handle. The rows' buttons do the same without a mouse.

let dragged = null
let place = 0 // of the dragged row, when it was taken

const siblings = (row) => [...row.parentElement.children].filter((other) => other.matches("[data-order-row]"))

document.addEventListener("pointerdown", (event) => {
  const handle = event.button === 0 && event.target.closest?.("[data-order-handle]")
  if (!handle) return
  event.preventDefault()
  handle.setPointerCapture(event.pointerId)
  dragged = handle.closest("[data-order-row]")
  place = siblings(dragged).indexOf(dragged)
  dragged.classList.add("is-dragged")
})

document.addEventListener("pointermove", (event) => {
  if (!dragged) return
  for (const row of siblings(dragged)) {
    if (row === dragged) continue
    const box = row.getBoundingClientRect()
    const middle = box.top + box.height / 2
    const above = row.compareDocumentPosition(dragged) & Node.DOCUMENT_POSITION_FOLLOWING
    if (above && event.clientY < middle) return row.before(dragged)
    if (!above && event.clientY > middle) row.after(dragged)
  }
})

function drop() {
  if (!dragged) return
  const row = dragged
  dragged = null
  row.classList.remove("is-dragged")
  if (siblings(row).indexOf(row) !== place) row.closest("form").dispatchEvent(new Event("change", { bubbles: true }))
}

document.addEventListener("pointerup", drop)
document.addEventListener("pointercancel", drop)
