// On phones the window takes the whole screen: it keeps the focus, stops the page behind it from scrolling
// and stays above the keyboard.

export const phone = matchMedia("(max-width: 480px), (max-height: 420px)") // as in the style sheets

const FOCUSABLE = "button, textarea, a[href], [tabindex='0']"

// modal returns {on, off}; on does nothing where the window floats.
export function modal(element) {
  let undo

  function fit() {
    const { height, offsetTop } = visualViewport
    element.style.setProperty("--height", height + "px")
    element.style.setProperty("--top", offsetTop + "px")
  }

  function trap(e) {
    if (e.key !== "Tab") return
    const all = [...element.querySelectorAll(FOCUSABLE)].filter((node) => node.checkVisibility?.() ?? node.offsetParent)
    const edge = e.shiftKey ? all[0] : all.at(-1)
    const focus = element.getRootNode().activeElement
    if (focus !== edge && focus !== element) return
    e.preventDefault()
    ;(e.shiftKey ? all.at(-1) : all[0]).focus()
  }

  function on() {
    if (undo || !phone.matches) return
    const { documentElement } = document
    const { overflow } = documentElement.style
    const ending = new AbortController()
    documentElement.style.overflow = "hidden"
    element.setAttribute("aria-modal", "true")
    element.addEventListener("keydown", trap, { signal: ending.signal })
    for (const name of ["resize", "scroll"]) visualViewport.addEventListener(name, fit, { signal: ending.signal })
    fit()
    undo = () => {
      ending.abort()
      documentElement.style.overflow = overflow
      element.removeAttribute("aria-modal")
    }
  }

  function off() {
    undo?.()
    undo = undefined
  }

  return { on, off }
}
