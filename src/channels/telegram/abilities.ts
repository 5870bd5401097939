import type { Abilities, Limits } from '../channel.ts'
import { MAX_TEXT } from './render.ts'

export const TELEGRAM_ABILITIES: Abilities = {
  buttons: true,
  edit: true,
  images: 'upload',
  files: 'upload',
  maxText: MAX_TEXT,
  groups: true,
  startsConversation: false,
}

/** What the Bot API is known to stand: about 30 calls a second, one for each chat, 20 a minute for a group. */
export const TELEGRAM_LIMITS: Limits = {
  channel: { calls: 30, ms: 1_000 },
  chat: { calls: 1, ms: 1_000 },
  group: { calls: 20, ms: 60_000 },
}
