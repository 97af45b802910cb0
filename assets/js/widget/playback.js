// Fresh events are shown in order, with the pauses that the bot makes between them.

const LONGEST = 5000 // of a pause, in milliseconds, whatever the bot says

export function playback({ show, typing }) {
  const queue = []
  let running = false, hurried = () => {}

  async function run() {
    running = true
    while (queue.length) {
      const event = queue.shift()
      if (event.kind === "pause") await rest(event.millis)
      else show(event)
    }
    typing(false)
    running = false
  }

  function rest(millis) {
    if (document.hidden) return
    typing(true)
    return new Promise((resolve) => {
      const timer = setTimeout(end, Math.min(millis, LONGEST))
      hurried = end
      function end() {
        clearTimeout(timer)
        typing(false)
        resolve()
      }
    })
  }

  return {
    add(events) {
      queue.push(...events)
      if (!running) run()
    },
    // hurry shows all that waits: the customer goes on or closes the window.
    hurry() {
      for (let i = queue.length - 1; i >= 0; i--) if (queue[i].kind === "pause") queue.splice(i, 1)
      hurried()
    },
    clear() {
      queue.length = 0
      hurried()
    },
  }
}
