import type { Figure } from '../../answers/answer.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { Window } from '../../core/window.ts'
import type { SayContext } from './context.ts'
import { MEASURE_UNITS } from './measure-units.ts'
import { indicatorOf, nounOf, peersOf } from './names.ts'
import type { Among } from './names.ts'
import { comparedPeriod, isMonth, isoWeek, periodName, termName } from './period-name.ts'

/** A value as shown: `61,25%`, `86,74 điểm` for a score, `thứ 76/193` for a place. */
export function shownValue(ctx: Pick<SayContext, 'words'>, indicator: Indicator, value: number): string {
  return MEASURE_UNITS[indicator.unit].value(ctx, indicator, value)
}

/** A difference without its sign: `12,9 điểm phần trăm`, `3,26 điểm` for a score, `5 bậc` for a place. */
export function shownGap(ctx: Pick<SayContext, 'words'>, indicator: Indicator, difference: number): string {
  return MEASURE_UNITS[indicator.unit].gap(ctx, Math.abs(difference))
}

/** A difference in as few words as a list has room for: `12,9 điểm`, `5 bậc`. */
export function shortGap(ctx: Pick<SayContext, 'words'>, indicator: Indicator, difference: number): string {
  return MEASURE_UNITS[indicator.unit].shortGap(ctx, Math.abs(difference))
}

/** Whether a change is said as a rise: of a value that grows, and of a place that gets smaller. */
export function isRise({ unit }: Indicator, change: number): boolean {
  return MEASURE_UNITS[unit].rises(change)
}

/** A target as shown: `60%`, or "không quá 5%" where lower is better. */
export function shownTarget(ctx: Pick<SayContext, 'words'>, indicator: Indicator, target: number): string {
  const shown = shownValue(ctx, indicator, target)
  return indicator.better === 'lower' ? ctx.words.say('figures.target.atMost', { target: shown }) : shown
}

/** Whether the target is met and how far it is: "đã đạt, vượt 1,25 điểm phần trăm"; null where nothing is compared. */
export function verdict(ctx: SayContext, figure: Figure): string | null {
  if (figure.gap === null || figure.met === null) return null
  const indicator = indicatorOf(ctx, figure.indicator)
  if (figure.gap === 0) return ctx.words.say('figures.verdict.met')
  const gap = shownGap(ctx, indicator, figure.gap)
  if (figure.met) {
    return ctx.words.say(
      indicator.better === 'lower' ? 'figures.verdict.bettered' : 'figures.verdict.exceeded',
      { gap },
    )
  }
  return ctx.words.say(indicator.better === 'lower' ? 'figures.verdict.over' : 'figures.verdict.short', {
    gap,
  })
}

/** Why there is no value: "chưa có số liệu", "chưa phát sinh hồ sơ"… */
export function missing(ctx: SayContext, figure: Figure): string {
  const noun = nounOf(indicatorOf(ctx, figure.indicator))
  if (figure.reason === 'no_dossiers' && noun !== '') {
    return ctx.words.say('figures.reason.no_dossiers', { noun })
  }
  const reason = figure.reason === 'no_dossiers' ? 'no_data' : figure.reason
  return ctx.words.say(`figures.reason.${reason ?? 'no_data'}`)
}

/** What stands behind a value: what was counted, and where it comes from when it is not of the window's own counts. */
export function basisLines(ctx: SayContext, figure: Figure): (string | null)[] {
  return figure.value === null ? [] : [countsLine(ctx, figure), originLine(ctx, figure)]
}

/** "61,25%", "86,74/100 điểm, loại tốt" for a score: a value where it is what was asked for. */
export function ratedValue(ctx: SayContext, indicator: Indicator, value: number): string {
  return MEASURE_UNITS[indicator.unit].rated(ctx, indicator, value)
}

/** "Chỉ tiêu giai đoạn 2: 60%", of a window over several phases the target of each, or that none was assigned. */
export function targetLine(ctx: SayContext, figure: Figure): string | null {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const term = figure.term ? termName(ctx, figure.term) : ''
  if (figure.target !== null)
    return words.say('figures.target.plain', { term, target: shownTarget(ctx, indicator, figure.target) })
  if (figure.targets) return targetsLine(ctx, figure.targets, indicator)
  if (figure.reason === 'exempt') return words.say('figures.target.exempt', { term }).trimEnd()
  return figure.reason === 'not_assigned' ? words.say('figures.target.notAssigned', { term }).trimEnd() : null
}

/** The same with the verdict: "Chỉ tiêu giai đoạn 2: 60% – chưa đạt, thiếu 4,38 điểm phần trăm". */
export function judgedTargetLine(ctx: SayContext, figure: Figure): string | null {
  const line = targetLine(ctx, figure)
  const judged = verdict(ctx, figure)
  return line === null || judged === null ? line : `${line} – ${judged}`
}

/** "Chỉ tiêu: giai đoạn 1 50%, giai đoạn 2 60%". */
function targetsLine(ctx: SayContext, targets: NonNullable<Figure['targets']>, indicator: Indicator): string {
  const { words } = ctx
  const each = targets.map(({ term, target }) =>
    words.say('figures.target.ofTerm', {
      term: termName(ctx, term),
      target: shownTarget(ctx, indicator, target),
    }),
  )
  return words.say('figures.target.several', { targets: each.join(', ') })
}

/** Against a number that was asked about: "chưa đạt 60%, thiếu 1,91 điểm phần trăm"; null where none was. */
export function askedVerdict(ctx: SayContext, figure: Figure): string | null {
  const { askedTarget } = figure
  if (!askedTarget || askedTarget.met === null || askedTarget.gap === null) return null
  const indicator = indicatorOf(ctx, figure.indicator)
  const target = shownTarget(ctx, indicator, askedTarget.target)
  const gap = shownGap(ctx, indicator, askedTarget.gap)
  const lower = indicator.better === 'lower'
  if (askedTarget.gap === 0) return ctx.words.say('figures.asked.met', { target })
  if (askedTarget.met)
    return ctx.words.say(lower ? 'figures.asked.bettered' : 'figures.asked.exceeded', { target, gap })
  return ctx.words.say(lower ? 'figures.asked.over' : 'figures.asked.short', { target, gap })
}

/** The place among at least two, or null: who is alone of its kind is not ranked. */
export function placeOf({ rank, of }: Figure): { rank: number; of: number } | null {
  return rank === null || of === null || of < 2 ? null : { rank, of }
}

/** "Xếp thứ 3/19 sở, ban, ngành, tăng 1 bậc so với tuần liền trước"; null where there is no rank. */
export function rankLine(ctx: SayContext, figure: Figure, among: Among): string | null {
  const place = placeOf(figure)
  if (place === null) return null
  const peers = peersOf(ctx, figure.unit, among)
  const change = rankChange(ctx, figure)
  if (change === null) return ctx.words.say('figures.rank.plain', { ...place, peers })
  return ctx.words.say('figures.rank.changed', { ...place, peers, change })
}

/** "tăng 1 bậc so với tuần liền trước"; null when it is not known. */
function rankChange(ctx: SayContext, figure: Figure): string | null {
  const { words } = ctx
  if (figure.rankChange === null) return null
  const before = rankBefore(ctx, figure)
  const places = Math.abs(figure.rankChange)
  if (places === 0 && isOver(ctx, figure.window)) return null
  if (places === 0) return words.say('figures.rank.same', { before })
  return words.say(figure.rankChange > 0 ? 'figures.rank.up' : 'figures.rank.down', { places, before })
}

/** With when a rank is compared: "tuần liền trước", "tháng liền trước", "7 ngày trước", "giai đoạn 1 (22/3–1/5/2024)". */
export function rankBefore(ctx: SayContext, { rankSince = 'seven_days' }: Figure): string {
  if (typeof rankSince === 'object') return comparedPeriod(ctx, rankSince)
  return ctx.words.say(`figures.rank.before.${rankSince}`)
}

/** A named stretch that has passed: its ranks hardly move any more, and nobody asks whether they did. */
function isOver(ctx: SayContext, window: Window): boolean {
  return window.to < ctx.today && isoWeek(window) === null && !isMonth(window)
}

/** "Đúng tiến độ (đến nay cần 55,2%)"; null when met or not known. */
export function paceLine(ctx: SayContext, figure: Figure): string | null {
  if (!figure.pace || figure.pace.state === 'met') return null
  const expected = shownValue(ctx, indicatorOf(ctx, figure.indicator), figure.pace.expected)
  return ctx.words.say(`figures.pace.${figure.pace.state}`, { expected })
}

/** "Số liệu đến 19/5/2024": the latest day that any of the figures covers; null when none has a value. */
export function dataToLine(ctx: Pick<SayContext, 'words'>, figures: readonly Figure[]): string | null {
  const days = figures.flatMap(figure => (figure.dataTo === null ? [] : [figure.dataTo]))
  if (days.length === 0) return null
  return ctx.words.say('figures.dataTo', { day: days.reduce((a, b) => (a > b ? a : b)) })
}

/** That the days asked about are still to come, and how far the figures reach; `dataTo` is null without any. */
export function toCome({ words }: Pick<SayContext, 'words'>, dataTo: string | null): string {
  const known = dataTo === null ? [] : [words.say('figures.knownTo', { day: dataTo })]
  return [words.say('figures.toCome'), ...known].join(' ')
}

function countsLine(ctx: SayContext, figure: Figure): string | null {
  const { words } = ctx
  const { numerator, denominator } = figure
  const indicator = indicatorOf(ctx, figure.indicator)
  const { numeratorLabel, denominatorLabel } = indicator
  if (numerator === null || denominator === null || numeratorLabel === '') return null
  return words.say('figures.counts', { numerator, numeratorLabel, denominator, denominatorLabel })
}

/** That a value is a published one, or of another period than the window, and what the counts say where they differ. */
function originLine(ctx: SayContext, figure: Figure): string | null {
  const { words } = ctx
  const { publishedFor, counted } = figure
  if (figure.hiddenCounts) return null
  const indicator = indicatorOf(ctx, figure.indicator)
  const period = publishedFor ? periodName(ctx, publishedFor) : null
  if (figure.numerator !== null) return period === null ? null : words.say('figures.countsOf', { period })
  if (period !== null) return words.say('figures.publishedFor', { period })
  if (counted && counted.value !== figure.value) {
    const value = shownValue(ctx, indicator, counted.value)
    return words.say('figures.publishedDiffers', { ...counted, noun: nounOf(indicator), value })
  }
  return indicator.accumulation === 'published' ? null : words.say('figures.published')
}
