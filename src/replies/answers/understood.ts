import type { Question } from '../../ask/question.ts'
import type { SayContext } from '../phrases/context.ts'
import { groupName } from '../phrases/group-name.ts'
import { indicatorOf, lowerFirst, unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'

/** What was understood of a question: "thứ hạng, hồ sơ trực tuyến, huyện Ia Grai, tuần 20 (13–19/5/2024)". */
export function understoodParts(question: Question, ctx: SayContext): string {
  const { words } = ctx
  const { intent, indicators, units, group, period, threshold } = question
  const known =
    intent === 'clarify' || intent === 'unknown' ? null : words.say(`answers.understood.intent.${intent}`)
  const parts = [
    known,
    ...indicators.map(code => lowerFirst(indicatorOf(ctx, code).shortName)),
    ...units.map(code => unitName(ctx, code)),
    group ? groupName(ctx, group) : null,
    period ? periodName(ctx, period) : null,
    threshold === null ? null : words.percent(threshold),
  ]
  return parts.filter(part => part !== null).join(', ')
}

/** "Tôi hiểu: …", for a question that was understood only in part, with how to correct it; null when nothing was. */
export function sayUnderstood(question: Question, ctx: SayContext): string | null {
  const parts = understoodParts(question, ctx)
  if (parts === '') return null
  return `${ctx.words.say('answers.understood.line', { parts })}\n${ctx.words.say('answers.understood.wrong')}`
}
