import { parsePhrase } from './phrase-syntax.ts'
import type { PhraseLists, PhraseTree } from './phrase-syntax.ts'
import { typedEntries } from '../words/typed-entries.ts'
import { wordNumber } from '../words/word-list.ts'
import type { WordList } from '../words/word-list.ts'

/** A place within a phrase and the ways on from it. */
export interface PhraseState {
  words: Map<number, PhraseState[]>
  slots: Map<string, PhraseState[]>
  gaps: { most: number; to: PhraseState }[]
  /** The phrase may end here. */
  ends: boolean
  /** Ways that need no word; folded away once the phrase is complete. */
  free: PhraseState[]
}

/** A phrase as a graph, with what it means. */
export interface Phrase<M> {
  /** In the order in which they were added. */
  number: number
  meaning: M
}

/** A phrase and how far it has been followed. */
interface Followed<M> {
  phrase: Phrase<M>
  state: PhraseState
}

/** A place that all phrases share which begin with the same words and slots: each beginning is followed but once. */
export interface SharedState<M> {
  followed: Followed<M>[]
  /** Phrases that may end here. */
  ends: readonly Phrase<M>[]
  /** Made when it is first asked for: few beginnings are ever typed. */
  ways: SharedWays<M> | null
}

export interface SharedWays<M> {
  words: ReadonlyMap<number, SharedState<M>>
  slots: ReadonlyMap<string, SharedState<M>>
  gaps: readonly { most: number; to: SharedState<M> }[]
}

/** Phrases with their common beginnings. */
export interface PhraseBook<M> {
  root: SharedState<M>
}

export function newPhraseBook<M>(): PhraseBook<M> {
  return { root: sharedState([]) }
}

/** Adds a phrase (written as `phrase-syntax.ts` says) that means `meaning`. */
export function addPhrase<M>(
  { root }: PhraseBook<M>,
  text: string,
  meaning: M,
  m: { words: WordList; lists?: PhraseLists },
): void {
  const start = newState()
  const end = { ...newState(), ends: true }
  build(parsePhrase(text, m.lists), start, end, m.words)
  foldFree(start, new Set())
  if (start.ends) throw new Error(`phrase that may be empty: ${text}`)
  root.followed.push({ phrase: { number: root.followed.length, meaning }, state: start })
  root.ways = null
}

/** A book of phrases, each of which means the name of its list. */
export function bookOf<M extends string>(
  phrases: Readonly<Record<M, readonly string[]>>,
  m: { words: WordList; lists?: PhraseLists },
): PhraseBook<M> {
  const book = newPhraseBook<M>()
  for (const [meaning, all] of typedEntries<M, readonly string[]>(phrases))
    for (const phrase of all) addPhrase(book, phrase, meaning, m)
  return book
}

/** The ways on from a place that phrases share. */
export function waysOf<M>(state: SharedState<M>): SharedWays<M> {
  state.ways ??= sharedWays(state.followed)
  return state.ways
}

function sharedWays<M>(followed: readonly Followed<M>[]): SharedWays<M> {
  const words = new Map<number, Followed<M>[]>()
  const slots = new Map<string, Followed<M>[]>()
  const gaps = new Map<number, Followed<M>[]>()
  for (const { phrase, state } of followed) {
    for (const [word, to] of state.words) push(words, word, ...to.map(one => ({ phrase, state: one })))
    for (const [slot, to] of state.slots) push(slots, slot, ...to.map(one => ({ phrase, state: one })))
    for (const { most, to } of state.gaps) push(gaps, most, { phrase, state: to })
  }
  return {
    words: sharedStates(words),
    slots: sharedStates(slots),
    gaps: [...sharedStates(gaps)].map(([most, to]) => ({ most, to })),
  }
}

function sharedStates<K, M>(groups: ReadonlyMap<K, Followed<M>[]>): Map<K, SharedState<M>> {
  return new Map([...groups].map(([key, followed]) => [key, sharedState(followed)]))
}

function sharedState<M>(followed: Followed<M>[]): SharedState<M> {
  const ends = followed.filter(({ state }) => state.ends).map(({ phrase }) => phrase)
  return { followed, ends: [...new Set(ends)], ways: null }
}

function newState(): PhraseState {
  return { words: new Map(), slots: new Map(), gaps: [], ends: false, free: [] }
}

/** Leads from one state to another by the words of the tree. */
function build(tree: PhraseTree, from: PhraseState, to: PhraseState, words: WordList): void {
  if (tree.is === 'word') push(from.words, wordNumber(words, tree.word), to)
  else if (tree.is === 'slot') push(from.slots, tree.slot, to)
  else if (tree.is === 'gap') from.gaps.push({ most: tree.most, to })
  else if (tree.is === 'choice') for (const one of tree.of) build(one, from, to, words)
  else if (tree.parts.length === 0) from.free.push(to)
  else {
    let at = from
    for (const [index, part] of tree.parts.entries()) {
      const next = index === tree.parts.length - 1 ? to : newState()
      build(part, at, next, words)
      at = next
    }
  }
}

/** Gives each state the ways of the states that it reaches for free. */
function foldFree(state: PhraseState, seen: Set<PhraseState>): void {
  if (seen.has(state)) return
  seen.add(state)
  const free = state.free
  state.free = []
  for (const other of free) {
    foldFree(other, seen)
    for (const [word, to] of other.words) push(state.words, word, ...to)
    for (const [slot, to] of other.slots) push(state.slots, slot, ...to)
    state.gaps.push(...other.gaps)
    state.ends ||= other.ends
  }
  for (const to of [...state.words.values(), ...state.slots.values()].flat()) foldFree(to, seen)
  for (const gap of state.gaps) foldFree(gap.to, seen)
}

function push<K, V>(map: Map<K, V[]>, key: K, ...values: V[]): void {
  const list = map.get(key)
  if (!list) map.set(key, [...values])
  else for (const value of values) if (!list.includes(value)) list.push(value)
}
