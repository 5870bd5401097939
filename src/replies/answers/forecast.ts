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
  shownTarget,
  shownValue,
  targetLine,
} from '../phrases/figure-lines.ts'
import { type Verdict, verdictOf } from '../../core/forecast/verdict.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { termName } from '../phrases/period-name.ts'

/** `forecast`: the value at the end of the term with its range, and whether that meets the target. */
export function sayForecast(answer: Answer, ctx: SayContext): Message {
  const [figure] = answer.figures
  if (!figure)
    return compose(ctx, [ctx.words.say('answers.target.none')], [askUnit(ctx, 'all', ctx.asker.unit)])
  const paragraphs =
    answer.figures.length === 1
      ? oneForecast(figure, ctx)
      : [...Map.groupBy(answer.figures, one => one.unit).values()].flatMap(figures =>
          allForecasts(figures, ctx),
        )
  return compose(ctx, [...paragraphs, notAllowedLine(ctx, answer.figures)], choices(answer, figure, ctx))
}

function oneForecast(figure: Figure, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const unit = unitTitle(ctx, figure.unit)
  const indicator = indicatorOf(ctx, figure.indicator)
  const title = words.say('answers.forecast.title', { unit, indicator: lowerFirst(indicator.shortName) })
  const lines = [
    ...forecastLines(figure, ctx),
    figure.value === null
      ? null
      : words.say('answers.forecast.now', { value: shownValue(ctx, indicator, figure.value) }),
    figure.reason === 'not_allowed' ? null : targetLine(ctx, figure),
    figure.met ? null : needLine(ctx, figure),
    dataToLine(ctx, [figure]),
  ]
  return [{ title }, lines]
}

function forecastLines(figure: Figure, ctx: SayContext): (string | null)[] {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const { term } = figure
  const { value, low, high } = figure.forecast ?? { value: null, low: null, high: null }
  if (value === null || !term) return [noForecast(figure, ctx)]
  const outlook = outlookOf(figure)
  return [
    words.say('answers.forecast.value', {
      term: termName(ctx, term),
      until: term.to,
      value: shownValue(ctx, indicator, value),
    }),
    low === null || high === null
      ? null
      : words.say('answers.forecast.range', {
          low: shownValue(ctx, indicator, low),
          high: shownValue(ctx, indicator, high),
        }),
    outlook === null || targetOf(figure) === null
      ? null
      : words.say(figure.askedTarget ? `answers.forecast.asked.${outlook}` : `answers.forecast.${outlook}`, {
          target: shownTarget(ctx, indicator, targetOf(figure) ?? 0),
        }),
    words.say('answers.forecast.basis'),
  ]
}

function noForecast(figure: Figure, ctx: SayContext): string {
  if (figure.reason === 'too_little_history') return ctx.words.say('answers.forecast.tooLittle')
  return ctx.words.say('answers.forecast.none', { reason: missing(ctx, figure) })
}

function allForecasts(figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  const unit = unitTitle(ctx, first.unit)
  const term = first.term ? termName(ctx, first.term) : ''
  return [
    { title: words.say('answers.forecast.titleAll', { unit, term }) },
    figures.map(figure => forecastInOneLine(figure, ctx)),
    [words.say('answers.forecast.basis'), dataToLine(ctx, figures)],
  ]
}

function forecastInOneLine(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const name = indicator.shortName
  const value = figure.forecast?.value ?? null
  if (value === null) {
    return words.say('answers.forecast.lineMissing', { indicator: name, reason: missing(ctx, figure) })
  }
  const shown = shownValue(ctx, indicator, value)
  const outlook = outlookOf(figure)
  if (outlook === null || targetOf(figure) === null)
    return words.say('figures.line.plain', { indicator: name, value: shown })
  const verdict = words.say(`answers.forecast.short.${outlook}`)
  const target = shownTarget(ctx, indicator, targetOf(figure) ?? 0)
  return words.say('answers.forecast.line', { indicator: name, value: shown, target, verdict })
}

/** How sure it is that the target, or the number asked about, will be met; null where there is none or no forecast. */
function outlookOf({ chance }: Figure): Verdict | null {
  return chance === undefined ? null : verdictOf(chance)
}

/** The number that the forecast is held against. */
function targetOf({ target, askedTarget }: Figure): number | null {
  return askedTarget?.target ?? target
}

function choices(answer: Answer, figure: Figure, ctx: SayContext) {
  const { unit, indicator } = figure
  if (figure.reason === 'not_allowed') return [askUnit(ctx, 'all', ctx.asker.unit)]
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  return [
    askFigure(ctx, 'need', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
  ]
}
