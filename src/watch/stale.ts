import { createHash } from 'node:crypto'
import type { Scene } from '../answers/scene.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import type { OutboxStore } from '../db/stores/outbox.ts'
import { termsNow } from './evaluate.ts'
import { tell } from './recipients.ts'
import { startWatch, tellingTime } from './watch.ts'

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
export async function queueStale(db: Database, moment: Moment): Promise<number> {
  return await db.write(async stores => {
    const watch = await startWatch(stores, moment)
    const { scene, observations, outbox } = watch
    const dataTo = await observations.dataToByUnit(moment)
    const told = await toldBefore(outbox)
    const units = unitsWithoutNews(scene, dataTo).filter(
      unit => !told.has(staleName(unit, dataTo.get(unit) ?? null)),
    )
    if (units.length === 0) return 0
    const since = units.map(unit => dataTo.get(unit) ?? null)
    const names = units.map((unit, at) => staleName(unit, since[at] ?? null))
    const name = createHash('sha256').update(names.join('|')).digest('hex').slice(0, 16)
    const officers = scene.catalog.members.filter(member => member.role === 'data')
    const facts: StaleFacts = { units, since, days: scene.settings.staleDays }
    return await tell(
      watch,
      officers.map(({ member }) => member),
      { fact: `${TOPIC}:${name}`, topic: TOPIC, facts, ...tellingTime(watch) },
    )
  })
}

/** Units with a target in a term that has run for some days, whose newest figures are older than that. */
function unitsWithoutNews(scene: Scene, dataTo: ReadonlyMap<string, string>): string[] {
  const before = addDays(scene.moment.today, -scene.settings.staleDays)
  const terms = termsNow(scene).filter(term => term.from <= before)
  return scene.catalog.units
    .filter(unit => terms.some(term => scene.targets.indicatorsWith(unit.code, term).length > 0))
    .map(unit => unit.code)
    .filter(unit => (dataTo.get(unit) ?? '') < before)
}

/** What officers were told so far, by `staleName`. */
async function toldBefore(outbox: OutboxStore): Promise<Set<string>> {
  const rows = await outbox.withPrefix(`${TOPIC}:`)
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
