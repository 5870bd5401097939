import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, missing, shownGap, shownValue } from '../phrases/figure-lines.ts'
import { isOfNothing } from '../phrases/need-lines.ts'
import { indicatorOf, lowerFirst, peersOf, unitName, unitTitle } from '../phrases/names.ts'
import { ask, askFigure, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'

/** `goal`: what a place would take: the value, the dossiers, who holds it, and that the others move, too. */
export function sayGoal(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [figure] = figures
  if (!figure) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  const { goal } = figure
  const next = [
    figure.target === null ? null : askFigure(ctx, 'need', figure.unit, figure.indicator),
    askFigure(ctx, 'rank', figure.unit, figure.indicator),
    askUnit(ctx, 'all', figure.unit),
  ]
  if (!goal) return compose(ctx, [ctx.words.capital(missing(ctx, figure))], next)
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  if (figure.of === 1) {
    const said = { unit: unitTitle(ctx, figure.unit), period: periodName(ctx, figure.window) }
    const peers = peersOf(ctx, figure.unit, answer.question)
    return compose(ctx, [words.say('answers.rank.alone', { ...said, peers })], next)
  }
  const place = {
    unit: unitTitle(ctx, figure.unit),
    indicator: lowerFirst(indicator.shortName),
    place: goal.place,
    period: periodName(ctx, figure.window),
    rank: figure.rank ?? 0,
    of: figure.of ?? 0,
    value: shownValue(ctx, indicator, goal.valueNeeded),
  }
  const holderName = unitTitle(ctx, goal.holder)
  const asksWho = answer.question.place === 'next' && !goal.reached
  const title = asksWho
    ? words.say('findings.goal.next', { ...place, unit: unitName(ctx, figure.unit), holder: holderName })
    : words.say(`findings.goal.${titleOf(figure, goal.reached)}`, place)
  const lines = goal.reached ? [] : [nowLine(figure, ctx), needed(figure, ctx)]
  // Who stands there is what the title says where that was asked.
  const holder = asksWho
    ? words.say('findings.goal.others')
    : words.say('findings.goal.holder', { place: goal.place, holder: unitName(ctx, goal.holder) })
  return compose(ctx, [{ title }, [...lines, holder, dataToLine(ctx, figures)]], next)
}

function titleOf({ rank }: Figure, isReached: boolean): 'reached' | 'titleUnranked' | 'title' {
  if (isReached) return 'reached'
  return rank === null ? 'titleUnranked' : 'title'
}

function nowLine(figure: Figure, ctx: SayContext): string | null {
  if (figure.value === null) return ctx.words.say('findings.goal.unranked', { reason: missing(ctx, figure) })
  if (figure.rank === null || figure.of === null) return null
  const indicator = indicatorOf(ctx, figure.indicator)
  return ctx.words.say('findings.goal.now', {
    value: shownValue(ctx, indicator, figure.value),
    rank: figure.rank,
    of: figure.of,
    distance: shownGap(ctx, indicator, figure.goal?.distance ?? 0),
  })
}

function needed({ need, term, indicator: code }: Figure, ctx: SayContext): string | null {
  const { words } = ctx
  const indicator = indicatorOf(ctx, code)
  if (!need || need.needed === null || isOfNothing(need) || !term || indicator.better === 'lower') return null
  const until = term.to
  if (need.reachable === false && need.bestReachable !== null)
    return words.say('findings.goal.unreachable', {
      until,
      best: shownValue(ctx, indicator, need.bestReachable),
    })
  const said = { needed: need.needed, what: indicator.numeratorLabel, until }
  if (need.perDay === null) return words.say('findings.goal.need', said)
  return words.say('findings.goal.needDaily', { ...said, perDay: need.perDay })
}
