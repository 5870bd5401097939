import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { signed } from '../phrases/changes.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, isRise, shownGap, shownValue } from '../phrases/figure-lines.ts'
import { finding, headline } from '../phrases/headline.ts'
import { indicatorOf, unitInList } from '../phrases/names.ts'
import { ask, askFigure, askUnit } from '../phrases/next-questions.ts'
import { comparedPeriod } from '../phrases/period-name.ts'

/** How many units are named on each side. */
const NAMED = 3

/** `why`: what moved a value, or holds it down; a premise that is not true is corrected first. */
export function sayWhy(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [first] = figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  return compose(
    ctx,
    figures.flatMap(figure => explained(answer, figure, ctx)),
    [
      askFigure(ctx, 'chart', first.unit, first.indicator),
      first.target === null ? null : askFigure(ctx, 'need', first.unit, first.indicator),
      askUnit(ctx, 'all', first.unit),
    ],
  )
}

function explained(answer: Answer, figure: Figure, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  if (figure.value === null) return [headline(ctx, figure)]
  const dataTo = dataToLine(ctx, [figure])
  if (!figure.earlier) {
    const value = shownValue(ctx, indicator, figure.value)
    const drags = (figure.drivers ?? []).slice(0, 2 * NAMED)
    const found = words.say(drags.length > 0 ? 'findings.why.held' : 'findings.why.heldNone', { value })
    return [{ title: finding(ctx, figure, found) }, drags.map(one => driver(one, -1, ctx)), dataTo]
  }
  return [
    premise(answer, figure, ctx),
    { title: finding(ctx, figure, moved(figure, ctx)) },
    [...drivers(figure, ctx), partsLine(figure, ctx), dataTo],
  ]
}

/** "tăng 5,36 điểm phần trăm so với tuần 19 (6–12/5/2024), từ 58,24% lên 63,6%". */
function moved(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const after = shownValue(ctx, indicator, figure.value ?? 0)
  const change = figure.change ?? null
  const { earlier } = figure
  if (change === null || !earlier || earlier.value === null) return words.say('findings.why.unknown')
  const than = comparedPeriod(ctx, earlier.window)
  if (change === 0) return words.say('findings.why.flat', { than, after })
  const gap = shownGap(ctx, indicator, change)
  const before = shownValue(ctx, indicator, earlier.value)
  return words.say(isRise(indicator, change) ? 'findings.why.rose' : 'findings.why.fell', {
    gap,
    than,
    before,
    after,
  })
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
  const { words } = ctx
  // More of what is divided by lowers the rate.
  const moves = [
    { what: indicator.numeratorLabel, effect: parts.numerator, rose: parts.numerator > 0 },
    { what: indicator.denominatorLabel, effect: parts.denominator, rose: parts.denominator < 0 },
  ].filter(({ effect }) => effect !== 0)
  const said = moves.map(({ what, effect, rose }) =>
    words.say(rose ? 'findings.why.partRose' : 'findings.why.partFell', {
      what,
      effect: signed(ctx, effect),
    }),
  )
  return said.length === 0 ? null : words.capital(said.join('; '))
}
