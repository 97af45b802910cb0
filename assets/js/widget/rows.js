// How a conversation is laid out: a pure function from events and unsent messages to rows, in order.
// Thumbs are no rows: they show on the answers that they are about.
// A row is {key, kind: day | message | choices | line, ...}.

const TOGETHER = 5 * 60_000 // messages of one sender within five minutes make a group
const LINES = ["handoff", "left", "end", "gone"]

export function rows(events, pending) {
  const told = [...events, ...pending.map((item) => unsent(item, events))]
  const all = told.filter((event) => !isThumb(event)), thumbOf = thumbsOf(told)
  const open = openQuestion(all)
  const out = []
  let day = "", before, asked
  for (const event of all) {
    const today = new Date(event.at).toDateString()
    if (today !== day) {
      out.push({ key: "day " + today, kind: "day", at: event.at })
      day = today
      before = undefined
    }
    if (asked && event.from === "visitor") asked.chosen = event.choice
    if (event.from === "visitor") asked = undefined
    for (const row of draw(event, event === open)) {
      out.push(row)
      if (row.kind === "choices") {
        asked = row
        continue
      }
      if (event.entry) row.thumb = thumbOf(event)
      group(before, row)
      before = row
    }
  }
  return out
}

// openQuestion is the question that waits for an answer, if one does.
export function openQuestion(events) {
  const last = events.findLast((event) => event.kind === "ask" || event.from === "visitor" && !isThumb(event) || event.kind === "gone")
  return last?.kind === "ask" ? last : undefined
}

const isThumb = (event) => event.kind === "thumb"

// thumbsOf finds the customer's thumb on an answer: the last one of those sent and unsent.
function thumbsOf(events) {
  const key = (thread, seq) => thread + " " + seq
  const thumbs = new Map(events.filter(isThumb).map(({ thread, of, thumb }) => [key(thread, of), thumb]))
  return ({ thread, seq }) => thumbs.get(key(thread, seq)) ?? 0
}

const unsent = ({ id, at, message, label, state, error }, events) => message.of
  ? { kind: "thumb", from: "visitor", thread: events.at(-1)?.thread, of: message.of, thumb: message.thumb }
  : { id, at, from: "visitor", kind: "text", text: label, choice: message.choice, state, error }

// draw lays out one event. A question's text is a message, its choices are a row of their own.
function draw(event, active) {
  const key = event.id ? "id " + event.id : "seq " + event.thread + " " + event.seq
  if (LINES.includes(event.kind)) return [{ key, kind: "line", event }]
  const message = { key, kind: "message", event, from: event.from, at: event.at }
  const said = event.text || event.rich || event.image ? [message] : []
  if (event.kind !== "ask" || !event.choices?.length) return said
  return [...said, { key: key + " choices", kind: "choices", event, active }]
}

// group marks the first and the last row of neighbours with one sender.
function group(before, row) {
  if (row.kind !== "message") return
  const same = before?.kind === "message" && before.from === row.from && new Date(row.at) - new Date(before.at) < TOGETHER
  row.first = !same
  row.last = true
  if (same) before.last = false
}
