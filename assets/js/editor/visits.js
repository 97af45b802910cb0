// Visits marks the steps that a trial runs through: all it has been to, and where it is now.
export function listenForVisits(editor) {
  let marked = []
  document.addEventListener("okienko:visit", (event) => {
    const nodes = (event.detail?.nodes ?? []).filter((id) => editor.model.nodes.has(id))
    for (const id of marked) editor.cards.of(id)?.classList.remove("is-running", "is-visited")
    marked = nodes
    for (const id of nodes) editor.cards.of(id).classList.add("is-visited")
    const now = nodes.at(-1)
    if (!now) return
    editor.cards.of(now).classList.add("is-running")
    if (editor.root.classList.contains("is-outline")) document.getElementById(`row-${now}`)?.scrollIntoView({ block: "nearest" })
    else editor.view.show(editor.ports.rect(now))
  })
}
