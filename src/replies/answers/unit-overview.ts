import type { Figure } from '../../answers/answer.ts'
import { joinParts, ownLines, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { missing, placeOf, shownValue, targetLine, verdict } from '../phrases/figure-lines.ts'
import { footLine, headline } from '../phrases/headline.ts'
import { indicatorOf, lowerFirst, unitName, unitTitle } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'

/** Indicators with a line of their own where others share one. */
const MOST = 5

/**
 * All indicators of one unit in at most eight lines: how many targets are met, those that are missed first, the widest
 * gap first; what has no target shares one line.
 */
export function unitOverview(figures: Figure[], knownTo: string | null, ctx: SayContext): Paragraph[] {
  const [first] = figures
  if (!first) return []
  const { words } = ctx
  const period = periodName(ctx, first.window)
  if (figures.every(figure => figure.reason === 'no_data' && figure.value === null))
    return [
      { title: words.say('figures.noneInWindow', { unit: unitName(ctx, first.unit), period }) },
      knownTo,
    ]
  const judged = figures.filter(figure => figure.met !== null).toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0))
  const foot = footLine(ctx, figures)
  if (judged.length === 0) return withoutTargets(figures, first, foot, ctx)
  const met = judged.filter(figure => figure.met).length
  const unit = unitTitle(ctx, first.unit)
  const others = figures.filter(figure => figure.met === null && figure.value !== null)
  const unknown = figures.filter(figure => figure.value === null)
  const own = others.length + unknown.length > 0 ? Math.min(MOST, judged.length) : ownLines(judged.length)
  const cut = [...judged.slice(own), ...unknown]
  const tail = [
    cut.length > 0 ? words.say('figures.line.more', { list: shortList(cut, ctx) }) : null,
    others.length > 0 ? words.say('figures.line.others', { list: shortList(others, ctx) }) : null,
  ]
  return [
    { title: words.say('figures.line.metCount', { unit, period, met, of: judged.length }) },
    judged.slice(0, own).map(figure => figureLine(figure, first, ctx)),
    [joinParts(tail), foot],
  ]
}

/** The main indicator is the finding; the next have lines, the rest share one. */
function withoutTargets(
  figures: readonly Figure[],
  first: Figure,
  foot: string | null,
  ctx: SayContext,
): Paragraph[] {
  const known = figures.filter(figure => figure.value !== null)
  const valued = known.find(({ indicator }) => indicator === ctx.mainIndicator) ?? known[0] ?? first
  const others = figures.filter(figure => figure !== valued)
  const cut = others.slice(MOST)
  return [
    { title: headline(ctx, valued) },
    others.slice(0, MOST).map(figure => figureLine(figure, first, ctx)),
    [
      cut.length > 0 ? ctx.words.say('figures.line.more', { list: shortList(cut, ctx) }) : null,
      valued.reason === 'exempt' ? targetLine(ctx, valued) : null,
      foot,
    ],
  ]
}

function shortList(figures: readonly Figure[], ctx: SayContext): string {
  return figures
    .map(figure => {
      const indicator = indicatorOf(ctx, figure.indicator)
      const value = figure.value === null ? missing(ctx, figure) : shownValue(ctx, indicator, figure.value)
      return `${lowerFirst(indicator.shortName)} ${value}`
    })
    .join(', ')
}

/** "Số hóa hồ sơ: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm; thứ 9/17" */
function figureLine(figure: Figure, first: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const name = indicator.shortName
  if (figure.value === null)
    return words.say('figures.line.missing', { indicator: name, reason: missing(ctx, figure) })
  const value = shownValue(ctx, indicator, figure.value)
  const judged = verdict(ctx, figure)
  const line =
    judged === null
      ? words.say('figures.line.plain', { indicator: name, value })
      : words.say('figures.line.judged', { indicator: name, value, verdict: judged })
  const place = placeOf(figure)
  const ranked = place === null ? line : words.say('figures.line.ranked', { line, ...place })
  const window = figure.publishedFor ?? figure.window
  if (window.from === first.window.from && window.to === first.window.to) return ranked
  return words.say('figures.line.inPeriod', { line: ranked, period: periodName(ctx, window) })
}
