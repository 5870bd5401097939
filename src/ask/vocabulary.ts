import type { Phase } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import type { UnitKind } from '../core/unit-tree.ts'
import * as enCues from '../../locales/en/ask/cues.ts'
import * as en from '../../locales/en/ask/entities.ts'
import { choicePhrases, cueLists, cuePhrases, joinPhrases, goBackPhrases } from '../../locales/vi/ask/cues.ts'
import {
  claimPhrases,
  fillerWords,
  outsideExactPhrases,
  outsidePhrases,
  politePhrases,
} from '../../locales/vi/ask/fillers.ts'
import { indicatorLists, indicatorPhrases, lateIndicatorPhrases } from '../../locales/vi/ask/indicators.ts'
import { periodLists, periodPhrases, rangeWords } from '../../locales/vi/ask/periods.ts'
import { shorthand } from '../../locales/vi/ask/shorthand.ts'
import * as vi from '../../locales/vi/ask/units.ts'
import type { EntityMeaning, KindUse } from './entities.ts'
import type { PeriodSense } from './period-sense.ts'
import { addPhrase, newPhraseBook } from './phrase-graph.ts'
import type { PhraseBook } from './phrase-graph.ts'
import type { PhraseLists } from './phrase-syntax.ts'
import { indexSlips } from './read-words.ts'
import type { WordReader } from './read-words.ts'
import { tokenise } from './tokens.ts'
import { typedEntries } from './typed-entries.ts'
import { newWordList, wordNumber } from './word-list.ts'
import type { WordList } from './word-list.ts'

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
  officeWords: PhraseBook<null>
  rangeWords: PhraseBook<RangeWord>
  /** "Quay lại". */
  goBack: PhraseBook<null>
  /** "Chọn số 2": its number is the value; without one it is the first. */
  choice: PhraseBook<null>
  /** Words between two things asked in one message. */
  joins: PhraseBook<null>
  /** Numbers of words that need no meaning. */
  fillers: ReadonlySet<number>
}

/** `nameWords` are the words of unit names: they are known words, not slips of others. */
export function buildVocabulary(
  indicators: readonly Indicator[],
  phases: readonly Phase[],
  nameWords: ReadonlySet<string>,
): Vocabulary {
  const words = newWordList()
  const entities = newPhraseBook<EntityMeaning>()
  addIndicators(entities, words, indicators)
  addPeriods(entities, words, phases)
  addKinds(entities, words)
  for (const phrase of [...politePhrases, ...claimPhrases]) addPhrase(entities, phrase, CLAIM, { words })
  const vocabulary = {
    entities,
    cues: cueBook(words),
    outside: outsideBook(words),
    kindWords: kindWordBook(words),
    officeWords: plainBook(vi.officeWords, words),
    rangeWords: rangeBook(words),
    goBack: plainBook(goBackPhrases, words),
    choice: plainBook(choicePhrases, words),
    joins: plainBook(joinPhrases, words),
    fillers: fillerNumbers(words),
  }
  const short = shorthandIndex(words)
  return { ...vocabulary, reader: { list: words, shorthand: short, slips: indexSlips(words), nameWords } }
}

const CLAIM: EntityMeaning = { is: 'claim' }
const LISTS: PhraseLists = { ...indicatorLists, ...periodLists, ...vi.unitLists }

function addIndicators(
  book: PhraseBook<EntityMeaning>,
  words: WordList,
  indicators: readonly Indicator[],
): void {
  const m = { words, lists: LISTS }
  const codes = new Set(indicators.map(one => one.code))
  for (const [source, late] of [
    [indicatorPhrases, false],
    [en.indicatorPhrases, false],
    [lateIndicatorPhrases, true],
    [en.lateIndicatorPhrases, true],
  ] as const)
    for (const [code, phrases] of Object.entries(source)) {
      const meaning: EntityMeaning = {
        is: 'indicator',
        codes: codes.has(code) ? [code] : [],
        late,
        named: false,
      }
      for (const phrase of phrases) addPhrase(book, phrase, meaning, m)
    }
  for (const [text, named] of namedIndicators(indicators))
    addPhrase(book, `[rate]? ${text}`, { is: 'indicator', codes: named, late: false, named: true }, m)
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

/** A name as a phrase: its words alone, so that no sign in it means anything. */
function plainWords(text: string): string {
  return tokenise(text.normalize('NFKC').toLowerCase())
    .filter(token => /[\p{L}\p{N}]/u.test(token.typed))
    .map(token => token.typed)
    .join(' ')
}

function addPeriods(book: PhraseBook<EntityMeaning>, words: WordList, phases: readonly Phase[]): void {
  const m = { words, lists: LISTS }
  const phrases: readonly { say: string; means: PeriodSense }[] = [...periodPhrases, ...en.periodPhrases]
  for (const { say, means } of phrases) addPhrase(book, say, { is: 'period', sense: means }, m)
  for (const { campaign, phase, phaseName, campaignName } of phases) {
    const name = plainWords(phaseName)
    const sense: PeriodSense = { is: 'named_phase', campaign, phase }
    if (name !== '' && !/\d$/.test(name)) addPhrase(book, name, { is: 'period', sense }, m)
    const whole = plainWords(campaignName)
    if (whole.includes(' ')) addPhrase(book, whole, CLAIM, m)
  }
}

type KindNoun = 'department' | 'district' | 'commune' | 'province' | 'any'

function addKinds(book: PhraseBook<EntityMeaning>, words: WordList): void {
  for (const language of [vi, en])
    for (const [kind, nouns] of typedEntries<KindNoun, readonly string[]>(language.kindNouns))
      for (const [use, phrases] of typedEntries<KindUse, readonly string[]>(language.groupPhrases))
        for (const phrase of phrases)
          addPhrase(
            book,
            phrase,
            { is: 'kind', kind: kind === 'any' ? null : kind, use },
            { words, lists: { ...LISTS, noun: nouns } },
          )
  const m = { words, lists: LISTS }
  for (const phrase of [...vi.anyUnitPhrases, ...en.anyUnitPhrases])
    addPhrase(book, phrase, { is: 'kind', kind: null, use: 'which' }, m)
  for (const phrase of [...vi.ownUnitPhrases, ...en.ownUnitPhrases]) addPhrase(book, phrase, { is: 'own' }, m)
  for (const phrase of vi.countryPhrases) addPhrase(book, phrase, { is: 'country' }, m)
}

function cueBook(words: WordList): PhraseBook<Cue> {
  const book = newPhraseBook<Cue>()
  const english: Partial<Record<Cue, readonly string[]>> = enCues.cuePhrases
  for (const [cue, phrases] of typedEntries<Cue, readonly string[]>(cuePhrases))
    for (const phrase of [...phrases, ...(english[cue] ?? [])])
      addPhrase(book, phrase, cue, { words, lists: { ...LISTS, ...cueLists } })
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
    for (const phrase of say) addPhrase(book, phrase, { word: foldedKind(word), kind }, { words })
  return book
}

function foldedKind(word: string): string {
  return tokenise(word)
    .map(token => token.fold)
    .join('')
}

function plainBook(phrases: readonly string[], words: WordList): PhraseBook<null> {
  const book = newPhraseBook<null>()
  for (const phrase of phrases) addPhrase(book, phrase, null, { words })
  return book
}

function rangeBook(words: WordList): PhraseBook<RangeWord> {
  const book = newPhraseBook<RangeWord>()
  for (const [role, phrases] of typedEntries<RangeWord, readonly string[]>(rangeWords))
    for (const phrase of phrases) addPhrase(book, phrase, role, { words })
  return book
}

function fillerNumbers(words: WordList): Set<number> {
  const all = [...fillerWords, ...en.fillerWords].flatMap(line => line.split(' '))
  return new Set(all.map(word => wordNumber(words, word)))
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
