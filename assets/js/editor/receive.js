import { applyLocally } from "./local.js"

// receive takes what the server says has changed: {revision, start, nodes: [{id, data, html, row}], removed}.
// What is still waiting to be saved is applied on top of it. Returns the ids that changed.
export function receive(editor, delta) {
  if (delta.revision < editor.model.revision) return []
  if (delta.reload) {
    location.reload()
    return []
  }
  const { model, cards, ports } = editor
  const changed = new Set(delta.removed ?? [])
  if (delta.start !== undefined && delta.start !== model.start) {
    changed.add(model.start).add(delta.start)
    model.start = delta.start
  }
  model.revision = delta.revision
  for (const id of delta.removed ?? []) model.remove(id)
  for (const { id, data } of delta.nodes ?? []) {
    model.put(data)
    changed.add(id)
  }
  for (const op of editor.sync.queue.ops()) applyLocally(model, op).forEach((id) => changed.add(id))
  for (const id of changed) editor.refresh(id)
  for (const { id, html } of delta.nodes ?? []) {
    if (!html || !model.nodes.has(id)) continue
    cards.setBody(id, html)
    cards.agree(cards.of(id), model.nodes.get(id))
    ports.watch(id)
  }
  editor.selection.forget(delta.removed ?? [])
  editor.selection.repaint()
  return [...changed]
}
