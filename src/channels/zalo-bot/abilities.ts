import type { Abilities, Limits } from '../channel.ts'
import { MAX_TEXT } from './sending.ts'

/** The most that a bot can do: pictures and files go by an address of ours that the platform fetches. */
export const ZALO_BOT_ABILITIES: Abilities = {
  buttons: false,
  edit: false,
  images: 'url',
  files: 'none',
  maxText: MAX_TEXT,
  groups: false,
  startsConversation: false,
}

/** The platform publishes no limits; the configuration may give another pace. */
export const ZALO_BOT_LIMITS: Limits = {
  channel: { calls: 5, ms: 1_000 },
  chat: { calls: 1, ms: 1_000 },
  group: null,
}
