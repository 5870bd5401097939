import type { Term } from '../../core/campaign.ts'
import { contains, granularityOf, isoWeekNumber, isSame } from '../../core/period.ts'
import { reportingMonthOf } from '../../core/rhythm.ts'
import { campaignDays } from '../../core/term.ts'
import type { Window } from '../../core/window.ts'
import type { SayContext } from './context.ts'
import { lowerFirst } from './names.ts'

type Periods = Pick<SayContext, 'words' | 'catalog' | 'reportMonth'>

const QUARTERS = ['I', 'II', 'III', 'IV'] as const

/** A window in words, without a capital: "tuần 20 (13–19/5/2024)", "giai đoạn 2 đến 19/5/2024", "tháng 4/2024". */
export function periodName(ctx: Periods, window: Window): string {
  const whole = wholePhase(ctx, window) ?? calendarName(ctx, window) ?? reportingMonth(ctx, window)
  return whole ?? toDate(ctx, window) ?? rangeName(ctx, window)
}

/** A short name for a point of a series: "Tuần 20", "Tháng 4/2024". */
export function shortPeriodName(ctx: Periods, window: Window): string {
  const week = isoWeek(window)
  if (week !== null) return ctx.words.say('periods.weekShort', { week })
  if (reportingMonth(ctx, window) !== null)
    return ctx.words.say('periods.monthShort', { month: Number(window.to.slice(5, 7)) })
  return ctx.words.capital(periodName(ctx, window))
}

/** A window as the other side of a comparison: "tuần 19 (6–12/5/2024)", "kỳ 25/3–21/4/2024". */
export function comparedPeriod(ctx: Periods, window: Window): string {
  const named = wholePhase(ctx, window) ?? calendarName(ctx, window) ?? reportingMonth(ctx, window)
  return named ?? ctx.words.say('periods.stretch', { days: dayRange(ctx, window) })
}

/**
 * That other days answer than were asked about: "Tuần 48 chưa có số liệu; dưới đây là tuần 47.", or that there are no
 * figures by day where the day lies in the stretch that answers.
 */
export function sayInstead(ctx: Periods, asked: Window, answered: Window): string {
  const said = { asked: periodName(ctx, asked), answered: periodName(ctx, answered) }
  const inside = asked.from === asked.to && contains(answered, asked.from)
  return ctx.words.say(inside ? 'findings.insteadRarer' : 'findings.instead', said)
}

/** A term in words: "giai đoạn 2", "năm 2024". */
export function termName(ctx: Pick<SayContext, 'words'>, term: Term): string {
  return term.kind === 'phase' ? lowerFirst(term.name) : ctx.words.say('figures.year', { year: term.year })
}

/** Days with what they share written once: `13–19/5/2024`, `29/4–5/5/2024`, `30/12/2024–5/1/2025`. */
export function dayRange({ words }: Pick<SayContext, 'words'>, { from, to }: Window): string {
  if (from === to) return words.day(to)
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${words.day(from)}–${words.day(to)}`
  const start = from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : words.shortDay(from)
  return `${start}–${words.day(to)}`
}

/** Number of the ISO week that the window is, or null. */
export function isoWeek(window: Window): number | null {
  return granularityOf(window) === 'week' ? isoWeekNumber(window.from).week : null
}

/** Whether the window is one whole calendar month. */
export function isMonth(window: Window): boolean {
  return granularityOf(window) === 'month'
}

function wholePhase(ctx: Periods, window: Window): string | null {
  const days = dayRange(ctx, window)
  const phase = ctx.catalog.phases.find(one => isSame(one, window))
  if (phase) return ctx.words.say('periods.phase', { phase: lowerFirst(phase.phaseName), days })
  const campaign = campaignFrom(ctx, window.from)
  return campaign && isSame(campaign, window) ? ctx.words.say('periods.campaign', { days }) : null
}

function calendarName({ words }: Pick<SayContext, 'words'>, window: Window): string | null {
  const year = Number(window.from.slice(0, 4))
  const month = Number(window.from.slice(5, 7))
  switch (granularityOf(window)) {
    case 'day':
      return words.say('periods.day', { day: window.from })
    case 'week':
      return words.say('periods.week', {
        week: isoWeekNumber(window.from).week,
        days: dayRange({ words }, window),
      })
    case 'month':
      return words.say('periods.month', { month, year })
    case 'quarter':
      return words.say('periods.quarter', { quarter: QUARTERS[(month - 1) / 3] ?? '', year })
    case 'half':
      return words.say(month === 1 ? 'periods.firstHalf' : 'periods.secondHalf', { year })
    case 'year':
      return words.say('periods.year', { year })
    case 'span':
      break
  }
  return null
}

/** "tháng 5 (21/4–20/5/2024)": a month of the reports that begins on another day than the 1st is named by its last day. */
function reportingMonth(ctx: Periods, window: Window): string | null {
  const start = ctx.reportMonth ?? 1
  if (start === 1 || !isSame(reportingMonthOf(window.from, start), window)) return null
  return ctx.words.say('periods.reportingMonth', {
    month: Number(window.to.slice(5, 7)),
    days: dayRange(ctx, window),
  })
}

function toDate(ctx: Periods, { from, to }: Window): string | null {
  const { words, catalog } = ctx
  const phase = catalog.phases.find(one => one.from === from && to < one.to)
  if (phase) return words.say('periods.phaseToDate', { phase: lowerFirst(phase.phaseName), to })
  const campaign = campaignFrom(ctx, from)
  if (campaign && to < campaign.to) return words.say('periods.campaignToDate', { from, to })
  if (from.endsWith('-01-01') && from.slice(0, 4) === to.slice(0, 4)) {
    return words.say('periods.yearToDate', { to })
  }
  return null
}

function rangeName({ words }: Periods, { from, to }: Window): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return words.say('periods.range', { from: sameYear ? words.shortDay(from) : words.day(from), to })
}

/** The days of the campaign whose first phase begins on this day, or null. */
function campaignFrom({ catalog }: Periods, from: string): Window | null {
  const first = catalog.phases.find(phase => phase.from === from)
  const days = first ? campaignDays(first.campaign, catalog.phases) : null
  return days?.from === from ? days : null
}
