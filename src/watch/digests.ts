import { provinceRhythm } from '../answers/reporting.ts'
import type { DigestKind } from '../core/digest.ts'
import { DAY_MS } from '../core/durations.ts'
import { civilDay } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { ImportRecord } from '../db/stores/imports.ts'
import { digest } from '../notices/digest.ts'
import { tell } from '../notices/tell.ts'
import { startWatch, tellingTime, type Watch } from './watch.ts'

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
    if (!(await isDue({ ...watch, imports: stores.imports }, facts))) return 0
    return await tell(watch, digest, facts, tellingTime(watch))
  })
}

/**
 * No daily digest where figures do not come daily; where they come by month, the weekly one is due only in a week in which
 * some have come.
 */
async function isDue(
  watch: Watch & Pick<Stores, 'imports'>,
  { kind, slot }: { kind: DigestKind; slot: number },
): Promise<boolean> {
  const { every } = await provinceRhythm(watch)
  if (kind === 'daily') return every === 'day'
  if (kind !== 'weekly' || every !== 'month') return true
  const isNew = ({ at }: { at: number }) => slot - 7 * DAY_MS < at && at <= slot
  return (await watch.imports.list()).some(record => isNew(record) && brought(record))
}

function brought({ kind, added, changed }: ImportRecord): boolean {
  return kind === 'observations' && added + changed > 0
}
