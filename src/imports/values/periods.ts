import { daysIn, middleOf, parsePeriod } from '../../core/period.ts'
import { isWithin, type Window } from '../../core/window.ts'
import { foldText } from '../names/fold-name.ts'
import { NOT_OF_TABLE, NOT_PERIODS } from './not-periods.ts'
import { BARE, FORMS, NO_PERIOD } from './period-forms.ts'

export interface Period extends Window {
  middle: string
  /** Said as a month in words ("tháng 10"), not by its days or in a notation. */
  isNamedMonth?: true
}

/** What a title or a file's name says of periods. */
export interface FoundPeriod {
  period: Period
  /** The words that say it, folded. */
  words: string
}

/** No words for a period are longer; longer texts are not searched. */
const LONGEST = 120
/**
 * The period that a cell says: `2024-W20` and the like, or in the words of offices ("Từ ngày … đến ngày …", "6 tháng
 * đầu năm 2026", "Tuần 32 (03/8–09/8/2026)", "8.2026"); null for anything else. `year` stands where the words lack one.
 */
export function readPeriod(text: string, year: string | null = null): Period | null {
  if (text.length > LONGEST) return null
  const exact = parsePeriod(text)
  if (exact !== null) return periodOf(exact)
  const folded = foldText(text)
    .replaceAll(TIMES, '')
    .trim()
    .replace(/^(?:ky|thoi gian|bao cao|so lieu)(?: bao cao)? ?:? ?/, '')
  for (const { pattern, of } of [...FORMS, ...BARE]) {
    const match = new RegExp(`^(?:${pattern.source})$`, 'u').exec(folded)
    const found = match === null ? null : parsed(of(match.slice(1), year))
    if (found !== null) return found
  }
  return inBrackets(folded, year)
}

/** `Tuần 32 (03/8–09/8/2026)`: the days in the brackets are what is meant, where they are those of that week. */
function inBrackets(folded: string, year: string | null): Period | null {
  const [name, days] = namedAndDays(folded, year) ?? []
  return name === undefined || days === undefined || !mayBothBeMeant(name, days) ? null : days
}

/** `Tuần 33 (03/8–09/8/2026)`: the period that is named and that of the days behind it, where they are not the same. */
export function twoPeriods(text: string, year: string | null): [named: Period, days: Period] | null {
  const both = text.length > LONGEST ? null : namedAndDays(foldText(text), year)
  return both === null || mayBothBeMeant(...both) ? null : both
}

function namedAndDays(folded: string, year: string | null): [named: Period, days: Period] | null {
  const parts = /^([^()]+)\(([^()]+)\)$/.exec(folded)
  if (parts === null) return null
  const [outer, inner] = [parts[1]?.trim() ?? '', parts[2]?.trim() ?? '']
  const own = /20\d{2}/.exec(inner)?.[0] ?? null
  const days = readPeriod(inner, year)
  const name = days === null ? null : readPeriod(outer, own ?? year)
  return name === null || days === null ? null : [name, days]
}

/** The week of a month, the month of the reports and the month in which most of it lies: one holds the middle of the other. */
export function mayBothBeMeant(a: Period, b: Period): boolean {
  const [outer, { middle }] = daysIn(a) >= daysIn(b) ? [a, b] : [b, a]
  return outer.from <= middle && middle <= outer.to
}

/** "thứ Sáu 06/11": the day of the week says nothing that the date does not. */
const WEEKDAYS =
  /(?<!tuan )\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? (?:ngay )?(?=\d{1,2}[/.-]\d)/gu

/** Times of the day say nothing of days: "từ 00h00 ngày 01/10", "24 giờ ngày 31/10", "23:59:59". */
const TIMES =
  /(?<![\p{L}\p{N}/.])(?:\d{1,2}(?::\d{2}){1,2}|\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?(?: phut)?)(?![\p{L}\p{N}/.]|[ -]*20\d{2})[,;]? ?/gu

/** The periods that a title, a sheet's or a file's name says; of nested ones only the innermost. */
export function findPeriods(text: string, year: string | null = null): FoundPeriod[] {
  const folded = foldText(text.slice(0, 2_000))
    .replaceAll(/[_]+/g, ' ')
    .replaceAll(WEEKDAYS, '')
    .replaceAll(TIMES, '')
  let rest = ` ${folded} `.replaceAll(NOT_PERIODS, ' · ')
  const found: FoundPeriod[] = []
  for (const { pattern, of } of FORMS) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}/.])(?:${pattern.source})(?![\\p{L}\\p{N}]|[/.]\\d)`, 'gu')
    rest = rest.replaceAll(whole, (words: string, ...groups: (string | undefined)[]) => {
      const said = of(groups.slice(0, countGroups(pattern)), year)
      if (said === NO_PERIOD) return ' · '
      const period = parsed(said)
      if (period === null) return words
      found.push({ period, words: words.trim() })
      return ' · '
    })
  }
  return found.filter(each => !found.some(other => other !== each && isInside(other.period, each.period)))
}

/**
 * The year that a table speaks of, from the first of the texts that names one: its title, the names of its sheet and its
 * file. Null where that text names several ("so với năm 2025"): which of them is meant is not said.
 */
export function yearSaid(texts: readonly string[]): string | null {
  for (const text of texts) {
    const years = new Set(
      foldText(text)
        .replaceAll(NOT_OF_TABLE, ' ')
        .match(/(?<!\d)20\d{2}(?!\d)/g) ?? [],
    )
    if (years.size > 0) return years.size === 1 ? [...years].join('') : null
  }
  return null
}

const groupCounts = new Map<RegExp, number>()

function countGroups(pattern: RegExp): number {
  const known = groupCounts.get(pattern) ?? (new RegExp(`${pattern.source}|`, 'u').exec('')?.length ?? 1) - 1
  groupCounts.set(pattern, known)
  return known
}

function parsed(text: string | null): Period | null {
  const window = text === null ? null : parsePeriod(text)
  if (text === null || window === null) return null
  return /^\d{4}-\d{2}$/.test(text) ? { ...periodOf(window), isNamedMonth: true } : periodOf(window)
}

function periodOf({ from, to }: Window): Period {
  return { from, to, middle: middleOf({ from, to }) }
}

function isInside(inner: Window, outer: Window): boolean {
  const isLonger = outer.from < inner.from || outer.to > inner.to
  return isLonger && isWithin(inner, outer)
}
