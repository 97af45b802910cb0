// Making elements. Never from text that is parsed: only createElement and textContent.

const SVG = "http://www.w3.org/2000/svg"

// el makes an element. Keys that begin with "on" are listeners; undefined, null and false are left out.
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value)
    else node.setAttribute(key, value === true ? "" : value)
  }
  node.append(...children.filter((child) => child !== undefined && child !== null && child !== false))
  return node
}

// icon draws a shape of shapes.js. It is a decoration: the word beside it or the button's name says what it means.
export function icon(shape) {
  const svg = document.createElementNS(SVG, "svg")
  const path = document.createElementNS(SVG, "path")
  svg.setAttribute("viewBox", "0 0 24 24")
  svg.setAttribute("class", "icon")
  svg.setAttribute("aria-hidden", "true")
  path.setAttribute("d", shape)
  svg.append(path)
  return svg
}

// style adds a style sheet to a shadow root, once. Constructed sheets work where the shop's policy forbids styles.
const sheets = new Map()
export function style(root, css) {
  let sheet = sheets.get(css)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
