import type { PhaseProgress } from '../../answers/answer.ts'
import type { Digest, DigestAlert, Movement, Turned } from '../../answers/digest-facts.ts'
import type { SayContext } from '../phrases/context.ts'
import { signed } from '../phrases/changes.ts'
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
  return ctx.words.say(`digests.${which}`, { units: andMore(named, list.length - shown.length, ctx) })
}

/** What turned in the stretch, and which alerts wait for a word. */
export function newsLines(digest: Digest, ctx: SayContext): (string | null)[] {
  const { words } = ctx
  const open = digest.alerts.length
  const inState = (state: DigestAlert['state']) => digest.alerts.filter(alert => alert.state === state).length
  const [explained, overdue] = [inState('explained'), inState('overdue')]
  return [
    turnedLine(digest, 'fallen', ctx),
    turnedLine(digest, 'recovered', ctx),
    open === 0 ? null : words.say('digests.open', { open }) + answeredWords({ explained, overdue }, ctx),
  ]
}

function answeredWords(
  { explained, overdue }: { explained: number; overdue: number },
  ctx: SayContext,
): string {
  const { words } = ctx
  return [
    explained === 0 ? '' : words.say('digests.explained', { explained }),
    overdue === 0 ? '' : words.say('digests.overdue', { overdue }),
  ].join('')
}

/** Units by name; of a single unit the indicators, as it is the unit of the report. */
function turnedLine(digest: Digest, which: 'fallen' | 'recovered', ctx: SayContext): string | null {
  const list = digest[which]
  if (list.length === 0) return null
  if (digest.unitCount === 0) {
    const indicators = list.flatMap(one => one.indicators)
    const names = indicators.map(code => lowerFirst(indicatorOf(ctx, code).shortName)).join(', ')
    return ctx.words.say(`digests.${which}Own`, { names })
  }
  if (which === 'recovered' && list.length > NAMED)
    return ctx.words.say('digests.recoveredMany', { count: list.length })
  return ctx.words.say(`digests.${which}`, { count: list.length, names: namesOf(list, ctx) })
}

function namesOf(list: readonly Turned[], ctx: SayContext): string {
  const shown = list.slice(0, NAMED).map(one => one.unit)
  return andMore(shown.map(namesInList(ctx, shown)).join(', '), list.length - shown.length, ctx)
}

/** Days left of each phase, and whether the pace suffices. */
export function phaseLines(digest: Digest, ctx: SayContext): string[] {
  const [main] = digest.lines
  const paced = (main?.toDate ?? main?.figure)?.window.from
  return digest.phases.map(one => {
    const said = phaseLine(one, ctx)
    const pace = one.state === 'running' && one.phase.from === paced ? paceWords(digest, ctx) : null
    return pace === null ? said : ctx.words.say('digests.withPace', { line: said, pace })
  })
}

function phaseLine({ phase, state, daysLeft: left }: PhaseProgress, ctx: SayContext): string {
  const { words } = ctx
  const name = lowerFirst(phase.phaseName)
  if (state === 'ended') return words.say('digests.phaseEnded', { phase: name })
  if (state === 'not_started') return words.say('digests.phaseAhead', { phase: name, from: phase.from })
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
  const shown = gaps.slice(0, NAMED)
  const names = andMore(shown.map(namesInList(ctx, shown)).join(', '), gaps.length - shown.length, ctx)
  return ctx.words.say('digests.gaps', { count: gaps.length, of: unitCount, names })
}

function andMore(names: string, count: number, ctx: SayContext): string {
  return count > 0 ? ctx.words.say('digests.andMore', { names, count }) : names
}
