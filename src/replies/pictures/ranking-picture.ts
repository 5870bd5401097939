import type { Answer, Figure } from '../../answers/answer.ts'
import type { Digest } from '../../answers/digest-facts.ts'
import type { Bar, Bars, BarState } from './bars-picture.ts'
import { drawBars } from './bars-picture.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget } from '../phrases/figure-lines.ts'
import { groupHead } from '../answers/group-title.ts'
import { indicatorOf, namesInList, unitTitle } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { axisValue } from './picture-header.ts'

const MAX_BARS = 20

/** A ranking as PNG bytes: a bar for each unit with its place, at most twenty. */
export async function drawRanking(answer: Answer, ctx: SayContext): Promise<Uint8Array> {
  const { words } = ctx
  const shown = answer.figures.slice(0, MAX_BARS)
  const more = answer.matched > shown.length
  const count = more ? words.say('charts.first', { shown: shown.length, all: answer.matched }) : null
  return await drawBars(barsOfUnits(groupHead(answer, ctx), shown, count, ctx), ctx)
}

/** The picture of a report: the best and worst units, or all indicators of a single unit. Null without two values. */
export async function drawDigest(digest: Digest, ctx: SayContext): Promise<Uint8Array | null> {
  const units = [...digest.best, ...digest.worst.toReversed()]
  const own = digest.overall.map(line => line.figure).filter(figure => figure.value !== null)
  const single = digest.overall.every(line => line.met === null)
  if (single && own.length > 1) return await drawBars(barsOfIndicators(digest, own, ctx), ctx)
  if (units.length < 2) return null
  const count = ctx.words.say('charts.bestAndWorst', { all: digest.unitCount })
  return await drawBars(barsOfUnits(unitTitle(ctx, digest.unit), units, count, ctx), ctx)
}

function barsOfUnits(name: string, shown: readonly Figure[], count: string | null, ctx: SayContext): Bars {
  const [first] = shown
  const nameOf = namesInList(
    ctx,
    shown.map(figure => figure.unit),
  )
  return {
    name,
    what: first ? indicatorOf(ctx, first.indicator).shortName : '',
    when: [first ? ctx.words.capital(periodName(ctx, first.window)) : null, count],
    bars: shown.map((figure, index) => {
      const place = figure.rank ?? (count === null ? index + 1 : null)
      return barOf(figure, place === null ? nameOf(figure.unit) : `${place}. ${nameOf(figure.unit)}`, ctx)
    }),
    target: first ? commonTarget(shown, first, ctx) : null,
  }
}

function barsOfIndicators(digest: Digest, figures: readonly Figure[], ctx: SayContext): Bars {
  const [first] = figures
  return {
    name: unitTitle(ctx, digest.unit),
    what: ctx.words.say('charts.allIndicators'),
    when: [first ? ctx.words.capital(periodName(ctx, first.window)) : null],
    bars: figures.map(figure => ({
      ...barOf(figure, indicatorOf(ctx, figure.indicator).shortName, ctx),
      strong: false,
    })),
    target: null,
  }
}

function barOf(figure: Figure, label: string, ctx: SayContext): Bar {
  const value = figure.value ?? 0
  const shown = axisValue(ctx, indicatorOf(ctx, figure.indicator), value)
  return { label, value, shown, state: stateOf(figure), strong: figure.unit === ctx.asker.unit }
}

function commonTarget(shown: readonly Figure[], first: Figure, ctx: SayContext): Bars['target'] {
  const value = first.target
  if (value === null || shown.some(figure => figure.target !== value)) return null
  const target = shownTarget(ctx, indicatorOf(ctx, first.indicator), value)
  return { value, text: ctx.words.say('charts.target', { target }) }
}

function stateOf(figure: Figure): BarState {
  if (figure.met === null) return 'plain'
  return figure.met ? 'met' : 'below'
}
