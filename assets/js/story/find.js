(() => {
  // Finding things as people and assistive technology do: by role and name, through open shadow roots.

  const roles = {
    button: "button, [role=button], input[type=submit]",
    link: "a[href], [role=link]",
    textbox: "textarea, input:not([type]), input[type=text], input[type=email], input[type=password], input[type=search], input[type=tel], input[type=url], input[type=number], [role=textbox]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    radio: "input[type=radio], [role=radio]",
    combobox: "select, [role=combobox]",
    heading: "h1, h2, h3, h4, [role=heading]",
    dialog: "dialog, [role=dialog]",
    tab: "[role=tab]",
    option: "option, [role=option]",
    group: "fieldset, details, [role=group]",
    disclosure: "summary",
  }

  // everything is all elements of the page, those in shadow roots included.
  function everything(root = document, found = []) {
    for (const node of root.querySelectorAll("*")) {
      found.push(node)
      if (node.shadowRoot) everything(node.shadowRoot, found)
    }
    return found
  }

  const visible = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && node.getClientRects().length > 0

  const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim()

  function name(node) {
    const root = node.getRootNode()
    const labelled = (node.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map((id) => root.getElementById(id)?.textContent)
    return squeeze(node.getAttribute("aria-label") || labelled.join(" ") || [...(node.labels ?? [])].map((label) => label.textContent).join(" ") ||
      node.textContent || node.value || node.getAttribute("placeholder") || node.getAttribute("title") || node.getAttribute("alt"))
  }

  // byRole is the visible element with that role whose name is, or else contains, the wanted one.
  function byRole(role, wanted) {
    const all = everything().filter((node) => node.matches(roles[role] ?? "[role=" + role + "]") && visible(node))
    return all.find((node) => name(node) === wanted) ?? all.find((node) => name(node).includes(wanted))
  }

  // spot is where to click an element: nowhere while it is missing, disabled, moving or covered.
  async function spot(role, wanted) {
    const node = byRole(role, wanted)
    if (!node || node.disabled) return []
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" })
    const before = node.getBoundingClientRect()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const box = node.getBoundingClientRect()
    if (before.x !== box.x || before.y !== box.y || !box.width) return []
    const x = box.x + box.width / 2, y = box.y + box.height / 2
    let top = document.elementFromPoint(x, y)
    while (top?.shadowRoot?.elementFromPoint(x, y)) {
      const inner = top.shadowRoot.elementFromPoint(x, y)
      if (inner === top) break
      top = inner
    }
    return node === top || node.contains(top) || [...(node.labels ?? [])].some((label) => label.contains(top)) ? [x, y] : []
  }

  // ownText is all text that can be seen, line by line.
  function pageText() {
    const lines = []
    for (const node of everything()) {
      const own = squeeze([...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data).join(" "))
      if (own && visible(node) && !["SCRIPT", "STYLE"].includes(node.tagName)) lines.push(own)
    }
    return lines.join("\n")
  }

  // shown tells whether the text can be seen: in the smallest element that holds it, formatting inside it
  // notwithstanding. What only screen readers are given is a pixel large and does not count.
  function shown(text) {
    const holds = (node) => squeeze(node.innerText).includes(text)
    return everything().some((node) => {
      if (!(node instanceof HTMLElement) || ["HEAD", "SCRIPT", "STYLE", "TITLE"].includes(node.tagName) || !holds(node)) return false
      const { width, height } = node.getBoundingClientRect()
      return width > 1 && height > 1 && visible(node) && ![...node.children].some(holds)
    })
  }

  // deep is the first element that matches a selector, through shadow roots.
  const deep = (selector) => everything().find((node) => node.matches(selector))
  const deepAll = (selector) => everything().filter((node) => node.matches(selector))

  // focused is the element with the focus, through shadow roots.
  function focused() {
    let node = document.activeElement
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement
    return node
  }

  return (
