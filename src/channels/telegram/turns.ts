import type { Turn } from '../receiving.ts'
import type { Call, TelegramFailure } from './gateway.ts'
import { ALLOWED_UPDATES, updateIdOf } from './update.ts'

/** How long the Bot API may hold a poll back, in seconds, and how much longer we wait for its answer. */
const HOLD_SECONDS = 30
const POLL_TIMEOUT_MS = (HOLD_SECONDS + 15) * 1_000
const SETUP_TIMEOUT_MS = 15_000
/** A webhook is registered again now and then, in case somebody removed it. */
const REGISTER_EVERY_MS = 10 * 60_000

type Turns = (stopping: AbortSignal) => Promise<Turn>

/**
 * The turns of long polling. The first one only removes a webhook, because there can be one way of receiving.
 * The next number to ask for moves on when an update has been kept, not when it was fetched: what could not be kept is
 * fetched again, in this process or the next.
 * @param keep resolves when the update is kept.
 */
export function pollingTurns(call: Call, keep: (update: unknown) => Promise<void>): Turns {
  let set = false
  let alone = false
  let next: number | undefined
  return async stopping => {
    if (!alone) {
      const removed = await call('deleteWebhook', {}, SETUP_TIMEOUT_MS, stopping)
      if (!removed.ok) return failed(removed.failure)
      alone = true
      if (!set) {
        set = true
        return { ok: true, again: 0 }
      }
    }
    const ask = { offset: next, timeout: HOLD_SECONDS, allowed_updates: ALLOWED_UPDATES }
    const came = await call('getUpdates', ask, POLL_TIMEOUT_MS, stopping)
    if (!came.ok) {
      alone = came.failure.code !== 409 || !came.failure.description.includes('webhook')
      return failed(came.failure)
    }
    if (!Array.isArray(came.result)) return { ok: false, cause: 'getUpdates gave no list' }
    for (const update of came.result) {
      await keep(update)
      const id = updateIdOf(update)
      if (id !== null) next = id + 1
    }
    return { ok: true, again: 0 }
  }
}

/** The turns of receiving by webhook: registering it, from time to time again. */
export function webhookTurns(call: Call, { url, secret }: { url: string; secret: string }): Turns {
  const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES }
  return async stopping => {
    const came = await call('setWebhook', payload, SETUP_TIMEOUT_MS, stopping)
    return came.ok ? { ok: true, again: REGISTER_EVERY_MS } : failed(came.failure)
  }
}

/** A failed turn: a refused token is tried again rarely, a flood limit is obeyed. */
function failed({ code, description, retryAfter }: TelegramFailure): Turn {
  const cause = code === null ? description : `${code} ${description}`
  const refused = code === 401 || code === 404
  return { ok: false, cause, wait: refused ? 60_000 : (retryAfter ?? 0) * 1_000 }
}
