import { backOff } from '../../lib/back-off.ts'
import type { ApiFailure } from '../api-call.ts'
import type { Delivery } from '../channel.ts'

/** After so many refusals for quota in a row it is the month's quota, and an operator must act. */
const FLOODS_UNTIL_DOWN = 5
const FLOOD_WAITS = { first: 20_000, longest: 10 * 60_000 }

/**
 * What a failed sending means. The platform's numbers are not HTTP's: 403 is its "internal server error".
 * @param floods how many refusals for quota came in a row, this one included.
 * @param random in [0, 1), spreads the waits.
 */
export function deliveryOf(failure: ApiFailure, now: number, floods: number, random: number): Delivery {
  const { code, description, ambiguous } = failure
  const cause = code === null ? description : `${code} ${description}`.trim()
  if (code === 401) return { outcome: 'channel_down', cause }
  if (code === 429 && floods >= FLOODS_UNTIL_DOWN) return { outcome: 'channel_down', cause }
  if (code === 429)
    return { outcome: 'retry', afterMs: now + backOff(floods, FLOOD_WAITS, random), cause, ambiguous: false }
  if (code === null || code === 403 || code === 408 || code >= 500)
    return { outcome: 'retry', afterMs: now, cause, ambiguous }
  const namesChat = code === 404 && /chat|recipient|user|conversation/i.test(description)
  return namesChat ? { outcome: 'gone', cause } : { outcome: 'refused', cause }
}
