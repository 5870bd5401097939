import type { Delivery } from '../channel.ts'
import { deliveryOf, type ErrorRule } from '../failure-table.ts'
import type { TelegramFailure } from './gateway.ts'

/** The errors of the Bot API on sending. A chat that no longer is comes as "Bad Request", like faults of the message. */
export const TELEGRAM_ERRORS: readonly ErrorRule[] = [
  { code: 'none', means: 'later' },
  // A token that does not exist is answered with 404, as an unknown path would be.
  { code: [401, 404], means: 'down' },
  { code: 403, means: 'gone' },
  {
    code: 400,
    says: /chat not found|user not found|peer_id_invalid|user_deactivated|group chat was deactivated|chat was deleted|chat_write_forbidden|(not enough|have no) rights to send (text )?(a )?message/i,
    means: 'gone',
  },
  {
    code: 400,
    says: /(not enough|have no) rights|message can't be edited|message to edit not found|message_id_invalid|no text in the message|message is not modified/i,
    means: 'never',
  },
  {
    code: 400,
    says: /can't parse|too long|too big|is empty|must be non-empty|_invalid|invalid_|image_process_failed|wrong (file|type|http)|wrong remote|failed to get http|reply markup/i,
    means: 'ours',
  },
  { code: 413, means: 'ours' },
  { code: [408, 409, 429], means: 'later' },
  { code: { from: 500, to: 599 }, means: 'later' },
]

/**
 * What a failed sending means for the message, the chat and the channel.
 * @param now milliseconds since 1970.
 */
export function telegramDelivery(failure: TelegramFailure, now: number): Delivery {
  if (failure.migrateTo !== null) return { outcome: 'moved', address: failure.migrateTo }
  return deliveryOf(TELEGRAM_ERRORS, failure, now)
}

/** The Bot API did not understand our markup: the same without markup will do. */
export function cannotParse(failure: TelegramFailure): boolean {
  return failure.code === 400 && /can't parse (entities|message caption|caption)/i.test(failure.description)
}
