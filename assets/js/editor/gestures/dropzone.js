// cardAt finds the topmost card at a point of the world.
export function cardAt(editor, { x, y }) {
  let found
  for (const rect of editor.rects()) {
    if (x >= rect.x - 8 && x <= rect.x + rect.w + 8 && y >= rect.y - 8 && y <= rect.y + rect.h + 8) found = rect.id
  }
  return found
}

// DropZone shows between which blocks of which card something would land.
export class DropZone {
  constructor(editor) {
    this.editor = editor
    this.mark = document.createElement("li")
    this.mark.className = "drop-mark"
    this.mark.setAttribute("aria-hidden", "true")
  }

  // at returns {node, index} for a point on the screen, or null over empty paper. skip is a block that
  // is on its way and does not count.
  at(event, skip = "") {
    const node = cardAt(this.editor, this.editor.view.toWorld(event.clientX, event.clientY))
    this.mark.remove()
    if (!node) return null
    const list = this.editor.cards.of(node).querySelector(".node-blocks")
    const rows = [...list.children].filter((row) => row.dataset.block && row.dataset.block !== skip)
    const after = rows.find((row) => {
      const box = row.getBoundingClientRect()
      return event.clientY < box.top + box.height / 2
    })
    list.insertBefore(this.mark, after ?? null)
    return { node, index: after ? rows.indexOf(after) : rows.length }
  }

  clear() {
    this.mark.remove()
  }
}
