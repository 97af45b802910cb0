// Talking to the server: JSON both ways, the customer's token in a header, no cookies on other people's pages.

const PATIENCE = 20_000 // milliseconds until an answer is no longer expected

// Refused is an answer with an error; anything else that throws is the network.
export class Refused extends Error {
  constructor(status, { code, message } = {}, wait = 0) {
    super(message ?? "")
    this.status = status
    this.code = code
    this.wait = wait // seconds that the server asks to wait
  }

  // gone: the conversation is not known any more, so a new one is needed.
  get gone() {
    return this.status === 401 || this.status === 404
  }

  // passing: the same request may be accepted later.
  get passing() {
    return this.status === 409 || this.status === 429 || this.status >= 500
  }
}

// api sends requests below base. language chooses that of error messages.
export function api(base, language, credentials) {
  async function call(path, { token, body, accept = "application/json", signal } = {}) {
    const headers = { Accept: accept, "Accept-Language": language }
    if (token) headers.Authorization = "Bearer " + token
    if (body) headers["Content-Type"] = "application/json"
    const answer = await fetch(base + path, {
      method: body ? "POST" : "GET",
      body: body && JSON.stringify(body),
      headers, credentials, signal: signal ?? AbortSignal.timeout(PATIENCE), cache: "no-store",
    })
    if (answer.ok) return answer
    const problem = await answer.json().catch(() => ({}))
    throw new Refused(answer.status, problem.error, Number(answer.headers.get("Retry-After")) || 0)
  }

  const json = async (path, options) => (await call(path, options)).json()
  return {
    start: () => json("/conversations", { body: {} }),
    send: (token, message) => json("/messages", { token, body: message }),
    history: (token, after) => json("/events?after=" + after, { token }),
    stream: (token, after, signal) => call("/events?after=" + after, { token, accept: "text/event-stream", signal }),
  }
}
