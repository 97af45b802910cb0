import { Connect } from "./connect.js"
import { DragBlock } from "./drag_block.js"
import { DragNodes } from "./drag_nodes.js"
import { Marquee } from "./marquee.js"
import { Pan } from "./pan.js"

// choose picks the gesture that a press begins, by what is under the pointer.
export function choose(editor, event, space) {
  if (event.button === 1 || space) return new Pan(editor, event)
  if (event.button !== 0) return null
  const at = (selector) => event.target.closest?.(selector)
  const edge = at(".edge")
  if (edge) return new Pan(editor, event, () => editor.selection.pickEdge(edge.dataset.key))
  const card = at(".node")
  if (!card) return event.shiftKey ? new Marquee(editor, event) : new Pan(editor, event, () => editor.selection.clear())
  const exit = at(".exit")
  if (exit && !editor.view.far) return new Connect(editor, card.dataset.id, exit)
  const block = at(".block")
  if (block && !at(".node-tool") && event.pointerType !== "touch" && !editor.view.far && !event.shiftKey) return new DragBlock(editor, event, block.dataset.block)
  return at(".node-tool") ? null : new DragNodes(editor, event, card.dataset.id, block?.dataset.block)
}
