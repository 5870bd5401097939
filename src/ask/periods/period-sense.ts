import type { Phase } from '../../core/campaign.ts'
import {
  addDays,
  addMonths,
  isDay,
  isoWeek,
  isoWeekNumber,
  monthOf,
  quarterOf,
  weekOf,
  yearOf,
} from '../../core/period.ts'
import type { Window } from '../../core/window.ts'
import { isTypedDate, isTypedMonth } from '../words/numbers.ts'
import type { TypedDate } from '../words/numbers.ts'
import type { AskedPeriod } from '../question.ts'

type WholeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'report'
/** What may have begun and goes on today. */
type Begun = 'week' | 'month' | 'quarter' | 'year' | 'campaign' | 'phase'

/** What a phrase for a stretch of time means; numbers in the phrase come with it as values. */
export type PeriodSense =
  /** The day, week … that many before (after) the present one. */
  | { is: 'relative'; unit: WholeUnit; shift: number }
  /** "tuần 18", "tháng 4/2024", "quý I": without a year the last one that has begun, or begins soon. */
  | {
      is: 'numbered'
      unit: 'week' | 'month' | 'quarter' | 'year' | 'month_or_week' | 'report'
      number?: number
      yearShift?: number
    }
  | { is: 'numbered_range'; unit: 'week' | 'month' }
  /** "6 tháng cuối năm". */
  | { is: 'months_of_year'; from: number; to: number; yearShift?: number }
  /** "9 tháng đầu năm". */
  /** `bare`: "8 tháng" alone, where nothing beside it says of which. */
  | { is: 'first_months'; yearShift?: number; bare?: true }
  /** "4 tuần qua": days that end today. */
  | { is: 'rolling'; unit: 'day' | 'week' | 'month' | 'year'; number?: number }
  /** "2 tuần trước": the whole week that lay so long ago. */
  | { is: 'ago'; unit: 'day' | 'week' | 'month' }
  | { is: 'to_date'; of: Begun }
  /** "từ đầu tháng 4": from there to today. */
  | { is: 'since'; unit: 'month' | 'quarter' | 'year' }
  | { is: 'date' }
  | { is: 'day_month' }
  | { is: 'day_of_month' }
  | { is: 'phase'; number?: number }
  | { is: 'near_phase'; shift: number }
  | { is: 'last_phase' }
  | { is: 'campaign' }
  /** "Từ 13 đến 19/5": a day of the month of the second, to that. */
  | { is: 'day_range' }
  /** "15 ngày đầu tháng 5", "nửa cuối tháng 4", "tuần đầu tháng 5". */
  | {
      is: 'part_of_month'
      part:
        | 'first_days'
        | 'last_days'
        | 'first_half'
        | 'last_half'
        | 'week'
        | 'first_week'
        | 'last_week'
        | 'beginning'
        | 'middle'
        | 'end'
    }
  /** "Sau ngày 2/5": from the next day to today. */
  | { is: 'after_date' }
  /** "Trước chiến dịch": the days of that year before it; "sau chiến dịch": those since. */
  | { is: 'beside_campaign'; side: 'before' | 'after' }
  /** A phase or campaign by its own name. */
  | { is: 'named_phase'; campaign: string; phase: string }

export interface PeriodWorld {
  today: string
  phases: readonly Phase[]
}

/** The days that a phrase means on `today`, or null when the calendar or the campaigns have no such days. */
export function resolvePeriod(
  sense: PeriodSense,
  values: readonly unknown[],
  world: PeriodWorld,
): AskedPeriod | null {
  switch (sense.is) {
    case 'relative':
      return relative(sense.unit, sense.shift, world.today)
    case 'numbered':
      return numbered(sense, values, world.today)
    case 'numbered_range':
      return numberedRange(sense.unit, values, world.today)
    case 'months_of_year':
      return monthsOfYear(sense.from, sense.to, yearIn(values, sense.yearShift, world.today))
    case 'first_months': {
      const months = numberIn(values)
      return months < 1 || months > 12
        ? null
        : monthsOfYear(1, months, yearIn(values, sense.yearShift, world.today))
    }
    case 'rolling':
      return rolling(sense.unit, sense.number ?? numberIn(values), world.today)
    case 'ago':
      return numberIn(values) > 0 ? relative(sense.unit, -numberIn(values), world.today) : null
    case 'to_date':
      return toDate(sense.of, values, world)
    case 'since': {
      const whole = numbered({ is: 'numbered', unit: sense.unit }, values, world.today)
      return whole && untilToday(whole.from, world)
    }
    case 'date':
      return day(values.find(isTypedDate) ?? null, world.today)
    case 'day_month':
      return dayMonth(values, world.today)
    case 'day_of_month':
      return dayOfMonth(numberIn(values), world.today)
    case 'phase':
      return phaseNumber(sense.number ?? numberIn(values), world)
    case 'near_phase':
      return nearPhase(sense.shift, world)
    case 'last_phase':
      return fixed(campaignPhases(world).at(-1))
    case 'campaign':
      return fixed(campaignWindow(world))
    case 'day_range':
      return dayRange(values, world.today)
    case 'part_of_month':
      return partOfMonth(sense.part, values, world.today)
    case 'after_date': {
      const start = day(values.find(isTypedDate) ?? null, world.today)
      return start && untilToday(addDays(start.from, 1), world)
    }
    case 'beside_campaign':
      return besideCampaign(sense.side, world)
    case 'named_phase':
      return fixed(world.phases.find(one => one.campaign === sense.campaign && one.phase === sense.phase))
  }
}

const SHAPES: Record<WholeUnit, AskedPeriod['shape']> = {
  day: 'fixed',
  week: 'week',
  month: 'month',
  quarter: 'fixed',
  year: 'fixed',
  report: 'fixed',
}

function relative(unit: WholeUnit, shift: number, today: string): AskedPeriod {
  return { ...wholeUnit(unit, shift, today), shape: SHAPES[unit] }
}

function wholeUnit(unit: WholeUnit, shift: number, today: string): Window {
  switch (unit) {
    case 'day':
      return { from: addDays(today, shift), to: addDays(today, shift) }
    case 'week':
      return weekOf(addDays(today, 7 * shift))
    case 'month':
      return monthOf(addMonths(firstOfMonth(today), shift))
    case 'quarter':
      return quarterOf(addMonths(firstOfMonth(today), 3 * shift))
    case 'year':
      return yearOf(addMonths(firstOfMonth(today), 12 * shift))
    case 'report':
      return reportMonth(
        addMonths(
          firstOfMonth(Number(today.slice(8)) > LAST_REPORT_DAY ? addMonths(firstOfMonth(today), 1) : today),
          shift,
        ),
      )
  }
}

/** Offices report by months that run from the 21st to the 20th; the month is named for its end. */
const LAST_REPORT_DAY = 20

function reportMonth(month: string): Window {
  return { from: addDays(addMonths(month, -1), LAST_REPORT_DAY), to: addDays(month, LAST_REPORT_DAY - 1) }
}

function numbered(
  sense: PeriodSense & { is: 'numbered' },
  values: readonly unknown[],
  today: string,
): AskedPeriod | null {
  const month = values.find(isTypedMonth)
  const number = sense.number ?? month?.month ?? numberIn(values)
  const asked =
    month?.year ?? (sense.yearShift === undefined ? explicitYear(values) : yearOfDay(today) + sense.yearShift)
  const unit = sense.unit === 'month_or_week' ? (number <= 12 ? 'month' : 'week') : sense.unit
  if (unit === 'year') return withShape(yearOf(`${asked ?? number}-01-01`), 'fixed')
  const at = (year: number): Window | null => numberedUnit(unit, number, year)
  if (asked !== null) return withShape(at(asked), SHAPES[unit])
  const year = unit === 'week' ? isoWeekNumber(today).year : yearOfDay(today)
  const candidates = [year, year - 1, year - 2].map(at)
  return withShape(candidates.find(one => one !== null && one.from <= soon(today)) ?? null, SHAPES[unit])
}

/** What begins until then is meant without its year: asked in week 20, "tuần 21" is the next one. */
function soon(today: string): string {
  return addDays(today, MONTH_AHEAD)
}

export const MONTH_AHEAD = 31

function numberedUnit(
  unit: 'week' | 'month' | 'quarter' | 'report',
  number: number,
  year: number,
): Window | null {
  if (unit === 'week') return isoWeek(year, number)
  if (unit === 'quarter') return number >= 1 && number <= 4 ? quarterOf(monthStart(year, number * 3)) : null
  if (number < 1 || number > 12) return null
  return unit === 'report' ? reportMonth(monthStart(year, number)) : monthOf(monthStart(year, number))
}

function numberedRange(
  unit: 'week' | 'month',
  values: readonly unknown[],
  today: string,
): AskedPeriod | null {
  const pair = values.find(isPair)
  const [first, last] = pair ?? values.filter(isNumber)
  if (first === undefined || last === undefined) return null
  const year = explicitYear(values.slice(pair ? 1 : 2))
  const from = numbered({ is: 'numbered', unit }, year === null ? [first] : [first, year], today)
  const to = numberedUnit(
    unit,
    last,
    unit === 'week' && from ? isoWeekNumber(from.from).year : yearOfDay(from?.from ?? today),
  )
  return from && to && from.from <= to.to ? fixedDays(from.from, to.to) : null
}

function monthsOfYear(first: number, last: number, year: number): AskedPeriod {
  return fixedDays(monthStart(year, first), monthOf(monthStart(year, last)).to)
}

function rolling(unit: 'day' | 'week' | 'month' | 'year', count: number, today: string): AskedPeriod | null {
  if (count < 1) return null
  const start = {
    day: () => addDays(today, 1 - count),
    week: () => addDays(today, 1 - 7 * count),
    month: () => addDays(addMonths(today, -count), 1),
    year: () => addDays(addMonths(today, -12 * count), 1),
  }[unit]()
  return { from: start, to: today, shape: 'rolling' }
}

function toDate(of: Begun, values: readonly unknown[], world: PeriodWorld): AskedPeriod | null {
  const start = startOf(of, values, world)
  return start === null ? null : untilToday(start, world)
}

function untilToday(from: string, { today }: PeriodWorld): AskedPeriod {
  return { from, to: laterOf(from, today), shape: 'to_date' }
}

function startOf(of: Begun, values: readonly unknown[], world: PeriodWorld): string | null {
  if (of === 'campaign') return campaignWindow(world)?.from ?? null
  if (of !== 'phase') return wholeUnit(of, 0, world.today).from
  const number = values.find(isNumber)
  return (number === undefined ? nearPhase(0, world) : phaseNumber(number, world))?.from ?? null
}

function day(typed: TypedDate | null, today: string): AskedPeriod | null {
  if (typed === null) return null
  const at = (year: number): string | null => validDay(year, typed.month, typed.day)
  const years =
    typed.year === null ? [0, -1, -2, -3, -4].map(shift => yearOfDay(today) + shift) : [typed.year]
  const found = years.map(at).find(one => one !== null && (typed.year !== null || one <= soon(today))) ?? null
  return found === null ? null : fixedDays(found, found)
}

function dayMonth(values: readonly unknown[], today: string): AskedPeriod | null {
  const month = values.find(isTypedMonth)
  const numbers = values.filter(isNumber)
  const year = month?.year ?? explicitYear(values.slice(2))
  return day({ day: numbers[0] ?? 0, month: month?.month ?? numbers[1] ?? 0, year }, today)
}

function dayOfMonth(number: number, today: string): AskedPeriod | null {
  if (number < 1 || number > 31) return null
  for (let back = 0; back < 3; back++) {
    const month = addMonths(firstOfMonth(today), -back)
    const found = validDay(yearOfDay(month), Number(month.slice(5, 7)), number)
    if (found !== null && found <= today) return fixedDays(found, found)
  }
  return null
}

function dayRange(values: readonly unknown[], today: string): AskedPeriod | null {
  const end = day(values.find(isTypedDate) ?? null, today)
  const first = numberIn(values)
  if (end === null || first < 1) return null
  const month = first <= Number(end.to.slice(8)) ? end.to : addMonths(firstOfMonth(end.to), -1)
  const from = validDay(yearOfDay(month), Number(month.slice(5, 7)), first)
  return from === null ? null : fixedDays(from, end.to)
}

/** The last day of a first half month. */
const HALF_MONTH = 15

function partOfMonth(
  part: (PeriodSense & { is: 'part_of_month' })['part'],
  values: readonly unknown[],
  today: string,
): AskedPeriod | null {
  const numbers = values.filter(isNumber).filter(value => value < 2000)
  const counted = part === 'first_days' || part === 'last_days' || part === 'week'
  const typed = values.find(isTypedMonth)
  const number = typed?.month ?? numbers[counted ? 1 : 0]
  const month =
    number === undefined
      ? monthOf(today)
      : numbered(
          { is: 'numbered', unit: 'month', number },
          typed ? [typed] : values.filter(one => isNumber(one) && one >= 2000),
          today,
        )
  if (month === null) return null
  const count = numbers[0] ?? 0
  const lastDay = Number(month.to.slice(8))
  if (counted && (count < 1 || (part !== 'week' && count > lastDay))) return null
  if (part === 'first_days') return fixedDays(month.from, addDays(month.from, count - 1))
  if (part === 'last_days') return fixedDays(addDays(month.to, 1 - count), month.to)
  // "Dự báo cuối tháng 6": the end of a month that is not over is no stretch of days with figures.
  if (part === 'end')
    return month.to > today ? { ...month, shape: 'month' } : fixedDays(addDays(month.to, 1 - THIRD), month.to)
  if (part === 'beginning') return fixedDays(month.from, addDays(month.from, THIRD - 1))
  if (part === 'middle') return fixedDays(addDays(month.from, THIRD), addDays(month.from, 2 * THIRD - 1))
  if (part === 'first_half') return fixedDays(month.from, addDays(month.from, HALF_MONTH - 1))
  if (part === 'last_half') return fixedDays(addDays(month.from, HALF_MONTH), month.to)
  const weeks = weeksOf(month)
  const week = part === 'last_week' ? weeks.at(-1) : weeks[part === 'first_week' ? 0 : count - 1]
  return week ? { ...week, shape: 'week' } : null
}

/** "Đầu, giữa, cuối tháng": ten days each. */
const THIRD = 10

function fixedDays(from: string, to: string): AskedPeriod {
  return { from, to, shape: 'fixed' }
}

/** The weeks whose middle lies in the month. */
function weeksOf(month: Window): Window[] {
  const weeks: Window[] = []
  for (let week = weekOf(month.from); week.from <= month.to; week = weekOf(addDays(week.to, 1)))
    if (addDays(week.from, 3) >= month.from && addDays(week.from, 3) <= month.to) weeks.push(week)
  return weeks
}

/** Phases of the campaign that runs today, else of the last that has begun, else of the first to come; in order. */
function campaignPhases({ phases, today }: PeriodWorld): Phase[] {
  const byCampaign = [...Map.groupBy(phases, phase => phase.campaign).values()].map(list =>
    list.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  )
  const sorted = byCampaign.toSorted((a, b) => (a[0]!.from < b[0]!.from ? -1 : 1))
  const begun = sorted.filter(list => list[0]!.from <= today)
  const running = begun.filter(
    list => today <= list.reduce((last, one) => (one.to > last ? one.to : last), ''),
  )
  return running.at(-1) ?? begun.at(-1) ?? sorted[0] ?? []
}

function campaignWindow(world: PeriodWorld): Window | undefined {
  const phases = campaignPhases(world)
  const [first] = phases
  if (!first) return undefined
  return { from: first.from, to: phases.reduce((last, one) => (one.to > last ? one.to : last), first.to) }
}

function besideCampaign(side: 'before' | 'after', world: PeriodWorld): AskedPeriod | null {
  const campaign = campaignWindow(world)
  if (!campaign) return null
  if (side === 'before') return fixedDays(yearOf(campaign.from).from, addDays(campaign.from, -1))
  const from = addDays(campaign.to, 1)
  return fixedDays(from, laterOf(from, world.today))
}

/** Phase by the number in its code or name, else by its place in the campaign. */
function phaseNumber(number: number, world: PeriodWorld): AskedPeriod | null {
  const phases = campaignPhases(world)
  const named = phases.find(
    phase =>
      Number(phase.phase) === number || new RegExp(`(?:^|\\D)0?${number}$`).test(phase.phaseName.trim()),
  )
  return fixed(named ?? phases[number - 1])
}

/** The phase that runs today (the last that has begun, the first to come), or one before or after it. */
function nearPhase(shift: number, world: PeriodWorld): AskedPeriod | null {
  const phases = campaignPhases(world)
  const running = phases.findLastIndex(phase => phase.from <= world.today)
  return fixed(phases[Math.max(running, 0) + shift])
}

function fixed(window: Window | undefined): AskedPeriod | null {
  return window ? fixedDays(window.from, window.to) : null
}

function withShape(window: Window | null, shape: AskedPeriod['shape']): AskedPeriod | null {
  return window && { from: window.from, to: window.to, shape }
}

function validDay(year: number, month: number, number: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
  return isDay(text) ? text : null
}

function monthStart(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b
}

function yearOfDay(date: string): number {
  return Number(date.slice(0, 4))
}

function isPair(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function numberIn(values: readonly unknown[]): number {
  return values.find(isNumber) ?? 0
}

function explicitYear(values: readonly unknown[]): number | null {
  return values.filter(isNumber).find(value => value >= 2000) ?? null
}

function yearIn(values: readonly unknown[], shift: number | undefined, today: string): number {
  return explicitYear(values) ?? yearOfDay(today) + (shift ?? 0)
}
