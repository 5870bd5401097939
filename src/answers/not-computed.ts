import type { Intent, NotAnswered, Part, Question } from '../ask/question.ts'

/** Intents that are understood and have no answer yet, with the part that names them in the refusal. */
const WITHOUT_ANSWER: Partial<Record<Intent, Part>> = { ask_explanation: 'ask_explanation' }

const LISTS: readonly Intent[] = ['below', 'met', 'top', 'bottom', 'ranking', 'movers', 'since']
const COMPARED: readonly Intent[] = ['value', 'rank', 'trend', 'movers', 'total', 'why', 'compare']
const COUNTED: readonly Intent[] = ['value', 'rank', 'total', 'verify', 'compare', 'top', 'bottom', 'ranking']

/** Parts that an answer takes in, and the answers that do; every other part of a question is refused by its words. */
const COMPUTED: Partial<Record<Part, readonly Intent[]>> = {
  movers: ['movers'],
  since: ['since'],
  why: ['why'],
  what_if: ['what_if'],
  goal: ['goal'],
  total: ['total'],
  missing: ['missing'],
  responses: ['responses'],
  verify: ['verify'],
  situation: ['situation'],
  base: COMPARED,
  factor: COMPARED,
  condition: [...LISTS, 'total'],
  except: [...LISTS, 'rank', 'total', 'missing', 'progress'],
  order: [...LISTS, ...COMPARED],
  offset: [...LISTS, 'responses'],
  streak: ['since'],
  place: ['goal', 'rank'],
  claimed: ['verify'],
  count: [...COUNTED, 'since'],
  share: ['met', 'below'],
  spread: ['ranking'],
  average: ['total'],
  each: ['trend', 'ranking', 'since'],
  among: [...LISTS, 'total', 'missing'],
  file: ['below', 'met', 'top', 'bottom', 'ranking', 'report'],
  advice: ['why', 'situation'],
  document: ['target', 'missing'],
  settings: ['settings'],
  thanks: ['greeting'],
  where: ['value', ...LISTS],
  absolute: ['value', 'below', 'met', 'top', 'bottom', 'ranking'],
}

/** Whether an answer exists for the intent. */
export function hasAnswer(intent: Intent): boolean {
  return WITHOUT_ANSWER[intent] === undefined
}

/**
 * The question with what its answer will not give: an intent without an answer, a part that is not computed. What
 * was not understood in the first place stays.
 */
export function withNotComputed(question: Question): Question {
  const own = WITHOUT_ANSWER[question.intent]
  const refused = question.parts.filter(
    ({ part }) => part === own || COMPUTED[part]?.includes(question.intent) !== true,
  )
  const named = own === undefined || refused.some(({ part }) => part === own)
  const parts = named ? refused : [{ part: own, text: '' }, ...refused]
  const notAnswered = parts.map(({ part, text }): NotAnswered => ({ part, text, reason: 'unsupported' }))
  return notAnswered.length === 0
    ? question
    : { ...question, notAnswered: [...question.notAnswered, ...notAnswered] }
}
