import { addStep, duplicate, removeNodes, setStart } from "./actions.js"
import { bounds } from "./geometry.js"
import { redo, tidy, undo } from "./commands.js"

// The buttons of the editor: data-do names what they do.
export function listenToTools(editor, inspector, kinds, outline) {
  const tools = {
    undo: () => undo(editor),
    redo: () => redo(editor),
    tidy: () => tidy(editor),
    fit: () => editor.fit(),
    "zoom-in": () => editor.view.zoomBy(1.25),
    "zoom-out": () => editor.view.zoomBy(0.8),
    trial: () => inspector.openTrial(),
    duplicate: () => duplicate(editor),
    start: () => setStart(editor, editor.selection.only()),
    remove: () => removeNodes(editor, [...editor.selection.nodes]),
    "add-step": () => outline.expect(addStep(editor, kinds.get("say_text"), lowest(editor))),
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]")
    if (button && button.getAttribute("aria-disabled") !== "true") tools[button.dataset.do]?.()
  })
  const zoom = document.getElementById("zoom")
  editor.view.addEventListener("view", () => { zoom.textContent = `${Math.round(editor.view.zoom * 100)}%`; })
}

// lowest is a place under all cards.
function lowest(editor) {
  const all = bounds(editor.rects())
  return all ? { x: all.x, y: all.y + all.h + 48 } : { x: 0, y: 0 }
}
