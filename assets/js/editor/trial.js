import { mount } from "../widget/panel.js"

// <okienko-trial data-base data-look>: the customers' chat window, talking to the draft. It lives as long as
// it is in the page. As the bot speaks it says on document which steps it went through: "okienko:visit".
class Trial extends HTMLElement {
  connectedCallback() {
    this.ending = new AbortController()
    this.frame = this.closest("#trial")
    const { signal } = this.ending
    this.frame.querySelector("[data-trial-again]").addEventListener("click", () => this.begin(), { signal })
    this.frame.querySelector("[data-trial-from]").addEventListener("change", () => this.begin(), { signal })
    this.why = this.frame.querySelector("[data-trial-why]")
    this.why.addEventListener("toggle", () => this.explain(), { signal })
    this.begin()
  }

  disconnectedCallback() {
    this.ending.abort()
    this.window?.destroy()
    visit([])
  }

  // begin starts a conversation, from the step that is chosen.
  begin() {
    this.window?.destroy()
    visit([])
    this.tell("")
    this.texts = []
    this.why.hidden = true
    const from = this.frame.querySelector("[data-trial-from]").value
    this.window = mount(this, {
      base: this.dataset.base + (from && "/from/" + from), config: JSON.parse(this.dataset.look),
      mode: "trial", onEvent: (event) => this.heard(event),
    })
    this.window.open()
  }

  heard(event) {
    if (event.path?.length) visit(event.path)
    if (!event.understood) return
    this.tell(event.understood)
    this.texts.push(event.text)
    this.why.hidden = !event.why
    this.explain()
  }

  // explain fetches what made the bot answer the last text, if it is to be seen.
  async explain() {
    if (this.why.hidden || !this.why.open) return
    const [text, previous = ""] = this.texts.slice(-2).reverse()
    const query = new URLSearchParams({ text, previous })
    await window.htmx.ajax("GET", this.why.dataset.trialWhy + "?" + query, { target: this.why.lastElementChild, swap: "outerHTML" })
  }

  tell(text) {
    const line = this.frame.querySelector("[data-trial-understood]")
    line.textContent = text && line.dataset.label + " " + text
  }
}

function visit(nodes) {
  document.dispatchEvent(new CustomEvent("okienko:visit", { detail: { nodes } }))
}

customElements.define("okienko-trial", Trial)
