import { editDistance } from './edit-distance.ts'
import { compareMarks, isBare, spellingKey, written } from './fold.ts'
import type { Written } from './fold.ts'
import { numberSlots } from './numbers.ts'
import type { Item, ReadAs } from '../phrases/phrase-match.ts'
import { remembered } from '../../lib/remembered.ts'
import { fromTelex, isSyllable } from './spelling.ts'
import { isOfThumbs } from './thumbs.ts'
import type { Token } from './tokens.ts'
import type { WordList } from './word-list.ts'

/** What single tokens may stand for: the vocabulary, its shorthand, and an index of slips. */
export interface WordReader {
  list: WordList
  /** Folded shorthand → words of the list. */
  shorthand: ReadonlyMap<string, readonly number[]>
  /** The folds of other words of the list one slip away. */
  oneSlipFrom: (fold: string) => readonly string[]
  /** Folded words of unit names: known, and so not slips of other words. */
  nameWords: ReadonlySet<string>
  /** What the words of the last messages were read as, by all that it depends on. */
  known: (key: string, token: Token, bare: number) => readonly ReadAs[]
}

/** A reader of single words, for a vocabulary that is complete. */
export function wordReader(m: Pick<WordReader, 'list' | 'shorthand' | 'nameWords'>): WordReader {
  const reader = { ...m, oneSlipFrom: slipsOf(m.list) }
  return { ...reader, known: remembered(MOST_REMEMBERED, (_, token, bare) => wordsOf(reader, token, bare)) }
}

type Words = Omit<WordReader, 'known'>

const OTHER_MARKS = 1.05
const SOME_MARKS_MISSING = 0.08
const SHORTHAND = 0.1
const SLIP = 1
/** So much less for a slip that thumbs make: of two words equally near the likelier is meant. */
const OF_THUMBS = 0.05
/** A word of a name is less likely a slip. */
const SLIP_OF_NAME = 1.6
/** More than any phrase allows. */
const NEVER = 9
const SHORT_WORD = 3
/** A word without diacritics in a message that has them; one of two letters ("so") is hardly "sở". */
const MOSTLY_MARKED = 0.5
const SHORT_AND_BARE = 1.6
const SHORTEST_SLIP = 3
const LONGEST_WORD = 12

/** One letter left out, in every way; with the word itself. */
function withoutOneLetter(word: string): string[] {
  const found = [word]
  for (let i = 0; i < word.length; i++) found.push(word.slice(0, i) + word.slice(i + 1))
  return found
}

/** The other words of the list, by their folds, that are one slip from a fold. */
function slipsOf(list: WordList): WordReader['oneSlipFrom'] {
  const index = indexSlips(list)
  return remembered(MOST_REMEMBERED, fold => {
    const near = new Set(withoutOneLetter(fold).flatMap(key => index.get(key) ?? []))
    return [...near].filter(other => other !== fold && editDistance(fold, other, 1) <= 1)
  })
}

const MOST_REMEMBERED = 5000

/** Index from a word with one letter missing to the words it may come from. */
function indexSlips(list: WordList): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const fold of list.byFold.keys()) {
    if (fold.length < SHORTEST_SLIP - 1 || fold.length > LONGEST_WORD) continue
    for (const key of new Set(withoutOneLetter(fold))) {
      const known = index.get(key)
      if (known) known.push(fold)
      else index.set(key, [fold])
    }
  }
  return index
}

/**
 * How much a word typed without diacritics is worth against one with: little says so in a message that has them, unless
 * it stands among several that have none.
 */
function bareCosts(tokens: readonly Token[]): number[] {
  const everywhere = bareCost(markedShare(tokens))
  if (everywhere < MOSTLY_MARKED) return tokens.map(() => everywhere)
  return tokens.map((_, at) => (bareRun(tokens, at) >= BARE_RUN ? AMONG_BARE : everywhere))
}

/** So many words in a row without diacritics were typed without them. */
const BARE_RUN = 2
const AMONG_BARE = 0.15
const SOME_MARKED = 0.2

/** How many words without diacritics stand in a row here. */
function bareRun(tokens: readonly Token[], at: number): number {
  let from = at
  while (isBareWord(tokens[from - 1])) from--
  let to = at
  while (isBareWord(tokens[to])) to++
  return to - from
}

function isBareWord(token: Token | undefined): boolean {
  return token !== undefined && token.number === null && (token.repaired || isBare(token))
}

function bareCost(share: number): number {
  if (share >= 0.5) return MOSTLY_MARKED
  return share >= SOME_MARKED ? AMONG_BARE : 0.02
}

/** Whether a message was typed with diacritics, so that words without them have none. */
export function hasDiacritics(tokens: readonly Token[]): boolean {
  return markedShare(tokens) >= SOME_MARKED
}

/** The share of words that were typed with diacritics. */
function markedShare(tokens: readonly Token[]): number {
  const words = tokens.filter(token => token.number === null && token.fold.length > 1)
  const marked = words.filter(token => !isBare(token) && !token.repaired).length
  return words.length === 0 ? 0 : marked / words.length
}

/** The tokens, mended, each with what it may be: words of the vocabulary, the cheapest first, and numbers. */
export function readItems(reader: WordReader, raw: readonly Token[]): { tokens: Token[]; items: Item[] } {
  const tokens = repairTokens(reader, raw)
  const bare = bareCosts(tokens)
  const numbers = numberSlots(tokens)
  const items = tokens.map((token, at) => ({
    words: reader.known(readingKey(token, bare[at]!), token, bare[at]!),
    slots: numbers[at]!,
    letters: token.fold.length,
  }))
  return { tokens, items }
}

function readingKey(token: Token, bare: number): string {
  return `${token.typed}|${bare}|${isInitial(token)}|${token.repaired ? spellingKey(token) : ''}`
}

/** The words of the vocabulary that a token may stand for, with their costs, the cheapest first. */
function wordsOf(reader: Words, token: Token, bare: number): ReadAs[] {
  const found: ReadAs[] = []
  for (const word of reader.list.byFold.get(token.fold) ?? [])
    found.push({ word, cost: marksCost(reader, token, word, bare) })
  preferExact(found, token)
  if (!isInitial(token))
    for (const word of reader.shorthand.get(token.typed.toLowerCase()) ?? []) add(found, word, SHORTHAND)
  if (mayBeSlip(token, found)) addSlips(reader, token, found)
  return found.filter(one => one.cost < NEVER).toSorted((a, b) => a.cost - b.cost)
}

/** "Tam K", "Bảo Hk": with a capital within the message, short letters are a part of a name. */
function isInitial({ typed, capital, start }: Token): boolean {
  return capital && start > 0 && (typed.length === 1 || /\p{Ll}/u.test(typed))
}

/** "Sơ" typed as the word that it is stands for no "sở". */
function preferExact(found: ReadAs[], token: Token): void {
  if (isBare(token) || !found.some(one => one.cost === 0)) return
  for (const one of found)
    if (one.cost === SOME_MARKS_MISSING) one.cost = token.fold.length <= SHORT_WORD ? NEVER : OTHER_MARKS
}

/** A word that is known as it stands is no slip of another. */
function mayBeSlip({ fold }: Token, found: readonly ReadAs[]): boolean {
  if (fold.length > LONGEST_WORD || fold.length < SHORTEST_SLIP) return false
  return found.every(one => one.cost >= OTHER_MARKS)
}

function marksCost(reader: Words, token: Token, word: number, bare: number): number {
  const relation = compareMarks(token, reader.list.words[word]!)
  if (relation === 'same') return 0
  if (relation === 'other') return otherMarksCost(token, reader.list.words[word]!)
  if (!isBare(token)) return SOME_MARKS_MISSING
  return token.fold.length < SHORT_WORD && bare >= MOSTLY_MARKED ? SHORT_AND_BARE : bare
}

/**
 * With other diacritics a short word is another word ("sổ" is no "số"), unless only hỏi and ngã changed places, which
 * half the country does not tell apart.
 */
function otherMarksCost(token: Token, meant: Written): number {
  const [low, high] = [Math.min(token.tone, meant.tone), Math.max(token.tone, meant.tone)]
  const swapped = low === 3 && high === 4
  return token.fold.length <= SHORT_WORD && !swapped ? NEVER : OTHER_MARKS
}

function addSlips(reader: Words, token: Token, found: ReadAs[]): void {
  const cost = isBare(token) && reader.nameWords.has(token.fold) ? SLIP_OF_NAME : SLIP
  for (const fold of reader.oneSlipFrom(token.fold)) {
    const likelier = isOfThumbs(token.fold, fold) ? OF_THUMBS : 0
    for (const word of reader.list.byFold.get(fold) ?? []) add(found, word, cost - likelier)
  }
}

function add(found: ReadAs[], word: number, cost: number): void {
  const known = found.find(one => one.word === word)
  if (!known) found.push({ word, cost })
  else if (cost < known.cost) known.cost = cost
}

/** Where so many words have diacritics, the typing system was on: then only words of the subject are mended. */
const TYPING_WORKS = 0.34

/** Tokens with typing systems' leftovers undone and run-together words parted, where that gives known words. */
function repairTokens(reader: WordReader, tokens: readonly Token[]): Token[] {
  const works = markedShare(tokens) > TYPING_WORKS
  return tokens.flatMap(token => {
    if (isKnown(reader, token.fold) || token.number !== null) return [token]
    const telex = telexToken(token, works ? reader.list.byFold : null)
    return telex ?? (isNearWord(reader, token.fold) ? null : partToken(reader, token)) ?? [token]
  })
}

/** "Tuyênd" is "tuyến" with a slip, not two words run together. */
function isNearWord(reader: WordReader, fold: string): boolean {
  if (fold.length < SHORTEST_PARTED || fold.length > LONGEST_WORD) return false
  return reader.oneSlipFrom(fold).some(word => word.length >= SHORTEST_PARTED - 1)
}

function isKnown(reader: WordReader, fold: string): boolean {
  return reader.list.byFold.has(fold) || reader.nameWords.has(fold) || reader.shorthand.has(fold)
}

function telexToken(token: Token, among: ReadonlyMap<string, unknown> | null): Token[] | null {
  const keys = token.typed.toLowerCase()
  if (keys.length > LONGEST_WORD || !/^[a-z]+$/.test(keys) || isSyllable(keys)) return null
  const word = fromTelex(keys)
  if (word === null) return null
  const read = written(word)
  if (among && !among.has(read.fold)) return null
  return isSyllable(read.fold) ? [{ ...token, ...read, repaired: true }] : null
}

const SHORTEST_PARTED = 6
const LONGEST_PARTED = 40

function partToken(reader: WordReader, token: Token): Token[] | null {
  const letters = token.fold
  if (letters.length < SHORTEST_PARTED || letters.length > LONGEST_PARTED) return null
  if (letters.length !== token.typed.length) return null
  const cuts = part(reader, letters)
  if (!cuts || cuts.length > letters.length / 2.5) return null
  let at = 0
  return cuts.map((length, index) => {
    const typed = token.typed.slice(at, at + length)
    const start = token.start + at
    at += length
    const own = { typed, start, end: start + length, gap: index === 0 ? token.gap : '' }
    return { ...token, ...written(typed), ...own, capital: index === 0 && token.capital }
  })
}

/** Lengths of the fewest known words of which the letters are made, or null. */
function part(reader: WordReader, letters: string): number[] | null {
  const best: (number[] | null)[] = [[]]
  for (let end = 1; end <= letters.length; end++) {
    best.push(null)
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
      const before = best[start]
      if (!before || !reader.list.byFold.has(letters.slice(start, end))) continue
      if (before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, end - start]
    }
  }
  return best[letters.length] ?? null
}
