import type { Member } from '../core/member.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { Message } from '../lib/message.ts'
import { identityOf } from './links.ts'
import { restoreReply } from './stored-message.ts'

/**
 * An answer, made to be sent: null unless the chat is the same person's still, under the same link, and the person is who
 * it was made for. Asked at each try; `members` are those of today by their code.
 */
export function answerStillAsked(
  { member, facts }: Pick<OutboxRow, 'member' | 'facts'>,
  chat: Pick<ChatRow, 'member' | 'linkedAt'>,
  members: ReadonlyMap<string, Member>,
): Message | null {
  if (member !== chat.member) return null
  const { message, under } = restoreReply(facts)
  if (under === null) return message
  if (under.linkedAt !== chat.linkedAt) return null
  if (under.identity === null) return message
  const reader = members.get(member ?? '')
  return reader && identityOf(reader) === under.identity ? message : null
}
