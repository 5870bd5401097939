import type { Answer, Figure } from '../../answers/answer.ts'
import { round2 } from '../../core/rounding.ts'
import type { Message } from '../../lib/message.ts'
import { changeWords } from '../phrases/changes.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, missing, shownGap, shownValue, verdict } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst } from '../phrases/names.ts'
import { ask, askGroup } from '../phrases/next-questions.ts'
import { comparedPeriod, periodName } from '../phrases/period-name.ts'
import { groupName } from '../phrases/group-name.ts'

/** `total`: pooled figures of groups, set against each other where there are two. */
export function sayTotal(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [first] = figures
  if (!first) return compose(ctx, [ctx.words.say('answers.groups.noGroup')], [ask(ctx, 'help')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  return compose(
    ctx,
    [
      againstEachOther(figures, ctx),
      ...figures.map(figure => pooled(figure, ctx)),
      [
        first.value === null ? null : ctx.words.say('findings.total.pooled'),
        figures.some(({ hiddenCounts }) => hiddenCounts) ? ctx.words.say('findings.total.hidden') : null,
        dataToLine(ctx, figures),
      ],
    ],
    [
      askGroup(ctx, 'ranking', answer.question.group, first.indicator),
      askGroup(ctx, 'below', answer.question.group, first.indicator),
    ],
  )
}

function pooled(figure: Figure, ctx: SayContext): Paragraph {
  const { words } = ctx
  if (figure.reason === 'not_allowed') return refusal(ctx, figure)
  const indicator = indicatorOf(ctx, figure.indicator)
  const value = figure.value === null ? missingOf(figure, ctx) : shownValue(ctx, indicator, figure.value)
  const judged = verdict(ctx, figure)
  const { numerator, denominator, rolledUpFrom } = figure
  const head = words.say('findings.total.one', {
    group: nameOf(figure, ctx),
    indicator: lowerFirst(indicator.shortName),
    period: periodName(ctx, figure.window),
    value,
  })
  return [
    judged === null ? head : `${head} – ${judged}`,
    figure.count === undefined ? null : words.say('findings.total.count', { count: figure.count }),
    numerator === null || denominator === null || indicator.numeratorLabel === ''
      ? null
      : words.say('findings.total.counts', {
          numerator,
          numeratorLabel: indicator.numeratorLabel,
          denominator,
          denominatorLabel: indicator.denominatorLabel,
          units: rolledUpFrom ?? 1,
        }),
    figure.uncounted === undefined || figure.value === null
      ? null
      : words.say('findings.total.uncounted', { count: figure.uncounted }),
    againstLine(figure, ctx),
  ]
}

/** Why there is no sum. */
function missingOf(figure: Figure, ctx: SayContext): string {
  return figure.reason === 'not_measured'
    ? ctx.words.say('findings.total.publishedOnly')
    : missing(ctx, figure)
}

function againstLine({ earlier, change, indicator }: Figure, ctx: SayContext): string | null {
  if (!earlier || earlier.value === null || change === null || change === undefined) return null
  return ctx.words.say('findings.total.against', {
    change: ctx.words.capital(changeWords(ctx, indicator, change)),
    before: comparedPeriod(ctx, earlier.window),
    value: shownValue(ctx, indicatorOf(ctx, indicator), earlier.value),
  })
}

function nameOf({ group }: Figure, ctx: SayContext): string {
  if (group?.among && group.kind === null)
    return ctx.words.say('findings.total.named', { count: group.among.length })
  return groupName(ctx, group ?? null)
}

/** Two groups against each other: which is higher, and by how much. */
function againstEachOther(figures: readonly Figure[], ctx: SayContext): string | null {
  const [first, second, third] = figures
  if (!first || !second || third || first.indicator !== second.indicator) return null
  if (first.value === null || second.value === null) return null
  const gap = round2(first.value - second.value)
  const [high, low] = gap >= 0 ? [first, second] : [second, first]
  const names = {
    first: nameOf(high, ctx),
    second: nameOf(low, ctx),
    indicator: indicatorOf(ctx, first.indicator).shortName,
    period: periodName(ctx, first.window),
  }
  if (gap === 0) return ctx.words.say('findings.total.equal', names)
  return ctx.words.say('findings.total.higher', {
    ...names,
    gap: shownGap(ctx, indicatorOf(ctx, first.indicator), gap),
  })
}
