import { z } from 'zod'
import type { Clock } from '../../lib/clock.ts'
import type { ApiFailure } from '../api-call.ts'
import type { Turn } from '../receiving.ts'
import type { Call } from './api.ts'

/** How long the platform may hold a poll back, in seconds, and how much longer we wait for its answer. */
const HOLD_SECONDS = 30
const POLL_TIMEOUT_MS = (HOLD_SECONDS + 5) * 1_000
const SETUP_TIMEOUT_MS = 15_000
/** A poll without an update that ends sooner than this did not wait: the next one must not follow at once. */
const SHORTEST_IDLE_MS = 1_000
/** How often the registered webhook is looked at. */
const CHECK_EVERY_MS = 10 * 60_000

type Turns = (stopping: AbortSignal) => Promise<Turn>

/**
 * The turns of long polling: one update at a time, handed out once. The first turn removes a webhook, which excludes polling.
 * @param keep resolves when the update is kept or stopping; it must not give it up, as it does not come again.
 */
export function pollingTurns(
  call: Call,
  clock: Clock,
  keep: (update: unknown, stopping: AbortSignal) => Promise<void>,
): Turns {
  let alone = false
  return async stopping => {
    if (!alone) {
      const removed = await call('deleteWebhook', {}, SETUP_TIMEOUT_MS, stopping)
      // 400: there was none.
      alone = removed.ok || removed.failure.code === 400
      return removed.ok || alone ? { ok: true, again: 0 } : failed(removed.failure)
    }
    const began = clock.now()
    const came = await call('getUpdates', { timeout: String(HOLD_SECONDS) }, POLL_TIMEOUT_MS, stopping)
    const idle = came.ok ? came.result === undefined || came.result === null : came.failure.code === 408
    if (idle) return { ok: true, again: clock.now() - began < SHORTEST_IDLE_MS ? SHORTEST_IDLE_MS : 0 }
    if (!came.ok) {
      alone = came.failure.code !== 400
      return failed(came.failure)
    }
    for (const update of Array.isArray(came.result) ? came.result : [came.result])
      await keep(update, stopping)
    return { ok: true, again: 0 }
  }
}

const info = z.object({ url: z.string() })
const registered = z.object({
  verification: z.object({ ok: z.boolean(), outcome: z.string().regex(/^[\w.]+$/) }).optional(),
})

/** The turns of receiving by webhook: registering it, and from time to time looking whether it is still ours. */
export function webhookTurns(call: Call, { url, secret }: { url: string; secret: string }): Turns {
  let done = false
  return async stopping => {
    if (done) {
      const looked = await call('getWebhookInfo', {}, SETUP_TIMEOUT_MS, stopping)
      if (!looked.ok) return failed(looked.failure)
      done = info.safeParse(looked.result).data?.url === url
      return { ok: true, again: done ? CHECK_EVERY_MS : 0 }
    }
    const came = await call('setWebhook', { url, secret_token: secret }, SETUP_TIMEOUT_MS, stopping)
    if (!came.ok) return failed(came.failure)
    const verification = registered.safeParse(came.result).data?.verification
    if (verification?.ok === false)
      return { ok: false, cause: `webhook not reachable for the platform: ${verification.outcome}` }
    done = true
    return { ok: true, again: CHECK_EVERY_MS }
  }
}

/** A failed turn: a refused token is tried again rarely, a used-up quota too. */
function failed({ code, description }: ApiFailure): Turn {
  const cause = code === null ? description : `${code} ${description}`.trim()
  return { ok: false, cause, wait: code === 401 ? 60_000 : code === 429 ? 30_000 : 0 }
}
