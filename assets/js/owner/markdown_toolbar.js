// The toolbar of a text: its buttons put Markdown around what is selected, its list puts in a variable.
// Text goes in the way typing does, so the browser's own undo knows it and the form saves it.

const around = { bold: "**", italic: "_" }
const keys = { b: "bold", i: "italic" }

function type(area, text) {
  area.focus()
  if (document.execCommand("insertText", false, text)) return
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end")
  area.dispatchEvent(new Event("input", { bubbles: true }))
}

const selected = (area) => area.value.slice(area.selectionStart, area.selectionEnd)

// wrap marks the selection, or takes the marks off if they are there.
function wrap(area, sign) {
  const { selectionStart: start, selectionEnd: end, value } = area
  const text = selected(area)
  if (value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign) {
    area.setSelectionRange(start - sign.length, end + sign.length)
    type(area, text)
    area.setSelectionRange(start - sign.length, end - sign.length)
    return
  }
  type(area, sign + text + sign)
  area.setSelectionRange(start + sign.length, end + sign.length)
}

// list makes whole lines items of a list, or plain lines again.
function list(area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1
  const next = area.value.indexOf("\n", area.selectionEnd)
  area.setSelectionRange(start, next < 0 ? area.value.length : next)
  const lines = selected(area).split("\n")
  const listed = lines.every((line) => line.startsWith("- "))
  type(area, lines.map((line) => (listed ? line.slice(2) : "- " + line)).join("\n"))
}

function link(area) {
  const start = area.selectionStart
  const text = selected(area)
  type(area, `[${text}](https://)`)
  const at = text ? start + text.length + 3 : start + 1
  area.setSelectionRange(at, text ? at + "https://".length : at)
}

function mark(area, name) {
  if (around[name]) wrap(area, around[name])
  else if (name === "list") list(area)
  else link(area)
}

const areaOf = (element) => element.closest("[data-markdown]")?.querySelector("textarea")

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-mark]")
  const area = button && areaOf(button)
  if (area) mark(area, button.dataset.mark)
})

// In the capturing phase and no further: the list of variables is no field, so its form need not save.
document.addEventListener("change", (event) => {
  const select = event.target
  const area = select.matches("[data-insert]") && areaOf(select)
  if (!area) return
  event.stopPropagation()
  type(area, `{{${select.value} ?? }}`)
  area.setSelectionRange(area.selectionStart - 2, area.selectionStart - 2)
  select.value = ""
}, true)

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !keys[event.key]) return
  const area = event.target.matches("textarea") && areaOf(event.target)
  if (!area) return
  event.preventDefault()
  mark(area, keys[event.key])
})
