import { daysIn, granularityOf } from '../../core/period.ts'
import type { Window } from '../../core/window.ts'
import type { ObservationList } from '../observation-list.ts'
import type { Problems } from '../problem.ts'
import { spanText } from '../table-period.ts'

/** Fewer rows may well be of different periods. */
const LEAST_UNITS = 3
/** Months are not all equally long. */
const SAME_LENGTH = 3

interface Stretch extends Window {
  units: Set<string>
}

/**
 * Reports rows whose periods were filled by dragging, so that each unit has another one: "Tuần 20", "Tuần 21" … down a column, or
 * one end of it alone, 19/5, 20/5, 21/5. All rows of such a table are of one period.
 */
export function reportDragged(list: ObservationList, problems: Problems): void {
  for (const rows of Map.groupBy(list.rows, ({ indicator }) => indicator).values()) {
    const units = new Set(rows.map(({ unit }) => unit))
    const stretches = stretchesOf(rows)
    const isEachOther = rows.length === units.size && stretches.length === rows.length
    const areDragged = isEachOther && units.size >= LEAST_UNITS && isSteady(stretches)
    const [first, second] = areDragged ? stretches : overlapping(stretches)
    if (first === undefined || second === undefined) continue
    problems.add('periods_dragged', { first: spanText(first), second: spanText(second) })
    return
  }
}

/** The periods in the order of their rows, each with its units. */
function stretchesOf(rows: ObservationList['rows']): Stretch[] {
  const found = Map.groupBy(rows, ({ from, to }) => `${from}/${to}`)
  return Array.from(found.values(), same => ({
    from: same[0]?.from ?? '',
    to: same[0]?.to ?? '',
    units: new Set(same.map(({ unit }) => unit)),
  }))
}

/** Whether each period ends later than the one before, and all begin on one day or are about equally long. */
function isSteady(stretches: readonly Stretch[]): boolean {
  const [first] = stretches
  if (first === undefined) return false
  const isLater = stretches.every((each, at) => at === 0 || (stretches[at - 1]?.to ?? '') < each.to)
  const isOneBegin = stretches.every(({ from }) => from === first.from)
  return (
    isLater && (isOneBegin || stretches.every(each => Math.abs(daysIn(each) - daysIn(first)) <= SAME_LENGTH))
  )
}

/** Two periods of days that meet, are no week or month, and have no unit in common: of those of one unit the longer is a sum. */
function overlapping(stretches: readonly Stretch[]): Stretch[] {
  const odd = stretches
    .filter(each => granularityOf(each) === 'span')
    .toSorted((a, b) => (a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1))
  const at = odd.findIndex((each, index) => {
    const next = odd[index + 1]
    return next !== undefined && next.from <= each.to && ![...next.units].some(unit => each.units.has(unit))
  })
  return at === -1 ? [] : odd.slice(at, at + 2)
}
