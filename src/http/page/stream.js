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
 * Says to the server whose chat this is. Null where it did not answer, or not as it should.
 * @param {string} member
 * @returns {Promise<{ status: number, member?: WebMember } | null>} the member where there is one of that name
 */
async function choose(member) {
  try {
    const reply = await fetch('/chat/choose', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ member }),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const answer = await reply.json()
    return { status: reply.status, member: reply.ok ? answer.member : undefined }
  } catch {
    return null
  }
}

/**
 * Listens to what is said to a member. Ends, and says so, where the connection breaks or is silent for too long.
 * @param {string} member
 * @param {number | null} after the last line that the page has
 * @param {{ onEvent: (event: StreamEvent) => void, onLost: () => void }} told
 * @returns {() => void} ends it: nothing is told any more
 */
function listen(member, after, told) {
  const query = new URLSearchParams({ member })
  if (after !== null) query.set('after', String(after))
  const source = new EventSource(`/chat/events?${query}`)
  let open = true
  let silence = setTimeout(lost, SILENCE_MS)

  function end() {
    open = false
    clearTimeout(silence)
    source.close()
  }

  function lost() {
    if (!open) return
    end()
    told.onLost()
  }

  source.addEventListener('message', event => {
    if (!open) return
    clearTimeout(silence)
    silence = setTimeout(lost, SILENCE_MS)
    told.onEvent(JSON.parse(event.data))
  })
  source.addEventListener('error', lost)
  return end
}

/**
 * How long to wait before the next attempt: longer after each failure, and not the same for all pages.
 * @param {number} failures
 */
function waitAfter(failures) {
  return Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures) * (0.75 + Math.random() / 2)
}

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
  /** @type {(() => void) | null} */
  let listening = null
  let timer = 0
  let failures = 0
  let attempt = 0
  let closed = false

  async function connect() {
    const own = (attempt += 1)
    leave()
    const answer = await choose(member)
    if (closed || own !== attempt) return
    if (answer?.status === 404) return told.onUnknown()
    // The server has a new key: its own page says where that is.
    if (answer?.status === 401) return location.reload()
    if (!answer?.member) return lost()
    told.onMember(answer.member)
    listening = listen(member, told.after(), { onEvent, onLost: lost })
  }

  function leave() {
    clearTimeout(timer)
    listening?.()
    listening = null
  }

  /** @param {StreamEvent} event */
  function onEvent(event) {
    if (event.kind === 'ready') failures = 0
    told.onEvent(event)
  }

  function lost() {
    leave()
    told.onLost()
    timer = setTimeout(() => void connect(), waitAfter(failures))
    failures += 1
  }

  function hurry() {
    if (!closed && !listening && document.visibilityState === 'visible') void connect()
  }

  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  void connect()
  return () => {
    closed = true
    leave()
    removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', hurry)
  }
}
