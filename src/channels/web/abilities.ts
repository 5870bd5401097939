import type { Abilities, Limits } from '../channel.ts'

export const WEB_ABILITIES: Abilities = {
  buttons: true,
  edit: false,
  images: 'upload',
  files: 'upload',
  maxText: 16_000,
  groups: false,
  startsConversation: true,
}

/** Our own page: as fast as it goes. */
export const WEB_LIMITS: Limits = { channel: null, chat: null, group: null }
