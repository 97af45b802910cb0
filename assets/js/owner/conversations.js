// Keeps the list and the open conversation up to date: the stream says that something
// is new, the page asks the server for what it shows.
import htmx from "htmx.org";

const inbox = document.querySelector("[data-live]");
const renewAfter = 250; // ms; a burst of news is one request

let due = 0;

function soon() {
  if (!due) due = setTimeout(() => { due = 0; renew(); }, renewAfter);
}

async function renew() {
  renewList();
  await renewThread();
}

function renewList() {
  const list = document.getElementById("conversation-list");
  if (!list) return;
  const open = location.pathname.replace("/conversations", "");
  htmx.ajax("GET", "/conversations/list" + list.dataset.query, {
    target: list, swap: "outerMorph", headers: { "Okienko-Open": open },
  });
}

async function renewThread() {
  const thread = document.getElementById("thread-events");
  if (!thread) return;
  const atEnd = nearEnd();
  const url = `${thread.dataset.thread}/events?after=${thread.dataset.last}`;
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const last = answer.headers.get("Okienko-Last");
  if (Number(last) <= Number(thread.dataset.last)) return;
  thread.dataset.last = last;
  append(thread, await answer.text());
  if (atEnd) thread.lastElementChild?.scrollIntoView({ block: "end" });
}

function append(thread, html) {
  const parsed = new DOMParser().parseFromString(`<ol id="fresh">${html}</ol>`, "text/html");
  for (const line of parsed.querySelectorAll("#fresh > li")) {
    const old = document.getElementById(line.id); // an answer that was rated meanwhile
    const fresh = document.adoptNode(line);
    if (old) old.replaceWith(fresh);
    else thread.append(fresh);
    htmx.process(fresh);
  }
}

function nearEnd() {
  const pane = document.getElementById("thread");
  return pane.scrollHeight - pane.scrollTop - pane.clientHeight < 120;
}

if (inbox) {
  const stream = new EventSource(inbox.dataset.live);
  let dropped = false;
  stream.addEventListener("conversation", soon);
  stream.addEventListener("error", () => { dropped = true; });
  stream.addEventListener("open", () => { if (dropped) soon(); dropped = false; });
  addEventListener("pagehide", () => stream.close());
  const shown = document.getElementById(location.hash.slice(1)) ?? document.getElementById("thread-events")?.lastElementChild;
  shown?.scrollIntoView({ block: "end" });
}
