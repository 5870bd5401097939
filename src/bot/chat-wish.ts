import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import type { ChatWish } from '../replies/say-link.ts'
import { WAITING_MS } from './arrived.ts'
import { among } from './same-words.ts'

export const CHAT_WISHES: readonly ChatWish[] = ['prefer', 'mute', 'unmute']

/** The wish that the text is, by its exact words; null for any other text. */
export function chatWishIn(words: Words, text: string): ChatWish | null {
  return CHAT_WISHES.find(wish => among(words.say(`people.talk.wishes.${wish}`), text)) ?? null
}

/** Does what was wished and said yes to; a chat that is preferred is not silent, and one that is not silent gets what waited for its person. */
export async function applyChatWish(
  { chats, outbox, audit }: Pick<Stores, 'chats' | 'outbox' | 'audit'>,
  chat: ChatRow,
  wish: ChatWish,
  now: number,
): Promise<void> {
  const stood = chat.mutedAt !== null ? 'mute' : chat.preferredAt !== null ? 'prefer' : null
  if (wish === 'prefer') await chats.prefer(chat.id, now)
  await chats.mute(chat.id, wish === 'mute' ? now : null)
  if (wish !== 'mute' && chat.member !== null) {
    await outbox.address(chat.member, chat.id, now - WAITING_MS)
    await chooseAnew(outbox, chat.member)
  }
  await audit.add({ at: now, action: 'chat', object: `chat:${chat.id}`, before: stood, after: wish })
}

/** What waits for a channel in trouble may go here now. */
async function chooseAnew(outbox: Stores['outbox'], member: string): Promise<void> {
  for (const { id, heldFor, createdAt, ...row } of await outbox.list('held'))
    if (row.member === member && row.topic !== 'reply' && heldFor?.startsWith('channel:') === true)
      await outbox.finish(id, { state: 'queued', notBefore: createdAt })
}
