import { addDays, daysIn } from '../core/period.ts'
import type { NewObservation } from '../db/stores/observations.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Checks } from './checks.ts'
import { agree } from './figures.ts'
import type { ObservationList } from './observation-list.ts'
import type { Place, Problems } from './problem.ts'
import { spanText } from './table-period.ts'

/** How far back the usual is looked for, in days. */
const LOOK_BACK = 400
/** A value that changed by more than this factor is doubted. */
const JUMP = 20
/** Of counts a change of so many points is none to be doubted: few dossiers give any percent. */
const SMALL_CHANGE = 10
/** A count under this part of the usual is doubted, where the usual is large enough to be one. */
const TINY = 50
const LEAST_USUAL = 50
/** Where half of a file's counts are this many times the usual, they may be sums since the beginning of the year. */
const CUMULATED = 3.5

interface Past {
  /** Newest period first: when it ended, what it said. */
  periods: (Pick<NewObservation, 'from' | 'to' | 'numerator' | 'denominator'> & {
    days: number
    rate: number | null
  })[]
}

/**
 * Warns of figures that are far from what the same unit has had: points taken for groups of digits, parts for percents; and
 * counts that are all those of the period before.
 */
export async function doubtAgainstStored(
  stores: Pick<Stores, 'observations'>,
  list: ObservationList,
  checks: Checks,
): Promise<void> {
  const {
    warnings,
    known: { units },
  } = checks
  if (list.rows.length === 0) return
  doubtHundreds(list, warnings)
  const past = await pastOf(stores, list.rows)
  doubtSame(list.rows, past, checks)
  const counts: Count[] = []
  for (const row of list.rows) {
    const known = past.get(`${row.unit}|${row.indicator}`)
    if (known === undefined) continue
    const line = list.lineOf(row)
    const name = units.get(row.unit)?.name ?? row.unit
    const place = { ...(line !== undefined && { line }), value: name }
    doubtRate(row, known, place, warnings)
    const usual = usualCount(known, row)
    if (row.denominator !== null && row.denominator > 0 && usual >= LEAST_USUAL) {
      counts.push({
        usual,
        factor: row.denominator / usual,
        place: { ...place, value: `${name}: ${row.denominator}` },
      })
    }
  }
  doubtCounts(counts, warnings)
}

/** So many units that all have the counts of the period before have hardly counted again, with so many dossiers each. */
const SAME_UNITS = 3
const SAME_COUNT = 10

/** A state may well be what it was; what came in a period is not the same for everybody. */
function doubtSame(
  rows: readonly NewObservation[],
  past: ReadonlyMap<string, Past>,
  { known, warnings }: Checks,
): void {
  const counted = rows.filter(
    ({ indicator, denominator, value }) =>
      known.indicators.get(indicator)?.accumulation === 'sum' &&
      (denominator === null ? isTelling(value) : denominator >= SAME_COUNT),
  )
  const compared = counted.flatMap(row => {
    const before = past
      .get(`${row.unit}|${row.indicator}`)
      ?.periods.find(each => each.to < row.from && isAlike(each.days, daysIn(row)))
    return before === undefined ? [] : [{ row, before }]
  })
  const units = new Set(compared.map(({ row }) => row.unit))
  const [first] = compared
  const areSame = compared.every(({ row, before }) => isSame(row, before) && before.to === first?.before.to)
  if (first === undefined || units.size < SAME_UNITS || !areSame) return
  const facts = { count: units.size, before: spanText(first.before) }
  warnings.add('same_as_before', facts)
}

/** Many units have none or all of their dossiers online. */
function isTelling(value: number | null): boolean {
  return value !== null && value > 0 && value < 100
}

/** Rates are published with a few decimals. */
function isSame(row: NewObservation, before: Past['periods'][number]): boolean {
  if (row.value !== null && row.denominator === null)
    return before.rate !== null && agree(row.value, before.rate)
  return row.numerator === before.numerator && row.denominator === before.denominator
}

/** So many units that all have 100 for a denominator hardly count anything. */
const HUNDREDS = 3

function doubtHundreds({ rows }: ObservationList, warnings: Problems): void {
  const counted = rows.filter(({ denominator }) => denominator !== null && denominator > 0)
  if (
    new Set(counted.map(({ unit }) => unit)).size >= HUNDREDS &&
    counted.every(({ denominator }) => denominator === 100)
  )
    warnings.add('all_hundreds', { count: counted.length })
}

function doubtRate(row: NewObservation, known: Past, place: Place, warnings: Problems): void {
  const days = daysIn(row)
  const before = known.periods.find(
    each => each.to <= row.to && each.rate !== null && isAlike(each.days, days),
  )
  const rate = rateOf(row)
  if (!before?.rate || rate === null || rate <= 0) return
  const factor = Math.max(rate / before.rate, before.rate / rate)
  const isSmall = row.value === null && Math.abs(rate - before.rate) < SMALL_CHANGE
  if (factor <= JUMP || isSmall) return
  const code = rate > before.rate ? 'jump' : 'drop'
  warnings.add(code, { before: before.rate, factor: Math.round(factor) }, place)
}

/** A count beside the usual one of the same unit in a period about as long. */
interface Count {
  usual: number
  factor: number
  place: Place
}

/** Where most counts are many times the usual it is said once: they have one cause. */
function doubtCounts(counts: readonly Count[], warnings: Problems): void {
  const factors = counts.map(each => each.factor).toSorted((a, b) => a - b)
  const middle = factors[Math.floor(factors.length / 2)] ?? 1
  const areSums = counts.length >= 2 && middle >= CUMULATED
  if (areSums) warnings.add('large_counts', { factor: Math.round(middle) })
  for (const { usual, factor, place } of counts) {
    if (factor * TINY < 1) warnings.add('tiny_count', { usual }, place)
    else if (factor > JUMP && !areSums)
      warnings.add('large_count', { usual, factor: Math.round(factor) }, place)
  }
}

async function pastOf(
  stores: Pick<Stores, 'observations'>,
  rows: readonly NewObservation[],
): Promise<Map<string, Past>> {
  const first = rows.reduce((earliest, row) => (row.from < earliest ? row.from : earliest), '9999')
  const last = rows.reduce((latest, row) => (row.to > latest ? row.to : latest), '')
  const units = new Set(rows.map(row => row.unit))
  const stored = await stores.observations.inWindow({
    indicators: [...new Set(rows.map(row => row.indicator))],
    units: [...units],
    window: { from: addDays(first, -LOOK_BACK), to: last },
  })
  const past = new Map<string, Past>()
  for (const { unit, indicator, from, to, denominator, numerator, value } of stored) {
    const key = `${unit}|${indicator}`
    const one = past.get(key) ?? { periods: [] }
    past.set(key, one)
    const rate = rateOf({ numerator, denominator, value })
    one.periods.push({ from, to, days: daysIn({ from, to }), numerator, denominator, rate })
  }
  for (const { periods } of past.values()) periods.sort((a, b) => (a.to < b.to ? 1 : -1))
  return past
}

function rateOf({
  numerator,
  denominator,
  value,
}: Pick<NewObservation, 'numerator' | 'denominator' | 'value'>): number | null {
  if (value !== null) return value
  return numerator === null || denominator === null || denominator === 0
    ? null
    : (100 * numerator) / denominator
}

/**
 * The middle one of the counts that the unit had in periods about as long; where it had none, of those in other periods,
 * as many a day: the first month of a province that reported by week. 0 where there are no counts.
 */
function usualCount({ periods }: Past, row: NewObservation): number {
  const days = daysIn(row)
  const counted = periods.flatMap(each =>
    each.denominator === null ? [] : [{ ...each, count: each.denominator }],
  )
  const alike = counted.filter(each => isAlike(each.days, days))
  const usual =
    alike.length > 0 ? alike : counted.map(each => ({ ...each, count: (each.count / each.days) * days }))
  const counts = usual.map(({ count }) => count).toSorted((a, b) => a - b)
  return Math.round(counts[Math.floor(counts.length / 2)] ?? 0)
}

/** Periods of about the same length: months are not all equally long. */
function isAlike(a: number, b: number): boolean {
  return a <= b * 1.3 && b <= a * 1.3
}
