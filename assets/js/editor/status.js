import { t } from "./words.js"

// Status tells in words how the draft is: what is not published, what is saved, what needs an answer.
export class Status {
  constructor(editor) {
    this.editor = editor
    this.draft = document.getElementById("state")
    this.saved = document.getElementById("saved")
    this.live = document.getElementById("editor-said")
    this.clash = document.getElementById("clash")
    editor.addEventListener("say", (event) => this.say(event.detail))
    editor.addEventListener("change", (event) => this.changed(event.detail.delta))
    editor.sync.addEventListener("state", (event) => this.state(event.detail))
    this.clash.addEventListener("click", (event) => this.answer(event.target.closest("button")))
    this.state({ state: editor.sync.queue.empty ? "saved" : "saving" })
  }

  // say writes into the polite live region; the same sentence twice is read twice.
  say(words) {
    this.live.textContent = ""
    requestAnimationFrame(() => { this.live.textContent = words; })
  }

  changed(delta) {
    if (!delta) return
    if (delta.state) this.draft.textContent = delta.state
    for (const [name, able] of [["undo", delta.undo], ["redo", delta.redo]]) {
      const button = document.querySelector(`[data-do=${name}]`)
      if (able !== undefined && button) button.setAttribute("aria-disabled", String(!able))
    }
  }

  state({ state, message }) {
    this.saved.dataset.state = state
    this.saved.textContent = message && state !== "saved" ? message : t(`state.${state}`)
    this.clash.hidden = state !== "clash"
    if (state === "clash") this.clash.querySelector("p").textContent = t("state.clash")
    if (["offline", "signin", "refused", "clash"].includes(state)) this.say(this.saved.textContent)
  }

  answer(button) {
    if (button) this.editor.sync.settle(button.dataset.clash === "mine")
  }
}
