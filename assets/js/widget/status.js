// The line that says how the connection is.
import { el } from "./dom.js"

export function status({ t, reconnect }) {
  const element = el("div", { class: "status", role: "status" })
  let now = "online", timer

  // show takes online, offline or unreachable. detail is the server's own sentence.
  function show(state, detail) {
    if (state === now) return
    const back = now !== "online" && state === "online"
    now = state
    clearTimeout(timer)
    element.dataset.state = state
    if (state === "online") {
      element.replaceChildren(back ? t.online : "")
      timer = setTimeout(() => element.replaceChildren(), 4000)
      return
    }
    element.replaceChildren(el("span", {}, detail || t[state]), el("button", { type: "button", onclick: reconnect }, t.again))
  }

  return { element, show }
}
