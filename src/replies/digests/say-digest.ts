import type { PhaseProgress } from '../../answers/answer.ts'
import type { Digest, DigestLine, Movement } from '../../answers/digest-facts.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import {
  dataToLine,
  missing,
  placeOf,
  shownGap,
  shownTarget,
  shownValue,
  verdict,
} from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, namesInList, unitName, unitTitle } from '../phrases/names.ts'
import { ask, askGroup, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'

/** Units named in a line of a report before it is cut. */
const MAX_NAMES = 10

/**
 * A scheduled report → message. For a unit with others below it: overall results, who is best and worst, what moved,
 * who fell below, what is missing; for a single unit its own figures, ranks and changes.
 */
export function sayDigest(digest: Digest, ctx: SayContext): Message {
  const { words } = ctx
  const ordered = [...digest.best, ...digest.worst]
  const moved = [...digest.rises, ...digest.falls]
  const nameOf = namesInList(
    ctx,
    [...ordered, ...moved].map(one => one.unit),
  )
  const nothing = digest.overall.every(line => line.figure.value === null && line.figure.target === null)
  const dataTo = digest.dataTo === null ? null : words.say('figures.dataTo', { day: digest.dataTo })
  return compose(
    ctx,
    [
      { title: digestTitle(digest, ctx) },
      [digest.late ? words.say('digests.late') : null, ...digest.phases.map(one => phaseLine(one, ctx))],
      nothing ? words.say('digests.noData') : overall(digest, ctx),
      units(digest, 'best', nameOf, ctx),
      units(digest, 'worst', nameOf, ctx),
      movements(digest.rises, 'rises', nameOf, ctx),
      movements(digest.falls, 'falls', nameOf, ctx),
      newlyBelow(digest, ctx),
      gaps(digest, ctx),
      nothing
        ? null
        : (dataTo ??
          dataToLine(
            ctx,
            digest.overall.map(line => line.figure),
          )),
    ],
    choices(digest, ctx),
  )
}

/** What a report is called: "Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai". */
export function digestTitle(digest: Digest, ctx: SayContext): string {
  const { words } = ctx
  const unit = unitName(ctx, digest.unit)
  const period = periodName(ctx, digest.window)
  if (digest.kind === 'daily') return words.say('digests.title.daily', { day: digest.window.to, unit })
  if (digest.edge === null) return words.say('digests.title.other', { period, unit })
  return words.say(`digests.title.${digest.edge}`, { period, unit })
}

function phaseLine({ phase, state, day, days: of, daysLeft: left }: PhaseProgress, ctx: SayContext): string {
  const { words } = ctx
  const name = lowerFirst(phase.phaseName)
  if (state === 'ended') return words.say('digests.phaseEnded', { phase: name })
  if (state === 'not_started') return words.say('digests.phaseAhead', { phase: name, from: phase.from })
  if (left === 0) return words.say('digests.phaseLastDay', { phase: name })
  return words.say('digests.phase', { phase: name, day, of, left })
}

function isSingle(digest: Digest): boolean {
  return digest.overall.every(line => line.met === null)
}

function overall(digest: Digest, ctx: SayContext): Paragraph {
  const { words } = ctx
  const [first] = digest.overall
  if (!first) return null
  const period = periodName(ctx, first.figure.window)
  const changed = digest.overall.some(line => line.change !== null)
  return [
    isSingle(digest)
      ? words.say('digests.own', { period })
      : overallHead(first.figure.rolledUpFrom, period, ctx),
    ...digest.overall.map(line => overallLine(line, ctx)),
    changed ? words.say('digests.changes') : null,
  ]
}

function overallHead(rolledUpFrom: number | null, period: string, ctx: SayContext): string {
  if (rolledUpFrom === null) return ctx.words.say('digests.overall', { period })
  return ctx.words.say('digests.overallOf', { period, units: rolledUpFrom })
}

/** "Hồ sơ trực tuyến: 52,1% (+1,2), chỉ tiêu 60%; 103/240 đơn vị đạt", or the verdict and rank of a single unit. */
function overallLine(line: DigestLine, ctx: SayContext): string {
  const { words } = ctx
  const { figure, met } = line
  const full = indicatorOf(ctx, figure.indicator)
  const indicator = full.shortName
  const target = figure.target === null ? null : shownTarget(ctx, full, figure.target)
  if (figure.value === null && target !== null) return words.say('digests.targetOnly', { indicator, target })
  if (figure.value === null) return words.say('digests.line', { indicator, value: missing(ctx, figure) })
  const said = valueWithChange(line, ctx)
  if (met === null) return withRank(line, withVerdict(line, said, ctx), ctx)
  const targeted = target === null ? said : words.say('digests.withTarget', { line: said, target })
  return met.of === 0 ? targeted : words.say('digests.withMet', { line: targeted, met: met.met, of: met.of })
}

function valueWithChange({ figure, change }: DigestLine, ctx: SayContext): string {
  const { words } = ctx
  const full = indicatorOf(ctx, figure.indicator)
  const names = { indicator: full.shortName, value: shownValue(ctx, full, figure.value ?? 0) }
  if (change === null) return words.say('digests.line', names)
  return words.say('digests.lineChanged', { ...names, change: signed(change, ctx) })
}

function signed(change: number, ctx: SayContext): string {
  if (change === 0) return ctx.words.say('digests.even')
  return ctx.words.say(change > 0 ? 'digests.plus' : 'digests.minus', { gap: Math.abs(change) })
}

function withVerdict({ figure }: DigestLine, line: string, ctx: SayContext): string {
  const judged = verdict(ctx, figure)
  return judged === null ? line : ctx.words.say('digests.withVerdict', { line, verdict: judged })
}

function withRank({ figure }: DigestLine, line: string, ctx: SayContext): string {
  const { words } = ctx
  const { rankChange } = figure
  const place = placeOf(figure)
  if (place === null) return line
  if (!rankChange) return words.say('digests.withRank', { line, ...place })
  const places = Math.abs(rankChange)
  return words.say(rankChange > 0 ? 'digests.withRankUp' : 'digests.withRankDown', { line, ...place, places })
}

function units(
  digest: Digest,
  which: 'best' | 'worst',
  nameOf: (code: string) => string,
  ctx: SayContext,
): Paragraph {
  const figures = digest[which]
  if (figures.length === 0 || digest.mainIndicator === null) return null
  const full = indicatorOf(ctx, digest.mainIndicator)
  return [
    ctx.words.say(`digests.${which}`, { indicator: lowerFirst(full.shortName) }),
    ...figures.map(figure => {
      const names = { unit: nameOf(figure.unit), value: shownValue(ctx, full, figure.value ?? 0) }
      if (figure.rank === null) return ctx.words.say('digests.unranked', names)
      return ctx.words.say('digests.ranked', { ...names, place: figure.rank })
    }),
  ]
}

function movements(
  list: readonly Movement[],
  which: 'rises' | 'falls',
  nameOf: (code: string) => string,
  ctx: SayContext,
): Paragraph {
  if (list.length === 0) return null
  return [
    ctx.words.say(`digests.${which}`),
    ...list.map(({ unit, indicator, value, change }) => {
      const full = indicatorOf(ctx, indicator)
      const gap = shownGap(ctx, full, change)
      return ctx.words.say('digests.moved', {
        unit: nameOf(unit),
        value: shownValue(ctx, full, value),
        change: ctx.words.say(change > 0 ? 'digests.rose' : 'digests.fell', { gap }),
      })
    }),
  ]
}

function newlyBelow(digest: Digest, ctx: SayContext): Paragraph {
  const { words } = ctx
  const list = digest.newlyBelow
  if (list.length === 0) return null
  const shown = list.slice(0, MAX_NAMES)
  const more = list.length - shown.length
  return [
    words.say('digests.newlyBelow', { count: list.length }),
    ...shown.map(({ unit, indicators }) =>
      words.say('digests.newlyBelowLine', {
        unit: unitTitle(ctx, unit),
        indicators: indicators.map(code => indicatorOf(ctx, code).shortName).join(', '),
      }),
    ),
    more > 0 ? words.say('answers.more', { count: more }) : null,
  ]
}

function gaps(digest: Digest, ctx: SayContext): Paragraph {
  const { words } = ctx
  if (digest.gaps.length === 0) return null
  const nameOf = namesInList(ctx, digest.gaps)
  const names = digest.gaps.slice(0, MAX_NAMES).map(nameOf).join(', ')
  const more = digest.gaps.length - MAX_NAMES
  return [
    words.say('digests.gaps', { count: digest.gaps.length, of: digest.unitCount }),
    more > 0 ? words.say('digests.gapsMore', { units: names, more }) : names,
  ]
}

function choices(digest: Digest, ctx: SayContext) {
  if (isSingle(digest))
    return [askUnit(ctx, 'allRanks', digest.unit), ask(ctx, 'ownNeeds'), ask(ctx, 'alerts')]
  const about = digest.mainIndicator
  return [
    about === null ? null : askGroup(ctx, 'below', null, about),
    about === null ? null : askGroup(ctx, 'ranking', null, about),
    ask(ctx, 'progress'),
    ask(ctx, 'alerts'),
  ]
}
