// Waiting between attempts.

const LONGEST = 30_000

// backoff is how long to wait after n failures in a row: doubling, with jitter, so that a thousand
// windows don't come back in the same second.
export const backoff = (n) => Math.min(LONGEST, 1000 * 2 ** Math.min(n, 6)) * (0.5 + Math.random() / 2)

// pauses makes a pause that ends early when the browser is online again or wake() is called.
// The signal ends the listening, not the pause.
export function pauses(signal) {
  let end = () => {}
  addEventListener("online", () => end(), { signal })
  return {
    wake: () => end(),
    pause: (millis) => new Promise((resolve) => {
      const timer = setTimeout(resolve, millis)
      end = () => {
        clearTimeout(timer)
        resolve()
      }
    }),
  }
}
