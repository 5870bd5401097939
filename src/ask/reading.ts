import type { ScoredIntent } from './intents/intent-rules.ts'
import type { AskedPeriod, Intent, Question } from './question.ts'

/** What is known about who asks, and what was said before. */
export interface AskContext {
  /** Code of the asker's own unit. */
  unit: string
  /** Code of the top of what the asker answers for; the province for a committee. */
  scope: string
  /** Civil date, `YYYY-MM-DD`. */
  today: string
  /** The last question of this chat, when it is recent enough to be continued. */
  previous: Question | null
  /** The questions before `previous`, oldest first, where they are known. */
  earlier?: readonly Question[]
  /** Codes of the units that the last answer listed, in its order. */
  shown?: readonly string[]
  /** The one unit that the last answer has found, where it was asked which: "xã đó", "nó". */
  focus?: string | null
  /** The wish about digests or alerts that was spoken of last. */
  act?: Intent | null
  /** What was offered last: a number, or the label, chooses. */
  pendingChoices: readonly PendingChoice[]
}

export interface PendingChoice {
  label: string
  send: string
}

/** How a text was understood. */
export interface Reading {
  /** One or more: two things asked in one message give two. */
  questions: Question[]
  /** 0 (nothing fits) … 1 (every word has its place). */
  confidence: number
  understood: Understood
  /** Something of the text was recognised, but not enough for an answer, or not all of it. */
  halfUnderstood: boolean
  explain: Explanation
}

/** What was recognised in the text itself, whatever became of it. */
export interface Understood {
  intent: Intent | null
  indicators: string[]
  units: string[]
  period: AskedPeriod | null
  group: Question['group']
  /** A name that was meant as a unit and fits none, as typed. */
  unknownUnit: string | null
  /** Words that found no meaning, as typed. */
  leftover: string[]
}

/** How it was read, for an operator: plain data. */
export interface Explanation {
  /** The text after normalisation. */
  text: string
  /** Its clauses, with what each does: asks, orders, topic, tells, quotes, polite. */
  clauses: ExplainedClause[]
  /** Words that change what is asked; `decides` for the one that set the intent. */
  operators: { typed: string; operator: string; decides: boolean }[]
  /** Words without a meaning in what was read. */
  leftover: string[]
  tokens: ExplainedToken[]
  /** Recognised stretches, those taken first, then those that lost. */
  spans: ExplainedSpan[]
  units: ExplainedUnit[]
  intents: ScoredIntent[]
  /** Steps that decided, in order: `unit: parent named`, `intent: need over gap by 2.5`. */
  decisions: string[]
}

export interface ExplainedClause {
  typed: string
  does: string
}

export interface ExplainedToken {
  typed: string
  /** Words of the vocabulary that it was taken for, best first. */
  readAs: string[]
}

export interface ExplainedSpan {
  typed: string
  kind: string
  meaning: string
  score: number
  taken: boolean
}

export interface ExplainedUnit {
  typed: string
  code: string
  /** Edits between what was typed and the name; 0 is exact. */
  distance: number
  chosen: boolean
}
