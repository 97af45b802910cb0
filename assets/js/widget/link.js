// Keeps an open window in touch with the server: loads the conversation, follows its stream, and comes again
// after every trouble, ever less often. A closed window, and a page that was hidden for a while, hold nothing.
import { Refused } from "./api.js"
import { backoff, pauses } from "./pace.js"

const HIDDEN = 120_000 // milliseconds after which a hidden page lets its stream go

// link needs load(), which begins or resumes the conversation; listen(ready), which follows the stream until it
// ends and calls ready once it stands; cut(), which ends it; renew(), which forgets a refused token and tells
// whether there was one; status(name, detail). Without live there is no stream: it is done once it has loaded.
export function link({ load, listen, cut, renew, status, live, signal }) {
  const { wake, pause } = pauses(signal)
  let wanted = false, resting = false, running = false, timer

  async function run() {
    if (running) return wake()
    running = true
    for (let failures = 0; wanted && !resting;) {
      try {
        await load()
        if (!live) break
        await listen(() => {
          failures = 0
          status("online")
        })
        await pause(backoff(2)) // the server restarts: not all windows in the same second
      } catch (error) {
        if (wanted && !resting) await trouble(error, failures++)
      }
    }
    running = false
    if (wanted && !live) status("online")
  }

  async function trouble(error, failures) {
    if (error.name === "AbortError") return pause(300)
    const refused = error instanceof Refused
    if (!(refused && error.gone && renew())) status(navigator.onLine ? "unreachable" : "offline", refused && error.message)
    await pause(backoff(failures))
  }

  function visibility() {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(rest, HIDDEN)
    else if (wanted) wakeUp()
  }

  function rest() {
    resting = true
    cut()
    wake()
  }

  function wakeUp() {
    resting = false
    run()
  }

  if (live) document.addEventListener("visibilitychange", visibility, { signal })
  addEventListener("offline", () => {
    if (!wanted) return
    status("offline")
    cut()
  }, { signal })

  return {
    run, wake,
    open() {
      wanted = true
      wakeUp()
    },
    close() {
      wanted = false
      cut()
      wake()
    },
    get opened() { return wanted },
  }
}
