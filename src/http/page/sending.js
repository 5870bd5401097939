import { words } from './page-data.js'

const ANSWER_MS = 20_000

/**
 * @typedef {{ member: string, id: string, text: string, label?: string }} Posted
 * @typedef {{ ok: true } | { ok: false, reason: string, final: boolean }} Sent
 *   `final`: sending the same again would change nothing
 */

/** An id for a message, so that it is the same message when it is sent again. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
}

/**
 * Hands a message to the server. Never rejects.
 * @param {Posted} posted
 * @returns {Promise<Sent>}
 */
export async function postMessage(posted) {
  try {
    const reply = await fetch('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(posted),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    if (reply.ok) return { ok: true }
    const { message } = await reply.json()
    const final = reply.status === 400 || reply.status === 413
    return { ok: false, reason: String(message ?? words.sending.failed), final }
  } catch {
    return { ok: false, reason: words.sending.failed, final: false }
  }
}
