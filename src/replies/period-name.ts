import { Temporal } from 'temporal-polyfill'
import type { Phase, Term } from '../core/campaign.ts'
import type { Window } from '../core/window.ts'
import type { SayContext } from './context.ts'
import { lowerFirst } from './names.ts'

type Periods = Pick<SayContext, 'words' | 'catalog' | 'today'>

const QUARTERS = ['I', 'II', 'III', 'IV'] as const

/** A window in words, without a capital: "tuần 20 (13–19/5/2024)", "giai đoạn 2 đến 19/5/2024", "tháng 4/2024". */
export function periodName(ctx: Periods, window: Window): string {
  return wholePhase(ctx, window) ?? calendarName(ctx, window) ?? toDate(ctx, window) ?? rangeName(ctx, window)
}

/** A short name for a point of a series: "Tuần 20", "tháng 4/2024", "19/5/2024". */
export function shortPeriodName(ctx: Periods, window: Window): string {
  const week = isoWeek(window)
  if (week !== null) return ctx.words.say('periods.weekShort', { week })
  return ctx.words.capital(periodName(ctx, window))
}

/** A window as the other side of a comparison: "tuần 19 (6–12/5/2024)", "kỳ 25/3–21/4/2024". */
export function comparedPeriod(ctx: Periods, window: Window): string {
  const named = wholePhase(ctx, window) ?? calendarName(ctx, window)
  return named ?? ctx.words.say('periods.stretch', { days: dayRange(window) })
}

/** A term in words: "giai đoạn 2", "năm 2024". */
export function termName(ctx: Pick<SayContext, 'words'>, term: Term): string {
  return term.kind === 'phase' ? lowerFirst(term.name) : ctx.words.say('figures.year', { year: term.year })
}

/** Days with what they share written once: `13–19/5/2024`, `29/4–5/5/2024`, `30/12/2024–5/1/2025`. */
export function dayRange(window: Window): string {
  const from = Temporal.PlainDate.from(window.from)
  const to = Temporal.PlainDate.from(window.to)
  const last = `${to.day}/${to.month}/${to.year}`
  if (from.equals(to)) return last
  if (from.year !== to.year) return `${from.day}/${from.month}/${from.year}–${last}`
  if (from.month !== to.month) return `${from.day}/${from.month}–${last}`
  return `${from.day}–${last}`
}

/** Number of the ISO week that the window is, or null. */
export function isoWeek(window: Window): number | null {
  const from = Temporal.PlainDate.from(window.from)
  if (from.dayOfWeek !== 1 || from.add({ days: 6 }).toString() !== window.to) return null
  return from.weekOfYear ?? null
}

/** Whether the window is one whole calendar month. */
export function isMonth(window: Window): boolean {
  const from = Temporal.PlainDate.from(window.from)
  return from.day === 1 && window.to === monthsEnd(from, 1)
}

function wholePhase(ctx: Periods, window: Window): string | null {
  const { words } = ctx
  const phase = ctx.catalog.phases.find(one => one.from === window.from && one.to === window.to)
  if (phase) return words.say('periods.phase', { phase: lowerFirst(phase.phaseName), days: dayRange(window) })
  const campaign = campaignFrom(ctx, window.from)
  if (campaign?.to !== window.to) return null
  return words.say('periods.campaign', { days: dayRange(window) })
}

function calendarName(ctx: Periods, window: Window): string | null {
  const { words } = ctx
  const from = Temporal.PlainDate.from(window.from)
  const { year, month } = from
  const week = isoWeek(window)
  if (window.from === window.to) return words.say('periods.day', { day: window.from })
  if (week !== null) return words.say('periods.week', { week, days: dayRange(window) })
  if (from.day !== 1) return null
  if (window.to === monthsEnd(from, 1)) return words.say('periods.month', { month, year })
  const quarter = QUARTERS[(month - 1) / 3]
  if (quarter && window.to === monthsEnd(from, 3)) return words.say('periods.quarter', { quarter, year })
  if (month === 1 && window.to === monthsEnd(from, 6)) return words.say('periods.firstHalf', { year })
  if (month === 7 && window.to === monthsEnd(from, 6)) return words.say('periods.secondHalf', { year })
  if (month === 1 && window.to === monthsEnd(from, 12)) return words.say('periods.year', { year })
  return null
}

function toDate(ctx: Periods, window: Window): string | null {
  const { words, catalog } = ctx
  const { from, to } = window
  const phase = catalog.phases.find(one => one.from === from && to >= one.from && to < one.to)
  if (phase) return words.say('periods.phaseToDate', { phase: lowerFirst(phase.phaseName), to })
  const campaign = campaignFrom(ctx, from)
  if (campaign && to < campaign.to) return words.say('periods.campaignToDate', { from, to })
  if (from.endsWith('-01-01') && from.slice(0, 4) === to.slice(0, 4)) {
    return words.say('periods.yearToDate', { to })
  }
  return null
}

function rangeName(ctx: Periods, window: Window): string {
  const sameYear = window.from.slice(0, 4) === window.to.slice(0, 4)
  const from = sameYear ? ctx.words.shortDay(window.from) : ctx.words.day(window.from)
  return ctx.words.say('periods.range', { from, to: window.to })
}

/** The whole campaign that begins on this day with several phases, as a window. */
function campaignFrom(ctx: Periods, from: string): Window | null {
  const first = ctx.catalog.phases.find(phase => phase.from === from)
  if (!first) return null
  const phases: Phase[] = ctx.catalog.phases.filter(phase => phase.campaign === first.campaign)
  const to = phases.map(phase => phase.to).reduce((a, b) => (a > b ? a : b))
  return phases.some(phase => phase.from < from) ? null : { from, to }
}

function monthsEnd(from: Temporal.PlainDate, months: number): string {
  return from.add({ months }).subtract({ days: 1 }).toString()
}
