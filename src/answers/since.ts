import { moveStreak, type PeriodValue, recordOf, type Streak, targetStreak } from '../core/streak.ts'
import type { Streak as AskedStreak } from '../ask/question.ts'
import type { Asking } from './asking.ts'
import type { Answer, Figure } from './answer.ts'
import { indicatorsWithTarget, mainIndicator, unitsAsked } from './chosen.ts'
import { countIn } from './counts.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { asSeen, groupOf, shownGroup } from './group-figures.ts'
import { periodValues } from './period-values.ts'
import { seenAs } from './scope.ts'
import { addDays } from '../core/period.ts'
import { stepsIn } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'
import { reportingOf } from './reporting.ts'
import { newestPeriod } from './spans.ts'
import { stepWindow, windowFor } from './windows.ts'

/** What is counted where the question does not say. */
const UNDER: AskedStreak = { of: 'under', periods: null }

type Found = Pick<Answer, 'figures'> & Partial<Pick<Answer, 'matched' | 'groupSize' | 'window'>>

/**
 * Since when, how many periods running, or the best or worst single period (DOMAIN.md §7, "Streak"): of the units named;
 * of a group the units with at least so many periods running, the longest first, or the record of each.
 */
export async function answerSince(asking: Asking): Promise<Found> {
  const { question } = asking
  if (question.group) return await ofGroup(asking)
  const figures = await ofUnits(asking)
  if (question.streak?.of !== 'record') return { figures }
  return { figures, window: stepWindow(asking, unitsAsked(asking)) }
}

async function ofUnits(asking: Asking): Promise<Figure[]> {
  const { scene, member } = asking
  const figures: Figure[] = []
  for (const unit of unitsAsked(asking)) {
    const seen = seenAs(scene, member, unit)
    const counts = asking.question.count !== null
    const main = counts && asking.question.indicators.length === 0 ? mainIndicator(asking) : null
    const indicators = main === null ? indicatorsWithTarget(asking, unit) : [main]
    if (seen === 'none' || seen === 'places' || (counts && seen !== 'all')) {
      const window = windowFor(scene, [unit], asking.question.period)
      figures.push(...indicators.map(one => emptyFigure(unit, one, window, 'not_allowed')))
      continue
    }
    for (const indicator of indicators) figures.push(...(await streaks(asking, [unit], indicator)))
  }
  return asSeen(asking, figures)
}

async function ofGroup(asking: Asking): Promise<Found> {
  const whole = await groupOf(asking)
  if (!whole) return { figures: [] }
  const group = shownGroup(asking, whole, 'figures')
  if (group.refused) return { figures: [group.refused] }
  const { question } = asking
  const all = await streaks(asking, group.units, group.indicator)
  const least = question.streak?.periods ?? 1
  const found =
    question.streak?.of === 'record' ? all : all.filter(one => (one.streak?.periods ?? 0) >= least)
  const sorted = found.toSorted(
    (a, b) => (b.streak?.periods ?? 0) - (a.streak?.periods ?? 0) || (a.unit < b.unit ? -1 : 1),
  )
  const from = question.offset ?? 0
  const shown = sorted.slice(from, question.limit === null ? undefined : from + question.limit)
  const figures = asSeen(asking, shown)
  return { figures, matched: found.length, groupSize: group.units.length }
}

async function streaks(asking: Asking, units: readonly string[], indicator: string): Promise<Figure[]> {
  const { question } = asking
  const asked = question.streak ?? UNDER
  const isRecord = asked.of === 'record'
  const window = isRecord ? stepWindow(asking, units) : question.period
  const isCount = isRecord && question.count !== null
  const count = (figure: Figure): number | null => countIn(figure, question.count)
  const values = await periodValues(asking, units, indicator, {
    window,
    step: question.step,
    valueOf: isCount ? count : undefined,
  })
  const newest = (await lastStep(asking, indicator)) ?? (await newestPeriod(asking, indicator))
  const now = await readFigures(asking, { units, indicators: [indicator], window: newest })
  return now.map(figure => {
    const periods = values.get(figure.unit) ?? []
    if (isRecord) return record(asking, figure, periods)
    // Who has no figure at all has neither missed nor met anything.
    if (periods.every(({ value }) => value === null)) return { ...figure, reason: figure.reason ?? 'no_data' }
    const { periods: running, since } = streakOf(asking, asked.of, periods, indicator)
    return { ...figure, streak: { periods: running, since: since?.from ?? null } }
  })
}

/** The last of the stretches that were asked for, which holds the newest figures; null where none were. */
async function lastStep(asking: Asking, indicator: string): Promise<Window | null> {
  const { rhythm, lastDay } = await reportingOf(asking, indicator)
  const { step } = asking.question
  if (step === null || lastDay === null) return null
  const year = { from: addDays(lastDay, -YEAR_DAYS), to: addDays(lastDay, YEAR_DAYS) }
  return stepsIn(step, rhythm, year).findLast(one => one.from <= lastDay) ?? null
}

const YEAR_DAYS = 366

function streakOf(
  { scene, question }: Asking,
  of: AskedStreak['of'],
  periods: readonly PeriodValue[],
  indicator: string,
): Streak {
  const better = scene.indicators.get(indicator)?.better ?? 'higher'
  if (of === 'up' || of === 'down') return moveStreak(periods, of)
  const asked = question.threshold
  const against = asked === null ? periods : periods.map(period => ({ ...period, target: asked }))
  return targetStreak(against, of === 'over' ? 'met' : 'below', better)
}

function record({ scene, question }: Asking, figure: Figure, periods: readonly PeriodValue[]): Figure {
  const { order, count: of } = question
  const better = (of === null ? scene.indicators.get(figure.indicator)?.better : null) ?? 'higher'
  const best = order === null || order === 'best' || order === (better === 'higher' ? 'highest' : 'lowest')
  const found = recordOf(periods, best ? 'best' : 'worst', better)
  if (!found) return { ...emptyFigure(figure.unit, figure.indicator, figure.window, 'no_data') }
  const period = { from: found.from, to: found.to }
  return {
    ...emptyFigure(figure.unit, figure.indicator, period, 'no_data'),
    reason: null,
    ...(of === null || found.value === null
      ? { value: found.value, target: found.target }
      : { count: found.value }),
    period,
    dataTo: figure.dataTo !== null && figure.dataTo < found.to ? figure.dataTo : found.to,
  }
}
