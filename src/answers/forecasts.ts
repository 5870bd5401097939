import type { Term } from '../core/campaign.ts'
import { chanceOf } from '../core/forecast/verdict.ts'
import { round2 } from '../core/rounding.ts'
import type { Figure } from './answer.ts'
import { hasOwnCounts } from './measures.ts'
import { outlookFor } from './outlooks.ts'
import type { Sight } from './scene.ts'

const NONE = { value: null, low: null, high: null }

/** The figure with the value expected at the end of the term; the reason says why there is none. */
export async function withForecast(sight: Sight, figure: Figure, term: Term): Promise<Figure> {
  const indicator = sight.scene.indicators.get(figure.indicator)
  if (!indicator) return figure
  if (figure.value === null) return { ...figure, forecast: NONE }
  const units = await countedUnits(sight, figure)
  const found = await outlookFor(sight, { units, indicator, term })
  if (found === 'over') return { ...figure, forecast: { value: figure.value, low: null, high: null } }
  if (typeof found === 'string') return { ...figure, reason: 'too_little_history', forecast: NONE }
  const { value, low, high, halfWidth } = found
  const target = figure.askedTarget?.target ?? figure.target
  const chance =
    target === null ? {} : { chance: chanceOf({ value, halfWidth, target, better: indicator.better }) }
  return { ...figure, forecast: { value: round2(value), low: round2(low), high: round2(high) }, ...chance }
}

/** The units whose counts make the figure: the unit itself, or all below it. */
async function countedUnits(sight: Sight, { unit, indicator }: Figure): Promise<string[]> {
  const { tree } = sight.scene
  const own = (await hasOwnCounts(sight, unit, indicator)) || !tree.byCode.has(unit)
  return own ? [unit] : tree.subtree(unit).map(one => one.code)
}
