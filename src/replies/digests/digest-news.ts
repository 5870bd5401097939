import type { PhaseProgress } from '../../answers/answer.ts'
import type { Digest, DigestAlert, Movement, Turned } from '../../answers/digest-facts.ts'
import type { SayContext } from '../phrases/context.ts'
import { signed } from '../phrases/changes.ts'
import { andMore, firstNames } from '../phrases/first-names.ts'
import { indicatorOf, lowerFirst, namesInList } from '../phrases/names.ts'

/** Names in a line before the rest is counted. */
const NAMED = 3

/** Who rose and who fell most by the main indicator, three each. */
export function moverLines({ moved }: Digest, ctx: SayContext): (string | null)[] {
  return [
    moverLine(
      moved.filter(one => one.change > 0),
      'rises',
      ctx,
    ),
    moverLine(moved.filter(one => one.change < 0).toReversed(), 'falls', ctx),
  ]
}

function moverLine(list: readonly Movement[], which: 'rises' | 'falls', ctx: SayContext): string | null {
  const shown = list.slice(0, NAMED)
  if (shown.length === 0) return null
  const nameOf = namesInList(
    ctx,
    shown.map(one => one.unit),
  )
  const named = shown.map(one => `${nameOf(one.unit)} ${signed(ctx, one.change)}`).join('; ')
  return ctx.words.say(`digests.${which}`, { units: andMore(ctx, named, list.length - shown.length) })
}

/** Who turned since the digest before, who has explained, and whose explanation is overdue. */
export function newsLines(digest: Digest, ctx: SayContext): (string | null)[] {
  const explained = digest.alerts.filter(alert => alert.newlyExplained)
  const overdue = digest.alerts.filter(alert => alert.state === 'overdue')
  return [
    fallenLine(digest, ctx),
    recoveredLine(digest, ctx),
    answeredLine('explained', explained, digest, ctx),
    answeredLine('overdue', overdue, digest, ctx),
  ]
}

/** Units by name, first those of the main indicator; of a single unit the indicators, as it is the unit of the report. */
function fallenLine(digest: Digest, ctx: SayContext): string | null {
  const { words } = ctx
  const { main, others } = parted(digest, 'fallen')
  if (digest.unitCount === 0) return ownLine('fallenOwn', digest.fallen, ctx)
  if (main.length + others.length === 0) return null
  if (main.length === 0) return words.say('digests.fallenElsewhere', { names: namesOf(others, ctx) })
  const line = words.say('digests.fallen', { names: namesOf(main, ctx) })
  return others.length === 0 ? line : words.say('digests.otherwise', { line, count: others.length })
}

function recoveredLine(digest: Digest, ctx: SayContext): string | null {
  if (digest.unitCount === 0) return ownLine('recoveredOwn', digest.recovered, ctx)
  const { main, others } = parted(digest, 'recovered')
  const recovered = [...main, ...others]
  if (recovered.length === 0) return null
  return recovered.length > NAMED
    ? ctx.words.say('digests.recoveredMany', { count: recovered.length })
    : ctx.words.say('digests.recovered', { names: namesOf(recovered, ctx) })
}

/** Units that turned by the main indicator, and those that did by others alone. */
function parted(digest: Digest, which: 'fallen' | 'recovered'): { main: Turned[]; others: Turned[] } {
  const about = digest.lines[0]?.figure.indicator
  const isMain = (one: Turned) => about !== undefined && one.indicators.includes(about)
  const below = digest[which].filter(one => one.unit !== digest.unit)
  return { main: below.filter(isMain), others: below.filter(one => !isMain(one)) }
}

function ownLine(
  kind: 'fallenOwn' | 'recoveredOwn' | 'explainedOwn' | 'overdueOwn',
  list: readonly { indicators: string[] }[],
  ctx: SayContext,
): string | null {
  const names = list
    .flatMap(one => one.indicators)
    .map(code => lowerFirst(indicatorOf(ctx, code).shortName))
    .join(', ')
  return names === '' ? null : ctx.words.say(`digests.${kind}`, { names })
}

function answeredLine(
  which: 'explained' | 'overdue',
  alerts: readonly DigestAlert[],
  { unitCount }: Digest,
  ctx: SayContext,
): string | null {
  const units = [...Map.groupBy(alerts, alert => alert.unit)]
  const list = units.map(([unit, own]) => ({ unit, indicators: own.map(alert => alert.indicator) }))
  if (unitCount === 0) return ownLine(`${which}Own`, list, ctx)
  return list.length === 0 ? null : ctx.words.say(`digests.${which}`, { names: namesOf(list, ctx) })
}

function namesOf(list: readonly { unit: string }[], ctx: SayContext): string {
  return firstNames(
    ctx,
    list.map(({ unit }) => unit),
    NAMED,
  )
}

/** Days left of each phase, and whether the pace suffices. */
export function phaseLines(digest: Digest, ctx: SayContext): string[] {
  const [main] = digest.lines
  const paced = (main?.toDate ?? main?.figure)?.window.from
  return digest.phases.map(one => {
    const said = phaseLine(one, digest.window.to, ctx)
    const pace = one.state === 'running' && one.phase.from === paced ? paceWords(digest, ctx) : null
    return pace === null ? said : ctx.words.say('digests.withPace', { line: said, pace })
  })
}

/** How far a phase was on the last day of the report; of a phase that is over by now that day is said. */
function phaseLine({ phase, state, daysLeft: left }: PhaseProgress, day: string, ctx: SayContext): string {
  const { words } = ctx
  const name = lowerFirst(phase.phaseName)
  if (state === 'ended') return words.say('digests.phaseEnded', { phase: name })
  if (state === 'not_started') return words.say('digests.phaseAhead', { phase: name, from: phase.from })
  if (phase.to < ctx.today) return words.say('digests.phaseThen', { phase: name, day, left })
  if (left === 0) return words.say('digests.phaseLastDay', { phase: name })
  return words.say('digests.phase', { phase: name, left })
}

function paceWords({ behind, lines }: Digest, ctx: SayContext): string | null {
  if (behind !== null) return ctx.words.say('digests.behind', { count: behind.behind, of: behind.of })
  const [main] = lines
  const state = (main?.toDate ?? main?.figure)?.pace?.state
  return state === undefined ? null : ctx.words.say(`digests.pace.${state}`)
}

/** Units without data in the stretch, by name. */
export function gapLine({ gaps, unitCount }: Digest, ctx: SayContext): string | null {
  if (gaps.length === 0) return null
  const names = firstNames(ctx, gaps, NAMED)
  return ctx.words.say('digests.gaps', { count: gaps.length, of: unitCount, names })
}
