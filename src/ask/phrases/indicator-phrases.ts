import type { Indicator } from '../../core/indicator.ts'
import * as en from '../../../locales/en/ask/entities.ts'
import {
  doubtfulIndicators,
  indicatorLists,
  indicatorPhrases,
  lateIndicatorPhrases,
  nameAbbreviations,
} from '../../../locales/vi/ask/indicators.ts'
import { periodLists } from '../../../locales/vi/ask/periods.ts'
import type { EntityMeaning } from './entities.ts'
import { written } from '../words/fold.ts'
import { addPhrase, newPhraseBook } from './phrase-graph.ts'
import type { PhraseBook } from './phrase-graph.ts'
import { matchPhrases } from './phrase-match.ts'
import type { PhraseLists } from './phrase-syntax.ts'
import { plainWords } from './plain-words.ts'
import { newWordList } from '../words/word-list.ts'
import type { WordList } from '../words/word-list.ts'

const LISTS: PhraseLists = { ...indicatorLists, ...periodLists }

/** Phrases of what is measured, by the code of the built-in indicator; `late` ones say what went wrong. */
const SOURCES: readonly { phrases: Readonly<Record<string, readonly string[]>>; late: boolean }[] = [
  { phrases: indicatorPhrases, late: false },
  { phrases: en.indicatorPhrases, late: false },
  { phrases: lateIndicatorPhrases, late: true },
  { phrases: en.lateIndicatorPhrases, late: true },
]

/**
 * Adds the ways to name each indicator: the built-in phrases of what it measures, and its own names and aliases. A
 * phrase for what the province does not measure stays known, with no code.
 */
export function addIndicators(
  book: PhraseBook<EntityMeaning>,
  words: WordList,
  indicators: readonly Indicator[],
): void {
  const m = { words, lists: LISTS }
  const codes = codesOfConcepts(indicators)
  for (const { phrases, late } of SOURCES)
    for (const [concept, texts] of Object.entries(phrases)) {
      const meaning: EntityMeaning = { is: 'indicator', codes: codes.get(concept) ?? [], late, named: false }
      for (const text of texts) addPhrase(book, text, meaning, m)
    }
  for (const { say, of } of doubtfulIndicators) {
    const either = of.flatMap(concept => codes.get(concept) ?? [])
    if (either.length > 1)
      addPhrase(book, say, { is: 'indicator', codes: either, late: false, named: false }, m)
  }
  for (const [text, named] of namedIndicators(indicators))
    addPhrase(
      book,
      `[rate]? ${abbreviable(text)}`,
      { is: 'indicator', codes: named, late: false, named: true },
      m,
    )
}

/** "Tỷ lệ số hóa hs, kết quả": words of a name are abbreviated like others. */
function abbreviable(name: string): string {
  let text = ` ${name} `
  for (const [words, short] of Object.entries(nameAbbreviations))
    text = text.replaceAll(` ${words} `, ` (${words}|${short}) `)
  return text.trim()
}

/** The indicators of the province behind each built-in code: that of this code, else those whose name says the same. */
function codesOfConcepts(indicators: readonly Indicator[]): Map<string, string[]> {
  const concepts = new Set(Object.keys(indicatorPhrases))
  const own = indicators.filter(one => !concepts.has(one.code))
  const found = new Map(indicators.map(one => [one.code, [one.code]]))
  if (own.length === 0) return found
  const words = newWordList()
  const book = newPhraseBook<string>()
  for (const [concept, texts] of Object.entries(indicatorPhrases))
    if (!found.has(concept)) for (const text of texts) addPhrase(book, text, concept, { words, lists: LISTS })
  for (const indicator of own) {
    const concept = conceptOf(indicator, book, words)
    if (concept !== null) found.set(concept, [...(found.get(concept) ?? []), indicator.code])
  }
  return found
}

/** The built-in indicator that one of the names means as a whole. */
function conceptOf(indicator: Indicator, book: PhraseBook<string>, words: WordList): string | null {
  for (const name of [indicator.shortName, indicator.name, ...indicator.aliases]) {
    const items = plainWords(name)
      .split(' ')
      .map(word => {
        const { fold } = written(word)
        const same = words.byFold.get(fold) ?? []
        return { words: same.map(number => ({ word: number, cost: 0 })), slots: [], letters: fold.length }
      })
    const whole = matchPhrases(book, items, 0).find(match => match.to === items.length)
    if (whole) return whole.meaning
  }
  return null
}

/** Names and aliases as the province wrote them; one that several indicators share means any of them. */
function namedIndicators(indicators: readonly Indicator[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { code, name, shortName, aliases } of indicators)
    for (const text of [name, shortName, ...name.split(/[()]/), ...aliases]) {
      const plain = plainWords(text)
      if (plain === '') continue
      const known = found.get(plain)
      if (!known) found.set(plain, [code])
      else if (!known.includes(code)) known.push(code)
    }
  return found
}
