import type { Answer, PhaseProgress } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose, joinParts } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { ask, askGroup } from '../phrases/next-questions.ts'
import { dayRange } from '../phrases/period-name.ts'
import { groupName } from '../phrases/group-name.ts'
import { behindLine, ownLines } from './situation.ts'

/** Indicators with a line of their own. */
const OWN_LINES = 5

/** `progress`: how the running (or last) phase stands: its days, who has met and who is behind; of a unit its targets. */
export function sayProgress(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { phases, figures } = answer
  const [first] = phases
  if (!first)
    return compose(ctx, [words.say('answers.progress.none')], [ask(ctx, 'ownUnit'), ask(ctx, 'help')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  const begun = phases.filter(one => one.state !== 'not_started')
  const current = phases.find(one => one.state === 'running') ?? begun.at(-1) ?? first
  const others = phases.filter(one => one !== current).map(one => words.capital(phaseLine(one, ctx)))
  const isOfUnit = figures.length > 0 && answer.groupSize === 0
  return compose(
    ctx,
    [
      ...(isOfUnit ? ofUnit(answer, current, ctx) : ofGroup(answer, current, ctx)),
      footLine(answer, others, ctx),
    ],
    choices(answer, current, ctx),
  )
}

/** Of a unit how many targets are met, and those that are not, the widest gap first. */
function ofUnit({ figures }: Answer, current: PhaseProgress, ctx: SayContext): Paragraph[] {
  const [first] = figures
  if (!first) return []
  const judged = figures.filter(figure => figure.met !== null)
  const met = judged.filter(figure => figure.met === true).length
  const behind = judged.filter(figure => figure.pace?.state === 'behind').length
  const found = ctx.words.say('answers.progress.ownMet', { met, of: judged.length, behind })
  const unit = unitTitle(ctx, first.unit)
  return [
    { title: `${unit} – ${phaseLine(current, ctx)}: ${found}` },
    ownLines(figures, ctx).slice(0, OWN_LINES),
  ]
}

/** Of a group how many have met which target, that of the fewest first after the main one, and who is behind. */
function ofGroup(answer: Answer, current: PhaseProgress, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const { indicators } = answer.question
  const asked = (code: string) => indicators.length === 0 || indicators.includes(code)
  const [main, ...rest] = current.met.filter(line => line.of > 0 && asked(line.indicator))
  const phase = words.capital(phaseLine(current, ctx))
  if (!main) return [{ title: phase }]
  const group = groupName(ctx, answer.question.group)
  const said = { met: main.met, of: main.of, group, indicator: lowerFirst(nameOf(main, ctx)) }
  return [
    { title: `${phase}: ${words.say('answers.progress.groupMet', said)}` },
    rest
      .toSorted((a, b) => a.met / a.of - b.met / b.of)
      .slice(0, OWN_LINES)
      .map(line =>
        words.say('answers.progress.met', { indicator: nameOf(line, ctx), met: line.met, of: line.of }),
      ),
    current.state === 'not_started' ? null : behindLine(answer, answer.figures, ctx),
  ]
}

function nameOf({ indicator }: { indicator: string }, ctx: SayContext): string {
  return indicatorOf(ctx, indicator).shortName
}

function phaseLine(progress: PhaseProgress, ctx: SayContext): string {
  const { words } = ctx
  const { phase, state, day, days: of, daysLeft: left } = progress
  const names = { phase: lowerFirst(phase.phaseName), days: dayRange(ctx, phase) }
  if (state === 'ended') return words.say('answers.progress.ended', names)
  if (state === 'not_started') return words.say('answers.progress.notStarted', names)
  if (left === 0) return words.say('answers.progress.lastDay', names)
  return words.say('answers.progress.running', { ...names, day, of, left })
}

/** "Giai đoạn 1 (22/3–1/5/2024) đã kết thúc; theo 629/KH-UBND; số liệu đến 19/5/2024". */
function footLine(
  { phases, dataTo }: Answer,
  others: readonly string[],
  { words }: SayContext,
): string | null {
  const documents = [...new Set(phases.map(one => one.phase.document))].filter(document => document !== '')
  const parts = [
    ...others,
    ...(documents.length === 0
      ? []
      : [words.say('answers.progress.document', { document: documents.join(', ') })]),
    ...(dataTo === null ? [] : [words.say('figures.dataTo', { day: dataTo })]),
  ]
  return joinParts(parts)
}

function choices(answer: Answer, current: PhaseProgress, ctx: SayContext) {
  const [line] = current.met
  const code = answer.figures[0]?.indicator ?? line?.indicator
  return [
    code ? askGroup(ctx, 'below', answer.question.group, code) : null,
    ask(ctx, 'situation'),
    ask(ctx, 'ownUnit'),
    ask(ctx, 'alerts'),
  ]
}
