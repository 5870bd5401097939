import type { Lexicon } from './lexicon.ts'
import type { Question } from './question.ts'
import type { AskContext, Reading } from './reading.ts'

/** Reads one message. Pure; never throws. */
export function readQuestion(_text: string, _lexicon: Lexicon, _context: AskContext): Reading {
  const question: Question = {
    intent: 'unknown',
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
    unknownReason: 'not_understood',
    renamed: [],
  }
  return {
    questions: [question],
    confidence: 0,
    understood: {
      intent: null,
      indicators: [],
      units: [],
      period: null,
      group: null,
      unknownUnit: null,
      leftover: [],
    },
    halfUnderstood: false,
    explain: { text: '', tokens: [], spans: [], units: [], intents: [], decisions: [] },
  }
}
