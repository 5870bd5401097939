import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose, ownLines } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import {
  basisLines,
  isRise,
  missing,
  ratedValue,
  shownGap,
  shownValue,
  targetLine,
} from '../phrases/figure-lines.ts'
import { earlierLine } from '../phrases/earlier-line.ts'
import { finding, footLine, headline } from '../phrases/headline.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit, withoutValue } from '../phrases/next-questions.ts'
import { comparedPeriod, periodName, shortPeriodName } from '../phrases/period-name.ts'

/** Points said in words; a picture shows the whole course. */
const MAX_POINTS = 6

/** `trend`: the change against the earlier stretch, then the course, newest last; all indicators in one line each. */
export function sayTrend(answer: Answer, ctx: SayContext): Message {
  if (isRefused(answer.figures)) return sayRefusal(ctx, answer.figures)
  const byUnit = Map.groupBy(answer.figures, figure => figure.unit)
  const paragraphs = [...byUnit.values()].flatMap(figures =>
    figures.length === 1 ? oneCourse(answer, figures, ctx) : allChanges(figures, ctx),
  )
  const none = answer.figures.length === 0 ? ctx.words.say('figures.noDataAtAll') : null
  return compose(ctx, [none, ...paragraphs], choices(answer, ctx))
}

function oneCourse(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const [figure] = figures
  if (!figure) return []
  if (figure.reason === 'not_allowed') return [refusal(ctx, figure)]
  const isCourse = (figure.points ?? []).filter(point => point.value !== null).length > 1
  const against = earlierLine(ctx, figure, answer.question)
  const compared = answer.question.against !== null || answer.question.base !== null || !isCourse
  const lines = [
    courseLine(figure, ctx),
    compared ? null : against,
    ...basisLines(ctx, figure),
    targetLine(ctx, figure),
    footLine(ctx, [figure]),
  ]
  return [{ title: compared ? comparedHead(figure, against, ctx) : courseHead(figure, ctx) }, lines]
}

/** "… tuần 20: 53,35%, tăng 3,77 điểm phần trăm so với tuần 19 (49,58%)". */
function comparedHead(figure: Figure, against: string | null, ctx: SayContext): string {
  if (figure.value === null || against === null) return headline(ctx, figure)
  const value = ratedValue(ctx, indicatorOf(ctx, figure.indicator), figure.value)
  return finding(ctx, figure, `${value}, ${lowerFirst(against)}`)
}

/** From the first to the last period of the course: "… từ 25/3 đến 19/5/2024: từ 21% (tuần 13) lên 76,74% (tuần 20)". */
function courseHead(figure: Figure, ctx: SayContext): string {
  const known = (figure.points ?? []).filter(point => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || figure.value === null) return headline(ctx, figure)
  const indicator = indicatorOf(ctx, figure.indicator)
  const change = (last.value ?? 0) - (first.value ?? 0)
  const key = change === 0 ? 'level' : isRise(indicator, change) ? 'rose' : 'fell'
  const found = ctx.words.say(`answers.trend.${key}`, {
    first: shownValue(ctx, indicator, first.value ?? 0),
    last: shownValue(ctx, indicator, last.value ?? 0),
    start: lowerFirst(shortPeriodName(ctx, first)),
    end: lowerFirst(shortPeriodName(ctx, last)),
    value: shownValue(ctx, indicator, figure.value),
  })
  return finding(ctx, figure, found)
}

/** The latest points in one line: "Tuần 17: 31,71% · 18: chưa có số liệu · 19: 49,58%". */
function courseLine(figure: Figure, ctx: SayContext): string | null {
  const points = figure.points ?? []
  if (points.length < 2 || points.every(({ value }) => value === null)) return null
  const indicator = indicatorOf(ctx, figure.indicator)
  return points
    .slice(-MAX_POINTS)
    .map(point => {
      const value =
        point.value === null
          ? ctx.words.say('figures.reason.no_data')
          : shownValue(ctx, indicator, point.value)
      return ctx.words.say('answers.trend.point', { period: shortPeriodName(ctx, point), value })
    })
    .join(' · ')
}

function allChanges(figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  if (first.reason === 'not_allowed') return [refusal(ctx, first)]
  const unit = unitTitle(ctx, first.unit)
  const period = periodName(ctx, first.window)
  const changed = figures.filter(figure => (figure.earlier?.change ?? null) !== null)
  const rose = changed.filter(({ indicator, earlier }) =>
    isRise(indicatorOf(ctx, indicator), earlier?.change ?? 0),
  ).length
  const title = first.earlier
    ? words.say('answers.trend.against', {
        unit,
        period,
        before: comparedPeriod(ctx, first.earlier.window),
        rose,
        of: changed.length,
      })
    : words.say('figures.unitTitle', { unit, period })
  const ordered = figures.toSorted((a, b) => Number(a.target === null) - Number(b.target === null))
  const rest = ordered.slice(ownLines(ordered.length)).map(figure => lowerFirst(changeInOneLine(figure, ctx)))
  return [
    { title },
    ordered.slice(0, ownLines(ordered.length)).map(figure => changeInOneLine(figure, ctx)),
    [
      rest.length > 0 ? words.say('figures.line.more', { list: rest.join('; ') }) : null,
      footLine(ctx, figures),
    ],
  ]
}

function changeInOneLine(figure: Figure, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  const name = indicator.shortName
  if (figure.value === null) {
    return ctx.words.say('figures.line.missing', { indicator: name, reason: missing(ctx, figure) })
  }
  const value = shownValue(ctx, indicator, figure.value)
  const change = shownChange(ctx, figure, figure.earlier?.change ?? null)
  return ctx.words.say('answers.trend.line', { indicator: name, value, change })
}

function shownChange(ctx: SayContext, figure: Figure, change: number | null): string {
  if (change === null) return ctx.words.say('answers.trend.noChange')
  if (change === 0) return ctx.words.say('answers.trend.flat')
  const indicator = indicatorOf(ctx, figure.indicator)
  const gap = shownGap(ctx, indicator, change)
  return ctx.words.say(isRise(indicator, change) ? 'answers.trend.up' : 'answers.trend.down', { gap })
}

function choices(answer: Answer, ctx: SayContext) {
  const [figure] = answer.figures
  if (!figure) return []
  const { unit, indicator } = figure
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  if (figure.value === null) return withoutValue(ctx, unit)
  return [
    figure.target === null ? null : askFigure(ctx, 'gap', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
    figure.target === null ? null : askFigure(ctx, 'forecast', unit, indicator),
    figure.target === null ? askUnit(ctx, 'all', unit) : null,
  ]
}
