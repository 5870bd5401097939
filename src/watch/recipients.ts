import type { Role } from '../core/member.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { World } from '../answers/world.ts'
import type { Post } from './watch.ts'

/** A fact to be told: its name, its facts by reference, and not before when (milliseconds). */
export interface Notice {
  /** Names the fact, without the recipient. */
  fact: string
  topic: OutboxRow['topic']
  facts: object
  notBefore: number
  now: number
}

/** Members of these roles whose unit this is. */
export function membersOf(world: World, unit: string, roles: readonly Role[]): string[] {
  return world.catalog.members
    .filter(member => member.unit === unit && roles.includes(member.role))
    .map(member => member.member)
}

/**
 * Queues a notice for each member; in which of the member's chats it arrives is decided when it is sent. Returns how
 * many rows were added: a fact that was queued before adds none.
 */
export async function tell({ outbox }: Post, members: readonly string[], notice: Notice): Promise<number> {
  let added = 0
  for (const member of members) {
    const isNew = await outbox.add({
      key: `${notice.fact}:${member}:-`,
      topic: notice.topic,
      facts: JSON.stringify(notice.facts),
      member,
      chat: null,
      notBefore: notice.notBefore,
      createdAt: notice.now,
    })
    if (isNew) added++
  }
  return added
}
