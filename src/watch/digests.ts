import type { DigestKind } from '../core/digest.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import type { SubscriptionRow } from '../db/stores/subscriptions.ts'
import { tell } from './recipients.ts'
import { startWatch, tellingTime } from './watch.ts'

/** Facts of a digest notice: for whom, which kind, and the slot that it answers (milliseconds). */
export interface DigestFacts {
  kind: DigestKind
  slot: number
  late: boolean
}

/**
 * Queues one digest of the kind for each subscriber, named by its slot, so that a slot that runs twice adds nothing.
 * A phase digest is only for the first day of a phase and the day after its last. Returns how many were queued.
 */
export async function queueDigests(db: Database, facts: DigestFacts, moment: Moment): Promise<number> {
  return await db.write(async stores => {
    const watch = await startWatch(stores, moment)
    const { phases, members } = watch.scene.catalog
    const { kind, slot } = facts
    const turns = phases.some(phase => phase.from === moment.today || addDays(phase.to, 1) === moment.today)
    if (kind === 'phase' && !turns) return 0
    const subscriptions = await stores.subscriptions.all()
    const subscribers = members.filter(member => isSubscribed(member, kind, subscriptions))
    return await tell(
      watch,
      subscribers.map(({ member }) => member),
      { fact: `digest:${kind}:${slot}`, topic: 'digest', facts, ...tellingTime(watch) },
    )
  })
}

/** Whether the member gets digests of the kind: as chosen, else a committee gets the weekly and the phase digest. */
export function isSubscribed(
  member: Member,
  kind: DigestKind,
  subscriptions: readonly SubscriptionRow[],
): boolean {
  const chosen = subscriptions.find(row => row.member === member.member && row.kind === kind)
  if (chosen) return chosen.active
  return member.role === 'committee' && (kind === 'weekly' || kind === 'phase')
}
