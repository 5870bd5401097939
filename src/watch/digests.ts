import type { DigestKind } from '../core/digest.ts'
import { civilDay } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import { digest } from '../notices/digest.ts'
import { tell } from '../notices/tell.ts'
import { startWatch, tellingTime } from './watch.ts'

/**
 * Queues one digest of the kind for each subscriber, named by its slot (milliseconds), so that a slot that runs twice
 * adds nothing. A phase digest is only for the first day of a phase and the day after its last. Returns how many were
 * queued.
 */
export async function queueDigests(
  db: Database,
  facts: { kind: DigestKind; slot: number; late: boolean },
  moment: Moment,
): Promise<number> {
  return await db.write(async stores => {
    const watch = await startWatch(stores, moment)
    // The day that the report is of, however much later it is made up for.
    const day = civilDay(facts.slot, moment.zone)
    const turns = watch.scene.catalog.phases.some(phase => phase.from === day || addDays(phase.to, 1) === day)
    if (facts.kind === 'phase' && !turns) return 0
    return await tell(watch, digest, facts, tellingTime(watch))
  })
}
