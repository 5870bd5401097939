import type { AskedPeriod, Question } from '../../src/ask/question.ts'

/** What matters of a question. */
export type Asked = Partial<Question> & Pick<Question, 'intent'>

/** The question of which only what matters is said. */
export function asking(parts: Asked): Question {
  return {
    indicators: [],
    units: [],
    group: null,
    period: null,
    limit: null,
    threshold: null,
    thresholdTo: null,
    late: false,
    choices: [],
    pending: null,
    wholeSubtree: false,
    rankWithinParent: false,
    chart: false,
    against: null,
    digest: null,
    unknownReason: null,
    unknownName: null,
    renamed: [],
    ...parts,
  }
}

export function period(from: string, to: string, shape: AskedPeriod['shape'] = 'fixed'): AskedPeriod {
  return { from, to, shape }
}
