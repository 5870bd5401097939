import type { Abilities, Limits } from '../channel.ts'
import { MAX_TEXT } from './render.ts'

/** The most that a bot can do: pictures and files go by an address of ours. */
export const ZALO_BOT_ABILITIES: Abilities = {
  buttons: false,
  edit: false,
  images: 'url',
  files: 'url',
  maxText: MAX_TEXT,
  groups: true,
  startsConversation: false,
}

/** The platform publishes no limits; the configuration may give another pace. */
export const ZALO_BOT_LIMITS: Limits = {
  channel: { calls: 5, ms: 1_000 },
  chat: { calls: 1, ms: 1_000 },
  group: null,
}

/** What was seen of the free plan: messages of both directions in a month, and people. Nothing of it is published. */
export const ZALO_BOT_QUOTA = { messages: 3_000, people: 50 }
