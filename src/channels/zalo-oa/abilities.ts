import type { Abilities, Limits } from '../channel.ts'

/** Longest text of a message, in UTF-16 units. */
export const MAX_TEXT = 2_000

/** The most that an Official Account can do: buttons and files depend on what is switched on. */
export const ZALO_OA_ABILITIES: Abilities = {
  buttons: true,
  edit: false,
  images: 'upload',
  files: 'url',
  maxText: MAX_TEXT,
  groups: false,
  startsConversation: false,
}

/** Well under the 4,000 requests a minute of an application. */
export const ZALO_OA_LIMITS: Limits = {
  channel: { calls: 20, ms: 1_000 },
  chat: { calls: 2, ms: 1_000 },
  group: null,
}
