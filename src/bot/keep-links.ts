import { readScene } from '../answers/scene.ts'
import type { Scene } from '../answers/scene.ts'
import { DAY_MS } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import { sayLink } from '../replies/say-link.ts'
import { tellingTime } from '../watch/watch.ts'
import { confirmKey, identityOf, isConfirmed, unlinkChat } from './links.ts'
import { putInto } from './arrived.ts'

/** A link that nobody used for so long ends: twelve months. */
const UNUSED_MS = 365 * DAY_MS

/**
 * Looks after the links, after every import and every morning: those of people who left end; whose name, role or unit has
 * changed is asked anew, and is told nothing else before the answer. Doing it twice adds nothing.
 */
export async function keepLinks(stores: Stores, words: Words, moment: Moment): Promise<void> {
  const scene = await readScene(stores, moment)
  for (const chat of await stores.chats.linked()) {
    const member = scene.members.get(chat.member ?? '')
    if (member === undefined) await unlinkChat(stores, chat, moment.at)
    else if (!isConfirmed(chat, member) && chat.pending !== 'confirm')
      await askAnew({ stores, words, scene }, chat, member)
  }
}

/** Ends the links that nobody used for a year. By the service alone, which knows whether its clock can be believed. */
export async function endUnusedLinks(stores: Stores, at: number): Promise<void> {
  for (const chat of await stores.chats.linked()) {
    const used = Math.max(chat.seenAt ?? 0, chat.linkedAt ?? 0)
    if (at - used > UNUSED_MS) await unlinkChat(stores, chat, at)
  }
}

interface Asking {
  stores: Stores
  words: Words
  scene: Scene
}

async function askAnew({ stores, words, scene }: Asking, chat: ChatRow, member: Member): Promise<void> {
  const { at } = scene.moment
  const unitName = (code: string) => scene.tree.byCode.get(code)?.name ?? code
  const message = sayLink({ about: 'changed', member }, { words, sample: scene.sample, unitName })
  await stores.chats.ask(chat.id, 'confirm', at)
  const key = `${confirmKey(chat)}${at}:${identityOf(member)}`
  await putInto(chat, stores, { key, message, at, notBefore: tellingTime({ scene }).notBefore })
}
