// Forms that save themselves (data-autosave): what was typed is never lost. A save that failed is tried
// again, what is not yet saved leaves together with the page, and the focus survives rows coming and going.

import htmx from "htmx.org"

const RETRY = 4000 // milliseconds

// What a person opened stays open when its surroundings are drawn again.
htmx.config.morphIgnore.push("open")

const unsaved = new Set()
let retry = 0

const formOf = (event) => event.target.closest?.("form[data-autosave]")

document.addEventListener("input", (event) => {
  const form = formOf(event)
  if (form) unsaved.add(form)
})

document.addEventListener("htmx:before:request", (event) => unsaved.delete(formOf(event)))

function failed(event) {
  const form = formOf(event)
  if (!form) return
  unsaved.add(form)
  document.getElementById("status").textContent = form.dataset.autosave // says that it is not saved yet
  clearTimeout(retry)
  retry = setTimeout(again, RETRY)
}

function again() {
  clearTimeout(retry)
  for (const form of unsaved) form.isConnected ? form.requestSubmit() : unsaved.delete(form)
}

document.addEventListener("htmx:error", failed)
document.addEventListener("htmx:response:error", (event) => event.detail.ctx?.response?.status >= 500 && failed(event))
addEventListener("online", again)

addEventListener("pagehide", () => {
  for (const form of unsaved) {
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true, headers: { "HX-Request": "true" } }).catch(() => {})
  }
})

// After a row was added the focus goes into it; after one was removed, to the button that adds.
let pressed = null

document.addEventListener("submit", (event) => {
  const list = formOf(event) && event.submitter?.closest("[data-order]")
  pressed = list && { list: list.id, added: event.submitter.value.endsWith(".add") }
}, true)

document.addEventListener("htmx:after:swap", () => {
  const list = pressed && document.getElementById(pressed.list)
  if (!list) return
  if (pressed.added) list.querySelector("[data-order-row]:last-of-type input:not([type=hidden])")?.focus()
  else if (document.activeElement === document.body) list.querySelector("[data-order-add]")?.focus()
  pressed = null
})
