import type { Intent } from '../ask/question.ts'
import { readAlerts, refusedAlerts } from './alert-lines.ts'
import type { Answer, Figure } from './answer.ts'
import type { Asking } from './asking.ts'
import { answerGoal } from './goal.ts'
import { answerGroupForecast } from './group-forecast.ts'
import { answerBelowOrMet, answerRanking } from './group-answers.ts'
import { answeredQuestion } from './late-data.ts'
import { answerMissing } from './missing.ts'
import { answerMovers } from './movers.ts'
import { withNotComputed } from './not-computed.ts'
import { reachOf } from './reach.ts'
import { answerResponses } from './responses.ts'
import { answerSince } from './since.ts'
import { answerProgress, answerSituation } from './standing-figures.ts'
import { answerForecast, answerGap, answerNeed, answerTarget } from './target-answers.ts'
import { answerTotal } from './total.ts'
import { ofUnitsThen } from './units-then.ts'
import { answerTrend } from './trend.ts'
import { answerCompare, answerRank, answerValue } from './value-answers.ts'
import { answerVerify } from './verify.ts'
import { answerWhatIf } from './what-if.ts'
import { answerWhy } from './why.ts'

/**
 * Question → Answer: reads the rows and applies the rules. Pure apart from reading: the same rows, scene, question and
 * member give the same answer. Units outside the member's view come back with the reason `not_allowed`.
 */
export async function answerQuestion(asked: Asking): Promise<Answer> {
  const { observations, scene } = asked
  const whole = withNotComputed(asked.question)
  const answered = await answeredQuestion({ ...asked, question: whole })
  const { insteadOf } = answered
  const question = ofUnitsThen(answered.question, scene)
  const answer: Answer = {
    question: whole,
    figures: [],
    leftOut: 0,
    groupSize: 0,
    matched: 0,
    assigned: 0,
    phases: [],
    alerts: [],
    dataFrom: await observations.dataFrom(scene.moment),
    dataTo: await observations.dataTo(scene.moment),
    insteadOf,
  }
  const found = await ANSWERS[question.intent]({ ...asked, question })
  const stamped = (figure: Figure): Figure => (insteadOf === null ? figure : { ...figure, insteadOf })
  const figures = (found.figures ?? []).map(stamped)
  return { ...answer, ...found, figures, ...(await reachOf(asked, figures)) }
}

type Found = Partial<Omit<Answer, 'question'>>

/** What each intent's answer holds. */
const ANSWERS: Record<Intent, (asking: Asking) => Promise<Found>> = {
  value: async asking => ({ figures: await answerValue(asking) }),
  rank: async asking => ({ figures: await answerRank(asking) }),
  compare: async asking => ({ figures: await answerCompare(asking) }),
  target: async asking => ({ figures: await answerTarget(asking) }),
  gap: async asking => ({ figures: await answerGap(asking) }),
  need: async asking => ({ figures: await answerNeed(asking) }),
  forecast: async asking =>
    asking.question.group ? await answerGroupForecast(asking) : { figures: await answerForecast(asking) },
  trend: async asking => ({ figures: await answerTrend(asking) }),
  below: async asking => await answerBelowOrMet(asking, 'below'),
  met: async asking => await answerBelowOrMet(asking, 'met'),
  top: async asking => await answerRanking(asking, 'top'),
  bottom: async asking => await answerRanking(asking, 'bottom'),
  ranking: async asking => await answerRanking(asking, 'ranking'),
  progress: answerProgress,
  alerts: async asking => ({ alerts: await readAlerts(asking), figures: refusedAlerts(asking) }),
  movers: answerMovers,
  since: answerSince,
  why: async asking => ({ figures: await answerWhy(asking) }),
  what_if: async asking => ({ figures: await answerWhatIf(asking) }),
  goal: async asking => ({ figures: await answerGoal(asking) }),
  total: async asking => ({ figures: await answerTotal(asking) }),
  missing: answerMissing,
  responses: answerResponses,
  verify: async asking => ({ figures: await answerVerify(asking) }),
  situation: answerSituation,
  define: nothingMore,
  settings: nothingMore,
  acknowledge: nothingMore,
  snooze: nothingMore,
  explain: nothingMore,
  ask_explanation: nothingMore,
  report: nothingMore,
  subscribe: nothingMore,
  unsubscribe: nothingMore,
  help: nothingMore,
  greeting: nothingMore,
  clarify: nothingMore,
  unknown: nothingMore,
}

async function nothingMore(): Promise<Found> {
  return {}
}
