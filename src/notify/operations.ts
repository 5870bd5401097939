import { isActive } from '../core/member.ts'
import type { Stores } from '../db/stores/database.ts'

/**
 * Queues a word about the service itself for each administrator of the day `today`, wherever they can be reached. `fact` names
 * it, so that it is told once. Returns how many were queued.
 */
export async function queueOperation(
  stores: Pick<Stores, 'catalog' | 'outbox'>,
  { fact, facts, now, today }: { fact: string; facts: object; now: number; today: string },
): Promise<number> {
  const { members } = await stores.catalog.get()
  let added = 0
  for (const { member } of members.filter(one => one.role === 'admin' && isActive(one, today))) {
    const row = { key: `operation:${fact}:${member}`, topic: 'operation', member, chat: null } as const
    if (await stores.outbox.add({ ...row, facts: JSON.stringify(facts), notBefore: now, createdAt: now }))
      added++
  }
  return added
}
