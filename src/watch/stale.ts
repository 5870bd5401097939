import { createHash } from 'node:crypto'
import { readWorld } from '../answers/world.ts'
import type { World } from '../answers/world.ts'
import { quietUntil } from '../core/alert.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { QUIET_HOURS } from './alert-notices.ts'
import { termsNow } from './evaluate.ts'
import { tell } from './recipients.ts'

/** A unit with targets whose newest figures are older than this is stale, days. */
const STALE_DAYS = 10
const TOPIC = 'stale'

/** Facts of a stale notice: the units with the last day that their figures covered, and for how many days at least nothing came. */
export interface StaleFacts {
  units: string[]
  /** In the order of the units; null where there never were any. */
  since: (string | null)[]
  days: number
}

/**
 * Tells data officers, not leaders, which units with targets have sent nothing new for ten days. A unit is told once,
 * until new figures of it came and stopped again. Returns how many notices were queued.
 */
export async function queueStale(db: Database, moment: Moment, timeZone: string): Promise<number> {
  return await db.write(async stores => {
    const world = await readWorld(stores)
    const dataTo = await stores.observations.dataToByUnit(moment)
    const told = await toldBefore(stores)
    const units = unitsWithoutNews(world, dataTo, moment.today).filter(
      unit => !told.has(staleName(unit, dataTo.get(unit) ?? null)),
    )
    if (units.length === 0) return 0
    const since = units.map(unit => dataTo.get(unit) ?? null)
    const name = createHash('sha256').update(
      units.map((unit, at) => staleName(unit, since[at] ?? null)).join('|'),
    )
    const officers = world.catalog.members
      .filter(member => member.role === 'data')
      .map(member => member.member)
    const facts: StaleFacts = { units, since, days: STALE_DAYS }
    return await tell(stores, officers, {
      fact: `${TOPIC}:${name.digest('hex').slice(0, 16)}`,
      topic: TOPIC,
      facts,
      notBefore: quietUntil(moment, QUIET_HOURS, timeZone) ?? moment.at,
      now: moment.at,
    })
  })
}

/** Units with a target in a term that has run for some days, whose newest figures are older than that. */
function unitsWithoutNews(world: World, dataTo: ReadonlyMap<string, string>, today: string): string[] {
  const before = addDays(today, -STALE_DAYS)
  const terms = termsNow(world, today).filter(term => term.from <= before)
  return world.catalog.units
    .filter(unit => terms.some(term => world.targets.indicatorsWith(unit.code, term).length > 0))
    .map(unit => unit.code)
    .filter(unit => (dataTo.get(unit) ?? '') < before)
}

/** What officers were told so far, by `staleName`. */
async function toldBefore(stores: Stores): Promise<Set<string>> {
  const rows = await stores.outbox.withPrefix(`${TOPIC}:`)
  return new Set(
    rows.flatMap(row => {
      const { units, since }: StaleFacts = JSON.parse(row.facts)
      return units.map((unit, at) => staleName(unit, since[at] ?? null))
    }),
  )
}

function staleName(unit: string, since: string | null): string {
  return `${unit}@${since ?? '-'}`
}
