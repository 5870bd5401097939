import { worldOf } from '../answers/world.ts'
import type { CatalogStore } from '../db/stores/catalog.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { Message } from '../lib/message.ts'

/**
 * The message of an outbox row with what it is for: an answer, or a notice that a form approved beforehand can carry, with
 * the names of who is told and of the unit. Null stays null.
 */
export async function forPurpose(
  catalog: Pick<CatalogStore, 'get'>,
  row: Pick<OutboxRow, 'topic' | 'member'>,
  message: Message | null,
): Promise<Message | null> {
  if (message === null || row.topic === 'reply') return message
  const { members, tree } = worldOf(await catalog.get())
  const member = members.get(row.member ?? '')
  const unit = tree.byCode.get(member?.unit ?? '')
  const notice = { topic: row.topic, member: member?.name ?? '', unit: unit?.name ?? '' }
  return { ...message, purpose: row.topic === 'digest' ? 'digest' : 'alert', notice }
}
