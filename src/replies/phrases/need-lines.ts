import type { Figure, Need } from '../../answers/answer.ts'
import { perDayOf } from '../../core/need.ts'
import type { Term } from '../../core/campaign.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { SayContext } from './context.ts'
import { shownTarget, shownValue } from './figure-lines.ts'
import { indicatorOf, lowerFirst, nounOf } from './names.ts'

/**
 * "Cần thêm 580 hồ sơ nộp trực tuyến, khoảng 14 hồ sơ/ngày đến 30/6/2024"; where lower is better the most that may
 * still come; null when it cannot be said.
 */
export function needLine(ctx: SayContext, figure: Figure): string | null {
  const { need, term } = figure
  if (!need || need.needed === null || isOfNothing(need) || !term || targetOf(figure) === null) return null
  const indicator = indicatorOf(ctx, figure.indicator)
  const what = indicator.numeratorLabel
  if (what === '') return null
  if (need.reachable === false) return unreachableLine(ctx, figure, need, term)
  if (indicator.better === 'lower') return roomLine(ctx, indicator, need.needed, term)
  if (need.needed === 0) return ctx.words.say('figures.need.nothing', { what })
  const line = neededLine(ctx, indicator, need, term)
  return figure.met === true && !figure.askedTarget
    ? ctx.words.say('figures.need.keeping', { line: lowerFirst(line) })
    : line
}

/** Of no dossiers, and none to be expected: nothing is lacking, and nothing is enough. */
export function isOfNothing({ needed, reachable }: Need): boolean {
  return needed === 0 && reachable === null
}

/** The number that a need speaks of: that asked about, else the target. */
function targetOf({ target, askedTarget }: Figure): number | null {
  return askedTarget?.target ?? target
}

/** How many more, how many a day, and of about how many a day. */
function neededLine(ctx: SayContext, indicator: Indicator, need: Need, term: Term): string {
  const { words } = ctx
  const { perDay } = need
  const needed = need.needed ?? 0
  const what = indicator.numeratorLabel
  if (perDay === null) return words.say('figures.need.total', { needed, what, until: term.to })
  const said = { needed, what, perDay, noun: nounOf(indicator), until: term.to }
  const expected = perDayOf(need)
  if (expected === null) return words.say('figures.need.daily', said)
  return words.say('figures.need.dailyOf', { ...said, expected })
}

function roomLine(ctx: SayContext, indicator: Indicator, room: number, term: Term): string {
  const said = { what: indicator.numeratorLabel, until: term.to }
  if (room === 0) return ctx.words.say('figures.need.noRoom', said)
  return ctx.words.say('figures.need.room', { ...said, room })
}

function unreachableLine(ctx: SayContext, figure: Figure, need: Need, term: Term): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  const target = shownTarget(ctx, indicator, targetOf(figure) ?? 0)
  if (need.bestReachable === null)
    return ctx.words.say('figures.need.unreachableUnknown', { target, until: term.to })
  const best = shownValue(ctx, indicator, need.bestReachable)
  const lower = indicator.better === 'lower'
  return ctx.words.say(lower ? 'figures.need.unreachableLower' : 'figures.need.unreachable', {
    target,
    best,
    until: term.to,
  })
}
