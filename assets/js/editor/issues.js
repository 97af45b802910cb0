import { parse } from "./parse.js"

// Issues is the list of what to look at before publishing; each leads to its node and block.
export class Issues {
  constructor(editor) {
    this.editor = editor
    this.el = document.getElementById("issues")
    this.button = document.querySelector("[popovertarget=issues]")
    editor.addEventListener("change", (event) => this.changed(event.detail.delta))
    this.el.addEventListener("click", (event) => event.target.closest("a") && this.el.hidePopover())
    addEventListener("hashchange", () => this.follow())
  }

  changed(delta) {
    if (!delta?.issues) return
    this.button.querySelector("span").textContent = delta.issues.label
    this.button.hidden = delta.issues.count === 0
    this.el.replaceChildren(parse(delta.issues.html))
  }

  // follow shows what the address names: #node=ID&block=ID.
  follow() {
    const wanted = new URLSearchParams(location.hash.slice(1))
    const node = wanted.get("node")
    if (!this.editor.model.nodes.has(node)) return false
    const block = wanted.get("block")
    this.editor.focus(node)
    if (block && this.editor.model.block(block)) this.editor.selection.pickBlock(node, block)
    else this.editor.selection.pick([node])
    return true
  }
}
