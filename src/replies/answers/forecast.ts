import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { sayGroupForecast } from './group-forecast.ts'
import { isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import { missing, shownTarget, shownValue, targetLine } from '../phrases/figure-lines.ts'
import { footLine } from '../phrases/headline.ts'
import { needLine } from '../phrases/need-lines.ts'
import { type Verdict, verdictOf } from '../../core/forecast/verdict.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit, withoutTarget } from '../phrases/next-questions.ts'
import { periodName, termName } from '../phrases/period-name.ts'

/** Indicators with a line of their own. */
const OWN_LINES = 6

/** `forecast`: the value at the end of the term with its range, and whether that meets the target. */
export function sayForecast(answer: Answer, ctx: SayContext): Message {
  const [figure] = answer.figures
  if (answer.question.group && !isRefused(answer.figures)) return sayGroupForecast(answer, ctx)
  if (!figure)
    return compose(ctx, [ctx.words.say('answers.target.none')], [askUnit(ctx, 'all', ctx.asker.unit)])
  if (isRefused(answer.figures)) return sayRefusal(ctx, answer.figures)
  const paragraphs =
    answer.figures.length === 1
      ? oneForecast(figure, ctx)
      : [...Map.groupBy(answer.figures, one => one.unit).values()].flatMap(figures =>
          allForecasts(figures, ctx),
        )
  return compose(ctx, paragraphs, choices(answer, figure, ctx))
}

function oneForecast(figure: Figure, ctx: SayContext): Paragraph[] {
  if (figure.reason === 'not_allowed') return [refusal(ctx, figure)]
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const now =
    figure.value === null
      ? null
      : words.say('answers.forecast.now', {
          value: shownValue(ctx, indicator, figure.value),
          period: periodName(ctx, figure.window),
        })
  return [
    {
      title: words.say('answers.forecast.title', {
        unit: unitTitle(ctx, figure.unit),
        indicator: lowerFirst(indicator.shortName),
        found: foundOf(figure, ctx),
      }),
    },
    [
      rangeLine(figure, ctx),
      now,
      targetLine(ctx, figure),
      figure.met ? null : needLine(ctx, figure),
      (figure.forecast?.value ?? null) === null ? null : words.say('answers.forecast.basis'),
      footLine(ctx, [figure]),
    ],
  ]
}

/** "dự báo đến hết giai đoạn 2 (30/6/2024) là 82,42%, nhiều khả năng đạt chỉ tiêu 60%", or why there is no forecast. */
function foundOf(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const value = figure.forecast?.value ?? null
  if (value === null || !figure.term) return lowerFirst(noForecast(figure, ctx))
  const said = words.say('answers.forecast.value', {
    term: termName(ctx, figure.term),
    until: figure.term.to,
    value: shownValue(ctx, indicator, value),
  })
  const outlook = outlookOf(figure)
  const target = targetOf(figure)
  if (outlook === null || target === null) return said
  const shown = { target: shownTarget(ctx, indicator, target) }
  const verdict = words.say(
    figure.askedTarget ? `answers.forecast.asked.${outlook}` : `answers.forecast.${outlook}`,
    shown,
  )
  return `${said} – ${lowerFirst(verdict)}`
}

function rangeLine(figure: Figure, ctx: SayContext): string | null {
  const indicator = indicatorOf(ctx, figure.indicator)
  const { low, high } = figure.forecast ?? { low: null, high: null }
  if (low === null || high === null) return null
  return ctx.words.say('answers.forecast.range', {
    low: shownValue(ctx, indicator, low),
    high: shownValue(ctx, indicator, high),
  })
}

function noForecast(figure: Figure, ctx: SayContext): string {
  if (figure.value !== null && figure.numerator === null) return ctx.words.say('answers.forecast.published')
  if (figure.reason === 'too_little_history') return ctx.words.say('answers.forecast.tooLittle')
  return ctx.words.say('answers.forecast.none', { reason: missing(ctx, figure) })
}

function allForecasts(figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  if (first.reason === 'not_allowed') return [refusal(ctx, first)]
  const judged = figures.filter(figure => outlookOf(figure) !== null && targetOf(figure) !== null)
  const sure = judged.filter(figure => outlookOf(figure) === 'likely' || outlookOf(figure) === 'possible')
  const said = {
    unit: unitTitle(ctx, first.unit),
    term: first.term ? termName(ctx, first.term) : '',
    met: sure.length,
    of: judged.length,
  }
  return [
    { title: words.say(judged.length > 0 ? 'answers.forecast.titleMet' : 'answers.forecast.titleAll', said) },
    figures
      .toSorted((a, b) => (a.chance ?? 2) - (b.chance ?? 2))
      .slice(0, OWN_LINES)
      .map(figure => forecastInOneLine(figure, ctx)),
    footLine(ctx, figures),
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
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  if (figure.target === null) return withoutTarget(ctx, figure)
  return [
    askFigure(ctx, 'need', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
  ]
}
