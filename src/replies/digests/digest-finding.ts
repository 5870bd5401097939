import type { Figure } from '../../answers/answer.ts'
import type { Digest, DigestLine } from '../../answers/digest-facts.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRise, missing, shortGap, shownTarget, shownValue, verdict } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'

/** What a report is called: "Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai". */
export function digestTitle(digest: Digest, ctx: SayContext): string {
  const { words } = ctx
  const unit = unitName(ctx, digest.unit)
  const period = periodName(ctx, digest.window)
  if (digest.kind === 'daily') return words.say('digests.title.daily', { day: digest.window.to, unit })
  if (digest.edge === null) return words.say('digests.title.other', { period, unit })
  return words.say(`digests.title.${digest.edge}`, { period, unit })
}

/**
 * What a report found, in one sentence: "Tuần 20 (13–19/5/2024): hồ sơ trực tuyến của tỉnh Gia Lai đạt 58,09%, tăng 5,36
 * điểm; 164/256 đơn vị chưa đạt, 4 đơn vị mới tụt". Its title where there is no figure to speak of.
 */
export function digestFinding(digest: Digest, ctx: SayContext): string {
  const [main] = digest.lines
  if (!main) return digestTitle(digest, ctx)
  if (main.figure.value === null) return nothingYet(digest, main.figure, ctx)
  const { words } = ctx
  const said = words.say('digests.finding', { period: periodOf(digest, ctx), result: resultOf(main, ctx) })
  return [said, ...standing(digest, main, ctx)].join('')
}

function nothingYet(digest: Digest, figure: Figure, ctx: SayContext): string {
  if (digest.edge !== null || digest.window.to > digest.day) return digestTitle(digest, ctx)
  const indicator = lowerFirst(indicatorOf(ctx, figure.indicator).shortName)
  const names = { indicator, unit: unitName(ctx, figure.unit), value: missing(ctx, figure) }
  const result = ctx.words.say('digests.findingNone', names)
  return ctx.words.say('digests.finding', { period: periodOf(digest, ctx), result })
}

function periodOf({ window, edge }: Digest, ctx: SayContext): string {
  const period = periodName(ctx, window)
  return edge === 'end' ? ctx.words.say('digests.ended', { period }) : period
}

function resultOf({ figure, change }: DigestLine, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const said = words.say('digests.result', {
    indicator: lowerFirst(indicator.shortName),
    unit: unitName(ctx, figure.unit),
    value: shownValue(ctx, indicator, figure.value ?? 0),
  })
  if (change === null) return said
  if (change === 0) return words.say('digests.unchanged', { line: said })
  const gap = shortGap(ctx, indicator, change)
  return words.say(isRise(indicator, change) ? 'digests.hasRisen' : 'digests.hasFallen', { line: said, gap })
}

/** How many units miss it and how many are new among them; of a single unit whether it meets its target. */
function standing(digest: Digest, { figure, met }: DigestLine, ctx: SayContext): string[] {
  const { words } = ctx
  if (met === null) {
    const judged = verdict(ctx, figure)
    if (judged === null || figure.target === null) return []
    const target = shownTarget(ctx, indicatorOf(ctx, figure.indicator), figure.target)
    return [words.say('digests.against', { target, verdict: judged })]
  }
  const isIn = (one: { unit: string; indicators: string[] }) =>
    one.unit !== digest.unit && one.indicators.includes(figure.indicator)
  const fallen = digest.fallen.filter(isIn).length
  return [
    met.of === 0 ? '' : words.say('digests.notMet', { count: met.of - met.met, of: met.of }),
    fallen === 0 ? '' : words.say('digests.newlyFallen', { count: fallen }),
  ]
}
