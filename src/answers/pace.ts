import type { Term } from '../core/campaign.ts'
import { expectedAt, paceOf } from '../core/progress.ts'
import type { Figure } from './answer.ts'
import { baselines } from './baseline.ts'
import { reportingOf } from './reporting.ts'
import type { Sight } from './scene.ts'

/** Figures of one term with their pace: the line from the previous value to the target, at the last day with figures. */
export async function withPaces(sight: Sight, figures: readonly Figure[], term: Term): Promise<Figure[]> {
  const units = [...new Set(figures.map(figure => figure.unit))]
  const indicators = [...new Set(figures.map(figure => figure.indicator))]
  const starts = await baselines(sight, { units, indicators, term })
  return await Promise.all(
    figures.map(async figure => {
      const { target, value, unit, indicator } = figure
      if (target === null || value === null) return figure
      const { lastDay } = await reportingOf(sight, indicator)
      const better = sight.scene.indicators.get(indicator)?.better ?? 'higher'
      const v0 = starts.get(`${unit}|${indicator}`) ?? null
      const day = lastDay ?? sight.scene.moment.today
      const expected = expectedAt({ v0, target, term, day, better })
      return { ...figure, pace: { expected, state: paceOf(value, expected, target, better) } }
    }),
  )
}
