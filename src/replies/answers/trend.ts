import type { Answer, Figure, TrendPoint } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import {
  dataToLine,
  missing,
  notAllowedLine,
  rankLine,
  shownGap,
  shownValue,
  targetLine,
  valueLines,
} from '../phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { comparedPeriod, periodName, shortPeriodName } from '../phrases/period-name.ts'

/** Points said in words; a picture shows the whole course. */
const MAX_POINTS = 6

/** `trend`: the change against the earlier stretch, then the course, newest last; all indicators in one line each. */
export function sayTrend(answer: Answer, ctx: SayContext): Message {
  const byUnit = Map.groupBy(answer.figures, figure => figure.unit)
  const paragraphs = [...byUnit.values()].flatMap(figures =>
    figures.length === 1 ? oneCourse(answer, figures, ctx) : allChanges(figures, ctx),
  )
  const none = answer.figures.length === 0 ? ctx.words.say('figures.noDataAtAll') : null
  return compose(ctx, [none, ...paragraphs, notAllowedLine(ctx, answer.figures)], choices(answer, ctx))
}

function oneCourse(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const [figure] = figures
  if (!figure) return []
  const unit = unitTitle(ctx, figure.unit)
  const indicator = indicatorOf(ctx, figure.indicator).shortName
  const title = ctx.words.say('figures.title', { unit, indicator })
  const lines = [
    ...valueLines(ctx, figure),
    earlierLine(figure, ctx),
    figure.reason === 'not_allowed' ? null : targetLine(ctx, figure),
    rankLine(ctx, figure, answer.question.rankWithinParent),
    dataToLine(ctx, [figure]),
  ]
  return [{ title }, ...pointLines(figure, ctx), lines]
}

/** The latest points; of the earlier ones it says where they are, which is in the picture where there is one. */
function pointLines(figure: Figure, ctx: SayContext): Paragraph[] {
  const points = figure.points ?? []
  if (points.length < 2) return []
  const hidden = Math.max(0, points.length - MAX_POINTS)
  const latest = points.slice(hidden).map(point => pointLine(figure, point, ctx))
  if (hidden === 0) return [latest]
  const { words } = ctx
  return [
    latest,
    { line: words.say('answers.trend.hidden', { count: hidden }), where: 'image' },
    { line: words.say('answers.trend.leftOut', { count: hidden }), where: 'no_image' },
  ]
}

function pointLine(figure: Figure, point: TrendPoint, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  const value =
    point.value === null ? ctx.words.say('figures.reason.no_data') : shownValue(ctx, indicator, point.value)
  return ctx.words.say('answers.trend.point', { period: shortPeriodName(ctx, point), value })
}

function earlierLine(figure: Figure, ctx: SayContext): string | null {
  const { words } = ctx
  const { earlier } = figure
  if (!earlier || figure.value === null) return null
  const before = comparedPeriod(ctx, earlier.window)
  if (earlier.value === null || earlier.change === null)
    return words.say('answers.trend.noEarlier', { before })
  const indicator = indicatorOf(ctx, figure.indicator)
  const value = shownValue(ctx, indicator, earlier.value)
  if (earlier.change === 0) return words.say('answers.trend.steady', { before, value })
  const gap = shownGap(ctx, indicator, earlier.change)
  return words.say(earlier.change > 0 ? 'answers.trend.rising' : 'answers.trend.falling', {
    gap,
    before,
    value,
  })
}

function allChanges(figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  const title = words.say('figures.unitTitle', {
    unit: unitTitle(ctx, first.unit),
    period: periodName(ctx, first.window),
  })
  const against = first.earlier
    ? words.say('answers.trend.against', { before: comparedPeriod(ctx, first.earlier.window) })
    : null
  return [
    { title },
    [against, ...figures.map(figure => changeInOneLine(figure, ctx))],
    dataToLine(ctx, figures),
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
  const gap = shownGap(ctx, indicatorOf(ctx, figure.indicator), change)
  return ctx.words.say(change > 0 ? 'answers.trend.up' : 'answers.trend.down', { gap })
}

function choices(answer: Answer, ctx: SayContext) {
  const [figure] = answer.figures
  if (!figure) return []
  const { unit, indicator } = figure
  if (figure.reason === 'not_allowed') return [askUnit(ctx, 'all', ctx.asker.unit)]
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  return [
    askFigure(ctx, 'gap', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
    askFigure(ctx, 'forecast', unit, indicator),
  ]
}
