import { reportingOf } from '../answers/reporting.ts'
import type { Scene } from '../answers/scene.ts'
import type { Moment } from '../core/moment.ts'
import { DAY_MS, isRecent } from '../core/durations.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import type { OutboxRow, OutboxStore } from '../db/stores/outbox.ts'
import { back } from '../notices/back.ts'
import { stale, staleNames } from '../notices/stale.ts'
import type { StaleFacts } from '../notices/stale.ts'
import { tell } from '../notices/tell.ts'
import { termsNow } from './judge.ts'
import { isExpectedAfter, isSilent } from './feed.ts'
import { startWatch, tellingTime } from './watch.ts'
import type { Watch } from './watch.ts'

/** Who falls silent later is told at most so often; days. */
const EVERY_DAYS = 7

/**
 * Tells who cares for the data, not leaders, which units and which indicators have brought nothing new for some days, and
 * when they are back. What was told is told once, until new figures came and stopped again; while the whole province is
 * silent, no unit is told beside it. Returns how many notices were queued.
 */
export async function queueStale(db: Database, moment: Moment): Promise<number> {
  return await db.write(async stores => await queueStaleWithin(await startWatch(stores, moment)))
}

/** The same within a transaction that is open already. */
export async function queueStaleWithin(watch: Watch): Promise<number> {
  const { moment, settings } = watch.scene
  const dataTo = await watch.observations.dataToByUnit(moment)
  const told = await toldBefore(watch.outbox)
  const returned = await tellBack(watch, told, dataTo)
  const silent = await silentNow(watch, dataTo)
  const known = new Set(told.flatMap(({ facts }) => staleNames(facts)))
  const fresh = withoutKnown(silent, known)
  if (fresh.units.length === 0 && fresh.indicators.length === 0) return returned
  const last = told.at(-1)
  const stands = silent.units.length - fresh.units.length
  if (2 * stands > silent.watched) return returned
  if (last && isRecent(last.row.createdAt, moment.at, EVERY_DAYS * DAY_MS - 1)) return returned
  const { units, since, indicators } = fresh
  const facts = { units, since, indicators, days: settings.staleDays }
  return returned + (await tell(watch, stale, facts, tellingTime(watch)))
}

interface Silent extends Pick<StaleFacts, 'units' | 'since' | 'indicators'> {
  /** How many units are watched at all. */
  watched: number
}

async function silentNow(watch: Watch, dataTo: ReadonlyMap<string, string>): Promise<Silent> {
  const { scene } = watch
  const before = addDays(scene.moment.today, -scene.settings.staleDays)
  const terms = termsNow(scene).filter(term => term.from <= before)
  const watched = unitsOf(scene, terms)
  const late: string[] = []
  for (const unit of watched) {
    const day = dataTo.get(unit) ?? ''
    if (day < before && (await isExpectedAfter(watch, day))) late.push(unit)
  }
  const all = 2 * late.length > watched.length
  const indicators = all ? [] : await silentIndicators(watch, terms, before)
  return {
    units: late,
    since: late.map(unit => dataTo.get(unit) ?? null),
    indicators,
    watched: watched.length,
  }
}

/** Units that there are and that have a target in one of the terms. */
function unitsOf({ catalog, tree, targets, moment }: Scene, terms: ReturnType<typeof termsNow>): string[] {
  return catalog.units
    .filter(unit => tree.isActive(unit, moment.today))
    .filter(unit => terms.some(term => targets.indicatorsWith(unit.code, term).length > 0))
    .map(unit => unit.code)
}

/** Indicators of which the province waits for figures, while others come. */
async function silentIndicators(
  watch: Watch,
  terms: ReturnType<typeof termsNow>,
  before: string,
): Promise<StaleFacts['indicators']> {
  const { targets } = watch.scene
  const found: StaleFacts['indicators'] = []
  for (const indicator of new Set(terms.flatMap(term => targets.indicatorsIn(term)))) {
    const { lastDay } = await reportingOf(watch, indicator)
    if (lastDay !== null && lastDay < before && (await isSilent(watch, indicator)))
      found.push({ indicator, since: lastDay })
  }
  return found
}

function withoutKnown({ units, since, indicators }: Silent, known: ReadonlySet<string>) {
  const fresh = units.flatMap((unit, at) => {
    const day = since[at] ?? null
    const [name = ''] = staleNames({ units: [unit], since: [day], indicators: [] })
    return known.has(name) ? [] : [{ unit, day }]
  })
  const others = indicators.filter(
    one => !known.has(staleNames({ units: [], since: [], indicators: [one] })[0] ?? ''),
  )
  return { units: fresh.map(one => one.unit), since: fresh.map(one => one.day), indicators: others }
}

interface Told {
  row: OutboxRow
  facts: StaleFacts
}

/** What was told so far, or is about to be, oldest first. */
async function toldBefore(outbox: OutboxStore): Promise<Told[]> {
  const rows = await outbox.withPrefix(`${stale.name}:`)
  return rows.flatMap(row => {
    const facts = row.state === 'withdrawn' ? null : stale.read(row.facts)
    return facts ? [{ row, facts }] : []
  })
}

/** Once half of what was told as silent has sent again: that it is back, and what is still missing. */
async function tellBack(
  watch: Watch,
  told: readonly Told[],
  dataTo: ReadonlyMap<string, string>,
): Promise<number> {
  let queued = 0
  const sent = told.filter(({ row }) => row.state === 'sent')
  for (const [key, [first]] of Map.groupBy(sent, ({ facts }) => stale.key(facts, 0))) {
    if (!first) continue
    const { units, since } = first.facts
    const still = units.filter((unit, at) => (dataTo.get(unit) ?? null) === (since[at] ?? null))
    if (units.length === 0 || 2 * still.length > units.length) continue
    queued += await tell(
      watch,
      back,
      { of: key, units: units.length - still.length, still },
      tellingTime(watch),
    )
  }
  return queued
}
