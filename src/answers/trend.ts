import type { AskedPeriod } from '../ask/question.ts'
import { factorOf } from '../core/growth.ts'
import { clip, daysIn, weekOf } from '../core/period.ts'
import { stepsIn, type Rhythm } from '../core/rhythm.ts'
import { round2 } from '../core/rounding.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure, TrendPoint } from './answer.ts'
import { indicatorsFor, mainIndicator, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { singleValue } from './period-values.ts'
import { withRanks } from './ranks.ts'
import { reportingOf } from './reporting.ts'
import { seenAs } from './scope.ts'
import { hidden } from './seen.ts'
import { spansOf } from './spans.ts'
import { stepWindow } from './windows.ts'

/** Longer windows are drawn month by month instead of week by week. */
const WEEKS_AT_MOST = 30

/**
 * The course of each unit and indicator: the value of the window, a point for each week (month) whose middle lies in
 * it, and the change against an earlier stretch.
 */
export async function answerTrend(asking: Asking): Promise<Figure[]> {
  const { scene, member } = asking
  const figures: Figure[] = []
  const units = unitsAsked(asking)
  for (const unit of units) {
    const indicators = await trendIndicators(asking, unit)
    const window = await trendWindow(asking, units, indicators)
    const seen = seenAs(scene, member, unit)
    if (seen === 'all' || seen === 'figures')
      figures.push(...(await courses(asking, unit, indicators, window)).map(one => hidden(one, seen)))
    else figures.push(...indicators.map(one => emptyFigure(unit, one, window, 'not_allowed')))
  }
  return figures
}

async function trendIndicators(asking: Asking, unit: string): Promise<string[]> {
  if (asking.question.indicators.length > 0 || !asking.question.chart)
    return await indicatorsFor(asking, unit)
  const main = mainIndicator(asking)
  return main === null ? [] : [main]
}

/** The window named; a comparison without one is of the newest period that has come; else the default window. */
async function trendWindow(
  asking: Asking,
  units: readonly string[],
  indicators: readonly string[],
): Promise<Window> {
  const { question } = asking
  const [indicator] = indicators
  const isCompared = question.against === 'previous' || question.base !== null
  if (question.period || !isCompared || indicator === undefined) return stepWindow(asking, units)
  return (await spansOf(asking, indicator, units)).after
}

async function courses(
  asking: Asking,
  unit: string,
  indicators: readonly string[],
  window: Window,
): Promise<Figure[]> {
  const { question } = asking
  const read = async (at: Window) => await readFigures(asking, { units: [unit], indicators, window: at })
  const figures = await withRanks(asking, await read(window), {
    period: question.period ?? weekPeriod(window),
    withinParent: question.rankWithinParent,
  })
  return await Promise.all(
    figures.map(async figure => {
      const { indicator } = figure
      const one = { ...asking, question: { ...question, period: { ...window, shape: 'fixed' as const } } }
      const { before } = await spansOf(one, indicator, [unit])
      const [then] = await readFigures(asking, { units: [unit], indicators: [indicator], window: before })
      const points: TrendPoint[] = []
      for (const at of await pointWindows(asking, indicator, window))
        points.push(
          ...point((await readFigures(asking, { units: [unit], indicators: [indicator], window: at }))[0]),
        )
      const earlier = change(figure, then, before)
      return {
        ...figure,
        points,
        earlier,
        change: earlier.change,
        factor: factorOf(earlier.value, figure.value),
      }
    }),
  )
}

function weekPeriod(window: Window): AskedPeriod | null {
  const week = weekOf(window.from)
  return week.from === window.from && week.to === window.to ? { ...window, shape: 'week' } : null
}

function point(figure: Figure | undefined): TrendPoint[] {
  return figure ? [{ ...figure.window, value: singleValue(figure) }] : []
}

function change(figure: Figure, before: Figure | undefined, window: Window): NonNullable<Figure['earlier']> {
  const value = before?.value ?? null
  return {
    window,
    value,
    change: value === null || figure.value === null ? null : round2(figure.value - value),
  }
}

/** The periods of the province's rhythm, or for a long window the months, whose middle lies in the window up to today. */
async function pointWindows(asking: Asking, indicator: string, window: Window): Promise<Window[]> {
  const { moment } = asking.scene
  const seen = clip(window, { from: window.from, to: moment.today })
  if (!seen) return []
  const { rhythm, lastDay } = await reportingOf(asking, indicator)
  const long = rhythm.every !== 'month' && daysIn(seen) > WEEKS_AT_MOST * (rhythm.every === 'week' ? 7 : 1)
  const every: Rhythm = !long
    ? rhythm
    : { every: daysIn(seen) > WEEKS_AT_MOST * 7 ? 'month' : 'week', monthStart: 1 }
  const { step } = asking.question
  return stepsIn(step, step === null ? every : rhythm, window).filter(
    period => period.from <= moment.today && (lastDay === null || period.from <= lastDay),
  )
}
