// The server's tree of formatted text (views/markdown) as elements. What is not in the list is shown as plain text.
import { el } from "./dom.js"

const BLOCKS = { p: "p", ul: "ul", ol: "ol", li: "li", h: "h3" }
const INLINE = { b: "strong", i: "em", code: "code" }

// safe: the addresses that the server lets through. A second look costs nothing.
export const safe = (url) => /^(https?:|mailto:|tel:)/i.test(url)

export function rich(blocks) {
  return blocks.map(node)
}

function node(part) {
  if (typeof part === "string") return part
  if (part.t === "br") return el("br")
  const inner = (part.c ?? []).map(node)
  if (part.t === "a" && safe(part.href)) {
    return el("a", { href: part.href, target: "_blank", rel: "noopener noreferrer nofollow" }, ...inner)
  }
  return el(BLOCKS[part.t] ?? INLINE[part.t] ?? "span", {}, ...inner)
}

// plain is the tree as text, to be read aloud.
export function plain(part) {
  if (typeof part === "string") return part
  if (part.t === "br") return " "
  return (part.c ?? []).map(plain).join(BLOCKS[part.t] ? " " : "")
}
