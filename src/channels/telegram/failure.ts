import type { Delivery } from '../channel.ts'
import type { TelegramFailure } from './gateway.ts'

/** A chat that no longer is: these come as "Bad Request", like faults of the message. */
const CHAT_IS_GONE =
  /chat not found|user not found|peer_id_invalid|user_deactivated|group chat was deactivated|chat was deleted/i

/**
 * What a failed sending means for the message, the chat and the channel.
 * @param now milliseconds since 1970.
 */
export function deliveryOf(failure: TelegramFailure, now: number): Delivery {
  const { code, description, ambiguous, retryAfter, migrateTo } = failure
  const cause = code === null ? description : `${code} ${description}`
  if (migrateTo !== null) return { outcome: 'moved', address: migrateTo }
  if (code === null || code >= 500 || code === 408 || code === 409)
    return { outcome: 'retry', afterMs: now, cause, ambiguous }
  if (code === 429) return { outcome: 'retry', afterMs: now + (retryAfter ?? 30) * 1_000, cause, ambiguous }
  // A token that does not exist is answered with 404, as an unknown path would be.
  if (code === 401 || code === 404) return { outcome: 'channel_down', cause }
  if (code === 403 || CHAT_IS_GONE.test(description)) return { outcome: 'gone', cause }
  return { outcome: 'refused', cause }
}

/** The Bot API did not understand our markup: the same without markup will do. */
export function cannotParse(failure: TelegramFailure): boolean {
  return failure.code === 400 && /can't parse (entities|message caption|caption)/i.test(failure.description)
}
