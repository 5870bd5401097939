import type { EntitySpan } from '../phrases/entities.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { UnitIndex } from '../names/unit-index.ts'
import type { Run } from '../words/run.ts'
import type { ClauseWord } from './clause-words.ts'

/** A clause with what it does; only what asks or orders, and the topic of it, is read. */
export interface Clause extends Run {
  does: 'asks' | 'orders' | 'topic' | 'tells' | 'quotes' | 'polite'
  /** Units that only say who tells, with whom and where: nothing is asked of these, unless what asks points back. */
  beside?: readonly Run[]
}

/** A message as it was recognised, with what tells its clauses apart. */
export interface Heard {
  read: ReadTokens
  cues: readonly FoundCue[]
  words: readonly (Run & { word: ClauseWord })[]
  /** Operators that leave out, or take a part. */
  narrows: readonly Run[]
  operators: readonly FoundOperator[]
  unitIndex: UnitIndex
}

/** Between two words: a sentence ends. */
export const SENTENCE_END = /[.?!;\n…]/

/** Hardly a diacritic is missing, unless none were typed at all. */
export const AS_TYPED = 0.1
/** At most the diacritics are missing. */
export const AS_WRITTEN = 0.3

/** A unit by its kind or by several words: one word may be the name of a person. */
export function isNamedUnit({ meaning, from, to }: EntitySpan): boolean {
  if (meaning.is === 'kind') return meaning.use === 'own' && meaning.kind !== null && to - from > 1
  return meaning.is === 'unit' && (meaning.span.kind !== null || to - from > 1)
}
