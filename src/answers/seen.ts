import type { Figure } from './answer.ts'
import { emptyFigure } from './figures.ts'
import type { Seen } from './scope.ts'

/**
 * A figure as far as the asker may see it (DOMAIN.md §10): of a peer the value, target, verdict and place, by the setting
 * the place alone, and never counts, needs, forecasts or alerts.
 */
export function hidden(figure: Figure, seen: Seen): Figure {
  if (seen === 'all') return figure
  const { unit, indicator, window } = figure
  if (seen === 'none') return emptyFigure(unit, indicator, window, 'not_allowed')
  if (seen === 'figures') return withoutCounts(figure)
  const { rank, of, rankChange, dataTo } = figure
  const reason = figure.value === null && figure.reason !== 'not_allowed' ? 'no_data' : 'not_allowed'
  return { ...emptyFigure(unit, indicator, window, reason), rank, of, rankChange, dataTo }
}

const OF_ONESELF: ReadonlySet<string> = new Set<keyof Figure>([
  'need',
  'forecast',
  'chance',
  'pace',
  'drivers',
  'parts',
  'counted',
  'count',
  'valueThen',
  'response',
])

function withoutCounts(figure: Figure): Figure {
  const copy: Figure = { ...figure, numerator: null, denominator: null, sources: [], hiddenCounts: true }
  for (const key of Object.keys(copy)) if (OF_ONESELF.has(key)) Reflect.deleteProperty(copy, key)
  return copy
}
