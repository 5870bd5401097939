import type { AskedPeriod } from '../ask/question.ts'
import type { Moment } from '../core/moment.ts'
import { addDays, addMonths, clip, daysIn, middleOf, monthOf, weekOf } from '../core/period.ts'
import { round2 } from '../core/rounding.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure, TrendPoint } from './answer.ts'
import { indicatorsFor, mainIndicator, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { withRanks } from './ranks.ts'
import { maySee } from './scope.ts'
import { windowFor } from './windows.ts'

/** Longer windows are drawn month by month instead of week by week. */
const WEEKS_AT_MOST = 30

/**
 * The course of each unit and indicator: the value of the window, a point for each week (month) whose middle lies in
 * it, and the change against an earlier stretch.
 */
export async function answerTrend(asking: Asking): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const unit of unitsAsked(asking)) {
    const indicators = await trendIndicators(asking, unit)
    const window = await trendWindow(asking, unit, indicators)
    if (!maySee(asking.scene, asking.member, unit)) {
      figures.push(...indicators.map(one => emptyFigure(unit, one, window, 'not_allowed')))
      continue
    }
    figures.push(...(await courses(asking, unit, indicators, window)))
  }
  return figures
}

async function trendIndicators(asking: Asking, unit: string): Promise<string[]> {
  if (asking.question.indicators.length > 0 || !asking.question.chart)
    return await indicatorsFor(asking, unit)
  const main = mainIndicator(asking)
  return main === null ? [] : [main]
}

/** The window named; "against last week" without one is the newest week that has figures; else the default window. */
async function trendWindow(asking: Asking, unit: string, indicators: readonly string[]): Promise<Window> {
  const { question, scene } = asking
  if (question.period || question.against !== 'previous') return windowFor(scene, [unit], question.period)
  const thisWeek = weekOf(scene.moment.today)
  const figures = await readFigures(asking, { units: [unit], indicators, window: thisWeek })
  if (figures.some(figure => figure.value !== null)) return thisWeek
  return weekOf(addDays(thisWeek.from, -7))
}

async function courses(
  asking: Asking,
  unit: string,
  indicators: readonly string[],
  window: Window,
): Promise<Figure[]> {
  const { scene, question } = asking
  const read = async (at: Window) => await readFigures(asking, { units: [unit], indicators, window: at })
  const figures = await withRanks(asking, await read(window), {
    period: question.period ?? weekPeriod(window),
    withinParent: question.rankWithinParent,
  })
  const steps = await Promise.all(pointWindows(window, scene.moment).map(read))
  const earlier = earlierWindow(question.period, window, question.against)
  const before = await read(earlier)
  return figures.map((figure, index) => ({
    ...figure,
    points: steps.flatMap(step => point(step[index])),
    earlier: change(figure, before[index], earlier),
  }))
}

function weekPeriod(window: Window): AskedPeriod | null {
  const week = weekOf(window.from)
  return week.from === window.from && week.to === window.to ? { ...window, shape: 'week' } : null
}

/** A value that was published of a longer stretch (a year) is none of a week or month within it. */
function point(figure: Figure | undefined): TrendPoint[] {
  if (!figure) return []
  const { publishedFor, window } = figure
  const ofMore = publishedFor !== null && daysIn(publishedFor) > daysIn(window)
  return [{ ...window, value: ofMore ? null : figure.value }]
}

function change(figure: Figure, before: Figure | undefined, window: Window): NonNullable<Figure['earlier']> {
  const value = before?.value ?? null
  return {
    window,
    value,
    change: value === null || figure.value === null ? null : round2(figure.value - value),
  }
}

/** The stretch before the window: the same length just before it, the month before a month, or the same a year ago. */
export function earlierWindow(
  period: AskedPeriod | null,
  window: Window,
  against: 'previous' | 'year_ago' | null,
): Window {
  if (against === 'year_ago') return { from: addMonths(window.from, -12), to: addMonths(window.to, -12) }
  if (period?.shape === 'month') return monthOf(addMonths(window.from, -1))
  return { from: addDays(window.from, -daysIn(window)), to: addDays(window.from, -1) }
}

/** The weeks, or for a long window the months, whose middle lies in the window up to today, oldest first. */
export function pointWindows(window: Window, moment: Moment): Window[] {
  const seen = clip(window, { from: window.from, to: moment.today })
  if (!seen) return []
  const monthly = daysIn(seen) > WEEKS_AT_MOST * 7
  const stepOf = monthly ? monthOf : weekOf
  const windows: Window[] = []
  for (let step = stepOf(seen.from); step.from <= seen.to; step = stepOf(addDays(step.to, 1))) {
    const middle = middleOf(step)
    if (middle >= window.from && middle <= window.to && step.from <= moment.today) windows.push(step)
  }
  return windows
}
