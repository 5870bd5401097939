import type { Intent } from '../ask/question.ts'
import { readAlerts } from './alert-lines.ts'
import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'
import { answerBelowOrMet, answerRanking } from './group-answers.ts'
import { withNotComputed } from './not-computed.ts'
import { readProgress } from './progress.ts'
import { answerForecast, answerGap, answerNeed, answerTarget } from './target-answers.ts'
import { answerTrend } from './trend.ts'
import { answerCompare, answerRank, answerValue } from './value-answers.ts'

/**
 * Question → Answer: reads the rows and applies the rules. Pure apart from reading: the same rows, scene, question and
 * member give the same answer. Units outside the member's view come back with the reason `not_allowed`.
 */
export async function answerQuestion(asked: Asking): Promise<Answer> {
  const asking = { ...asked, question: withNotComputed(asked.question) }
  const { question, observations, scene } = asking
  const answer: Answer = {
    question,
    figures: [],
    leftOut: 0,
    groupSize: 0,
    matched: 0,
    assigned: 0,
    phases: [],
    alerts: [],
    dataFrom: await observations.dataFrom(scene.moment),
    dataTo: await observations.dataTo(scene.moment),
  }
  return { ...answer, ...(await ANSWERS[question.intent](asking)) }
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
  forecast: async asking => ({ figures: await answerForecast(asking) }),
  trend: async asking => ({ figures: await answerTrend(asking) }),
  below: async asking => await answerBelowOrMet(asking, 'below'),
  met: async asking => await answerBelowOrMet(asking, 'met'),
  top: async asking => await answerRanking(asking, 'top'),
  bottom: async asking => await answerRanking(asking, 'bottom'),
  ranking: async asking => await answerRanking(asking, 'ranking'),
  progress: async asking => ({ phases: await readProgress(asking) }),
  alerts: async asking => ({ alerts: await readAlerts(asking) }),
  define: nothingMore,
  movers: nothingMore,
  since: nothingMore,
  why: nothingMore,
  what_if: nothingMore,
  goal: nothingMore,
  total: nothingMore,
  missing: nothingMore,
  responses: nothingMore,
  verify: nothingMore,
  situation: nothingMore,
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
