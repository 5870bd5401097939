import type { Phase, Term } from './campaign.ts'
import type { Moment } from './moment.ts'
import { contains, daysBetween, daysIn, granularityOf, isSame, middleOf, yearOf } from './period.ts'
import { reportingMonthOf } from './rhythm.ts'
import type { Window } from './window.ts'

/** The phase as a stretch for which targets hold; its name is the phase's. */
export function phaseTerm(phase: Phase): Term {
  const { campaign, phase: code, phaseName: name, from, to, document } = phase
  return { kind: 'phase', campaign, phase: code, name, from, to, document }
}

/** The calendar year as a stretch for which targets hold; `document` is what assigned them, or ''. */
export function yearTerm(year: number, document: string): Term {
  const name = String(year)
  return { kind: 'year', year, name, ...yearOf(`${name}-01-01`), document }
}

/** Phases that run on the day, the shortest first. */
export function runningPhases(phases: readonly Phase[], day: string): Phase[] {
  return phases.filter(phase => contains(phase, day)).toSorted(shortestFirst)
}

/** A window may reach so many days over either end of a phase and still be compared with its target: a week does. */
const SPILL_DAYS = 6

/** Phases, and on which day of the month, 1 to 28, the province's months begin. */
interface Calendar {
  phases: readonly Phase[]
  monthStart: number
}

/**
 * The terms whose targets a window may be compared with, the most specific first: the phase that the window is, then
 * the shorter before the longer.
 * - A phase in which the middle of the window (to date: it ends today at the latest) lies, as observations belong to
 *   windows, and out of which it reaches by less than a week: the last week of a phase, a month within it, but neither a
 *   campaign so far nor the year so far. What spans two phases is compared with the target of none.
 * - A month of the province's reports is one period, as a week is: however far it reaches over an edge, it is of the
 *   phase that holds its middle.
 * - Last, the calendar year when the window lies in one year (a week: the year of its Thursday), with `document` ''.
 * Whether any target is assigned for a term is for the caller to see. A window in the future is taken whole.
 */
export function termsForWindow(window: Window, m: Moment, { phases, monthStart }: Calendar): Term[] {
  const to = window.from <= m.today && m.today < window.to ? m.today : window.to
  const spill = isSame(reportingMonthOf(window.from, monthStart), window) ? Infinity : SPILL_DAYS
  const terms = runningPhases(phases, middleOf({ from: window.from, to }))
    .filter(phase => daysBetween(window.from, phase.from) <= spill)
    .filter(phase => daysBetween(phase.to, to) <= spill)
    .toSorted((a, b) => Number(isSame(b, window)) - Number(isSame(a, window)))
    .map(phaseTerm)
  const inOneYear = window.from.slice(0, 4) === to.slice(0, 4)
  if (inOneYear) terms.push(yearTerm(Number(to.slice(0, 4)), ''))
  else if (granularityOf(window) === 'week') terms.push(yearTerm(Number(middleOf(window).slice(0, 4)), ''))
  return terms
}

/** The most specific of `termsForWindow`, or null. */
export function termForWindow(window: Window, m: Moment, calendar: Calendar): Term | null {
  return termsForWindow(window, m, calendar)[0] ?? null
}

/** The phases that a window, to date, has days of, the earliest first. */
export function phasesWithin(window: Window, m: Moment, phases: readonly Phase[]): Phase[] {
  const to = window.from <= m.today && m.today < window.to ? m.today : window.to
  return phases
    .filter(phase => phase.from <= to && window.from <= phase.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** From the start of the campaign's first phase to the end of its last. */
export function campaignDays(campaign: string, phases: readonly Phase[]): Window {
  const own = phases.filter(phase => phase.campaign === campaign)
  return {
    from: own.map(phase => phase.from).reduce((a, b) => (a < b ? a : b)),
    to: own.map(phase => phase.to).reduce((a, b) => (a > b ? a : b)),
  }
}

function shortestFirst(a: Phase, b: Phase): number {
  const [keyA, keyB] = [`${a.campaign}/${a.phase}`, `${b.campaign}/${b.phase}`]
  return daysIn(a) - daysIn(b) || (keyA < keyB ? -1 : 1)
}
