import type { Member } from '../core/member.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import { endInvites } from './invites.ts'

type Links = Pick<Stores, 'chats' | 'audit' | 'outbox' | 'conversations'>

/** What a person says to be when a chat is linked: when it changes, the person is asked anew. */
export function identityOf({ name, role, unit }: Member): string {
  return [name, role, unit].join(' | ')
}

/** Whether the person in the chat has said to be who the member is now. */
export function isConfirmed({ linkedAs }: ChatRow, member: Member): boolean {
  return linkedAs === null || linkedAs === identityOf(member)
}

/** Rows of the outbox that ask the person of the chat anew begin with this. */
export function confirmKey({ id }: Pick<ChatRow, 'id'>): string {
  return `confirm:${id}:`
}

/** Links a chat to a member, whoever's it was; nothing of the earlier talk is kept, and whose last chat it was is told nothing that waits. */
export async function linkChat(stores: Links, chat: ChatRow, member: Member, at: number): Promise<void> {
  await stores.chats.link(chat.id, member.member, at, identityOf(member))
  await stores.conversations.remove(String(chat.id))
  if (chat.member !== null && chat.member !== member.member) await withdrawUnreachable(stores, chat.member)
  await stores.audit.add({
    at,
    action: 'link',
    object: `chat:${chat.id}`,
    before: chat.member,
    after: `${member.member}: ${identityOf(member)}`,
  })
}

/** Ends a link: the chat is a stranger's at once, and where it was the member's last, nothing that waits goes out. */
export async function unlinkChat(stores: Links, chat: ChatRow, at: number): Promise<void> {
  if (chat.member === null) return
  await stores.chats.unlink(chat.id)
  await stores.conversations.remove(String(chat.id))
  await stores.audit.add({ at, action: 'unlink', object: `chat:${chat.id}`, before: chat.member })
  await withdrawUnreachable(stores, chat.member)
}

/** Where the member has no chat any more, nothing that waits goes out. */
async function withdrawUnreachable({ chats, outbox }: Links, member: string): Promise<void> {
  if ((await chats.ofMember(member)).length === 0) await outbox.withdrawOf(member)
}

/** No digests go into the group any more, nor those that wait. */
export async function closeGroup(stores: Links, chat: number, at: number): Promise<void> {
  const group = (await stores.chats.groups()).find(one => one.chat === chat)
  if (!group) return
  await stores.chats.closeGroup(chat)
  await stores.audit.add({ at, action: 'unlink', object: `chat:${chat}`, before: `digest ${group.unit}` })
  await stores.outbox.withdrawIn(chat)
}

/** Ends all that a member has: links, codes, waiting messages. Returns how many links there were. */
export async function endMembership(stores: Links, member: string, at: number): Promise<number> {
  const chats = (await stores.chats.linked()).filter(chat => chat.member === member)
  for (const chat of chats) await unlinkChat(stores, chat, at)
  await endInvites(stores, member, at)
  await stores.outbox.withdrawOf(member)
  return chats.length
}
