import { addBlock, addStep } from "../actions.js"
import { AutoPan } from "./autopan.js"
import { DropZone } from "./dropzone.js"
import { Ghost } from "./ghost.js"

// PlaceBlock carries a new block from the palette: into a card between its blocks, or onto empty paper.
export class PlaceBlock {
  constructor(editor, item, kind) {
    Object.assign(this, { editor, item, kind })
    this.auto = new AutoPan(editor, (last) => this.move(last))
  }

  start() {
    this.zone = new DropZone(this.editor)
    this.ghost = new Ghost(this.item)
  }

  move(event) {
    this.ghost.move(event)
    this.over = this.inside(event)
    if (this.over) this.auto.follow(event)
    this.drop = this.over ? this.zone.at(event) : null
  }

  inside({ clientX, clientY }) {
    const { left, right, top, bottom } = this.editor.view.rect
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  }

  end(event) {
    this.cancel()
    if (this.drop) return addBlock(this.editor, this.kind, this.drop.node, this.drop.index)
    if (!this.over) return
    const at = this.editor.view.toWorld(event.clientX, event.clientY)
    addStep(this.editor, this.kind, { x: at.x - 24, y: at.y - 24 })
  }

  cancel() {
    this.auto.stop()
    this.zone.clear()
    this.ghost.remove()
  }
}
