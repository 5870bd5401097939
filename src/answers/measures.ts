import type { Indicator } from '../core/indicator.ts'
import { measure, rollUp } from '../core/measure.ts'
import type { Measure } from '../core/measure.ts'
import type { Observation } from '../core/observation.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'
import type { Sight } from './scene.ts'
import type { World } from './world.ts'

/** Above so many units it is cheaper to read an indicator's rows of everybody than to name the units. */
const NAME_UNITS_UP_TO = 40

export interface MeasureQuery {
  indicators: readonly string[]
  units: readonly string[]
  window: Window
  /** Sum each unit with all units below it, even where it has counts of its own ("toàn huyện"). */
  wholeSubtree?: boolean
}

export interface UnitMeasure {
  measure: Measure
  /** Units summed when the value is a roll-up; null when it is the unit's own. */
  rolledUpFrom: number | null
}

/**
 * What each unit has for each indicator in a window, keyed by `unit|indicator`: its own rows, or the sum over its
 * subtree when it has no counts of its own at all (DOMAIN.md §4). Every key asked for is in the result.
 */
export async function measureUnits(sight: Sight, query: MeasureQuery): Promise<Map<string, UnitMeasure>> {
  const { scene, observations } = sight
  const { units, indicators, wholeSubtree: whole = false } = query
  const counted = whole
    ? new Set<string>()
    : await observations.withCounts({ units, indicators, day: scene.moment.today })
  const summed = (unit: string, indicator: string) => !counted.has(`${unit}|${indicator}`)
  const rowsOf = await readRows(sight, query, summed)
  const result = new Map<string, UnitMeasure>()
  for (const code of indicators) {
    const indicator = scene.indicators.get(code)
    if (!indicator) continue
    const own = (unit: string) =>
      measure(indicator, rowsOf.get(`${unit}|${code}`) ?? [], query.window, scene.moment)
    for (const unit of units) {
      const mine = { measure: own(unit), rolledUpFrom: null }
      const below = () => subtreeUnits(scene, unit).map(one => own(one.code))
      result.set(`${unit}|${code}`, summed(unit, code) ? sumOr(mine, indicator, below, whole) : mine)
    }
  }
  return result
}

/** The sum over the subtree of a unit, or what is its own where the sum does not stand before it. */
function sumOr(
  mine: UnitMeasure,
  indicator: Indicator,
  subtree: () => readonly Measure[],
  whole: boolean,
): UnitMeasure {
  if (!whole && isPublishedForWindow(mine.measure)) return mine
  const measures = subtree()
  if (measures.length <= 1) return mine
  const sum = rollUp(indicator, measures)
  if (sum.state === 'no_data') return whole ? { measure: sum, rolledUpFrom: null } : mine
  return { measure: sum, rolledUpFrom: sum.units }
}

/** A value published for exactly the window stands before a sum; one of another period only where there is no sum. */
function isPublishedForWindow(own: Measure): boolean {
  return own.state === 'value' && own.publishedFor === null
}

function subtreeUnits(world: World, unit: string): readonly Unit[] {
  return world.tree.byCode.has(unit) ? world.tree.subtree(unit) : []
}

/** Whether the unit ever had counts of its own for the indicator, as of the moment. */
export async function hasOwnCounts(
  { scene, observations }: Sight,
  unit: string,
  indicator: string,
): Promise<boolean> {
  const query = { units: [unit], indicators: [indicator], day: scene.moment.today }
  return (await observations.withCounts(query)).size > 0
}

async function readRows(
  { scene, observations }: Sight,
  query: MeasureQuery,
  summed: (unit: string, indicator: string) => boolean,
): Promise<Map<string, Observation[]>> {
  const wanted = new Set(query.units)
  for (const unit of query.units) {
    if (!query.indicators.some(indicator => summed(unit, indicator))) continue
    for (const below of subtreeUnits(scene, unit)) wanted.add(below.code)
  }
  const rows = await observations.inWindow({
    indicators: query.indicators,
    window: query.window,
    ...(wanted.size <= NAME_UNITS_UP_TO ? { units: [...wanted] } : {}),
  })
  const grouped = new Map<string, Observation[]>()
  for (const row of rows) {
    const key = `${row.unit}|${row.indicator}`
    const group = grouped.get(key)
    if (group) group.push(row)
    else grouped.set(key, [row])
  }
  return grouped
}
