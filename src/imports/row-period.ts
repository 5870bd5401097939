import type { Checks } from './checks.ts'
import type { Window } from '../core/window.ts'
import { type Cell, cellText } from './files/cell.ts'
import { foldText } from './names/fold-name.ts'
import type { Place, Problems } from './problem.ts'
import type { Profile } from './profile.ts'
import { applyRules, inReportMonth, spanText, type TablePeriod } from './table-period.ts'
import type { RowReader } from './tables/row-reader.ts'
import { readDay, serialDay } from './values/days.ts'
import { mayBothBeMeant, type Period, readPeriod, twoPeriods } from './values/periods.ts'

/** The period of a row, or null, which is reported. */
export type ReadRowPeriod = (row: RowReader) => Period | null

/**
 * How the period of a row is found: in its own cell, else that of the table. `isGivenFirst`: what was given stands
 * before what the row says. A table that says it nowhere is a problem.
 */
export function rowPeriods(
  table: TablePeriod,
  profile: Profile | null,
  checks: Checks,
  { hasColumn, isGivenFirst }: { hasColumn: boolean; isGivenFirst: boolean },
): ReadRowPeriod {
  const { given, period: whole, titled } = table
  const { problems, warnings } = checks
  if (given !== null && whole === null) problems.add('bad_period', {}, { value: given })
  if (whole === null && given === null && !hasColumn) reportUnsaid(table, checks)
  const known = new Map<string, Period | null>()
  const { differs, differsFromGiven } = comparedWith(table, warnings)
  const ownOf = (cell: Cell, text: string) => {
    const key = `${typeof cell}${text}`
    const period = known.get(key) ?? periodOfCell(cell, profile, table)
    known.set(key, period)
    return period
  }
  let isOutsideSaid = false
  return row => {
    const cell = joinedPeriod(row)
    const text = cellText(cell)
    const own = text === '' ? null : ownOf(cell, text)
    if (text === '' || (isGivenFirst && given !== null)) {
      if (whole === null && given === null) row.required('period')
      if (whole !== null) differs(whole, () => ({}))
      if (whole !== null && isOfOtherYear(row, whole))
        row.report('row_year_differs', { used: spanText(whole) }, 'period_year')
      if (own !== null) differsFromGiven(row, own)
      else if (/\d/.test(text)) row.report('bad_period', {}, 'period')
      return whole
    }
    if (own === null) reportUnread(row, { cell, profile, table })
    else if (isOfOtherYear(row, own)) row.report('row_year_differs', { used: spanText(own) }, 'period_year')
    else if (titled !== null && isDayOutside(own, titled))
      row.report('day_outside_title', { title: spanText(titled) }, 'period')
    else if (titled !== null && !mayBothBeMeant(own, titled)) {
      // One row names the fault of all.
      if (!isOutsideSaid) row.report('period_outside_title', { title: spanText(titled) }, 'period')
      isOutsideSaid = true
    } else {
      differsFromGiven(row, own)
      if (/^\d{5}$/.test(text)) {
        row.doubts(warnings).report('period_as_day', { day: own.from }, 'period')
      }
      // The months of a year are what its title says.
      if (!isWithin(own, titled)) differs(own, () => row.place('period'))
    }
    return own
  }
}

/** Says why a cell is no period: two that differ, no year, or nothing that is known. */
function reportUnread(
  row: RowReader,
  { cell, profile, table }: { cell: Cell; profile: Profile | null; table: TablePeriod },
): void {
  const both = twoPeriods(cellText(cell), table.year)
  if (both !== null)
    row.report('two_periods', { named: spanText(both[0]), days: spanText(both[1]) }, 'period')
  else row.report(lacksYear(cell, profile, table) ? 'period_without_year' : 'bad_period', {}, 'period')
}

/** Says what is missing for the words of the title to be a period, and what to give instead. */
function reportUnsaid({ unsaid }: TablePeriod, { problems, future }: Checks): void {
  if (unsaid === null) problems.add('period_needed', {})
  else if (unsaid.is === 'several') {
    const periods = unsaid.periods.map(spanText).join('; ')
    problems.add('periods_several', { periods })
  } else if (unsaid.is === 'end') {
    const { day } = unsaid
    problems.add('period_end_alone', { day, example: `${day.slice(0, 4)}-01-01/${day}` })
  } else problems.add('period_yearless', { said: unsaid.words, example: unsaid.example(future) })
}

/** What is said of periods of rows, once for each: that they are not the title's, not what was given. */
function comparedWith({ given, period, titled }: TablePeriod, warnings: Problems) {
  const said = given === null ? null : period
  const told = new Set<string>()
  const differs = (used: Period, place: () => Place) => {
    if (titled === null) return
    const text = spanText(used)
    // Days of one table are said once.
    const isDay = used.from === used.to
    if (isDay && told.has('day')) return
    if (isDay) told.add('day')
    if (told.has(text) || text === spanText(titled)) return
    told.add(text)
    warnings.add('period_differs', { title: spanText(titled), used: text }, place())
  }
  const differsFromGiven = (row: RowReader, own: Period) => {
    if (said === null || told.has('--period')) return
    const texts = { given: spanText(said), row: spanText(own) }
    if (texts.given === texts.row) return
    told.add('--period')
    row.report('given_period_differs', texts, 'period')
  }
  return { differs, differsFromGiven }
}

function isWithin({ from, to }: Window, titled: Window | null): boolean {
  return titled !== null && titled.from <= from && to <= titled.to
}

function isDayOutside({ from, to }: Window, titled: Window): boolean {
  return from === to && (from < titled.from || titled.to < from)
}

/** Titles under which "12/2024" is no month. */
const OWN_NUMBERS = /^(?:tuan|quy|ngay)\b/

/** The cell of the period; of a table that says it in several columns, what they say together. */
function joinedPeriod(row: RowReader): Cell {
  const cell = row.cell('period')
  const [from, to] = [readDay(row.cell('period_from')), readDay(row.cell('period_to'))]
  if (cellText(cell) === '' && from !== null && to !== null) return `${from}/${to}`
  const text = cellText(cell)
  const isNumber = /^(?:\d{1,2}|[IVX]{1,4})$/.test(text)
  const year = yearIn(row)
  const isWithoutYear = year !== null && text !== '' && !/20\d\d/.test(text)
  // The header says of what it is the number: "Tháng", "Tuần", "Quý".
  const isOfTitle =
    /^(?:\d{1,2}|[IVX]{1,4}) ?[/.-] ?20\d\d$/.test(text) && OWN_NUMBERS.test(foldText(row.header('period')))
  if (isOfTitle) return `${row.header('period')} ${text}`
  const said = isNumber ? `${row.header('period')} ${text}` : text
  return isNumber || isWithoutYear ? `${said}${isWithoutYear ? `/${year}` : ''}` : cell
}

/** The year that the row has in a column of its own. */
function yearIn(row: RowReader): string | null {
  return /^20\d\d$/.exec(cellText(row.cell('period_year')))?.[0] ?? null
}

/** Whether a column of years says another one than the period that is used. */
function isOfOtherYear(row: RowReader, { from, to }: Period): boolean {
  const year = yearIn(row)
  return year !== null && !from.startsWith(year) && !to.startsWith(year)
}

/** Whether it would be a period if a year stood in it. */
function lacksYear(cell: Cell, profile: Profile | null, table: TablePeriod): boolean {
  return table.year === null && periodOfCell(cell, profile, { ...table, year: '2024' }) !== null
}

function periodOfCell(
  cell: Cell,
  profile: Profile | null,
  { year, reportMonth }: Pick<TablePeriod, 'year' | 'reportMonth'>,
): Period | null {
  const serial = typeof cell === 'number' ? cell : /^\d{5}$/.test(cellText(cell)) ? Number(cell) : null
  if (serial !== null) {
    const day = serialDay(serial)
    if (day !== null) return readPeriod(day)
  }
  const text = cellText(cell)
  const byRule = applyRules(foldText(text), profile?.periods ?? [])
  return inReportMonth((byRule === null ? null : readPeriod(byRule)) ?? readPeriod(text, year), reportMonth)
}
