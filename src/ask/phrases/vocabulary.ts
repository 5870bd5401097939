import type { Phase } from '../../core/campaign.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import * as enCues from '../../../locales/en/ask/cues.ts'
import * as en from '../../../locales/en/ask/entities.ts'
import {
  choicePhrases,
  cueLists,
  cuePhrases,
  goBackPhrases,
  joinPhrases,
  listedChoicePhrases,
} from '../../../locales/vi/ask/cues.ts'
import {
  fillerWords,
  joiningWords,
  outsideExactPhrases,
  outsidePhrases,
  particleWords,
} from '../../../locales/vi/ask/fillers.ts'
import { indicatorLists } from '../../../locales/vi/ask/indicators.ts'
import { periodLists, rangeWords } from '../../../locales/vi/ask/periods.ts'
import { shorthand } from '../../../locales/vi/ask/shorthand.ts'
import * as vi from '../../../locales/vi/ask/units.ts'
import { clauseLists } from '../../../locales/vi/ask/clauses.ts'
import { guardPhrases, operatorPhrases } from '../../../locales/vi/ask/operators.ts'
import { clausePhrases } from '../clauses/clause-words.ts'
import type { ClauseWord } from '../clauses/clause-words.ts'
import type { Guard, Operator } from '../intents/operator-words.ts'
import type { EntityMeaning } from './entities.ts'
import { addClaims, addKinds, addPeriods } from './entity-phrases.ts'
import { addIndicators } from './indicator-phrases.ts'
import { addPhrase, bookOf, newPhraseBook } from './phrase-graph.ts'
import type { PhraseBook } from './phrase-graph.ts'
import type { PhraseLists } from './phrase-syntax.ts'
import { foldKind } from '../words/fold.ts'
import { wordReader } from '../words/read-words.ts'
import type { WordReader } from '../words/read-words.ts'
import { typedEntries } from '../words/typed-entries.ts'
import { copyOfList, newWordList, wordNumber } from '../words/word-list.ts'
import type { WordList } from '../words/word-list.ts'

/** What the words of a question point to, whatever its subject. */
export type Cue = keyof typeof cuePhrases
export type RangeWord = keyof typeof rangeWords

export interface KindWord {
  word: string
  kind: UnitKind
}

/** All phrases that are known, from `locales/` and from the catalog. */
export interface Vocabulary {
  reader: WordReader
  entities: PhraseBook<EntityMeaning>
  cues: PhraseBook<Cue>
  /** Of other subjects; `exact` ones count only with the diacritics as written. */
  outside: PhraseBook<{ exact: boolean }>
  kindWords: PhraseBook<KindWord>
  /** English kinds, said behind a name; each may be one of several. */
  kindsBehind: PhraseBook<readonly KindWord[]>
  officeWords: PhraseBook<null>
  /** "Phòng tư pháp", "bưu điện": offices that are no units. */
  otherOffices: PhraseBook<null>
  rangeWords: PhraseBook<RangeWord>
  /** "Quay lại". */
  goBack: PhraseBook<null>
  /** "Chọn số 2": its number is the value; without one it is the first. */
  choice: PhraseBook<null>
  /** "Cái thứ 2": of a list that was shown, else of what was offered. */
  listedChoice: PhraseBook<null>
  /** Words between two things asked in one message. */
  joins: PhraseBook<null>
  /** Courtesies, words that ask, order or tell. */
  clauses: PhraseBook<ClauseWord>
  /** Words that change what is asked, and those of them that may not be passed over. */
  operators: PhraseBook<Operator>
  guards: PhraseBook<Guard>
  /** Numbers of words that need no meaning. */
  fillers: ReadonlySet<number>
  /** Numbers of words that end a sentence and say nothing. */
  particles: ReadonlySet<number>
  /** Numbers of words that go on after a kind without naming a unit. */
  joining: ReadonlySet<number>
}

/** What `locales/` alone gives: the same for every catalog. */
interface FixedWords {
  words: WordList
  books: Omit<Vocabulary, 'reader' | 'entities'>
  shorthand: ReadonlyMap<string, readonly number[]>
}

interface Catalog {
  indicators: readonly Indicator[]
  phases: readonly Phase[]
  units: readonly { kind: UnitKind }[]
}

/** Made by whoever asks first; the catalogs of a process share it and what was followed in it. */
let fixed: FixedWords | null = null

/** `nameWords` are the words of unit names: they are known words, not slips of others. */
export function buildVocabulary(
  { indicators, phases, units }: Catalog,
  nameWords: ReadonlySet<string>,
): Vocabulary {
  const { words: fixedWords, books, shorthand: short } = (fixed ??= fixedBooks())
  const words = copyOfList(fixedWords)
  const entities = newPhraseBook<EntityMeaning>()
  addIndicators(entities, words, indicators)
  addPeriods(entities, words, phases)
  addKinds(entities, words, new Set(units.map(({ kind }) => kind)))
  addClaims(entities, words)
  const reader = wordReader({ list: words, shorthand: short, nameWords })
  return { ...books, entities, reader }
}

function fixedBooks(): FixedWords {
  const words = newWordList()
  const books = {
    cues: cueBook(words),
    outside: outsideBook(words),
    kindWords: kindWordBook(words),
    kindsBehind: kindBehindBook(words),
    officeWords: plainBook(vi.officeWords, words),
    otherOffices: plainBook(vi.otherOffices, words),
    rangeWords: bookOf(rangeWords, { words }),
    goBack: plainBook(goBackPhrases, words),
    choice: plainBook(choicePhrases, words),
    listedChoice: plainBook(listedChoicePhrases, words),
    joins: plainBook(joinPhrases, words),
    clauses: bookOf(clausePhrases, { words, lists: clauseLists }),
    operators: bookOf(operatorPhrases, { words, lists: cueLists }),
    guards: bookOf(guardPhrases, { words, lists: cueLists }),
    fillers: wordNumbers([...fillerWords, ...en.fillerWords], words),
    particles: wordNumbers([particleWords], words),
    joining: wordNumbers([joiningWords], words),
  }
  return { words, books, shorthand: shorthandIndex(words) }
}

const LISTS: PhraseLists = { ...indicatorLists, ...periodLists, ...vi.unitLists, ...cueLists }

function cueBook(words: WordList): PhraseBook<Cue> {
  const book = newPhraseBook<Cue>()
  const english: Partial<Record<Cue, readonly string[]>> = enCues.cuePhrases
  for (const [cue, phrases] of typedEntries<Cue, readonly string[]>(cuePhrases))
    for (const phrase of [...phrases, ...(english[cue] ?? [])])
      addPhrase(book, phrase, cue, { words, lists: LISTS })
  return book
}

function outsideBook(words: WordList): PhraseBook<{ exact: boolean }> {
  const book = newPhraseBook<{ exact: boolean }>()
  const [loose, exact] = [{ exact: false }, { exact: true }]
  for (const phrase of [...outsidePhrases, ...enCues.outsidePhrases])
    addPhrase(book, phrase, loose, { words })
  for (const phrase of outsideExactPhrases) addPhrase(book, phrase, exact, { words })
  return book
}

function kindWordBook(words: WordList): PhraseBook<KindWord> {
  const book = newPhraseBook<KindWord>()
  for (const { word, kind, say } of vi.kindWords)
    for (const phrase of say) addPhrase(book, phrase, { word: foldKind(word), kind }, { words })
  return book
}

function kindBehindBook(words: WordList): PhraseBook<readonly KindWord[]> {
  const book = newPhraseBook<readonly KindWord[]>()
  for (const [english, vietnamese] of Object.entries(en.kindsBehind)) {
    const kinds = vi.kindWords.filter(({ word }) => vietnamese.some(one => one === word))
    const meaning = kinds.map(({ word, kind }) => ({ word: foldKind(word), kind }))
    addPhrase(book, english, meaning, { words })
  }
  return book
}

function plainBook(phrases: readonly string[], words: WordList): PhraseBook<null> {
  const book = newPhraseBook<null>()
  for (const phrase of phrases) addPhrase(book, phrase, null, { words })
  return book
}

function wordNumbers(lines: readonly string[], words: WordList): Set<number> {
  return new Set(lines.flatMap(line => line.split(' ')).map(word => wordNumber(words, word)))
}

function shorthandIndex(words: WordList): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [word, spellings] of Object.entries(shorthand))
    for (const spelling of spellings) {
      const known = index.get(spelling)
      if (known) known.push(wordNumber(words, word))
      else index.set(spelling, [wordNumber(words, word)])
    }
  return index
}
