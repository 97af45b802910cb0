import { addStep, beside, connect, disconnect, insertStep } from "./actions.js"
import { edgeKey } from "./model.js"
import { t } from "./words.js"

// Menu asks where an exit should lead: to a new step of some kind, or to one that exists.
// It is a popover, so Esc and a click beside it close it.
export class Menu {
  constructor(editor, kinds) {
    Object.assign(this, { editor, kinds })
    this.el = document.getElementById("connect")
    this.search = this.el.querySelector("input")
    this.steps = this.el.querySelector(".connect-steps")
    this.cut = this.el.querySelector(".connect-cut")
    this.title = this.el.querySelector(".connect-title")
    editor.addEventListener("ask", (event) => this.open(event.detail))
    this.search.addEventListener("input", () => this.filter())
    this.el.addEventListener("keydown", (event) => this.key(event))
    this.el.addEventListener("click", (event) => this.click(event.target.closest("button")))
    this.el.addEventListener("toggle", (event) => event.newState === "closed" && this.closed())
  }

  // open: from is the exit {node, block, exit}; rect is where on the screen; at where a new step lands;
  // edge, if given, is the edge into which a step is inserted.
  open({ from, rect, at, opener, edge }) {
    Object.assign(this, { from, at, opener, edge })
    this.title.textContent = opener?.dataset.label ? t("connect.title", { label: opener.dataset.label }) : t("connect.title_plain")
    this.search.value = ""
    this.list()
    this.filter()
    this.cut.hidden = Boolean(edge) || !this.editor.model.edges.has(edgeKey(from.node, from.block, from.exit))
    setTimeout(() => this.show(rect)) // a popover opened within a pointerup would be dismissed by it
  }

  show(rect) {
    this.el.showPopover()
    this.putAt(rect)
    this.search.focus()
  }

  putAt(rect) {
    const { offsetWidth, offsetHeight } = this.el
    const left = rect.right + 12 + offsetWidth < innerWidth ? rect.right + 12 : Math.max(8, rect.left - offsetWidth - 12)
    this.el.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`
    this.el.style.top = `${Math.max(8, Math.min(rect.top - 24, innerHeight - offsetHeight - 8))}px`
  }

  list() {
    const rows = this.edge ? [] : [...this.editor.model.nodes.values()].map((node) => this.row(node))
    this.steps.replaceChildren(...rows)
    this.steps.previousElementSibling.hidden = rows.length === 0
  }

  row(node) {
    const item = document.createElement("li")
    const button = document.createElement("button")
    button.type = "button"
    button.dataset.to = node.id
    button.dataset.family = this.kinds.get(node.blocks[0]?.type)?.family ?? "say"
    button.textContent = node.title
    item.append(button)
    return item
  }

  filter() {
    const wanted = plain(this.search.value)
    for (const item of this.el.querySelectorAll("li")) item.hidden = !plain(item.textContent).includes(wanted)
  }

  key(event) {
    const buttons = [...this.el.querySelectorAll("li:not([hidden]) button")]
    const at = buttons.indexOf(document.activeElement)
    if (event.key === "ArrowDown") buttons[Math.min(at + 1, buttons.length - 1)]?.focus()
    else if (event.key === "ArrowUp") (buttons[at - 1] ?? this.search).focus()
    else if (event.key === "Enter" && at < 0) buttons[0]?.click()
    else return
    event.preventDefault()
  }

  click(button) {
    if (!button) return
    const { kind, to } = button.dataset
    const { editor, from, edge } = this
    this.el.hidePopover()
    const at = this.at ?? beside(editor, from.node)
    if (button === this.cut) disconnect(editor, from)
    else if (kind && edge) insertStep(editor, edge, this.kinds.get(kind), at)
    else if (kind) addStep(editor, this.kinds.get(kind), at, from)
    else if (to) connect(editor, from, to)
  }

  // closed gives the focus back, unless the choice has moved it on.
  closed() {
    if (this.el.contains(document.activeElement) || document.activeElement === document.body) this.opener?.focus({ preventScroll: true })
  }
}

const MARKS = /[\u0300-\u036f]/g

// plain makes "Żółw" and "zolw" the same.
export function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(MARKS, "").replaceAll("ł", "l")
}
