import type { ErrorRule } from '../failure-table.ts'

/**
 * The errors of the Zalo Bot API on sending. Its numbers are not HTTP's: 403 is its "internal server error". It says of
 * nobody that he blocked the bot; only a 404 that names the chat means that there is none.
 */
export const ZALO_BOT_ERRORS: readonly ErrorRule[] = [
  { code: 'none', means: 'later' },
  { code: 401, means: 'down' },
  { code: 404, says: /chat|recipient|user|conversation/i, spoken: true, means: 'gone' },
  { code: [400, 404], spoken: true, means: 'ours' },
  { code: 429, means: 'all_later' },
  { code: [403, 408], means: 'later' },
  { code: { from: 500, to: 599 }, means: 'later' },
]
