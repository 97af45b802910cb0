// Pan drags the paper. A press without a drag does what it was given.
export class Pan {
  constructor(editor, event, tap) {
    this.editor = editor
    this.tap = tap
    this.last = { x: event.clientX, y: event.clientY }
  }

  start() {}

  move(event) {
    this.editor.view.panBy(event.clientX - this.last.x, event.clientY - this.last.y)
    this.last = { x: event.clientX, y: event.clientY }
  }

  end() {}

  cancel() {}
}
