import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet } from '../words/fold.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { AskedPart, Intent, Part, Question } from '../question.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import { holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { wordsOf } from '../words/tokens.ts'
import type { AskContext } from '../reading.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { Feature } from './intent-rules.ts'
import type { Operator } from './operator-words.ts'
import type { FoundPeriod } from '../periods/found-period.ts'

/** What the operators of a message make of its question. */
export interface Asked {
  /** The operator that decides, where one does. */
  by: FoundOperator
  intent: Intent
  /** Null where today's answers give it without more. */
  part: Part | null
  /** Slots that it fills. */
  fills: Partial<Question>
  /** Kinds that are set against each other. */
  kinds?: string[]
}

/** Where a sentence ends. */
export const SENTENCE = /[.?!;]\s/

/** Words between things of which one is chosen. */
export const EITHER = foldSet(ruleWords.either)

/** What is known of the message when an operator is weighed. */
export interface AskedWorld {
  read: ReadTokens
  cues: readonly FoundCue[]
  operators: readonly FoundOperator[]
  periods: readonly FoundPeriod[]
  strength: ReadonlyMap<Feature, number>
  context: AskContext
}

/** The words as a part of what was asked. */
export function partOf(part: Part, run: Run, read: ReadTokens): AskedPart {
  return { part, text: wordsOf(run, read) }
}

/** Whether one of the cues was found. */
export function hasCue({ cues }: AskedWorld, ...wanted: Cue[]): boolean {
  return cues.some(({ cue }) => wanted.includes(cue))
}

/** Whether one of the operators was found. */
export function hasOperator({ operators }: AskedWorld, ...wanted: Operator[]): boolean {
  return operators.some(({ operator }) => wanted.includes(operator))
}

/** The words of a run without diacritics, and without names: "Y tế" is nothing "tệ". */
export function folds(run: Run, { tokens, chosen }: ReadTokens): string[] {
  const named = chosen.filter(({ meaning }) => meaning.is === 'unit')
  const isSaid = (at: number): boolean => holds(run, at) && !named.some(span => holds(span, at))
  return tokens.flatMap(({ fold }, at) => (isSaid(at) ? [fold] : []))
}

/** The numbers that the operator holds, in their order. */
export function numbersOf({ values }: FoundOperator): number[] {
  return values.filter(value => typeof value === 'number')
}
