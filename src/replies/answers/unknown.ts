import type { Answer } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { featuresInWords } from '../phrases/features.ts'
import { ask, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'
import { understoodParts } from './understood.ts'

const EXAMPLES = 4

/** `unknown`: an honest sentence, what was understood if anything, and questions that would be. Never a guess. */
export function sayUnknown(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { question } = answer
  const reason = question.unknownReason
  if (reason === 'outside')
    return compose(ctx, [words.say('answers.unknown.outside'), examples(ctx)], starters(ctx))
  if (reason === 'change_data') return compose(ctx, [words.say('system.changeData')], starters(ctx))
  if (reason === 'no_such_period')
    return compose(
      ctx,
      [
        words.say('answers.unknown.noSuchPeriod', { name: question.unknownName ?? '' }),
        words.say('answers.unknown.spellPeriod'),
      ],
      starters(ctx),
    )
  if (reason === 'nothing_shown')
    return compose(ctx, [words.say('answers.unknown.nothingShown')], starters(ctx))
  if (reason !== 'future_period') return notUnderstood(answer, ctx)
  return compose(ctx, [futureLine(answer, ctx)], [ask(ctx, 'ownUnit'), ask(ctx, 'progress')])
}

function notUnderstood(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { question } = answer
  const parts = understoodParts(question, ctx)
  if (question.unknownName !== null) {
    const none = words.say('answers.unknown.noSuchUnit', { name: question.unknownName })
    const known = parts === '' ? null : words.say('answers.understood.line', { parts })
    return compose(ctx, [[known, none], words.say('answers.unknown.spellUnit')], starters(ctx))
  }
  if (parts === '')
    return compose(ctx, [words.say('answers.unknown.notUnderstood'), examples(ctx)], starters(ctx))
  const [unit] = question.units
  const about =
    unit === undefined
      ? starters(ctx)
      : [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit), ask(ctx, 'help')]
  return compose(ctx, [words.say('answers.unknown.half', { parts }), examples(ctx)], about)
}

function futureLine(answer: Answer, ctx: SayContext): string {
  const { period } = answer.question
  if (!period) return ctx.words.say('answers.unknown.futurePlain')
  return ctx.words.say('answers.unknown.futurePeriod', { period: periodName(ctx, period) })
}

function examples(ctx: SayContext): Paragraph {
  const lines = featuresInWords(ctx.words).slice(0, EXAMPLES)
  return [
    ctx.words.say('answers.unknown.examples'),
    ...lines.map(({ example }) => ctx.words.say('answers.unknown.example', { example })),
  ]
}

function starters(ctx: SayContext) {
  return [ask(ctx, 'ownUnit'), ask(ctx, 'progress'), ask(ctx, 'help')]
}
