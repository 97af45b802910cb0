// What was answered while the customer was on another page: asked once, and only of those who have written.

const fromOthers = (event) => event.from !== "visitor" && ["text", "image", "ask"].includes(event.kind)

// unread counts the events that a badge is for.
export const unread = (events) => events.filter(fromOthers).length

export async function missed(base, kept, then) {
  if (!kept?.token) return
  try {
    const answer = await fetch(base + "/events?after=" + (kept.seen ?? 0), {
      headers: { Authorization: "Bearer " + kept.token, Accept: "application/json" },
      credentials: "omit",
    })
    if (answer.ok) then(unread((await answer.json()).events))
  } catch {
    // no network: the panel will tell
  }
}
