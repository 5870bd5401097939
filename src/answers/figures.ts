import type { Term } from '../core/campaign.ts'
import type { Measure } from '../core/measure.ts'
import { round2 } from '../core/rounding.ts'
import { phasesWithin, phaseTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Figure, Reason } from './answer.ts'
import { measureUnits } from './measures.ts'
import type { UnitMeasure } from './measures.ts'
import { termFor } from './windows.ts'
import type { Scene, Sight } from './scene.ts'
import type { World } from './world.ts'

/** Whose figure: of one unit and indicator in one window, beside the target of a term. */
interface FigureOf {
  unit: string
  indicator: string
  window: Window
  term?: Term | null | undefined
}

/** A figure of which nothing is known, with the reason. */
export function emptyFigure(unit: string, indicator: string, window: Window, reason: Reason): Figure {
  return {
    unit,
    indicator,
    window,
    value: null,
    numerator: null,
    denominator: null,
    term: null,
    target: null,
    document: null,
    gap: null,
    met: null,
    rank: null,
    of: null,
    rankChange: null,
    dataTo: null,
    reason,
    rolledUpFrom: null,
    publishedFor: null,
    sources: [],
  }
}

/**
 * The figure of one unit and indicator: its measure beside the target of the term (found from the window when not
 * given). Met when the rounded value reaches the target; gap = target − value, percentage points (DOMAIN.md §6).
 */
export function figureOf(
  scene: Scene,
  { unit, indicator, window, term = termFor(scene, unit, indicator, window) }: FigureOf,
  { measure, rolledUpFrom }: UnitMeasure,
): Figure {
  const assigned = term ? scene.targets.of(unit, indicator, term) : { state: 'not_assigned' as const }
  const target = assigned.state === 'assigned' ? assigned.target : null
  const value = measure.state === 'value' ? measure.value : null
  return {
    ...emptyFigure(unit, indicator, window, 'no_data'),
    value,
    numerator: measure.state === 'no_data' ? null : measure.numerator,
    denominator: measure.state === 'no_data' ? null : measure.denominator,
    term,
    target,
    document: assigned.state === 'assigned' ? assigned.document : null,
    ...gapAndMet(scene, indicator, value, target),
    dataTo: measure.state === 'no_data' ? null : measure.dataTo,
    reason:
      measure.state === 'value' ? (assigned.state === 'assigned' ? null : assigned.state) : measure.state,
    rolledUpFrom,
    publishedFor: measure.state === 'value' ? measure.publishedFor : null,
    sources: measure.state === 'no_data' ? [] : measure.sources,
    ...countedBeside(measure),
    ...(assigned.state === 'not_assigned' ? targetsWithin(scene, unit, indicator, window) : {}),
  }
}

/** Of a window that no single target holds for: the targets of the phases that it has days of. */
function targetsWithin(
  { catalog, moment, targets }: Scene,
  unit: string,
  indicator: string,
  window: Window,
): Pick<Figure, 'targets'> {
  const found = phasesWithin(window, moment, catalog.phases).flatMap(phase => {
    const term = phaseTerm(phase)
    const assigned = targets.of(unit, indicator, term)
    return assigned.state === 'assigned' ? [{ term, target: assigned.target }] : []
  })
  return found.length === 0 ? {} : { targets: found }
}

/** Gap = target − value, percentage points, of two rounded values; met at 0 and below (DOMAIN.md §6). Null without both. */
export function gapAndMet(
  world: Pick<World, 'indicators'>,
  indicator: string,
  value: number | null,
  target: number | null,
): Pick<Figure, 'gap' | 'met'> {
  if (value === null || target === null) return { gap: null, met: null }
  const lower = world.indicators.get(indicator)?.better === 'lower'
  const gap = round2(lower ? value - target : target - value)
  return { gap, met: gap <= 0 }
}

/** Figures of units and indicators in one window, without ranks, in the order unit by unit. */
export async function readFigures(
  sight: Sight,
  query: {
    units: readonly string[]
    indicators: readonly string[]
    window: Window
    term?: Term | null
    wholeSubtree?: boolean
  },
): Promise<Figure[]> {
  const measures = await measureUnits(sight, query)
  const { window, term } = query
  return query.units.flatMap(unit =>
    query.indicators.flatMap(indicator => {
      const measured = measures.get(`${unit}|${indicator}`)
      if (!measured) return []
      return [figureOf(sight.scene, { unit, indicator, window, term }, measured)]
    }),
  )
}

/** What the counts say beside a published value that stands. */
function countedBeside(measure: Measure): Pick<Figure, 'counted'> {
  const beside = measure.state === 'value' ? measure.addable : undefined
  if (beside?.state !== 'value' || beside.numerator === null || beside.denominator === null) return {}
  const { value, numerator, denominator } = beside
  return { counted: { value, numerator, denominator } }
}
