// A slider whose steps have names in its <datalist>: the name of the step is said aloud, and marked below.
document.addEventListener("input", ({ target }) => {
  if (target.type !== "range" || !target.list) return
  const steps = [...target.list.options]
  const at = steps.findIndex((step) => step.value === target.value)
  target.setAttribute("aria-valuetext", steps[at]?.label ?? target.value)
  const names = target.parentElement.querySelectorAll(".slider-steps > li")
  names.forEach((name, i) => name.classList.toggle("current", i === at))
})
