import type { Figure } from '../../answers/answer.ts'
import type { Question } from '../../ask/question.ts'
import type { Indicator } from '../../core/indicator.ts'
import { joinParts, ownLines, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget } from '../phrases/figure-lines.ts'
import { groupName } from '../phrases/group-name.ts'
import { indicatorOf, lowerFirst, unitInList } from '../phrases/names.ts'
import { dayRange, termName } from '../phrases/period-name.ts'

/** Targets with a line of their own, where one indicator was asked about; a reply has eight lines. */
const LEVELS = 5
const NAMED_UNITS = 6
const NAMED_WITHOUT = 2

/** A target of an indicator, null for none, and the units that have it. */
interface Level {
  target: number | null
  units: string[]
}

/**
 * The targets of a group: of one indicator who has which, the highest first; of several a line each, with what most
 * units have and between what the others lie.
 */
export function groupTargets(
  figures: readonly Figure[],
  group: Question['group'],
  ctx: SayContext,
): Paragraph[] {
  const seen = figures.filter(figure => figure.reason !== 'not_allowed')
  const byIndicator = [...Map.groupBy(seen, figure => figure.indicator)]
  const [first] = byIndicator
  if (!first) return []
  const title = { title: titleOf(seen, { group, alone: byIndicator.length === 1 }, ctx) }
  if (byIndicator.length === 1) return [title, levelLines(first[1], indicatorOf(ctx, first[0]), ctx)]
  const lines = byIndicator.map(([code, some]) => summary(some, indicatorOf(ctx, code), ctx))
  const own = ownLines(lines.length)
  const rest = lines.slice(own).map(lowerFirst)
  return [
    title,
    lines.slice(0, own),
    rest.length > 0 ? ctx.words.say('figures.line.more', { list: rest.join('; ') }) : null,
  ]
}

/** "Sở, ban, ngành – chỉ tiêu giai đoạn 2 (2/5–30/6/2024), theo 629/KH-UBND". */
function titleOf(
  figures: readonly Figure[],
  { group, alone }: { group: Question['group']; alone: boolean },
  ctx: SayContext,
): string {
  const { words } = ctx
  const found = figures.find(figure => figure.term !== null)
  const name = words.capital(groupName(ctx, group))
  const what = alone && figures[0] ? ` ${lowerFirst(indicatorOf(ctx, figures[0].indicator).shortName)}` : ''
  if (!found?.term) return words.say('answers.target.title', { unit: name })
  const said = { group: name, what, term: termName(ctx, found.term), days: dayRange(ctx, found.term) }
  const { document } = found
  if (!document) return words.say('answers.target.ofGroup', said)
  return words.say('answers.target.ofGroupBy', { ...said, document })
}

/** Those with a target, the highest first, then those without. */
function levelsOf(figures: readonly Figure[]): { levels: Level[]; without: string[] } {
  const all = [...Map.groupBy(figures, figure => figure.target)].map(([target, some]) => ({
    target,
    units: some.map(figure => figure.unit),
  }))
  return {
    levels: all.filter(one => one.target !== null).toSorted((a, b) => (b.target ?? 0) - (a.target ?? 0)),
    without: all.find(one => one.target === null)?.units ?? [],
  }
}

function levelLines(figures: readonly Figure[], indicator: Indicator, ctx: SayContext): Paragraph {
  const { words } = ctx
  const { levels, without } = levelsOf(figures)
  const shown = levels.length > LEVELS + 1 ? levels.slice(0, LEVELS) : levels
  const rest = levels.slice(shown.length)
  return [
    ...shown.map(({ target, units }) =>
      words.say('answers.target.groupLine', {
        target: shownTarget(ctx, indicator, target ?? 0),
        units: unitsInLine(units, NAMED_UNITS, ctx),
      }),
    ),
    rest.length > 0
      ? words.say('answers.target.groupMore', { count: rest.length, ...rangeOf(rest, indicator, ctx) })
      : null,
    withoutLine(without, NAMED_UNITS, ctx),
  ]
}

/** "Hồ sơ trực tuyến: 60% (87 đơn vị), các đơn vị khác từ 61,2% đến 71,67%; không giao: Thanh tra tỉnh". */
function summary(figures: readonly Figure[], indicator: Indicator, ctx: SayContext): string {
  const { words } = ctx
  const { levels, without } = levelsOf(figures)
  const [most] = levels.toSorted((a, b) => b.units.length - a.units.length)
  const rest = levels.filter(one => one !== most)
  const said = most && {
    indicator: indicator.shortName,
    target: shownTarget(ctx, indicator, most.target ?? 0),
    count: most.units.length,
  }
  const line = !said
    ? words.say('figures.line.missing', {
        indicator: indicator.shortName,
        reason: words.say('figures.reason.not_assigned'),
      })
    : rest.length === 0
      ? words.say('answers.target.groupSame', said)
      : words.say('answers.target.groupMost', { ...said, ...rangeOf(rest, indicator, ctx) })
  return joinParts([line, said ? withoutLine(without, NAMED_WITHOUT, ctx) : null]) ?? line
}

function withoutLine(units: readonly string[], named: number, ctx: SayContext): string | null {
  if (units.length === 0) return null
  return ctx.words.say('answers.target.groupNone', { units: unitsInLine(units, named, ctx) })
}

function rangeOf(levels: readonly Level[], indicator: Indicator, ctx: SayContext) {
  const targets = levels.map(({ target }) => target ?? 0)
  return {
    low: shownTarget(ctx, indicator, Math.min(...targets)),
    high: shownTarget(ctx, indicator, Math.max(...targets)),
  }
}

/** A few units by their names, many by their number. */
function unitsInLine(units: readonly string[], named: number, ctx: SayContext): string {
  if (units.length > named) return ctx.words.say('answers.target.groupUnits', { count: units.length })
  return units.map(code => unitInList(ctx, code)).join(', ')
}
