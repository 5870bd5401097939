import type { Digest, DigestLine } from '../../answers/digest-facts.ts'
import type { Window } from '../../core/window.ts'
import type { SayContext } from '../phrases/context.ts'
import { missing, placeOf, shortGap, shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { signed } from '../phrases/changes.ts'

/** The lines of the first so many indicators, and how many more there are. */
export function indicatorLines(digest: Digest, count: number, ctx: SayContext): (string | null)[] {
  const shown = digest.lines.slice(0, count)
  const rest = digest.lines.length - shown.length
  return [
    ...shown.map(line => indicatorLine(line, ctx)),
    rest > 0 ? ctx.words.say('digests.restOfLines', { count: rest }) : null,
  ]
}

/**
 * "Báo cáo tuần, số liệu đến 19/5/2024; trong ngoặc: so với kỳ trước; lũy kế: giai đoạn 2": what kind of report it is, and
 * what is meant by brackets and "lũy kế", as far as they occur in the first so many lines.
 */
export function sourceLine(digest: Digest, count: number, ctx: SayContext): string | null {
  const { words } = ctx
  const { kind, dataTo: day } = digest
  if (day === null) return null
  const shown = digest.lines.slice(0, count)
  const toDate = shown.find(line => typeof line.toDate?.value === 'number')?.toDate
  const changed = shown.some(line => line.change !== null)
  return [
    words.say(`digests.dataTo.${kind}`, { day }),
    changed ? words.say('digests.changes') : '',
    toDate ? words.say('digests.toDate', { period: stretchToDate(digest, toDate.window, ctx) }) : '',
  ].join('')
}

/** "giai đoạn 2", with its last day where that is another than the figures have. */
function stretchToDate({ phases, dataTo }: Digest, window: Window, ctx: SayContext): string {
  const phase = phases.find(one => one.phase.from === window.from)?.phase
  return phase && window.to === dataTo ? lowerFirst(phase.phaseName) : periodName(ctx, window)
}

/** "Hồ sơ trực tuyến: 52,1% (+1,2), lũy kế 48%; chỉ tiêu 60%; 103/240 đơn vị đạt", of a single unit its verdict and place. */
function indicatorLine(line: DigestLine, ctx: SayContext): string {
  const { words } = ctx
  const { figure, met } = line
  const indicator = indicatorOf(ctx, figure.indicator)
  const value = figure.value === null ? missing(ctx, figure) : shownValue(ctx, indicator, figure.value)
  const plain = words.say('digests.line', { indicator: indicator.shortName, value })
  const soFar = line.toDate?.value ?? null
  const target =
    line.target === null
      ? null
      : words.say('digests.target', { target: shownTarget(ctx, indicator, line.target) })
  const parts = [
    line.change === null
      ? plain
      : words.say('digests.changed', { line: plain, change: signed(ctx, line.change) }),
    soFar === null ? null : words.say('digests.soFar', { value: shownValue(ctx, indicator, soFar) }),
    target === null || met !== null ? target : judged(line, target, ctx),
    met === null || met.of === 0 ? null : words.say('digests.met', met),
    met === null ? place(line, ctx) : null,
  ]
  return parts.filter(part => part !== null).join('; ')
}

/** "chỉ tiêu 60% – đạt", "… – thiếu 3,96 điểm", where lower is better "… – cao hơn 2 điểm". */
function judged({ figure }: DigestLine, target: string, ctx: SayContext): string {
  const { gap, met } = figure
  if (gap === null || met === null) return target
  if (met) return ctx.words.say('digests.judged.met', { target })
  const indicator = indicatorOf(ctx, figure.indicator)
  const kind = indicator.better === 'lower' ? 'over' : 'short'
  return ctx.words.say(`digests.judged.${kind}`, { target, gap: shortGap(ctx, indicator, gap) })
}

function place({ figure }: DigestLine, ctx: SayContext): string | null {
  const found = placeOf(figure)
  return found && ctx.words.say('digests.place', found)
}
