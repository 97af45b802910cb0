// Ghost is the picture of what is dragged, under the pointer.
export class Ghost {
  constructor(source) {
    this.el = source.cloneNode(true)
    this.el.removeAttribute("id")
    for (const part of this.el.querySelectorAll("[id]")) part.removeAttribute("id")
    this.el.classList.add("ghost")
    this.el.setAttribute("aria-hidden", "true")
    document.body.append(this.el)
  }

  move(event) {
    this.el.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`
  }

  remove() {
    this.el.remove()
  }
}
