import type { Figure } from '../../answers/answer.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget } from '../phrases/figure-lines.ts'
import { indicatorOf } from '../phrases/names.ts'
import type { Bar, Bars, BarState } from './bars-picture.ts'
import { axisValue } from './picture-header.ts'

/** The bar of a figure. */
export function barOf(figure: Figure, label: string, ctx: SayContext): Bar {
  const { value, target, unit } = figure
  const shown = value === null ? '–' : axisValue(ctx, indicatorOf(ctx, figure.indicator), value)
  return { label, value, shown, target, state: stateOf(figure), strong: unit === ctx.asker.unit }
}

/** The target that all figures have, as a line over the bars; null where they differ. */
export function commonTarget(figures: readonly Figure[], ctx: SayContext): Bars['target'] {
  const [first] = figures
  const value = first?.target ?? null
  if (!first || value === null || figures.some(figure => figure.target !== value)) return null
  const target = shownTarget(ctx, indicatorOf(ctx, first.indicator), value)
  return { value, text: ctx.words.say('charts.target', { target }) }
}

function stateOf(figure: Figure): BarState {
  if (figure.met === null) return 'plain'
  return figure.met ? 'met' : 'below'
}
