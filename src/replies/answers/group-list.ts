import type { Answer, Figure } from '../../answers/answer.ts'
import type { Indicator } from '../../core/indicator.ts'
import { round2 } from '../../core/rounding.ts'
import type { Choice, Message } from '../../lib/message.ts'
import { compose, joinParts, MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, shownValue, toCome } from '../phrases/figure-lines.ts'
import { MEASURE_UNITS } from '../phrases/measure-units.ts'
import { indicatorOf, namesInList, unitInList } from '../phrases/names.ts'
import { ask, askFigure, askGroup } from '../phrases/next-questions.ts'
import { groupTitle, isOfTargets } from './group-title.ts'
import { periodName } from '../phrases/period-name.ts'

/** `below`, `met`, `top`, `bottom`, `ranking`: a list of units in order, cut after some lines, with what was left out. */
export function sayGroup(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const [first] = answer.figures
  if (!first) return nobody(answer, ctx)
  if (isRefused(answer.figures) && first.rank === null) return sayRefusal(ctx, answer.figures)
  const shown = answer.figures.slice(0, MAX_LINES)
  const more = answer.figures.length - shown.length
  const before = answer.question.offset ?? 0
  const nameOf = namesInList(
    ctx,
    answer.figures.map(figure => figure.unit),
  )
  const lines = shown.map((figure, index) => {
    const place = isTable(answer) ? (figure.rank ?? index + 1) : before + index + 1
    return line(answer, figure, { place, unit: nameOf(figure.unit) }, ctx)
  })
  return compose(
    ctx,
    [
      { title: groupTitle(answer, first.indicator, ctx) },
      [spreadLine(answer, ctx)],
      [...lines, more > 0 ? words.say('answers.more', { count: more }) : null, ownLine(answer, shown, ctx)],
      joinParts([
        leftOutLine(answer, ctx),
        legend(answer, shown, ctx),
        publishedLine(answer, ctx),
        dataToLine(ctx, answer.figures),
      ]),
    ],
    [more > 0 ? ask(ctx, 'more') : null, ...choices(answer, first.indicator, ctx)],
  )
}

/** The list is empty: nobody is below (or has met), there are no values, or there is no such group. */
function nobody(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { intent, indicators } = answer.question
  const [indicator] = indicators
  const valued = answer.groupSize - answer.leftOut
  const title = indicator === undefined ? null : { title: groupTitle(answer, indicator, ctx) }
  const next = [ask(ctx, 'progress'), ask(ctx, 'help')]
  if (answer.groupSize === 0) return compose(ctx, [title, words.say('answers.groups.noGroup')], next)
  if (answer.question.offset) return compose(ctx, [words.say('answers.groups.noMore')], next)
  if (valued <= 0) return compose(ctx, [title, noValues(answer, ctx)], next)
  if (isOfTargets(answer) && answer.assigned === 0)
    return compose(ctx, [title, [words.say('answers.groups.noTargets')]], next)
  const key =
    answer.question.threshold === null ? (intent === 'met' ? 'noneMet' : 'noneBelow') : 'noneMatched'
  const about = indicator === undefined ? next : choices(answer, indicator, ctx)
  const dataTo = answer.dataTo === null ? null : words.say('figures.dataTo', { day: answer.dataTo })
  return compose(
    ctx,
    [
      title,
      [words.say(`answers.groups.${key}`, { of: isOfTargets(answer) ? answer.assigned : valued })],
      joinParts([leftOutLine(answer, ctx), dataTo]),
    ],
    about,
  )
}

/** "Chênh lệch giữa sở cao nhất và thấp nhất": of the whole table. */
function spreadLine({ question, figures }: Answer, ctx: SayContext): string | null {
  const values = figures.flatMap(({ value }) => value ?? [])
  const [first] = figures
  if (!first || !question.parts.some(({ part }) => part === 'spread')) return null
  const gap = round2(Math.max(...values) - Math.min(...values))
  const said = MEASURE_UNITS[indicatorOf(ctx, first.indicator).unit].gap(ctx, gap)
  return ctx.words.say('answers.groups.spread', { gap: said })
}

/** That nobody has figures of the days asked about, and that these are still to come or from when, how far figures reach. */
function noValues({ window, dataFrom, dataTo }: Answer, ctx: SayContext): (string | null)[] {
  const { words } = ctx
  if (!window) return [words.say('answers.groups.noValues')]
  const none = words.say('answers.groups.noValuesIn', { period: periodName(ctx, window) })
  if (dataFrom === null || dataTo === null) return [none, words.say('figures.noneOfIndicator')]
  if (window.from > ctx.today) return [none, toCome(ctx, dataTo)]
  if (window.to < dataFrom) return [none, words.say('figures.knownFrom', { day: dataFrom })]
  return [none, dataTo < window.to ? words.say('figures.knownTo', { day: dataTo }) : null]
}

function line(
  answer: Answer,
  figure: Figure,
  { place, unit }: { place: number; unit: string },
  ctx: SayContext,
): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  if (figure.count !== undefined) {
    const { count, denominator: of } = figure
    const key = answer.question.count === 'denominator' ? 'lineCount' : 'lineCountOf'
    return words.say(`answers.groups.${key}`, { place, unit, count, of: of ?? count })
  }
  // Of a peer the place alone may be seen.
  if (figure.value === null) return words.say('answers.groups.linePlace', { place, unit })
  const value = withCounts(answer, figure, shownValue(ctx, indicator, figure.value), ctx)
  if (isTable(answer) && figure.met) return words.say('answers.groups.lineMet', { place, unit, value })
  const key = gapKey(answer, figure, indicator)
  if (key === null || figure.gap === null) return words.say('answers.groups.line', { place, unit, value })
  return words.say(`answers.groups.${key}`, { place, unit, value, gap: words.decimal(Math.abs(figure.gap)) })
}

/** "Cho số tuyệt đối": the counts before the rate. */
function withCounts(
  { question }: Answer,
  { numerator, denominator }: Figure,
  value: string,
  ctx: SayContext,
): string {
  if (numerator === null || denominator === null || !question.parts.some(({ part }) => part === 'absolute'))
    return value
  return ctx.words.say('answers.groups.counts', { numerator, denominator, value })
}

/** What the signs and the bare numbers of the lines mean, said once below them: lines stay short on a phone. */
function legend(answer: Answer, shown: readonly Figure[], ctx: SayContext): string | null {
  const { words } = ctx
  if (answer.question.count !== null) return null
  if (isTable(answer)) return shown.some(figure => figure.met) ? words.say('answers.groups.legend') : null
  const [first] = shown
  if (!first) return null
  const indicator = indicatorOf(ctx, first.indicator)
  if (!shown.some(figure => gapKey(answer, figure, indicator) !== null)) return null
  return MEASURE_UNITS[indicator.unit].legend(ctx)
}

/** How far each is from its target, where the target is what was asked about. */
function gapKey(answer: Answer, figure: Figure, { better }: Indicator) {
  const { threshold, conditions } = answer.question
  if (threshold !== null || !figure.gap || isTable(answer)) return null
  if (conditions.length > 0 && conditions.every(({ measure }) => measure !== 'gap')) return null
  if (figure.gap < 0) return better === 'lower' ? 'lineBettered' : 'lineExceeded'
  return better === 'lower' ? 'lineOver' : 'lineShort'
}

/** The asker's own unit when it is in the list but below the cut. */
function ownLine(answer: Answer, shown: readonly Figure[], ctx: SayContext): string | null {
  const own = answer.figures.findIndex(figure => figure.unit === ctx.asker.unit)
  const figure = answer.figures[own]
  if (!figure || own < shown.length || figure.value === null || figure.count !== undefined) return null
  const place = isTable(answer) ? (figure.rank ?? own + 1) : own + 1
  const value = shownValue(ctx, indicatorOf(ctx, figure.indicator), figure.value)
  return ctx.words.say('answers.groups.own', { place, unit: unitInList(ctx, figure.unit), value })
}

/** All values were published of one other stretch than that asked about. */
function publishedLine({ figures }: Answer, ctx: SayContext): string | null {
  const [first] = figures
  const period = first?.publishedFor
  if (
    !period ||
    figures.some(one => one.publishedFor?.from !== period.from || one.publishedFor.to !== period.to)
  )
    return null
  return ctx.words.say('figures.publishedFor', { period: periodName(ctx, period) })
}

function leftOutLine(answer: Answer, ctx: SayContext): string | null {
  return answer.leftOut > 0 ? ctx.words.say('answers.groups.leftOut', { count: answer.leftOut }) : null
}

/** A list in order of value; the others are lists of who meets a condition. */
function isTable(answer: Answer): boolean {
  return ['top', 'bottom', 'ranking'].includes(answer.question.intent)
}

function choices(answer: Answer, indicator: string, ctx: SayContext): (Choice | null)[] {
  const { group, intent } = answer.question
  const worst = answer.figures[0]
  const about = (one: 'below' | 'met' | 'top' | 'bottom' | 'ranking') =>
    one === intent ? null : askGroup(ctx, one, group, indicator)
  const look =
    worst && (intent === 'below' || intent === 'bottom')
      ? askFigure(ctx, 'value', worst.unit, indicator)
      : null
  const named = look && worst ? { label: unitInList(ctx, worst.unit), send: look.send } : null
  return [about('ranking'), about('below'), about('bottom'), about('top'), named]
}
