import type { Stores } from '../db/stores/database.ts'
import type { Audience, Topic } from './topic.ts'

/** Where notices are put, and to which chats they go. */
export type Post = Pick<Stores, 'outbox' | 'chats'>

/** When: not before a moment, and what time it is now; milliseconds. */
export interface When {
  notBefore: number
  now: number
}

/**
 * Queues a notice for each chat of each recipient; a member without a chat gets one row that waits for the first.
 * Returns how many rows were added: what was queued before adds none.
 */
export async function tell<Name extends string, Facts, Known>(
  { outbox, chats, ...audience }: Post & Audience,
  topic: Topic<Name, Facts, Known>,
  facts: Facts,
  { notBefore, now }: When,
): Promise<number> {
  let added = 0
  for (const member of await topic.recipients(facts, audience)) {
    const reachable = (await chats.ofMember(member)).filter(chat => chat.goneAt === null)
    for (const chat of reachable.length > 0 ? reachable.map(one => one.id) : [null]) {
      const isNew = await outbox.add({
        key: `${topic.key(facts, now)}:${member}:${chat ?? '-'}`,
        topic: topic.name,
        facts: JSON.stringify(facts),
        member,
        chat,
        notBefore,
        createdAt: now,
      })
      if (isNew) added++
    }
  }
  return added
}
