// Colours that the owner chose reach the page as data-color, as style attributes are forbidden;
// <input type="color" data-paints="#id"> shows them on that element while she picks, and
// data-shows="#id" writes there what she types.
import { textOn } from "../widget/color.js"

function paint(element, color) {
  element.style.setProperty("--bot", color)
  element.style.setProperty("--on-bot", textOn(color))
}

function paintAll() {
  for (const element of document.querySelectorAll("[data-color]")) paint(element, element.dataset.color)
}

document.addEventListener("input", ({ target }) => {
  const written = target.dataset?.shows && document.querySelector(target.dataset.shows)
  if (written) written.textContent = target.value
  const shown = target.dataset?.paints && document.querySelector(target.dataset.paints)
  if (shown) paint(shown, target.value)
})
document.addEventListener("htmx:after:swap", paintAll)
paintAll()
