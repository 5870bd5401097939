import type { Course, Estimate, Series } from '../core/forecast/course.ts'
import { kindOutlook } from '../core/forecast/outlook.ts'
import { type Outlook, outlookOf, sumOutlooks } from '../core/forecast/sum-outlooks.ts'
import type { Term } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import { measure } from '../core/measure.ts'
import type { Observation } from '../core/observation.ts'
import { isSame } from '../core/period.ts'
import { periodBefore, periodsIn } from '../core/rhythm.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'
import { keeper } from './kept.ts'
import { reportingOf } from './reporting.ts'
import type { Sight } from './scene.ts'

/** So many periods before the term are looked at. */
const BEFORE = 10
/** Fewer known periods of a term than this carry no forecast. */
const LEAST = 2

/** What can be said of the end of a term for every unit that has counts of its own. */
interface Outlooks {
  /** Too few periods are known, the term is over, or its value says it all. */
  state: 'too_little' | 'over' | 'known'
  units: ReadonlyMap<string, { estimate: Estimate; scale: number }>
}

const keep = keeper<Outlooks>()

/**
 * Where the value of a unit will stand at the end of a term: of units with counts of their own their own forecast, else
 * the sum of the forecasts of the units below; the reason where there is none.
 */
export async function outlookFor(
  sight: Sight,
  { units, indicator, term }: { units: readonly string[]; indicator: Indicator; term: Term },
): Promise<Outlook | 'too_little' | 'over' | 'no_data'> {
  if (indicator.accumulation === 'published') return 'too_little'
  const { state, units: found } = await outlooksOf(sight, indicator, term)
  if (state !== 'known') return state
  const parts = units.flatMap(unit => found.get(unit) ?? [])
  const [only] = parts
  if (only && parts.length === 1) return outlookOf(only.estimate, only.scale)
  return sumOutlooks(parts) ?? 'no_data'
}

async function outlooksOf(sight: Sight, indicator: Indicator, term: Term): Promise<Outlooks> {
  return await keep(sight, `${indicator.code}|${term.from}|${term.to}`, async () => {
    const { rhythm, lastDay, hasCome } = await reportingOf(sight, indicator.code)
    const inTerm = periodsIn(rhythm, term)
    const reached = inTerm.filter(period => lastDay !== null && period.to <= lastDay)
    const known = reached.slice(0, reached.findLastIndex(hasCome) + 1)
    const none = new Map<string, { estimate: Estimate; scale: number }>()
    if (known.length === inTerm.length) return { state: 'over', units: none }
    if (known.length < LEAST) return { state: 'too_little', units: none }
    const periods = [...periodsBefore(known[0]!, before => periodBefore(rhythm, before)), ...known]
    return { state: 'known', units: await estimates(sight, indicator, { periods, known, inTerm }) }
  })
}

function periodsBefore(first: Window, before: (period: Window) => Window): Window[] {
  const periods: Window[] = []
  for (let period = before(first); periods.length < BEFORE; period = before(period)) periods.unshift(period)
  return periods
}

interface Spans {
  periods: Window[]
  known: Window[]
  inTerm: Window[]
}

async function estimates(
  sight: Sight,
  indicator: Indicator,
  { periods, known, inTerm }: Spans,
): Promise<Outlooks['units']> {
  const { scene, observations } = sight
  const window = { from: periods[0]!.from, to: periods.at(-1)!.to }
  const rows = Map.groupBy(
    await observations.inWindow({ indicators: [indicator.code], window }),
    row => row.unit,
  )
  const { units: all } = scene.catalog
  const query = { units: all.map(unit => unit.code), indicators: [indicator.code], day: scene.moment.today }
  const counted = await observations.withCounts(query)
  const own = all.filter(({ code }) => counted.has(`${code}|${indicator.code}`))
  const found = new Map<string, { estimate: Estimate; scale: number }>()
  for (const units of Map.groupBy(own, unit => kindKey(sight, unit)).values()) {
    const series = units.map(unit => seriesOf(sight, indicator, rows.get(unit.code) ?? [], periods))
    const course: Course = { series, first: periods.length - known.length }
    const ahead = {
      last: periods.length - 1,
      horizon: inTerm.length - known.length,
      accumulation: indicator.accumulation === 'latest' ? ('latest' as const) : ('sum' as const),
    }
    const { estimates: ofKind, scale } = kindOutlook(course, ahead)
    ofKind.forEach((estimate, i) => {
      if (estimate) found.set(units[i]!.code, { estimate, scale })
    })
  }
  return found
}

function kindKey({ scene }: Sight, unit: Unit): string {
  return `${unit.kind} ${scene.tree.province(unit.code).code}`
}

function seriesOf(
  { scene: { moment } }: Sight,
  indicator: Indicator,
  rows: readonly Observation[],
  periods: readonly Window[],
): Series {
  const [numerators, denominators]: [number[], number[]] = [[], []]
  for (const period of periods) {
    const exact = rows.filter(row => isSame(row, period))
    const found = measure(indicator, exact.length > 0 ? exact : rows, period, moment)
    const counted = found.state === 'no_data' ? null : found
    numerators.push(counted?.numerator ?? 0)
    denominators.push(counted?.denominator ?? 0)
  }
  return { numerators, denominators }
}
