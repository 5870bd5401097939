import type { AskedPeriod, Question } from '../../src/ask/question.ts'

/** A question of which only what matters is said. */
export function asking(parts: Partial<Question> & Pick<Question, 'intent'>): Question {
  return {
    indicators: [],
    units: [],
    group: null,
    period: null,
    limit: null,
    threshold: null,
    thresholdTo: null,
    choices: [],
    pending: null,
    wholeSubtree: false,
    rankWithinParent: false,
    chart: false,
    against: null,
    digest: null,
    unknownReason: null,
    renamed: [],
    ...parts,
  }
}

export function period(from: string, to: string, shape: AskedPeriod['shape'] = 'fixed'): AskedPeriod {
  return { from, to, shape }
}
