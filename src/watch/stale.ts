import type { Scene } from '../answers/scene.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import type { OutboxStore } from '../db/stores/outbox.ts'
import { stale, staleNames } from '../notices/stale.ts'
import { tell } from '../notices/tell.ts'
import { termsNow } from './evaluate.ts'
import { startWatch, tellingTime } from './watch.ts'

/**
 * Tells data officers, not leaders, which units with targets have sent nothing new for some days. A unit is told once,
 * until new figures of it came and stopped again. Returns how many notices were queued.
 */
export async function queueStale(db: Database, moment: Moment): Promise<number> {
  return await db.write(async stores => {
    const watch = await startWatch(stores, moment)
    const { scene, observations, outbox } = watch
    const dataTo = await observations.dataToByUnit(moment)
    const told = await toldBefore(outbox)
    const sinceOf = (unit: string) => dataTo.get(unit) ?? null
    const units = unitsWithoutNews(scene, dataTo).filter(
      unit => !staleNames({ units: [unit], since: [sinceOf(unit)] }).some(name => told.has(name)),
    )
    if (units.length === 0) return 0
    const facts = { units, since: units.map(sinceOf), days: scene.settings.staleDays }
    return await tell(watch, stale, facts, tellingTime(watch))
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

/** What officers were told so far, by `staleNames`. */
async function toldBefore(outbox: OutboxStore): Promise<Set<string>> {
  const rows = await outbox.withPrefix(`${stale.name}:`)
  const facts = rows.flatMap(row => stale.read(row.facts) ?? [])
  return new Set(facts.flatMap(staleNames))
}
