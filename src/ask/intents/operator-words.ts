import { cueLists } from '../../../locales/vi/ask/cues.ts'
import { guardPhrases, operatorPhrases } from '../../../locales/vi/ask/operators.ts'
import { addPhrase, newPhraseBook } from '../phrases/phrase-graph.ts'
import type { PhraseBook } from '../phrases/phrase-graph.ts'
import { typedEntries } from '../words/typed-entries.ts'
import type { WordList } from '../words/word-list.ts'

/** What a word that changes the question does to it. */
export type Operator = keyof typeof operatorPhrases
/** A part of which a word speaks that nothing of the question has used. */
export type Guard = keyof typeof guardPhrases

export function operatorBook(words: WordList): PhraseBook<Operator> {
  const book = newPhraseBook<Operator>()
  for (const [operator, phrases] of typedEntries<Operator, readonly string[]>(operatorPhrases))
    for (const phrase of phrases) addPhrase(book, phrase, operator, { words, lists: cueLists })
  return book
}

export function guardBook(words: WordList): PhraseBook<Guard> {
  const book = newPhraseBook<Guard>()
  for (const [guard, phrases] of typedEntries<Guard, readonly string[]>(guardPhrases))
    for (const phrase of phrases) addPhrase(book, phrase, guard, { words, lists: cueLists })
  return book
}
