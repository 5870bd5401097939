import type { Checks } from '../checks.ts'
import type { ObservationList } from '../observation-list.ts'
import type { Table } from '../recognise.ts'
import { doubtPeriod } from '../doubt-period.ts'
import { reportContradiction, warnOfNotedPeriods, warnOfOtherPeriods } from '../table-period.ts'
import { reportKnownBefore, sayDoubtfulNotes } from './doubtful-notes.ts'
import { reportDragged } from './dragged-periods.ts'
import { firstFew } from '../shortened.ts'
import { readObservations } from './observations.ts'
import { readWideTable } from './wide-table.ts'

/** The figures of a table, long or wide, and said of them: which period, and which units have none. */
export function listedFigures(table: Table, checks: Checks): ObservationList {
  const { profile, period } = table
  const list =
    profile !== null && profile.figures.length > 0
      ? readWideTable({ ...table, profile }, checks)
      : readObservations(table, checks)
  list.reportConflicts()
  if (profile !== null) reportDragged(list, checks.problems)
  if (period.source !== null && period.period !== null && usesTablePeriod(list, period.period)) {
    const { from, to } = period.period
    const isOfAll = list.rows.every(row => row.from === from && row.to === to)
    if (isOfAll) checks.notes.add('note_period', { from, to, source: period.source })
    else sayRowPeriods(list, checks)
    reportContradiction(period, checks.problems)
    warnOfOtherPeriods(period, checks.warnings)
    doubtPeriod(
      { ...period, hasCounts: list.rows.some(row => row.denominator !== null) },
      table.titles,
      checks,
    )
    warnOfNotedPeriods(period, checks)
    reportKnownBefore(period, table.titles, checks)
  } else if (profile !== null) sayRowPeriods(list, checks)
  sayDoubtfulNotes(checks)
  sayMissingUnits(list, checks)
  return list
}

function usesTablePeriod(list: ObservationList, { from, to }: { from: string; to: string }): boolean {
  return list.rows.some(row => row.from === from && row.to === to)
}

/** Of rows that say their own periods: how many, and from when to when. */
function sayRowPeriods({ rows }: ObservationList, { notes }: Checks): void {
  if (rows.length === 0) return
  const count = new Set(rows.map(row => `${row.from}/${row.to}`)).size
  const [from, to] = rows.reduce(
    ([first, last], row) => [row.from < first ? row.from : first, row.to > last ? row.to : last],
    ['9999-12-31', ''],
  )
  notes.add('note_row_periods', { count, from, to })
}

const SHOWN = 10

/** Units of the kinds of which the file holds most, that exist and are not in it. */
function sayMissingUnits(list: ObservationList, { known, notes }: Checks): void {
  const there = new Set(list.rows.map(row => row.unit))
  const last = list.rows.reduce((latest, row) => (row.middle > latest ? row.middle : latest), '')
  const groups = Map.groupBy(known.units.values(), unit => `${unit.kind} ${unit.parent}`)
  const missing = [...groups.values()].flatMap(group => {
    const active = group.filter(
      unit =>
        (unit.activeFrom ?? last) <= last &&
        last <= (unit.activeTo ?? (unit.mergedInto === null ? last : '')),
    )
    const absent = active.filter(unit => !there.has(unit.code))
    return absent.length < active.length / 2 ? absent : []
  })
  if (missing.length === 0) return
  const units = firstFew(
    missing.map(unit => unit.name),
    SHOWN,
  )
  notes.add('note_missing_units', { count: missing.length, units })
}
