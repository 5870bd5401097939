import { round2 } from '../../core/rounding.ts'
import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import {
  dataToLine,
  missing,
  needLine,
  notAllowedLine,
  placeOf,
  rankLine,
  shownValue,
  targetLine,
  toCome,
  valueLines,
  verdict,
} from '../phrases/figure-lines.ts'
import { indicatorOf, unitName, unitTitle } from '../phrases/names.ts'
import { ask, askDefinition, askFigure, askUnit } from '../phrases/next-questions.ts'
import { periodName, termName } from '../phrases/period-name.ts'

/** Units shown in one answer before it is cut. */
const MAX_UNITS = 6

/** `value`: one indicator in a few lines, or all indicators of a unit in one line each. */
export function sayValue(answer: Answer, ctx: SayContext): Message {
  const byUnit = Map.groupBy(answer.figures, figure => figure.unit)
  const [first] = answer.figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  const shown = [...byUnit.values()].slice(0, MAX_UNITS)
  const cut =
    byUnit.size > MAX_UNITS
      ? ctx.words.say('answers.manyUnits', { shown: MAX_UNITS, all: byUnit.size })
      : null
  const paragraphs = shown.flatMap(figures => unitParagraphs(answer, figures, ctx))
  const choices =
    answer.figures.length === 1 ? oneChoices(answer, first, ctx) : allChoices(answer, first, ctx)
  return compose(ctx, [cut, ...paragraphs, notAllowedLine(ctx, answer.figures)], choices)
}

function unitParagraphs(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const [first] = figures
  if (!first) return []
  if (figures.length === 1) return oneFigure(answer, first, ctx)
  return allFigures(answer, figures, first, ctx)
}

/** One unit and indicator: title, then value, target, rank, what is still needed, and how far the figures reach. */
function oneFigure(answer: Answer, figure: Figure, ctx: SayContext): Paragraph[] {
  const unit = unitTitle(ctx, figure.unit)
  const indicator = indicatorOf(ctx, figure.indicator).shortName
  const lines = [
    ...valueLines(ctx, figure),
    answer.question.late ? restLine(figure, ctx) : null,
    figure.reason === 'not_allowed' ? null : targetLine(ctx, figure),
    rankLine(ctx, figure, answer.question.rankWithinParent),
    figure.met === true ? null : needLine(ctx, figure),
    dataToLine(ctx, [figure]) ?? knownToLine(answer, [figure], ctx),
  ]
  return [{ title: ctx.words.say('figures.title', { unit, indicator }) }, lines]
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

function allFigures(answer: Answer, figures: Figure[], first: Figure, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const unit = unitTitle(ctx, first.unit)
  const title = words.say('figures.unitTitle', { unit, period: periodName(ctx, first.window) })
  if (figures.every(figure => figure.reason === 'no_data' && figure.value === null)) {
    const none = words.say('figures.noneInWindow', {
      unit: unitName(ctx, first.unit),
      period: periodName(ctx, first.window),
    })
    return [{ title }, [none, knownToLine(answer, figures, ctx)]]
  }
  const rolledUp = figures.find(figure => figure.rolledUpFrom !== null)?.rolledUpFrom ?? null
  return [
    { title },
    figures.map(figure => figureLine(figure, first, ctx)),
    [
      metCount(figures, ctx),
      rolledUp === null ? null : words.say('figures.rolledUp', { units: rolledUp }),
      dataToLine(ctx, figures),
    ],
  ]
}

/** Where figures are missing: that the days are still to come, or from when or how far those of the province reach. */
function knownToLine(answer: Answer, figures: readonly Figure[], ctx: SayContext): string | null {
  const { dataFrom, dataTo } = answer
  if (dataFrom === null || dataTo === null) return null
  if (figures.some(figure => figure.reason !== 'no_data')) return null
  if (figures.every(({ window }) => window.to < dataFrom))
    return ctx.words.say('figures.knownFrom', { day: dataFrom })
  const isToCome = figures.every(({ window }) => window.from > ctx.today)
  return isToCome ? toCome(ctx, dataTo) : ctx.words.say('figures.knownTo', { day: dataTo })
}

/** "Số hóa hồ sơ: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm; thứ 9/17" */
function figureLine(figure: Figure, first: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const name = indicator.shortName
  if (figure.value === null) {
    return words.say('figures.line.missing', { indicator: name, reason: missing(ctx, figure) })
  }
  const value = shownValue(ctx, indicator, figure.value)
  const judged = verdict(ctx, figure) ?? withoutTarget(figure, ctx)
  const line =
    judged === null
      ? words.say('figures.line.plain', { indicator: name, value })
      : words.say('figures.line.judged', { indicator: name, value, verdict: judged })
  const place = placeOf(figure)
  const ranked = place === null ? line : words.say('figures.line.ranked', { line, ...place })
  const window = figure.publishedFor ?? figure.window
  if (window.from === first.window.from && window.to === first.window.to) return ranked
  return words.say('figures.line.inPeriod', { line: ranked, period: periodName(ctx, window) })
}

function withoutTarget(figure: Figure, ctx: SayContext): string | null {
  if (figure.reason === 'exempt') return ctx.words.say('figures.line.exempt')
  return figure.reason === 'not_assigned' ? ctx.words.say('figures.line.noTarget') : null
}

function metCount(figures: Figure[], ctx: SayContext): string | null {
  const judged = figures.filter(figure => figure.met !== null)
  const term = judged[0]?.term
  if (!term) return null
  const met = judged.filter(figure => figure.met).length
  return ctx.words.say('figures.line.metCount', { met, of: judged.length, term: termName(ctx, term) })
}

function oneChoices(answer: Answer, figure: Figure, ctx: SayContext) {
  const { unit, indicator } = figure
  const elsewhen = answer.question.period ? 'value' : 'lastWeek'
  if (figure.value === null) return [askUnit(ctx, 'all', unit), askFigure(ctx, elsewhen, unit, indicator)]
  return [
    askFigure(ctx, figure.target === null ? elsewhen : figure.met ? 'forecast' : 'need', unit, indicator),
    placeOf(figure) === null ? askDefinition(ctx, indicator) : askFigure(ctx, 'rank', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askUnit(ctx, 'all', unit),
  ]
}

function allChoices(answer: Answer, figure: Figure, ctx: SayContext) {
  if (figure.reason === 'not_allowed') return [ask(ctx, 'ownUnit'), ask(ctx, 'help')]
  return [
    askUnit(ctx, 'allRanks', figure.unit),
    askUnit(ctx, answer.question.period ? 'all' : 'allLastWeek', figure.unit),
    ask(ctx, 'progress'),
    ask(ctx, 'alerts'),
  ]
}
