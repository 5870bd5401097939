import { parsePhrase } from './phrase-syntax.ts'
import type { PhraseLists, PhraseTree } from './phrase-syntax.ts'
import { wordNumber } from './word-list.ts'
import type { WordList } from './word-list.ts'

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
  start: PhraseState
  meaning: M
}

/** Phrases by the words and slots with which they can begin. */
export interface PhraseBook<M> {
  byWord: Map<number, Phrase<M>[]>
  bySlot: Map<string, Phrase<M>[]>
}

export function newPhraseBook<M>(): PhraseBook<M> {
  return { byWord: new Map(), bySlot: new Map() }
}

/** Adds a phrase (written as `phrase-syntax.ts` says) that means `meaning`. */
export function addPhrase<M>(
  book: PhraseBook<M>,
  text: string,
  meaning: M,
  m: { words: WordList; lists?: PhraseLists },
): void {
  const start = newState()
  const end = build(parsePhrase(text, m.lists), start, m.words)
  end.ends = true
  foldFree(start, new Set())
  if (start.ends) throw new Error(`phrase that may be empty: ${text}`)
  const phrase = { start, meaning }
  for (const word of start.words.keys()) push(book.byWord, word, phrase)
  for (const slot of start.slots.keys()) push(book.bySlot, slot, phrase)
}

function newState(): PhraseState {
  return { words: new Map(), slots: new Map(), gaps: [], ends: false, free: [] }
}

/** Appends the tree behind `from`; returns the state behind it. */
function build(tree: PhraseTree, from: PhraseState, words: WordList): PhraseState {
  if (tree.is === 'sequence') return tree.parts.reduce((state, part) => build(part, state, words), from)
  const to = newState()
  if (tree.is === 'word') push(from.words, wordNumber(words, tree.word), to)
  else if (tree.is === 'slot') push(from.slots, tree.slot, to)
  else if (tree.is === 'gap') from.gaps.push({ most: tree.most, to })
  else
    for (const one of tree.of) {
      const begin = newState()
      from.free.push(begin)
      build(one, begin, words).free.push(to)
    }
  return to
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
