import { removeSelected } from "./actions.js";
import { redo, tidy, undo } from "./commands.js";

// The buttons of the editor: data-do names what they do.
export function listenToTools(editor, inspector) {
  const tools = {
    undo: () => undo(editor),
    redo: () => redo(editor),
    tidy: () => tidy(editor),
    fit: () => editor.fit(),
    "zoom-in": () => editor.view.zoomBy(1.25),
    "zoom-out": () => editor.view.zoomBy(0.8),
    trial: () => inspector.openTrial(),
    remove: () => removeSelected(editor),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button && button.getAttribute("aria-disabled") !== "true") tools[button.dataset.do]?.();
  });
  const zoom = document.getElementById("zoom");
  editor.view.addEventListener("view", () => { zoom.textContent = `${Math.round(editor.view.zoom * 100)}%`; });
}
