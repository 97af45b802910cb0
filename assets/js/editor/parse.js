// parse turns the server's HTML into one element. DOMParser runs no scripts.
export function parse(html) {
  return document.adoptNode(new DOMParser().parseFromString(html, "text/html").body.firstElementChild)
}
