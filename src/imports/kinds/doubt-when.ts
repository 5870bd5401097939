import type { Window } from '../../core/window.ts'
import type { Checks } from '../checks.ts'
import type { RowReader } from '../tables/row-reader.ts'

/** Warns of figures of a unit that had ended before their period, and of a period that has not begun anywhere. */
export function doubtWhen(row: RowReader, unit: string, period: Window, checks: Checks): void {
  const { known, warnings, future } = checks
  const doubts = row.doubts(warnings)
  const { activeTo = null, name = unit } = known.units.get(unit) ?? {}
  if (activeTo !== null && activeTo < period.from)
    doubts.report('ended_unit', { unit: name, day: activeTo }, 'unit')
  if (period.from > future)
    doubts.report('future_period', { from: period.from }, row.has('period') ? 'period' : 'unit')
}
