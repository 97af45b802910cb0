// The owner's colour on the window, and what can be read on it and on paper, light and dark.
import { DEFAULT, readable, textOn } from "./color.js"

// The backgrounds that the owner's colour must be readable on: of widget_panel.css the ones nearest to the text.
const PAPER = { light: "#f4f1ed", dark: "#1b2129" }

export function paint(element, color = DEFAULT) {
  element.style.setProperty("--brand", color)
  element.style.setProperty("--on-brand", textOn(color))
  element.style.setProperty("--brand-light", readable(color, PAPER.light))
  element.style.setProperty("--brand-dark", readable(color, PAPER.dark))
}
