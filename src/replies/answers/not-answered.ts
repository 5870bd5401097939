import type { Answer } from '../../answers/answer.ts'
import { maySee } from '../../answers/scope.ts'
import type { NotAnswered, Question } from '../../ask/question.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { ask, askDigest, askUnit } from '../phrases/next-questions.ts'
import { sayRefusal } from '../phrases/refusal.ts'

/** "Tôi hiểu Anh/Chị hỏi …; việc này tôi chưa tính được.": one line for each part without an answer; null for none. */
export function notAnsweredLines(parts: readonly NotAnswered[], ctx: SayContext): string | null {
  const lines = parts.map(one => line(one, ctx))
  return lines.length === 0 ? null : [...new Set(lines)].join('\n')
}

function line({ text, reason, part }: NotAnswered, { words }: SayContext): string {
  if (reason === 'conflict') return words.say('answers.notAnswered.conflict', { text })
  if (reason === 'not_understood' || part === null)
    return words.say('answers.notAnswered.notUnderstood', { text })
  const said = words.say(`answers.notAnswered.part.${part}`)
  return text === ''
    ? words.say('answers.notAnswered.unsupported', { part: said })
    : words.say('answers.notAnswered.unsupportedText', { part: said, text })
}

/** The refusal of a question that is understood and has no answer yet, with what can be given instead. */
export function sayNotComputed({ question }: Answer, ctx: SayContext): Message {
  const instead = ctx.words.say('answers.notAnswered.instead')
  const lines = notAnsweredLines(question.notAnswered, ctx)
  return compose(ctx, lines === null ? [instead] : [lines, instead], [
    ask(ctx, 'ownUnit'),
    ask(ctx, 'progress'),
  ])
}

/** A report of another unit is refused, never replaced by one's own: what can be had of that unit is offered. */
export function sayReportOf(question: Question, ctx: SayContext): Message {
  const unit = question.units.find(code => code !== ctx.asker.unit) ?? ctx.asker.unit
  if (!maySee(ctx, ctx.asker, unit)) return sayRefusal(ctx, [{ unit }])
  return compose(
    ctx,
    [notAnsweredLines(question.notAnswered, ctx)],
    [askUnit(ctx, 'all', unit), askDigest(ctx, 'weekly')],
  )
}
