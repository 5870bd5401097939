/**
 * @typedef {import('../stream-event.ts').StreamEvent} StreamEvent
 * @typedef {import('../../channels/web/web-chat.ts').WebMember} WebMember
 */

/** Without a sign of life for this long, a connection counts as dead. */
const SILENCE_MS = 50_000
/** The server answers within this, or it counts as not there. */
const ANSWER_MS = 10_000
const LONGEST_WAIT_MS = 15_000

/**
 * Keeps the chat of a member open: links it, listens, and connects again whenever the connection is lost.
 * @param {string} member
 * @param {{
 *   after: () => number | null,
 *   onMember: (member: WebMember) => void,
 *   onEvent: (event: StreamEvent) => void,
 *   onLost: () => void,
 *   onUnknown: () => void,
 * }} told `after`: the last line that the page has
 * @returns {() => void} closes it
 */
export function openStream(member, told) {
  /** @type {EventSource | null} */
  let source = null
  let timer = 0
  let failures = 0
  let attempt = 0
  let closed = false

  async function connect() {
    const own = (attempt += 1)
    clearTimeout(timer)
    source?.close()
    source = null
    try {
      const reply = await fetch('/chat/choose', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ member }),
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      const answer = await reply.json()
      if (closed || own !== attempt) return
      if (reply.status === 404) return told.onUnknown()
      // The server has a new key: its own page says where that is.
      if (reply.status === 401) return location.reload()
      if (!reply.ok) return lost()
      told.onMember(answer.member)
      listen()
    } catch {
      if (own === attempt) lost()
    }
  }

  function listen() {
    const query = new URLSearchParams({ member })
    const after = told.after()
    if (after !== null) query.set('after', String(after))
    const opened = new EventSource(`/chat/events?${query}`)
    source = opened
    watch()
    opened.addEventListener('message', event => {
      if (source !== opened) return
      watch()
      /** @type {StreamEvent} */
      const said = JSON.parse(event.data)
      if (said.kind === 'ready') failures = 0
      told.onEvent(said)
    })
    opened.addEventListener('error', () => {
      if (source === opened) lost()
    })
  }

  function watch() {
    clearTimeout(timer)
    timer = setTimeout(lost, SILENCE_MS)
  }

  function lost() {
    if (closed) return
    source?.close()
    source = null
    told.onLost()
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures) * (0.75 + Math.random() / 2)
    failures += 1
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), wait)
  }

  function hurry() {
    if (!closed && !source && document.visibilityState === 'visible') void connect()
  }

  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  void connect()
  return () => {
    closed = true
    clearTimeout(timer)
    source?.close()
    removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', hurry)
  }
}
