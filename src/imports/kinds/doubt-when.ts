import { successorsOf } from '../../core/unit-tree.ts'
import type { Window } from '../../core/window.ts'
import type { Checks } from '../checks.ts'
import type { RowReader } from '../tables/row-reader.ts'

/** Reports figures of a unit that had ended before their period; warns of a period that has not begun anywhere. */
export function doubtWhen(row: RowReader, unit: string, period: Window, checks: Checks): void {
  const { warnings, future } = checks
  reportEnded(row, unit, period.from, checks)
  if (period.from > future)
    row.doubts(warnings).report('future_period', { from: period.from }, row.has('period') ? 'period' : 'unit')
}

/**
 * Reports what is of a day after the unit's last one. The figures of several that were merged may stand in one file, so
 * that they are nobody's but by whoever adds them up: the successors are named, and nothing is booked on them.
 */
export function reportEnded(row: RowReader, code: string, from: string, { known }: Checks): void {
  const unit = known.units.get(code)
  if (unit === undefined || unit.activeTo === null || unit.activeTo >= from) return
  const successors = successorsOf(unit).map(each => known.units.get(each)?.name ?? each)
  const ended = { unit: unit.name, day: unit.activeTo }
  if (successors.length === 0) row.report('ended_unit', ended, 'unit')
  else row.report('merged_unit', { ...ended, successors: successors.join(', ') }, 'unit')
}
