import { createHash } from 'node:crypto'
import { readWorld } from '../answers/world.ts'
import { quietUntil } from '../core/alert.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores.ts'
import { QUIET_HOURS } from './alert-notices.ts'
import { termsNow } from './evaluate.ts'
import { tell } from './recipients.ts'

/** A unit with targets whose newest figures are older than this is stale, days. */
const STALE_DAYS = 10

/** Facts of a stale notice: the units, and for how many days at least nothing came. */
export interface StaleFacts {
  units: string[]
  days: number
}

/**
 * Tells data officers, not leaders, which units with targets have sent nothing new for ten days; the same units with
 * the same last day are told once. Returns how many notices were queued.
 */
export async function queueStale(db: Database, moment: Moment, timeZone: string): Promise<number> {
  return await db.write(async stores => {
    const world = await readWorld(stores)
    const dataTo = await stores.observations.dataToByUnit(moment)
    const before = addDays(moment.today, -STALE_DAYS)
    const terms = termsNow(world, moment.today).filter(term => term.from <= before)
    const assigned = world.catalog.units.filter(unit =>
      terms.some(term => world.targets.indicatorsWith(unit.code, term).length > 0),
    )
    const units = assigned.map(unit => unit.code).filter(unit => (dataTo.get(unit) ?? '') < before)
    if (units.length === 0) return 0
    const name = createHash('sha256').update(units.map(unit => `${unit}@${dataTo.get(unit)}`).join('|'))
    const officers = world.catalog.members
      .filter(member => member.role === 'data')
      .map(member => member.member)
    const facts: StaleFacts = { units, days: STALE_DAYS }
    return await tell(stores, officers, {
      fact: `stale:${name.digest('hex').slice(0, 16)}`,
      topic: 'stale',
      facts,
      notBefore: quietUntil(moment, QUIET_HOURS, timeZone) ?? moment.at,
      now: moment.at,
    })
  })
}
