import type { Answer, PhaseProgress } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { notAllowedLine } from '../phrases/figure-lines.ts'
import { behindLines, ownLines as missedLines } from './situation.ts'
import { ask, askGroup } from '../phrases/next-questions.ts'
import { dayRange } from '../phrases/period-name.ts'

/** `progress`: the days of each phase, and how many units have met their targets in the running or last one. */
export function sayProgress(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { phases } = answer
  const [first] = phases
  if (!first)
    return compose(ctx, [words.say('answers.progress.none')], [ask(ctx, 'ownUnit'), ask(ctx, 'help')])
  const begun = phases.filter(one => one.state !== 'not_started')
  const current = phases.find(one => one.state === 'running') ?? begun.at(-1) ?? null
  const dataTo = answer.dataTo === null ? null : words.say('figures.dataTo', { day: answer.dataTo })
  return compose(
    ctx,
    [
      { title: first.phase.campaignName },
      phases.map(one => phaseLine(one, ctx)),
      answer.figures.length > 0 ? standing(answer, ctx) : current ? metLines(current, ctx) : null,
      [documentLine(phases, ctx), dataTo],
    ],
    choices(current, ctx),
  )
}

/** Of a unit its indicators that miss their targets; of a group who is behind. */
function standing(answer: Answer, ctx: SayContext): Paragraph {
  const { figures, question } = answer
  const [first] = figures
  if (!first || first.reason === 'not_allowed') return notAllowedLine(ctx, figures)
  if (question.units.length === 0 || question.group !== null) return behindLines(answer, figures, ctx)
  const unit = unitTitle(ctx, first.unit)
  const judged = figures.filter(figure => figure.met !== null)
  const missed = judged.filter(figure => figure.met === false)
  if (missed.length === 0) return ctx.words.say('findings.situation.allMet', { unit, of: judged.length })
  const head = ctx.words.say('findings.situation.own', { unit, matched: missed.length, of: judged.length })
  return [head, ...missedLines(missed, ctx)]
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

function metLines(progress: PhaseProgress, ctx: SayContext): Paragraph {
  const { words } = ctx
  if (progress.met.length === 0) return null
  if (progress.met.every(line => line.of <= 1)) return ownLines(progress, ctx)
  return [
    words.say('answers.progress.metTitle', { phase: lowerFirst(progress.phase.phaseName) }),
    ...progress.met.map(({ indicator: code, met, of }) => {
      const indicator = indicatorOf(ctx, code).shortName
      if (of === 0) return words.say('answers.progress.noValues', { indicator })
      return words.say('answers.progress.met', { indicator, met, of })
    }),
  ]
}

/** Who sees one unit only is told which of its targets are met. */
function ownLines({ phase, met: lines }: PhaseProgress, ctx: SayContext): Paragraph {
  const { words } = ctx
  const met = lines.filter(line => line.met === 1).length
  const unit = unitTitle(ctx, ctx.asker.unit)
  return [
    words.say('answers.progress.ownTitle', {
      unit,
      met,
      of: lines.length,
      phase: lowerFirst(phase.phaseName),
    }),
    ...lines.map(({ indicator: code, met: one }) => {
      const indicator = indicatorOf(ctx, code).shortName
      return words.say(one === 1 ? 'answers.progress.ownMet' : 'answers.progress.ownBelow', { indicator })
    }),
  ]
}

function documentLine(phases: PhaseProgress[], ctx: SayContext): string | null {
  const documents = [...new Set(phases.map(one => one.phase.document))].filter(document => document !== '')
  if (documents.length === 0) return null
  return ctx.words.say('answers.progress.document', { document: documents.join(', ') })
}

function choices(current: PhaseProgress | null, ctx: SayContext) {
  const [line] = current?.met ?? []
  return [
    ask(ctx, 'ownUnit'),
    line ? askGroup(ctx, 'below', null, line.indicator) : null,
    ask(ctx, 'ownNeeds'),
    ask(ctx, 'alerts'),
  ]
}
