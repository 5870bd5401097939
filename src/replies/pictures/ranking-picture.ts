import type { Answer, Figure } from '../../answers/answer.ts'
import { groupHead } from '../answers/group-title.ts'
import { groupName } from '../phrases/group-name.ts'
import { changeWords, signed } from '../phrases/changes.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownGap } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, namesInList, unitName, unitTitle } from '../phrases/names.ts'
import { comparedPeriod, periodName } from '../phrases/period-name.ts'
import type { Bar, Bars } from './bars-picture.ts'
import { drawBars } from './bars-picture.ts'
import { barOf, commonTarget } from './unit-bars.ts'

const MAX_BARS = 20

/** A ranking as PNG bytes: a bar for each unit with its place, at most twenty. */
export async function drawRanking(answer: Answer, ctx: SayContext): Promise<Uint8Array> {
  const { words } = ctx
  const shown = answer.figures.slice(0, MAX_BARS)
  const [first] = shown
  const more = answer.matched > shown.length
  const count = more ? words.say('charts.first', { shown: shown.length, all: answer.matched }) : null
  return await drawBars(
    {
      finding: first ? rankingFinding(answer, first, ctx) : groupHead(answer, ctx),
      about: [first ? words.capital(periodName(ctx, first.window)) : null, count],
      bars: barsOf(shown, ctx, (figure, index) => figure.rank ?? (more ? null : index + 1)),
      target: commonTarget(shown, ctx),
    },
    ctx,
  )
}

/** "5 sở, ban, ngành cao nhất – Hồ sơ trực tuyến: Sở Y tế đứng đầu"; of a whole table how many miss their target. */
function rankingFinding(answer: Answer, first: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = lowerFirst(indicatorOf(ctx, first.indicator).shortName)
  const judged = answer.figures.filter(figure => figure.met !== null)
  const whole = answer.matched <= answer.figures.length && judged.length === answer.figures.length
  if (answer.question.intent === 'ranking' && whole) {
    const count = judged.filter(figure => figure.met === false).length
    const group = groupName(ctx, answer.question.group)
    return words.say('charts.notMet', { count, of: judged.length, group, indicator })
  }
  return words.say('charts.ranked', { head: groupHead(answer, ctx), indicator })
}

/** Named units side by side by one indicator, best first. */
export async function drawComparison(figures: readonly Figure[], ctx: SayContext): Promise<Uint8Array> {
  const [first, second] = figures
  const { words } = ctx
  return await drawBars(
    {
      finding: first && second ? comparisonFinding(first, figures.at(-1) ?? second, ctx) : '',
      about: [first ? words.capital(periodName(ctx, first.window)) : null],
      bars: barsOf(figures, ctx, () => null),
      target: commonTarget(figures, ctx),
    },
    ctx,
  )
}

/** "Huyện Ia Grai cao hơn huyện Đức Cơ 4,2 điểm phần trăm – hồ sơ trực tuyến". */
function comparisonFinding(high: Figure, low: Figure, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, high.indicator)
  const about = { indicator: lowerFirst(indicator.shortName), unit: unitTitle(ctx, high.unit) }
  if (high.value === null || low.value === null) return ctx.words.say('charts.compared', about)
  const gap = shownGap(ctx, indicator, high.value - low.value)
  return ctx.words.say('charts.above', { ...about, other: unitName(ctx, low.unit), gap })
}

/** Who moved most: a bar for each value, and how it changed beside it. */
export async function drawMovers(answer: Answer, ctx: SayContext): Promise<Uint8Array> {
  const figures = answer.figures.slice(0, MAX_BARS)
  const [first] = figures
  const { words } = ctx
  const before = first?.earlier && comparedPeriod(ctx, first.earlier.window)
  const moved = barsOf(figures, ctx, () => null).map((bar, index): Bar => {
    const change = figures[index]?.change
    return 'label' in bar && typeof change === 'number' ? { ...bar, shown: signed(ctx, change) } : bar
  })
  const picture: Bars = {
    finding: first ? moversFinding(first, ctx) : '',
    about: [
      first ? words.capital(periodName(ctx, first.window)) : null,
      before ? words.say('charts.changeSince', { before }) : null,
    ],
    bars: moved,
    target: commonTarget(figures, ctx),
  }
  return await drawBars(picture, ctx)
}

function moversFinding(first: Figure, ctx: SayContext): string {
  const indicator = lowerFirst(indicatorOf(ctx, first.indicator).shortName)
  const change = changeWords(ctx, first.indicator, first.change ?? 0)
  return ctx.words.say('charts.moved', { unit: unitTitle(ctx, first.unit), change, indicator })
}

function barsOf(
  figures: readonly Figure[],
  ctx: SayContext,
  placeOf: (figure: Figure, index: number) => number | null,
): Bar[] {
  const nameOf = namesInList(
    ctx,
    figures.map(figure => figure.unit),
  )
  return figures.map((figure, index) => {
    const place = placeOf(figure, index)
    return barOf(figure, place === null ? nameOf(figure.unit) : `${place}. ${nameOf(figure.unit)}`, ctx)
  })
}
