import { telegram } from './channels/telegram/kind.ts'
import { web } from './channels/web/kind.ts'
import { zaloBot } from './channels/zalo-bot/kind.ts'
import { zaloOa } from './channels/zalo-oa/kind.ts'

/**
 * Every kind of channel, one line each: variables, paces and parts of the service are derived from here. The web chat is
 * last, since it is on by itself only where no other is.
 */
export const CHANNEL_KINDS = [telegram, zaloBot, zaloOa, web] as const

/** A channel that the environment turned on, whichever it is. */
export type AnyConfigured = ReturnType<(typeof CHANNEL_KINDS)[number]['configure']>['channels'][number]
