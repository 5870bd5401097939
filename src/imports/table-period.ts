import { basename } from 'node:path'
import { daysIn, middleOf } from '../core/period.ts'
import { reportingMonthOf } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'
import { type Cell, cellText, type Line } from './files/cell.ts'
import { foldText } from './names/fold-name.ts'
import { compilePattern } from './pattern.ts'
import type { Checks } from './checks.ts'
import type { Problems } from './problem.ts'
import type { Profile } from './profile.ts'
import type { RowReader } from './tables/row-reader.ts'
import { readDay, serialDay } from './values/days.ts'
import { findPeriods, type Period, readPeriod, yearSaid } from './values/periods.ts'

/** Where a period of a whole table was found. */
export type PeriodSource = 'given' | 'title' | 'sheet' | 'file' | 'note'

/** What is known of the period of a table besides what its rows say. */
export interface TablePeriod {
  /** What `--period` says, as it was given; null without it. */
  given: string | null
  /** The period of rows that say none; null where it is said nowhere. */
  period: Period | null
  source: PeriodSource | null
  /** What the table's title says. */
  titled: Period | null
  /** What the names of the sheet and of the file say that cannot be meant where the period is this one. */
  elsewhere: readonly { source: PeriodSource; period: Period }[]
  /** The year of periods that are written without one. */
  year: string | null
  reportMonth: number
}

/** Where a table stands: what may say its period. */
export interface Surroundings {
  given: string | null
  titles: readonly Line[]
  sheetName: string | null
  file: string
  profile: Profile | null
  /** The day of the month on which the month of the reports begins. */
  reportMonth: number
}

/** Looks for the period of a table: as given, in its title, in the name of its sheet, in the name of its file. */
export function tablePeriod(around: Surroundings): TablePeriod {
  const { given, titles, sheetName, file, profile, reportMonth } = around
  const reported = (found: Period | null) => inReportMonth(found, reportMonth)
  const title = titles.flatMap(line => line.cells.map(cellText)).join(' ; ')
  const name = fileWords(file)
  const year = yearSaid([title, sheetName ?? '', name, given ?? ''])
  const titled = reported(onlyPeriod(title, year) ?? alone(titles, year))
  const rules = profile?.filePeriods ?? []
  const inName =
    reported(read(applyRules(foldText(basename(file)), rules)) ?? onlyPeriod(name, year)) ?? isoPeriod(file)
  const inSheet =
    sheetName === null ? null : reported(readPeriod(sheetName, year) ?? onlyPeriod(sheetName, year))
  const said = given === null ? null : reported(readPeriod(given, year))
  const found: readonly (readonly [PeriodSource, Period | null])[] = [
    ['given', said],
    ['title', titled],
    ['sheet', inSheet],
    ['file', inName],
  ]
  const [source, period] = found.find(([, each]) => each !== null) ?? [null, null]
  return {
    given,
    period,
    source,
    elsewhere: otherwiseSaid(found, { source, period, titled }),
    titled: titled ?? inSheet,
    year,
    reportMonth,
  }
}

/** The period that stands alone in a cell of the title: `10/2026`. */
function alone(titles: readonly Line[], year: string | null): Period | null {
  const found = titles.flatMap(({ cells }) =>
    cells.map(cell => (typeof cell === 'string' ? readPeriod(cell, year) : null)),
  )
  const spans = new Map(found.flatMap(each => (each === null ? [] : [[spanText(each), each] as const])))
  return spans.size === 1 ? ([...spans.values()][0] ?? null) : null
}

/** What names say against the period that is used. A day in the name of a file is the day on which it was made. */
function otherwiseSaid(
  found: readonly (readonly [PeriodSource, Period | null])[],
  used: Pick<TablePeriod, 'source' | 'period' | 'titled'>,
): TablePeriod['elsewhere'] {
  return found.flatMap(([source, period]) => {
    const isName = source === 'file' || (source === 'sheet' && used.titled !== null)
    if (!isName || source === used.source || period === null || used.period === null) return []
    const isOfDay = period.from === period.to
    return isOfDay || mayBothBeMeant(period, used.period) ? [] : [{ source, period }]
  })
}

/** The week of a month, the month of the reports and the month in which most of it lies: one holds the middle of the other. */
export function mayBothBeMeant(a: Period, b: Period): boolean {
  const [outer, { middle }] = daysIn(a) >= daysIn(b) ? [a, b] : [b, a]
  return outer.from <= middle && middle <= outer.to
}

/** Warns where the names of the sheet or of the file say another period than the one that is used. */
export function warnOfOtherPeriods({ elsewhere, period: used }: TablePeriod, warnings: Problems): void {
  for (const { source, period } of elsewhere) {
    const texts = { said: spanText(period), used: used === null ? '' : spanText(used) }
    warnings.add('period_elsewhere', { source, ...texts })
  }
}

/** Warns where a note under the table names other days, from one to another, than those that are used and meet them. */
export function warnOfNotedPeriods({ period: used, year }: TablePeriod, checks: Checks): void {
  if (used === null) return
  const spans = checks.leftOut.notes.flatMap(note =>
    findPeriods(note, year).flatMap(({ period }) => (period.isNamedMonth === true ? [] : [period])),
  )
  const others = spans.filter(
    ({ from, to }) =>
      from !== to && from <= used.to && used.from <= to && (from !== used.from || to !== used.to),
  )
  for (const said of new Set(others.map(spanText)))
    checks.warnings.add('period_elsewhere', { source: 'note', said, used: spanText(used) })
}

/** "Tháng 10" is the month in which the province reports, from the day on which it begins; `2026-10` the calendar's. */
function inReportMonth(found: Period | null, begins: number): Period | null {
  if (found === null || begins === 1 || found.isNamedMonth !== true) return found
  const window = reportingMonthOf(found.middle, begins)
  return { ...window, middle: middleOf(window) }
}

function read(text: string | null): Period | null {
  return text === null ? null : readPeriod(text)
}

function fileWords(file: string): string {
  return basename(file)
    .replace(/\.\w{2,5}$/, '')
    .replaceAll(/[_-]+/g, ' ')
}

/** A day in the name of a file is the day on which it was made. */
function isoPeriod(file: string): Period | null {
  const found = /(?<!\d)20\d{2}-(?:W\d{2}|Q[1-4]|\d{2})(?!-?\d)/i.exec(basename(file))?.[0]
  return read(found?.toUpperCase() ?? null)
}

/** The period that a text says, if it says one only; days that are written out count before words. */
export function onlyPeriod(text: string, year: string | null): Period | null {
  const found = findPeriods(text, year)
  const byDays = found.filter(({ words }) => /\d[/.-]\d{1,2}.+\d[/.-]\d/.test(words))
  const meant = byDays.length > 0 ? byDays : found
  const spans = new Set(meant.map(({ period }) => `${period.from}/${period.to}`))
  return spans.size === 1 ? (meant[0]?.period ?? null) : null
}

function applyRules(text: string, rules: Profile['periods']): string | null {
  for (const { pattern, period } of rules) {
    const groups = compilePattern(pattern)?.groups(text.slice(0, 300))
    if (groups === undefined || groups === null) continue
    const filled = period.replaceAll(/\$(\d)/g, (_, group: string) => groups[Number(group) - 1] ?? '')
    // `2025-9` → `2025-09`, `2024-W8` → `2024-W08`
    return filled.replaceAll(/-(W?)(\d)(?!\d)/g, '-$10$2')
  }
  return null
}

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
  const said = given === null ? null : whole
  if (given !== null && whole === null) problems.add('bad_period', {}, { value: given })
  if (whole === null && given === null && !hasColumn) problems.add('period_needed', {})
  const known = new Map<string, Period | null>()
  const told = new Set<string>()
  const differs = (period: Period, place: () => Parameters<typeof warnings.add>[2]) => {
    if (titled === null) return
    const text = spanText(period)
    if (told.has(text) || text === spanText(titled)) return
    told.add(text)
    warnings.add('period_differs', { title: spanText(titled), used: text }, place())
  }
  const differsFromGiven = (row: RowReader, own: Period, used: Period) => {
    if (said === null || told.has('--period')) return
    const texts = { given: spanText(said), row: spanText(own), used: spanText(used) }
    if (texts.given === texts.row) return
    told.add('--period')
    warnings.add('given_period_differs', texts, row.place('period'))
  }
  const ownOf = (cell: Cell, text: string) => {
    const key = `${typeof cell}${text}`
    const period = known.get(key) ?? periodOfCell(cell, profile, table)
    known.set(key, period)
    return period
  }
  return row => {
    const cell = joinedPeriod(row)
    const text = cellText(cell)
    const own = text === '' ? null : ownOf(cell, text)
    if (text === '' || (isGivenFirst && given !== null)) {
      if (whole === null && given === null) row.required('period')
      if (whole !== null) differs(whole, () => ({}))
      if (whole !== null && isOfOtherYear(row, whole))
        row.report('row_year_differs', { used: spanText(whole) }, 'period_year')
      if (whole !== null && own !== null) differsFromGiven(row, own, whole)
      return whole
    }
    if (own === null)
      row.report(lacksYear(cell, profile, table) ? 'period_without_year' : 'bad_period', {}, 'period')
    else if (isOfOtherYear(row, own)) row.report('row_year_differs', { used: spanText(own) }, 'period_year')
    else {
      differsFromGiven(row, own, own)
      if (/^\d{5}$/.test(text)) {
        row.doubts(warnings).report('period_as_day', { day: own.from }, 'period')
      }
      differs(own, () => row.place('period'))
    }
    return own
  }
}

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
  return inReportMonth(read(byRule) ?? readPeriod(text, year), reportMonth)
}

/** `2/11/2026 – 8/11/2026` */
export function spanText({ from, to }: Window): string {
  return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`
}

function dayWords(day: string): string {
  const parts = day.split('-').toReversed()
  return parts.map(part => part.replace(/^0/, '')).join('/')
}
