import type { Term } from '../core/campaign.ts'
import { granularityOf } from '../core/period.ts'
import { phaseTerm, yearTerm } from '../core/term.ts'
import type { Asking } from './asking.ts'
import { readFigures } from './figures.ts'
import { mainIndicatorOf } from './main-indicator.ts'
import { termAsked, windowFor } from './windows.ts'

/** The indicator that a question about a group means: the one named, else the main one of the province. */
export function mainIndicator(asking: Pick<Asking, 'question' | 'scene'>): string | null {
  const codes = asking.scene.catalog.indicators.map(indicator => indicator.code)
  return asking.question.indicators[0] ?? mainIndicatorOf(asking.scene, codes)
}

/** The units that a question is about: those named, else the asker's own. */
export function unitsAsked(asking: Asking): string[] {
  return asking.question.units.length > 0 ? asking.question.units : [asking.member.unit]
}

/**
 * Indicators of an answer about one unit: those named; else all for which the unit has a figure in the window or a
 * target in the term; else, so that missing data is shown as such, all that the province measures with targets.
 */
export async function indicatorsFor(asking: Asking, unit: string): Promise<string[]> {
  const { question, scene } = asking
  if (question.indicators.length > 0) return question.indicators
  const all = scene.catalog.indicators.map(indicator => indicator.code)
  const window = windowFor(scene, [unit], question.period)
  const figures = await readFigures(asking, { units: [unit], indicators: all, window })
  const known = figures.filter(figure => figure.reason !== 'no_data' || figure.target !== null)
  if (known.length > 0) return known.map(figure => figure.indicator)
  const [phase] = scene.catalog.phases
  const withTargets = phase ? scene.targets.indicatorsIn(phaseTerm(phase)) : []
  return withTargets.length > 0 ? withTargets : all
}

/** Indicators with a target of the unit in the term asked about; those named when any is. */
export function indicatorsWithTarget(asking: Asking, unit: string): string[] {
  const { question, scene } = asking
  if (question.indicators.length > 0) return question.indicators
  const main = mainIndicator(asking)
  // A number that is named is held against one indicator, not against all.
  if (question.threshold !== null && main !== null) return [main]
  const assigned = scene.targets.indicatorsWith(unit, termOfQuestion(asking, unit))
  if (assigned.length > 0) return assigned
  return main === null ? [] : [main]
}

/** The term that a question about targets speaks of: a year that is named where the unit has a target in it, else the one asked for. */
export function termOfQuestion({ scene, question }: Asking, unit: string): Term {
  const { targets } = scene
  const { period, indicators } = question
  if (period === null || granularityOf(period) !== 'year') return termAsked(scene, unit, period)
  const year = yearTerm(Number(period.from.slice(0, 4)), '')
  const assigned = targets.indicatorsWith(unit, year)
  const isMeant =
    indicators.length === 0 ? assigned.length > 0 : indicators.some(one => assigned.includes(one))
  return isMeant ? year : termAsked(scene, unit, period)
}
