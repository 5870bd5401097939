import { basename } from 'node:path'
import { daysIn, granularityOf, middleOf } from '../core/period.ts'
import { reportingMonthOf } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'
import { cellText, type Line } from './files/cell.ts'
import { cumulatedWords } from '../../locales/vi/files.ts'
import { says } from './says.ts'
import { foldText } from './names/fold-name.ts'
import { compilePattern } from './pattern.ts'
import type { Checks } from './checks.ts'
import { senseOf } from './column-sense.ts'
import { notedPeriod, saysOfFigures } from './notes-below.ts'
import type { Problems } from './problem.ts'
import type { Profile } from './profile.ts'
import { type Unsaid, unsaidPeriod } from './unsaid-period.ts'
import { findPeriods, mayBothBeMeant, type Period, readPeriod, yearSaid } from './values/periods.ts'

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
  /** What the title says where it says no period; null where it says nothing of one. */
  unsaid: Unsaid | null
  reportMonth: number
}

/** Where a table stands: what may say its period. */
export interface Surroundings {
  given: string | null
  titles: readonly Line[]
  /** The lines below the table. */
  notes: readonly Line[]
  sheetName: string | null
  file: string
  profile: Profile | null
  /** The day of the month on which the month of the reports begins. */
  reportMonth: number
}

/** Looks for the period of a table: as given, in its title, in a note below it, in the name of its sheet, in the name of its file. */
export function tablePeriod(around: Surroundings): TablePeriod {
  const { given, titles, notes, sheetName, file, profile, reportMonth } = around
  const reported = (found: Period | null) => inReportMonth(found, reportMonth)
  const title = titles.flatMap(line => line.cells.map(cellText)).join(' ; ')
  const name = fileWords(file)
  const year = yearSaid([title, sheetName ?? '', name, given ?? ''])
  const titled = reported(onlyPeriod(title, year) ?? alone(titles, year))
  const noted = notedPeriod(notes, year)
  const rules = profile?.filePeriods ?? []
  const inName =
    reported(
      read(applyRules(foldText(basename(file)), rules)) ?? daysInName(file) ?? onlyPeriod(name, year),
    ) ?? isoPeriod(file)
  const inSheet =
    sheetName === null ? null : reported(readPeriod(sheetName, year) ?? onlyPeriod(sheetName, year))
  const finer = profile?.kind === 'targets' ? null : finerInSheet(titled, inSheet)
  // What came since some day on the sheet of a month is of neither.
  const isUnclear = finer !== null && says([title], cumulatedWords)
  const said = given === null ? null : reported(readPeriod(given, year))
  const found: readonly (readonly [PeriodSource, Period | null])[] = [
    ['given', said],
    ['sheet', isUnclear ? null : finer],
    ['title', isUnclear ? null : titled],
    ['note', titled === null ? noted : null],
    ['sheet', isUnclear ? null : inSheet],
    ['file', inName],
  ]
  const [source, period] = found.find(([, each]) => each !== null) ?? [null, null]
  const named = source === 'title' ? otherwiseTitled(title, year, period) : []
  return {
    given,
    period,
    source,
    elsewhere: [...named, ...otherwiseSaid(found, { source, period, titled: titled ?? noted })],
    titled: finer ?? titled ?? noted ?? inSheet,
    year,
    unsaid: period === null ? unsaidPeriod(title, year) : null,
    reportMonth,
  }
}

/**
 * Of a title that names a year alone the sheet says which part of it is meant: "Tháng 10", "Tuần 41". A day in the name of a sheet
 * is the day on which it was made.
 */
function finerInSheet(titled: Period | null, inSheet: Period | null): Period | null {
  if (titled === null || inSheet === null || granularityOf(titled) !== 'year') return null
  const isWithin = titled.from <= inSheet.middle && inSheet.middle <= titled.to
  const isFiner = inSheet.from !== inSheet.to && daysIn(inSheet) < daysIn(titled)
  return isWithin && isFiner ? inSheet : null
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

/** A week or a month that a title names beside days that are others: "Tuần 46 (từ 16/11 đến 22/11/2026)". */
function otherwiseTitled(title: string, year: string | null, used: Period | null): TablePeriod['elsewhere'] {
  const others = findPeriods(title, year).filter(
    ({ period }) => period.from !== period.to && used !== null && !mayBothBeMeant(period, used),
  )
  return others.slice(0, 1).map(({ period }) => ({ source: 'title' as const, period }))
}

/** Warns where the names of the sheet or of the file say another period than the one that is used. */
export function warnOfOtherPeriods({ elsewhere, period: used }: TablePeriod, warnings: Problems): void {
  for (const { source, period } of elsewhere) {
    const texts = { said: spanText(period), used: used === null ? '' : spanText(used) }
    warnings.add('period_elsewhere', { source, ...texts })
  }
}

/** Reports a title that names a week or a month beside days that are others, where nobody says which is meant. */
export function reportContradiction({ elsewhere, period: used }: TablePeriod, problems: Problems): void {
  const named = elsewhere.find(({ source }) => source === 'title')
  if (named === undefined || used === null) return
  problems.add('title_contradicts', { said: spanText(named.period), used: spanText(used) })
}

/**
 * Warns where a note under the table names other days, from one to another, than those that are used: days that meet them, or of
 * which it says that the figures are.
 */
export function warnOfNotedPeriods({ period: used, year }: TablePeriod, checks: Checks): void {
  if (used === null) return
  const notes = checks.leftOut.notes.filter(note => senseOf([note]) !== 'target')
  const found = notes.flatMap(note => findPeriods(note, year).map(({ period }) => ({ period, note })))
  const others = found.flatMap(({ period, note }) => {
    const { from, to } = period
    const isOther = from !== used.from || to !== used.to
    const isMet = period.isNamedMonth !== true && from <= used.to && used.from <= to
    const isOfFigures = saysOfFigures(note) && !mayBothBeMeant(period, used)
    return from !== to && isOther && (isMet || isOfFigures) ? [period] : []
  })
  for (const said of new Set(others.map(spanText)))
    checks.warnings.add('period_elsewhere', { source: 'note', said, used: spanText(used) })
}

/** "Tháng 10" is the month in which the province reports, from the day on which it begins; `2026-10` the calendar's. */
export function inReportMonth(found: Period | null, begins: number): Period | null {
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

/** `16.11-22.11.2026`: from a day to another, in whose dashes other words of a name are not. */
function daysInName(file: string): Period | null {
  const found = onlyPeriod(basename(file).replace(/\.\w{2,5}$/, ''), null)
  return found !== null && found.from !== found.to && found.isNamedMonth !== true ? found : null
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

/** The period that the first fitting rule makes of a text; null where none fits. */
export function applyRules(text: string, rules: Profile['periods']): string | null {
  for (const { pattern, period } of rules) {
    const groups = compilePattern(pattern)?.groups(text.slice(0, 300))
    if (groups === undefined || groups === null) continue
    const filled = period.replaceAll(/\$(\d)/g, (_, group: string) => groups[Number(group) - 1] ?? '')
    // `2025-9` → `2025-09`, `2024-W8` → `2024-W08`
    return filled.replaceAll(/-(W?)(\d)(?!\d)/g, '-$10$2')
  }
  return null
}

/** `2/11/2026 – 8/11/2026` */
export function spanText({ from, to }: Window): string {
  return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`
}

function dayWords(day: string): string {
  const parts = day.split('-').toReversed()
  return parts.map(part => part.replace(/^0/, '')).join('/')
}
