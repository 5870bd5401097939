import { sayInstead } from './phrases/period-name.ts'
import type { Answer } from '../answers/answer.ts'
import type { Intent } from '../ask/question.ts'
import { isSame } from '../core/period.ts'
import type { Message } from '../lib/message.ts'
import { sayAlerts } from './answers/alerts.ts'
import { sayClarify } from './answers/clarify.ts'
import { sayCompare } from './answers/compare.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { sayDefinition } from './answers/define.ts'
import { sayForecast } from './answers/forecast.ts'
import { sayGap } from './answers/gap.ts'
import { sayGroup } from './answers/group-list.ts'
import { sayGreeting, sayHelp } from './answers/help.ts'
import { lowerFirst, unitName } from './phrases/names.ts'
import { sayMovers } from './answers/movers.ts'
import { saySince } from './answers/since.ts'
import { sayWhy } from './answers/why.ts'
import { sayGoal } from './answers/goal.ts'
import { sayTotal } from './answers/total.ts'
import { sayMissing } from './answers/missing.ts'
import { sayResponses } from './answers/responses.ts'
import { sayVerify } from './answers/verify.ts'
import { saySituation } from './answers/situation.ts'
import { sayWhatIf } from './answers/what-if.ts'
import { sayWhere } from './answers/where.ts'
import { sayNeed } from './answers/need.ts'
import { askDigest } from './phrases/next-questions.ts'
import { notAnsweredLines, sayNotComputed } from './answers/not-answered.ts'
import { sayProgress } from './answers/progress.ts'
import { sayRank } from './answers/rank.ts'
import { saySystem } from './say-system.ts'
import { sayTarget } from './answers/target.ts'
import { sayTrend } from './answers/trend.ts'
import { sayUnknown } from './answers/unknown.ts'
import { sayValue } from './answers/value.ts'

/**
 * Answer → message in good, short, official words. Synchronous and pure: the numbers are those of the answer.
 * A picture, where one helps, comes from `illustrate`.
 */
export function sayAnswer(answer: Answer, ctx: SayContext): Message {
  const message = sayOf(answer)(answer, ctx)
  const lines = [renamedLines(answer, ctx), refusedLines(answer, ctx), insteadLine(answer, ctx)]
  const before = lines.flatMap(text => (text === null ? [] : [{ text }]))
  return { ...message, blocks: [...before, ...message.blocks] }
}

function sayOf({ question }: Answer): (answer: Answer, ctx: SayContext) => Message {
  return question.parts.some(({ part }) => part === 'where') ? sayWhere : SAY[question.intent]
}

/** What the answer leaves out, said before it; a refusal that is the whole message says it itself. */
function refusedLines({ question }: Answer, ctx: SayContext): string | null {
  return SAY[question.intent] === sayNotComputed ? null : notAnsweredLines(question.notAnswered, ctx)
}

const SAY: Record<Intent, (answer: Answer, ctx: SayContext) => Message> = {
  value: sayValue,
  rank: sayRank,
  target: sayTarget,
  gap: sayGap,
  need: sayNeed,
  trend: sayTrend,
  compare: sayCompare,
  below: sayGroup,
  met: sayGroup,
  top: sayGroup,
  bottom: sayGroup,
  ranking: sayGroup,
  progress: sayProgress,
  forecast: sayForecast,
  define: sayDefinition,
  alerts: sayAlerts,
  report: (_, ctx) => chooseReport(ctx),
  subscribe: ({ question }, ctx) =>
    saySystem({ about: 'subscribed', digest: question.digest ?? 'weekly' }, ctx),
  unsubscribe: ({ question }, ctx) => saySystem({ about: 'unsubscribed', digest: question.digest }, ctx),
  movers: sayMovers,
  since: saySince,
  why: sayWhy,
  what_if: sayWhatIf,
  goal: sayGoal,
  total: sayTotal,
  missing: sayMissing,
  responses: sayResponses,
  verify: sayVerify,
  situation: (answer, ctx) => (answer.question.group ? sayProgress : saySituation)(answer, ctx),
  settings: sayNotComputed,
  acknowledge: sayNotComputed,
  snooze: sayNotComputed,
  explain: sayNotComputed,
  ask_explanation: sayNotComputed,
  help: (_, ctx) => sayHelp(ctx),
  greeting: sayGreeting,
  clarify: sayClarify,
  unknown: sayUnknown,
}

/** Without a digest composed for it, a request for a report asks which one. */
function chooseReport(ctx: SayContext): Message {
  const kinds = ['daily', 'weekly', 'monthly'] as const
  return compose(
    ctx,
    [ctx.words.say('answers.report.ask')],
    kinds.map(kind => askDigest(ctx, kind)),
  )
}

/** "Sở Giao thông vận tải nay là Sở Xây dựng." for each old name in the question. */
function renamedLines(answer: Answer, ctx: SayContext): string | null {
  const lines = answer.question.renamed.map(({ named, now }) => {
    return ctx.words.say('units.renamed', { named: formerName(ctx, named), now: unitName(ctx, now) })
  })
  return lines.length > 0 ? lines.join('\n') : null
}

/** A unit of before as it is named in a sentence, with the unit that it was part of where that is no more either. */
function formerName(ctx: SayContext, named: string): string {
  const unit = ctx.tree.byCode.get(named)
  if (!unit) return named
  const above = unit.parent === null ? undefined : ctx.tree.byCode.get(unit.parent)
  if (!above || above.mergedInto === null) return unit.name
  return ctx.words.say('units.formerIn', { unit: unit.name, above: lowerFirst(above.name) })
}

/** "Tuần 48 chưa có số liệu; dưới đây là tuần 47.": where other days answer than were asked about. */
function insteadLine({ insteadOf, figures, window }: Answer, ctx: SayContext): string | null {
  const answering = window ?? figures[0]?.window
  // A phase that began with the week that was asked about has the same days so far.
  if (insteadOf === null || !answering || isSame(insteadOf, answering)) return null
  return sayInstead(ctx, insteadOf, answering)
}
