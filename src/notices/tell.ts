import type { Stores } from '../db/stores/database.ts'
import type { Audience, Topic } from './topic.ts'

/** Where notices are put. */
export type Post = Pick<Stores, 'outbox'>

/** When: not before a moment, and what time it is now; milliseconds. */
export interface When {
  notBefore: number
  now: number
}

/** Queues a notice for each of its recipients. Returns how many rows were added. */
export async function tell<Name extends string, Facts, Known>(
  post: Post & Audience,
  topic: Topic<Name, Facts, Known>,
  facts: Facts,
  when: When,
): Promise<number> {
  return await tellThese(post, topic, facts, { ...when, members: await topic.recipients(facts, post) })
}

/**
 * Queues a notice for each of these members; in which of the person's chats it arrives is decided when it is sent. Returns how
 * many rows were added: what was queued before adds none.
 */
export async function tellThese<Name extends string, Facts, Known>(
  { outbox }: Post,
  topic: Topic<Name, Facts, Known>,
  facts: Facts,
  { notBefore, now, members }: When & { members: readonly string[] },
): Promise<number> {
  let added = 0
  for (const member of members) {
    const isNew = await outbox.add({
      key: `${topic.key(facts, now)}:${member}:-`,
      topic: topic.name,
      facts: JSON.stringify(facts),
      member,
      chat: null,
      notBefore,
      createdAt: now,
    })
    if (isNew) added++
  }
  return added
}
