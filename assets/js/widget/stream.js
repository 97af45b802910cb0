// Reading server-sent events from a fetch, which unlike EventSource can carry the token.

const SILENCE = 50_000 // the server pings every 20 s; longer silence is a dead connection

// read calls back with every event of an answer until the server ends it or asks to reconnect.
// It throws when the connection breaks or falls silent.
export async function read(answer, controller, onEvent) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ""
  for (;;) {
    const watch = setTimeout(() => controller.abort(), SILENCE)
    const { value, done } = await reader.read().finally(() => clearTimeout(watch))
    if (done) return
    const frames = (rest + value.replaceAll("\r", "")).split("\n\n")
    rest = frames.pop()
    for (const frame of frames) {
      const { event, data } = parse(frame)
      if (event === "reconnect") return controller.abort()
      if (data) onEvent(JSON.parse(data))
    }
  }
}

// parse reads one frame. Lines that begin with ":" are pings.
function parse(frame) {
  const fields = { event: "", data: "" }
  for (const line of frame.split("\n")) {
    const [, name, value] = /^(event|data): ?(.*)$/.exec(line) ?? []
    if (name) fields[name] += value
  }
  return fields
}
