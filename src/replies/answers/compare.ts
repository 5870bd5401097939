import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose, ownLines } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isPlacesAlone, refusal, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, missing, shownGap, shownValue, verdict } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, namesInList, unitName } from '../phrases/names.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'
import { sayRank } from './rank.ts'
import { sayValue } from './value.ts'

/** Units named in the title. */
const MAX_NAMES = 4

type NameOf = (code: string) => string

/** `compare`: units side by side; one indicator in order of value, several as one line for each indicator. */
export function sayCompare(answer: Answer, ctx: SayContext): Message {
  const [first] = answer.figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')])
  // Of one indicator places may be set side by side where values may not.
  const isOfOne = answer.figures.every(({ indicator }) => indicator === first.indicator)
  const refused = answer.figures.filter(
    ({ reason, rank }) => reason === 'not_allowed' && !(isOfOne && rank !== null),
  )
  if (refused.length === answer.figures.length) return sayRefusal(ctx, answer.figures)
  if (isPlacesAlone(answer.figures)) return sayRank(answer, ctx)
  const seen = answer.figures.filter(figure => !refused.includes(figure))
  const units = [...new Set(seen.map(figure => figure.unit))]
  const [notSeen] = refused
  if (units.length < 2) {
    const alone = sayValue({ ...answer, figures: seen }, ctx)
    const why = notSeen ? refusal(ctx, notSeen) : ctx.words.say('answers.compare.same')
    return { ...alone, blocks: [{ text: why }, ...alone.blocks] }
  }
  const byIndicator = [...Map.groupBy(seen, figure => figure.indicator).values()]
  const nameOf = namesInList(ctx, units)
  const body =
    byIndicator.length > 1 && units.length === 2
      ? pairs(byIndicator, units, nameOf, ctx)
      : byIndicator.flatMap(figures => table(figures, nameOf, ctx))
  return compose(
    ctx,
    [...body, [dataToLine(ctx, seen), notSeen ? refusal(ctx, notSeen) : null]],
    choices(units, byIndicator.length === 1 ? first : null, nameOf, ctx),
  )
}

function nameList(units: readonly string[], ctx: SayContext): string {
  const names = units.map(unit => unitName(ctx, unit))
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  if (names.length > MAX_NAMES) return ctx.words.say('answers.compare.many', { count: names.length })
  return ctx.words.say('answers.compare.list', { first: names.slice(0, -1).join(', '), last })
}

/** One indicator: who leads and by how much, then the units in order of value. */
function table(figures: Figure[], nameOf: NameOf, ctx: SayContext): Paragraph[] {
  const [any] = figures
  if (!any) return []
  const indicator = indicatorOf(ctx, any.indicator)
  const sign = indicator.better === 'lower' ? -1 : 1
  const valued = figures.filter(figure => figure.value !== null)
  const ordered = valued.toSorted((a, b) => sign * ((b.value ?? 0) - (a.value ?? 0)))
  const title = ctx.words.say('answers.compare.one', {
    indicator: indicator.shortName,
    period: periodName(ctx, any.window),
    found:
      leaderOf(ordered, ctx) ??
      nameList(
        figures.map(figure => figure.unit),
        ctx,
      ),
  })
  return [
    { title },
    [
      ...ordered.map((figure, place) => valueOfUnit(figure, place + 1, nameOf, ctx)),
      ...figures.filter(figure => figure.value === null).map(figure => missingOfUnit(figure, nameOf, ctx)),
    ],
  ]
}

/** "Sở GTVT cao hơn Sở Y tế 16,23 điểm phần trăm", of more than two who is best; null with fewer than two values. */
function leaderOf(ordered: readonly Figure[], ctx: SayContext): string | null {
  const [first, second, third] = ordered
  if (!first || !second) return null
  const indicator = indicatorOf(ctx, first.indicator)
  const names = { first: unitName(ctx, first.unit), second: unitName(ctx, second.unit) }
  const difference = (first.value ?? 0) - (second.value ?? 0)
  const gap = shownGap(ctx, indicator, difference)
  if (difference === 0) return ctx.words.say('answers.compare.equal', names)
  if (third) return ctx.words.say('answers.compare.best', { ...names, gap })
  return ctx.words.say(difference > 0 ? 'answers.compare.higher' : 'answers.compare.lower', { ...names, gap })
}

function valueOfUnit(figure: Figure, place: number, nameOf: NameOf, ctx: SayContext): string {
  const value = shownValue(ctx, indicatorOf(ctx, figure.indicator), figure.value ?? 0)
  const unit = nameOf(figure.unit)
  const judged = verdict(ctx, figure)
  if (judged === null) return ctx.words.say('answers.compare.line', { place, unit, value })
  return ctx.words.say('answers.compare.lineVerdict', { place, unit, value, verdict: judged })
}

function missingOfUnit(figure: Figure, nameOf: NameOf, ctx: SayContext): string {
  return ctx.words.say('answers.compare.missing', {
    unit: nameOf(figure.unit),
    reason: missing(ctx, figure),
  })
}

/** Two units in all indicators: "Số hóa hồ sơ: 71,2% – 68,1%", and who is ahead in how many. */
function pairs(
  byIndicator: Figure[][],
  units: readonly string[],
  nameOf: NameOf,
  ctx: SayContext,
): Paragraph[] {
  const { words } = ctx
  const [one = '', other = ''] = units
  const names = { first: nameOf(one), second: nameOf(other) }
  const window = byIndicator[0]?.[0]?.window
  const rows = byIndicator.map(figures => ({
    first: figures.find(figure => figure.unit === one),
    second: figures.find(figure => figure.unit === other),
  }))
  const ahead = (winner: 'first' | 'second', loser: 'first' | 'second') =>
    rows.filter(row => isBetter(row[winner], row[loser], ctx)).length
  const wins = { firstWins: ahead('first', 'second'), secondWins: ahead('second', 'first') }
  const ordered = rows.toSorted((a, b) => Number(isPlain(a)) - Number(isPlain(b)))
  const rest = ordered
    .slice(ownLines(ordered.length))
    .map(row => lowerFirst(pairLine(row.first, row.second, ctx) ?? ''))
  return [
    {
      title: words.say('answers.compare.wins', {
        ...names,
        ...wins,
        period: window ? periodName(ctx, window) : '',
      }),
    },
    ordered.slice(0, ownLines(ordered.length)).map(row => pairLine(row.first, row.second, ctx)),
    rest.length > 0 ? words.say('figures.line.more', { list: rest.join('; ') }) : null,
  ]
}

/** An indicator that is no target of either. */
function isPlain({ first, second }: { first: Figure | undefined; second: Figure | undefined }): boolean {
  return (first?.target ?? null) === null && (second?.target ?? null) === null
}

function pairLine(first: Figure | undefined, second: Figure | undefined, ctx: SayContext): string | null {
  const code = first?.indicator ?? second?.indicator
  if (code === undefined) return null
  const shown = (figure: Figure | undefined) => {
    if (!figure) return ctx.words.say('figures.reason.no_data')
    if (figure.value === null) return missing(ctx, figure)
    return shownValue(ctx, indicatorOf(ctx, code), figure.value)
  }
  const indicator = indicatorOf(ctx, code).shortName
  return ctx.words.say('answers.compare.pair', { indicator, first: shown(first), second: shown(second) })
}

function isBetter(one: Figure | undefined, other: Figure | undefined, ctx: SayContext): boolean {
  if (!one || !other || one.value === null || other.value === null) return false
  return indicatorOf(ctx, one.indicator).better === 'lower'
    ? one.value < other.value
    : one.value > other.value
}

function choices(units: readonly string[], single: Figure | null, nameOf: NameOf, ctx: SayContext) {
  return units.slice(0, 3).map(unit => {
    const choice = single ? askFigure(ctx, 'value', unit, single.indicator) : askUnit(ctx, 'all', unit)
    return choice && { label: nameOf(unit), send: choice.send }
  })
}
