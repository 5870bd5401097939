import type { DigestKind } from '../ask/question.ts'
import { readWorld } from '../answers/world.ts'
import { quietUntil } from '../core/alert.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import type { SubscriptionRow } from '../db/stores/subscriptions.ts'
import { QUIET_HOURS } from './alert-notices.ts'
import { tell } from './recipients.ts'

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
export async function queueDigests(
  db: Database,
  kind: DigestKind,
  slot: number,
  late: boolean,
  moment: Moment,
  timeZone: string,
): Promise<number> {
  return await db.write(async stores => {
    const world = await readWorld(stores)
    const turns = world.catalog.phases.some(
      phase => phase.from === moment.today || addDays(phase.to, 1) === moment.today,
    )
    if (kind === 'phase' && !turns) return 0
    const subscriptions = await stores.subscriptions.all()
    const members = world.catalog.members.filter(member => isSubscribed(member, kind, subscriptions))
    const facts: DigestFacts = { kind, slot, late }
    return await tell(
      stores,
      members.map(member => member.member),
      {
        fact: `digest:${kind}:${slot}`,
        topic: 'digest',
        facts,
        notBefore: quietUntil(moment, QUIET_HOURS, timeZone) ?? moment.at,
        now: moment.at,
      },
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
