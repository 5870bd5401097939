import { emptyQuestion } from '../../src/ask/intents/assemble.ts'
import type { AskedPeriod, Question } from '../../src/ask/question.ts'

/** What matters of a question. */
export type Asked = Partial<Question> & Pick<Question, 'intent'>

/** The question of which only what matters is said. */
export function asking(parts: Asked): Question {
  return { ...emptyQuestion(parts.intent), ...parts }
}

export function period(from: string, to: string, shape: AskedPeriod['shape'] = 'fixed'): AskedPeriod {
  return { from, to, shape }
}
