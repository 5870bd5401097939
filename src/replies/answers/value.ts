import { round2 } from '../../core/rounding.ts'
import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isPlacesAlone, isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import { basisLines, placeOf, rankLine, shownValue, targetLine } from '../phrases/figure-lines.ts'
import { earlierLine } from '../phrases/earlier-line.ts'
import { knownToLine } from '../phrases/known-to.ts'
import { indicatorOf } from '../phrases/names.ts'
import { needLine } from '../phrases/need-lines.ts'
import { footLine, headline } from '../phrases/headline.ts'
import { ask, askDefinition, askFigure, askUnit, isMonthly } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'
import { sayRank } from './rank.ts'
import { unitOverview } from './unit-overview.ts'

/** Units shown in one answer before it is cut. */
const MAX_UNITS = 6

/** `value`: the finding of one indicator with what stands behind it, or an overview of a unit's indicators. */
export function sayValue(answer: Answer, ctx: SayContext): Message {
  const [first] = answer.figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  if (isPlacesAlone(answer.figures)) return sayRank(answer, ctx)
  if (isRefused(answer.figures)) return sayRefusal(ctx, answer.figures)
  const byUnit = [...Map.groupBy(answer.figures, figure => figure.unit).values()]
  const shown = byUnit.slice(0, MAX_UNITS)
  const cut =
    byUnit.length > MAX_UNITS
      ? ctx.words.say('answers.manyUnits', { shown: MAX_UNITS, all: byUnit.length })
      : null
  const paragraphs = shown.flatMap(figures => unitParagraphs(answer, figures, ctx))
  const choices =
    answer.figures.length === 1 ? oneChoices(answer, first, ctx) : allChoices(answer, first, ctx)
  return compose(ctx, [cut, ...paragraphs], choices)
}

function unitParagraphs(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const [first] = figures
  if (!first) return []
  if (first.reason === 'not_allowed') return [refusal(ctx, first)]
  if (figures.length === 1) return oneFigure(answer, first, ctx)
  return unitOverview(figures, knownToLine(answer, figures, ctx), ctx)
}

/** One unit and indicator: the finding, then counts, target, rank, what is still needed, and how far the figures reach. */
function oneFigure(answer: Answer, figure: Figure, ctx: SayContext): Paragraph[] {
  const lines = [
    earlierLine(ctx, figure, answer.question),
    lastLine(ctx, figure),
    ...basisLines(ctx, figure),
    answer.question.late ? restLine(figure, ctx) : null,
    targetLine(ctx, figure),
    rankLine(ctx, figure, answer.question),
    figure.met === true ? null : needLine(ctx, figure),
    footLine(ctx, [figure]) ?? knownToLine(answer, [figure], ctx),
  ]
  return [{ title: headline(ctx, figure) }, lines]
}

/** What the newest period says, where the one that was asked for says nothing: "Gần nhất, tuần 19 (6–12/5/2024): 51,4%". */
function lastLine(ctx: SayContext, { indicator, last }: Figure): string | null {
  if (!last) return null
  const value = shownValue(ctx, indicatorOf(ctx, indicator), last.value)
  return ctx.words.say('figures.last', { period: periodName(ctx, last.window), value })
}

/** Of what was asked by what goes wrong ("trễ hạn"): the part that did. */
function restLine({ numerator, denominator }: Figure, ctx: SayContext): string | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  const rest = denominator - numerator
  return ctx.words.say('figures.rest', {
    rest,
    of: denominator,
    value: ctx.words.percent(round2((100 * rest) / denominator)),
  })
}

function oneChoices(answer: Answer, figure: Figure, ctx: SayContext) {
  const { unit, indicator } = figure
  const monthly = isMonthly([figure]) || answer.reach?.every === 'month'
  const elsewhen = answer.question.period ? 'value' : monthly ? 'lastMonth' : 'lastWeek'
  if (figure.value === null) {
    const none = answer.reach?.own === null
    return [
      askUnit(ctx, 'all', unit),
      none ? askDefinition(ctx, indicator) : askFigure(ctx, elsewhen, unit, indicator),
    ]
  }
  return [
    figure.hiddenCounts
      ? null
      : askFigure(ctx, figure.target === null ? elsewhen : figure.met ? 'forecast' : 'need', unit, indicator),
    placeOf(figure) === null ? askDefinition(ctx, indicator) : null,
    answer.question.period || figure.hiddenCounts ? null : askFigure(ctx, 'why', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askUnit(ctx, 'all', unit),
  ]
}

function allChoices(answer: Answer, figure: Figure, ctx: SayContext) {
  // What stands is always of the phase to date where the targets were asked about.
  const isNow = answer.question.period === null || answer.question.intent === 'gap'
  const before = isMonthly(answer.figures) ? 'allLastMonth' : 'allLastWeek'
  return [
    askUnit(ctx, 'allRanks', figure.unit),
    askUnit(ctx, isNow ? before : 'all', figure.unit),
    ask(ctx, 'progress'),
    ask(ctx, 'alerts'),
  ]
}
