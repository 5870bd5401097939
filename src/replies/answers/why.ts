import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { isRefused, signed } from '../phrases/changes.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { dataToLine, missing, notAllowedLine, shownGap, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitInList, unitTitle } from '../phrases/names.ts'
import { ask, askFigure } from '../phrases/next-questions.ts'
import { comparedPeriod, periodName } from '../phrases/period-name.ts'

/** How many units are named on each side. */
const NAMED = 3

/** `why`: what moved a value, or holds it down; a premise that is not true is corrected first. */
export function sayWhy(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [first] = figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  if (isRefused(figures)) return compose(ctx, [notAllowedLine(ctx, figures)], [ask(ctx, 'ownUnit')])
  return compose(
    ctx,
    figures.flatMap(figure => explained(answer, figure, ctx)),
    [
      askFigure(ctx, 'chart', first.unit, first.indicator),
      askFigure(ctx, 'need', first.unit, first.indicator),
    ],
  )
}

function explained(answer: Answer, figure: Figure, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const names = { unit: unitTitle(ctx, figure.unit), indicator: lowerFirst(indicator.shortName) }
  if (figure.value === null)
    return [words.say('figures.line.missing', { indicator: names.unit, reason: missing(ctx, figure) })]
  const value = shownValue(ctx, indicator, figure.value)
  if (!figure.earlier) {
    const drags = (figure.drivers ?? []).slice(0, 2 * NAMED)
    const head = words.say(drags.length > 0 ? 'findings.why.held' : 'findings.why.heldNone', {
      ...names,
      value,
    })
    return [{ title: head }, drags.map(one => driver(one, -1, ctx)), dataToLine(ctx, [figure])]
  }
  return [
    premise(answer, figure, ctx),
    { title: title(figure, names, ctx) },
    [
      words.say('findings.movers.windows', {
        after: periodName(ctx, figure.window),
        before: comparedPeriod(ctx, figure.earlier.window),
      }),
      ...drivers(figure, ctx),
      partsLine(figure, ctx),
      dataToLine(ctx, [figure]),
    ],
  ]
}

function title(figure: Figure, names: { unit: string; indicator: string }, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const after = shownValue(ctx, indicator, figure.value ?? 0)
  const change = figure.change ?? null
  const earlier = figure.earlier?.value ?? null
  if (change === null || earlier === null) return words.say('findings.why.unknown', names)
  if (change === 0) return words.say('findings.why.flat', { ...names, after })
  const gap = shownGap(ctx, indicator, change)
  const before = shownValue(ctx, indicator, earlier)
  return words.say(change > 0 ? 'findings.why.rose' : 'findings.why.fell', { ...names, gap, before, after })
}

function premise(
  { question }: Answer,
  { change, indicator, earlier }: Figure,
  ctx: SayContext,
): string | null {
  if (!change || !earlier || question.direction === null) return null
  const rose = change > 0
  if (rose === (question.direction === 'up')) return null
  const gap = shownGap(ctx, indicatorOf(ctx, indicator), change)
  const before = comparedPeriod(ctx, earlier.window)
  return ctx.words.say(rose ? 'findings.why.premiseRose' : 'findings.why.premiseFell', { gap, before })
}

/** The units that moved it most in its direction, then those that moved it the other way. */
function drivers({ drivers: all = [], change }: Figure, ctx: SayContext): string[] {
  const sign = (change ?? 0) < 0 ? -1 : 1
  const along = all.filter(one => sign * one.effect > 0.004).slice(0, NAMED)
  if (along.length === 0) return []
  return [
    ctx.words.say(sign < 0 ? 'findings.why.down' : 'findings.why.up'),
    ...along.map(one => driver(one, 1, ctx)),
  ]
}

function driver({ unit, effect }: { unit: string; effect: number }, sign: number, ctx: SayContext): string {
  return ctx.words.say('findings.why.driver', {
    unit: unitInList(ctx, unit),
    effect: signed(ctx, sign * effect),
  })
}

function partsLine({ parts, indicator: code }: Figure, ctx: SayContext): string | null {
  if (!parts) return null
  const indicator = indicatorOf(ctx, code)
  return ctx.words.say('findings.why.parts', {
    what: indicator.numeratorLabel,
    numerator: signed(ctx, parts.numerator),
    of: indicator.denominatorLabel,
    denominator: signed(ctx, parts.denominator),
  })
}
