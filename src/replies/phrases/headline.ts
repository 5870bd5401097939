import type { Figure } from '../../answers/answer.ts'
import { joinParts } from './compose.ts'
import type { SayContext } from './context.ts'
import { dataToLine, missing, ratedValue, targetLine, verdict } from './figure-lines.ts'
import { indicatorOf, lowerFirst, unitTitle } from './names.ts'
import { periodName } from './period-name.ts'

/** The finding in one sentence: unit, measure, window, value (or why there is none) and verdict. */
export function headline(ctx: SayContext, figure: Figure): string {
  if (figure.value === null) return finding(ctx, figure, missing(ctx, figure))
  const value = ratedValue(ctx, indicatorOf(ctx, figure.indicator), figure.value)
  const judged = verdict(ctx, figure)
  return finding(ctx, figure, judged === null ? value : `${value} – ${judged}`)
}

/** The finding where the target was asked about: without one, that none was assigned. */
export function targetHeadline(ctx: SayContext, figure: Figure): string {
  const none = figure.target === null && figure.reason !== null ? targetLine(ctx, figure) : null
  if (none === null || figure.value === null) return headline(ctx, figure)
  const value = ratedValue(ctx, indicatorOf(ctx, figure.indicator), figure.value)
  return finding(ctx, figure, `${value} – ${lowerFirst(none)}`)
}

/** "Sở GTVT – hồ sơ trực tuyến, tuần 20 (13–19/5/2024): …" with whatever was found of it. */
export function finding(ctx: SayContext, { unit, indicator, window }: Figure, found: string): string {
  return ctx.words.say('figures.finding', {
    unit: unitTitle(ctx, unit),
    indicator: lowerFirst(indicatorOf(ctx, indicator).shortName),
    period: periodName(ctx, window),
    found,
  })
}

/** From how many units a sum comes, and how far the figures reach: "Tổng hợp từ 257 đơn vị; số liệu đến 19/5/2024". */
export function footLine(ctx: SayContext, figures: readonly Figure[]): string | null {
  const { words } = ctx
  const units = figures.find(figure => figure.rolledUpFrom !== null)?.rolledUpFrom ?? null
  const summed = units === null ? null : words.say('figures.rolledUp', { units })
  return joinParts([summed, dataToLine(ctx, figures)])
}
