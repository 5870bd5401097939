import type { Question } from '../ask/question.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import { readAlerts } from './alert-lines.ts'
import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'
import { answerBelowOrMet, answerRanking } from './group-answers.ts'
import { withNotComputed } from './not-computed.ts'
import { readProgress } from './progress.ts'
import { answerForecast, answerGap, answerNeed, answerTarget } from './target-answers.ts'
import { answerTrend } from './trend.ts'
import { answerCompare, answerRank, answerValue } from './value-answers.ts'
import { readWorld } from './world.ts'

/**
 * Question → Answer: reads the rows and applies the rules. Pure apart from reading: the same rows, question, member
 * and moment give the same answer. Units outside the member's view come back with the reason `not_allowed`.
 */
export async function answerQuestion(
  stores: Stores,
  asked: Question,
  member: Member,
  moment: Moment,
  timeZone: string,
): Promise<Answer> {
  const question = withNotComputed(asked)
  const asking: Asking = { stores, world: await readWorld(stores), member, question, moment, timeZone }
  const answer: Answer = {
    question,
    figures: [],
    leftOut: 0,
    groupSize: 0,
    matched: 0,
    assigned: 0,
    phases: [],
    alerts: [],
    dataFrom: await stores.observations.dataFrom(moment),
    dataTo: await stores.observations.dataTo(moment),
  }
  switch (question.intent) {
    case 'value':
      return { ...answer, figures: await answerValue(asking) }
    case 'rank':
      return { ...answer, figures: await answerRank(asking) }
    case 'compare':
      return { ...answer, figures: await answerCompare(asking) }
    case 'target':
      return { ...answer, figures: await answerTarget(asking) }
    case 'gap':
      return { ...answer, figures: await answerGap(asking) }
    case 'need':
      return { ...answer, figures: await answerNeed(asking) }
    case 'forecast':
      return { ...answer, figures: await answerForecast(asking) }
    case 'trend':
      return { ...answer, figures: await answerTrend(asking) }
    case 'below':
    case 'met':
      return { ...answer, ...(await answerBelowOrMet(asking, question.intent)) }
    case 'top':
    case 'bottom':
    case 'ranking':
      return { ...answer, ...(await answerRanking(asking, question.intent)) }
    case 'progress':
      return { ...answer, phases: await readProgress(asking) }
    case 'alerts':
      return { ...answer, alerts: await readAlerts(asking) }
    case 'define':
    case 'movers':
    case 'since':
    case 'why':
    case 'what_if':
    case 'goal':
    case 'total':
    case 'missing':
    case 'responses':
    case 'verify':
    case 'situation':
    case 'settings':
    case 'acknowledge':
    case 'snooze':
    case 'explain':
    case 'ask_explanation':
    case 'report':
    case 'subscribe':
    case 'unsubscribe':
    case 'help':
    case 'greeting':
    case 'clarify':
    case 'unknown':
      return answer
  }
}
