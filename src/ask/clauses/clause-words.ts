import {
  clauseLists,
  closingPhrases,
  courtesyPhrases,
  hailPhrases,
  interrogativePhrases,
  orderPhrases,
  purposePhrases,
  reportPhrases,
  tellingPhrases,
  vaguePhrases,
  verifyingPhrases,
  vocativePhrases,
} from '../../../locales/vi/ask/clauses.ts'
import { addPhrase, newPhraseBook } from '../phrases/phrase-graph.ts'
import type { PhraseBook } from '../phrases/phrase-graph.ts'
import type { WordList } from '../words/word-list.ts'

/** What a phrase says of the clause in which it stands. */
export type ClauseWord =
  | 'courtesy'
  | 'asks'
  | 'orders'
  | 'tells'
  | 'purpose'
  | 'hail'
  | 'vocative'
  | 'closes'
  | 'vague'
  | 'verifies'
  | 'reports'

const PHRASES: readonly (readonly [ClauseWord, readonly string[]])[] = [
  ['courtesy', courtesyPhrases],
  ['asks', interrogativePhrases],
  ['orders', orderPhrases],
  ['tells', tellingPhrases],
  ['purpose', purposePhrases],
  ['hail', hailPhrases],
  ['vocative', vocativePhrases],
  ['closes', closingPhrases],
  ['vague', vaguePhrases],
  ['verifies', verifyingPhrases],
  ['reports', reportPhrases],
]

export function clauseBook(words: WordList): PhraseBook<ClauseWord> {
  const book = newPhraseBook<ClauseWord>()
  for (const [meaning, phrases] of PHRASES)
    for (const phrase of phrases) addPhrase(book, phrase, meaning, { words, lists: clauseLists })
  return book
}
