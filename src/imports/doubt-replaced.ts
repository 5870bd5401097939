import type { Window } from '../core/window.ts'
import type { Problems } from './problem.ts'
import { spanText } from './table-period.ts'

/** So many periods are named one by one. */
const SHOWN = 3

/** Warns where a file says something else of a period that already has figures: a wrong period looks just so. */
export function warnOfReplaced(changed: readonly Window[], warnings: Problems): void {
  const spans = [...Map.groupBy(changed, spanText)]
  const shown = spans.slice(0, SHOWN).map(([span]) => span)
  if (shown.length === 0) return
  const span = spans.length > SHOWN ? `${shown.join('; ')}; …` : shown.join('; ')
  warnings.add('figures_replaced', { count: changed.length, span })
}
