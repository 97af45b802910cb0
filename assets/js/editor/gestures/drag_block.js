import { blockToStep, moveBlock, moveNodes } from "../actions.js"
import { snap } from "../geometry.js"
import { AutoPan } from "./autopan.js"
import { DropZone } from "./dropzone.js"
import { Ghost } from "./ghost.js"

// DragBlock carries a block to another place in its card, to another card, or out into one of its own.
export class DragBlock {
  constructor(editor, event, id) {
    Object.assign(this, { editor, id, many: event.ctrlKey || event.metaKey })
    this.row = document.getElementById(`block-${id}`)
    this.node = editor.model.block(id)?.node.id
    this.auto = new AutoPan(editor, (last) => this.move(last))
  }

  tap() {
    const { selection } = this.editor
    selection.rove(this.node)
    if (this.many) return selection.toggle(this.node)
    selection.pickBlock(this.node, this.id)
    this.row.querySelector(".block-face").focus({ preventScroll: true })
  }

  start() {
    this.zone = new DropZone(this.editor)
    this.ghost = new Ghost(this.row.querySelector(".block-face"))
    this.row.classList.add("is-carried")
  }

  move(event) {
    this.auto.follow(event)
    this.ghost.move(event)
    this.drop = this.zone.at(event, this.id)
  }

  end(event) {
    this.cancel()
    if (this.drop) return moveBlock(this.editor, this.id, this.drop.node, this.drop.index)
    const at = this.editor.view.toWorld(event.clientX, event.clientY)
    this.out({ x: snap(at.x - 40), y: snap(at.y - 20) })
  }

  // out drops the block on empty paper: it becomes a step, or takes its card along if it is alone there.
  out(at) {
    if (this.editor.model.nodes.get(this.node).blocks.length > 1) blockToStep(this.editor, this.id, at)
    else moveNodes(this.editor, [{ id: this.node, ...at }])
  }

  cancel() {
    this.auto.stop()
    this.zone.clear()
    this.ghost.remove()
    this.row.classList.remove("is-carried")
  }
}
