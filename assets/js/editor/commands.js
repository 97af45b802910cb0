import { duplicate, removeSelected } from "./actions.js"
import { t } from "./words.js"

// commands are the keys that mean the same on the whole canvas. One that returns false did nothing,
// and the browser may do its own.
export function commands(editor) {
  const { view, selection } = editor
  return {
    "mod+z": () => undo(editor),
    "mod+shift+z": () => redo(editor),
    "mod+y": () => redo(editor),
    "mod+a": () => selectAll(editor),
    "mod+d": () => duplicate(editor),
    "mod++": () => view.zoomBy(1.25),
    "mod+=": () => view.zoomBy(1.25),
    "mod+-": () => view.zoomBy(0.8),
    "mod+0": () => view.zoomBy(1 / view.zoom),
    "+": () => view.zoomBy(1.25),
    "=": () => view.zoomBy(1.25),
    "-": () => view.zoomBy(0.8),
    0: () => view.zoomBy(1 / view.zoom),
    1: () => editor.fit(),
    "?": () => document.getElementById("editor-keys").showPopover(),
    Delete: () => selection.edge ? removeSelected(editor) : false,
    Backspace: () => selection.edge ? removeSelected(editor) : false,
    Escape: () => clear(editor),
  }
}

export async function undo(editor) {
  const done = await editor.sync.command("undo")
  if (done) editor.say(t(done.nothing ? "said.nothing_to_undo" : "said.undone"))
}

export async function redo(editor) {
  const done = await editor.sync.command("redo")
  if (done) editor.say(t(done.nothing ? "said.nothing_to_redo" : "said.redone"))
}

// tidy asks the server for a layout; it knows the flow, we know how large the cards are.
export async function tidy(editor) {
  const sizes = editor.rects().map(({ id, w, h }) => ({ id, w, h }))
  const done = await editor.sync.command("tidy", { sizes })
  if (!done) return
  editor.fit()
  editor.say(t("said.tidied"))
}

function selectAll(editor) {
  editor.selection.pick(editor.model.nodes.keys())
  editor.say(t("said.selected", { n: editor.selection.nodes.size }))
}

function clear({ selection }) {
  if (selection.nodes.size === 0 && !selection.edge) return false
  if (document.activeElement?.closest(".node-body")) return false
  selection.clear()
}
