import { DAY_MS } from '../core/durations.ts'
import type { AskedPeriod, Question } from '../ask/question.ts'
import type { RankStep } from './answer.ts'
import type { Phase, Term } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import { addDays, addMonths, daysBetween, yearOf } from '../core/period.ts'
import { type Rhythm, windowBefore } from '../core/rhythm.ts'
import { phaseTerm, runningPhases, termsForWindow, yearTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import { sceneAt } from './scene.ts'
import type { Scene } from './scene.ts'
import type { World } from './world.ts'

/** A window and the moment at which it is seen. */
export interface View {
  window: Window
  moment: Moment
}

/** A view of before, and how long before it is. */
interface EarlierView extends View {
  step: RankStep
}

/**
 * The running phase in which any of the units has a target or is exempted, the latest to start first; null when there
 * is none.
 */
export function runningPhaseOf(world: World, units: readonly string[], today: string): Phase | null {
  const running = runningPhases(world.catalog.phases, today).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return running.find(phase => concerns(world, units, phaseTerm(phase))) ?? null
}

/** Whether the term's targets say anything of one of the units or a unit below: one was assigned, or it was exempted. */
function concerns(world: World, units: readonly string[], term: Term): boolean {
  const indicators = world.targets.indicatorsIn(term)
  const named = (unit: string) =>
    indicators.some(indicator => world.targets.of(unit, indicator, term).state !== 'not_assigned')
  const isKnown = (unit: string) => world.tree.byCode.has(unit)
  return (
    units.some(named) ||
    units.filter(isKnown).some(unit => world.tree.subtree(unit).some(below => named(below.code)))
  )
}

/** The window of an answer when the question names none: the running phase to date, else the year to date (DOMAIN.md §3). */
export function defaultWindow(scene: Scene, units: readonly string[]): Window {
  const { today } = scene.moment
  const phase = runningPhaseOf(scene, units, today)
  return { from: phase ? phase.from : yearOf(today).from, to: today }
}

/** The window that a question asks for, for these units. */
export function windowFor(scene: Scene, units: readonly string[], period: AskedPeriod | null): Window {
  return period ? { from: period.from, to: period.to } : defaultWindow(scene, units)
}

/** The window in which stretches are told: where none is named, months and quarters those of the year. */
export function stepWindow(
  { scene, question: { period, step } }: { scene: Scene; question: Pick<Question, 'period' | 'step'> },
  units: readonly string[],
): Window {
  if (period !== null || step === null || step === 'week') return windowFor(scene, units, period)
  const { today } = scene.moment
  return { from: yearOf(today).from, to: today }
}

/**
 * The same question asked one reporting period of the province earlier, for the change in rank (DOMAIN.md §5): the window
 * moves as its shape says, and only what was known then counts.
 */
export function earlierView(
  scene: Scene,
  units: readonly string[],
  period: AskedPeriod | null,
  rhythm: Rhythm,
): EarlierView {
  const { moment } = scene
  const months = period?.shape === 'month' || (rhythm.every === 'month' && period?.shape !== 'week')
  const today = months
    ? addMonths(moment.today, -1)
    : addDays(moment.today, rhythm.every === 'day' && period?.shape !== 'week' ? -1 : -7)
  const earlier = shifted(moment, today, daysBetween(today, moment.today))
  const step = stepOf(months, period, rhythm)
  const seen = (window: Window): EarlierView => ({ window, moment: earlier, step })
  if (!period) return seen(defaultWindow(sceneAt(scene, earlier), units))
  const { from, to, shape } = period
  if (shape === 'fixed') return seen({ from, to })
  if (shape === 'to_date') return seen({ from, to: earlier.today })
  if (shape === 'week' || shape === 'month') return seen(windowBefore({ from, to }, rhythm, []))
  const days = daysBetween(earlier.today, moment.today)
  return seen({ from: addDays(from, -days), to: addDays(to, -days) })
}

function stepOf(months: boolean, period: AskedPeriod | null, { every }: Rhythm): RankStep {
  if (months) return 'month'
  if (period?.shape === 'week') return 'week'
  return every === 'day' ? 'day' : 'seven_days'
}

/** The day on which the units of a list exist: the last of its window, or the last that the figures cover where that is to come. */
export function listDay(scene: Scene, window: Window, dataTo: string | null): string {
  const { today } = scene.moment
  if (window.to <= today) return window.to
  return dataTo !== null && dataTo < today && dataTo >= window.from ? dataTo : today
}

function shifted(moment: Moment, today: string, days: number): Moment {
  return { ...moment, at: moment.at - days * DAY_MS, today }
}

/** The term whose target is compared with a value of the window, for one unit and indicator; null when none applies. */
export function termFor(scene: Scene, unit: string, indicator: string, window: Window): Term | null {
  const { moment, catalog, settings } = scene
  const terms = termsForWindow(window, moment, { phases: catalog.phases, monthStart: settings.reportMonth })
  const assigned = terms.find(term => scene.targets.of(unit, indicator, term).state !== 'not_assigned')
  return assigned ?? terms[0] ?? null
}

/**
 * The term that `need`, `gap`, `target` and `forecast` speak of: the one that the named period is, else the running
 * phase in which the unit has a target, else this year. A phase named by its dates is that phase.
 */
export function termAsked(scene: Scene, unit: string, period: AskedPeriod | null): Term {
  const { today } = scene.moment
  const named =
    period && scene.catalog.phases.find(phase => phase.from === period.from && phase.to === period.to)
  if (named) return phaseTerm(named)
  const day = period ? nearestDay(period, today) : today
  const phase = runningPhaseOf(scene, [unit], day)
  return phase ? phaseTerm(phase) : yearTerm(Number(day.slice(0, 4)), '')
}

/** The day of a stretch that is nearest to today. */
function nearestDay({ from, to }: Window, today: string): string {
  if (to < today) return to
  return from > today ? from : today
}

/** The part of a term that has passed; a term that has not begun gives its first day. */
export function termToDate(term: Term, today: string): Window {
  if (today < term.from) return { from: term.from, to: term.from }
  return { from: term.from, to: today < term.to ? today : term.to }
}
