// A search over a long form: <… data-narrows="id" hidden> holds its field, shown where scripts run. Items that
// don't hold the words are out of sight and are still sent; sections open to show what was found.
// The field itself belongs to no form (form=""): Enter in it saves nothing.
const MARKS = /\p{M}/gu

document.querySelectorAll("[data-narrows]").forEach((search) => {
  search.hidden = false
})

document.addEventListener("input", ({ target }) => {
  const search = target.closest("[data-narrows]")
  if (!search) return
  const list = document.getElementById(search.dataset.narrows)
  const wanted = fold(target.value).split(/\s+/)
  let found = false
  for (const section of list.querySelectorAll("details")) {
    const heading = section.querySelector("summary").textContent
    for (const item of section.querySelectorAll("li:has(textarea, input)")) {
      const text = fold(`${heading} ${item.textContent} ${item.querySelector("textarea, input").value}`)
      item.hidden = !wanted.every((word) => text.includes(word))
    }
    section.hidden = !section.querySelector("li:has(textarea, input):not([hidden])")
    found ||= !section.hidden
    if (target.value.trim()) section.open = true
  }
  list.querySelector("[data-none] > *").hidden = found
})

function fold(text) {
  return text.trim().toLowerCase().normalize("NFD").replace(MARKS, "").replaceAll("ł", "l")
}
