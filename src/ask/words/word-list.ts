import { spellingKey, written } from './fold.ts'
import type { Written } from './fold.ts'

/** The words of all phrases, by number. */
export interface WordList {
  words: Written[]
  /** The words as they were written. */
  texts: string[]
  /** By the text as it was written, and by its spelling. */
  byText: Map<string, number>
  byKey: Map<string, number>
  byFold: Map<string, number[]>
}

export function newWordList(): WordList {
  return { words: [], texts: [], byText: new Map(), byKey: new Map(), byFold: new Map() }
}

/** A list that begins with the same words under the same numbers, and goes on by itself. */
export function copyOfList(list: WordList): WordList {
  return {
    words: [...list.words],
    texts: [...list.texts],
    byText: new Map(list.byText),
    byKey: new Map(list.byKey),
    byFold: new Map(Array.from(list.byFold, ([fold, numbers]) => [fold, [...numbers]])),
  }
}

/** The number of a word; a new one where it is not yet in the list. */
export function wordNumber(list: WordList, text: string): number {
  const same = list.byText.get(text)
  if (same !== undefined) return same
  const word = written(text)
  const key = spellingKey(word)
  const known = list.byKey.get(key)
  list.byText.set(text, known ?? list.words.length)
  if (known !== undefined) return known
  const number = list.words.length
  list.words.push(word)
  list.texts.push(text)
  list.byKey.set(key, number)
  const alike = list.byFold.get(word.fold)
  if (alike) alike.push(number)
  else list.byFold.set(word.fold, [number])
  return number
}
