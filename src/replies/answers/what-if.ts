import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { round2 } from '../../core/rounding.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, shownGap, shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { ask, askFigure } from '../phrases/next-questions.ts'
import { periodName, termName } from '../phrases/period-name.ts'

/** `what_if`: the value at the end under the assumption, and what was assumed. */
export function sayWhatIf(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [first] = figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  return compose(
    ctx,
    figures.flatMap(figure => assumed(answer, figure, ctx)),
    [
      askFigure(ctx, 'need', first.unit, first.indicator),
      askFigure(ctx, 'forecast', first.unit, first.indicator),
    ],
  )
}

function assumed(answer: Answer, figure: Figure, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const names = { unit: unitTitle(ctx, figure.unit), indicator: lowerFirst(indicator.shortName) }
  const then = figure.valueThen ?? null
  if (then === null || !figure.term) return [words.say('findings.whatIf.unknown', names)]
  const value = shownValue(ctx, indicator, then)
  const judged = verdict(figure, then, ctx)
  const said = { ...names, term: termName(ctx, figure.term), value }
  const expected = figure.need?.expectedDenominator ?? null
  return [
    {
      title:
        judged === null
          ? words.say('findings.whatIf.title', said)
          : words.say('findings.whatIf.titleJudged', { ...said, verdict: judged }),
    },
    [
      assumption(answer, ctx),
      expected === null
        ? null
        : words.say('findings.whatIf.expected', {
            expected,
            what: indicator.denominatorLabel,
            until: figure.term.to,
          }),
      figure.value === null
        ? null
        : words.say('answers.forecast.now', {
            value: shownValue(ctx, indicator, figure.value),
            period: periodName(ctx, figure.window),
          }),
      dataToLine(ctx, [figure]),
    ],
  ]
}

function verdict({ target, indicator: code }: Figure, then: number, ctx: SayContext): string | null {
  if (target === null) return null
  const indicator = indicatorOf(ctx, code)
  const short = round2(indicator.better === 'lower' ? then - target : target - then)
  const shown = shownTarget(ctx, indicator, target)
  if (short <= 0) return ctx.words.say('findings.whatIf.met', { target: shown })
  return ctx.words.say('findings.whatIf.short', { target: shown, gap: shownGap(ctx, indicator, short) })
}

function assumption({ question: { assume } }: Answer, { words }: SayContext): string | null {
  if (assume?.perDay !== undefined) return words.say('findings.whatIf.perDay', { x: assume.perDay })
  if (assume?.add !== undefined) return words.say('findings.whatIf.add', { x: assume.add })
  return assume?.rate === undefined
    ? null
    : words.say('findings.whatIf.rate', { x: words.percent(assume.rate) })
}
