import type { Phrase, PhraseBook, PhraseState } from './phrase-graph.ts'

/** One place of a message: the words it may be, and what has been recognised from here on. */
export interface Item {
  words: readonly ReadAs[]
  slots: readonly Slot[]
  letters: number
}

/** A word of the vocabulary that a token may stand for; cost 0 is exactly that word. */
export interface ReadAs {
  word: number
  cost: number
}

/** Something recognised that begins here and ends before item `to`. */
export interface Slot {
  slot: string
  to: number
  value: unknown
}

export interface PhraseMatch<M> {
  from: number
  to: number
  /** How far it is from what was typed: 0 exactly. */
  cost: number
  /** Words between its own that it leaves out. */
  skipped: number
  meaning: M
  /** Values of the slots, in order. */
  values: readonly unknown[]
}

const GAP_COST = 0.03
const SLOT_LETTERS = 2
const MOST_STEPS = 1000
/** No phrase allows more. */
const MOST_COST = 3.2

/** All phrases of the book that begin at item `from`, the best reading of each for each end. */
export function matchPhrases<M>(book: PhraseBook<M>, items: readonly Item[], from: number): PhraseMatch<M>[] {
  const item = items[from]
  if (!item) return []
  const tried = new Set<Phrase<M>>()
  const walk: Walk<M> = { items, from, steps: 0, meaning: null, first: 0, found: [] }
  const tryAll = (phrases: readonly Phrase<M>[] | undefined): void => {
    for (const phrase of phrases ?? []) {
      if (tried.has(phrase)) continue
      tried.add(phrase)
      walk.meaning = phrase
      walk.steps = 0
      walk.first = walk.found.length
      follow(walk, phrase.start, from, NOTHING_YET)
    }
  }
  for (const { word } of item.words) tryAll(book.byWord.get(word))
  for (const { slot } of item.slots) tryAll(book.bySlot.get(slot))
  return walk.found
}

interface Walk<M> {
  items: readonly Item[]
  from: number
  steps: number
  /** The phrase being followed, and where its matches begin in `found`. */
  meaning: Phrase<M> | null
  first: number
  found: PhraseMatch<M>[]
}

/** What was passed so far. */
interface Passed {
  cost: number
  letters: number
  skipped: number
  values: readonly unknown[]
}

const NOTHING_YET: Passed = { cost: 0, letters: 0, skipped: 0, values: [] }

function follow<M>(walk: Walk<M>, state: PhraseState, at: number, passed: Passed): void {
  if (++walk.steps > MOST_STEPS) return
  if (state.ends && passed.cost <= allowance(passed.letters)) keep(walk, at, passed)
  const item = walk.items[at]
  if (!item || passed.cost > MOST_COST) return
  const { cost, letters, skipped, values } = passed
  if (state.words.size > 0)
    for (const read of item.words) {
      const next = state.words.get(read.word)
      if (!next) continue
      const more = { cost: cost + read.cost, letters: letters + item.letters, skipped, values }
      for (const to of next) follow(walk, to, at + 1, more)
    }
  if (state.slots.size > 0)
    for (const { slot, to: end, value } of item.slots)
      for (const to of state.slots.get(slot) ?? [])
        follow(walk, to, end, { cost, letters: letters + SLOT_LETTERS, skipped, values: [...values, value] })
  for (const { most, to } of state.gaps)
    for (let skip = 0; skip <= most && at + skip < walk.items.length; skip++)
      follow(walk, to, at + skip, { cost: cost + skip * GAP_COST, letters, skipped: skipped + skip, values })
}

function keep<M>(walk: Walk<M>, to: number, { cost, skipped, values }: Passed): void {
  const { found, first, from } = walk
  const match = { from, to, cost, skipped, meaning: walk.meaning!.meaning, values }
  for (let at = first; at < found.length; at++)
    if (found[at]!.to === to) {
      if (cost < found[at]!.cost) found[at] = match
      return
    }
  found.push(match)
}

/** What slips a phrase of so many letters may contain: none in a short word, two or three in a long phrase. */
function allowance(letters: number): number {
  if (letters < 5) return 0.45
  if (letters < 8) return 1.1
  if (letters < 13) return 1.5
  return letters < 20 ? 2.2 : 3.2
}
