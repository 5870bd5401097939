import { waysOf } from './phrase-graph.ts'
import type { Phrase, PhraseBook, SharedState } from './phrase-graph.ts'
import type { Run } from '../words/run.ts'

/** A phrase that fits only with so many slips may be a name instead. */
export const DOUBTFUL = 0.6
/** A word that costs less is typed with its diacritics or without, and nothing else. */
export const KNOWN = 0.1

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

export interface PhraseMatch<M> extends Run {
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
const MOST_STEPS = 4000
/** No phrase allows more. */
const MOST_COST = 3.2

/** All phrases of the book that begin at item `from`, the best reading of each for each end, in the book's order. */
export function matchPhrases<M>(book: PhraseBook<M>, items: readonly Item[], from: number): PhraseMatch<M>[] {
  const first = items[from]
  if (!first || !leadsOn(book.root, first)) return []
  const walk: Walk<M> = { items, from, steps: 0, found: [] }
  follow(walk, book.root, from, NOTHING_YET)
  if (walk.found.length === 0) return []
  return walk.found
    .toSorted((a, b) => a.phrase.number - b.phrase.number)
    .map(({ phrase, to, cost, skipped, values }) => ({
      from,
      to,
      cost,
      skipped,
      meaning: phrase.meaning,
      values,
    }))
}

interface Walk<M> {
  items: readonly Item[]
  from: number
  steps: number
  found: (Passed & { phrase: Phrase<M>; to: number })[]
}

/** What was passed so far. */
interface Passed {
  cost: number
  letters: number
  skipped: number
  values: readonly unknown[]
}

const NOTHING_YET: Passed = { cost: 0, letters: 0, skipped: 0, values: [] }

function follow<M>(walk: Walk<M>, state: SharedState<M>, at: number, passed: Passed): void {
  if (++walk.steps > MOST_STEPS) return
  if (state.ends.length > 0 && passed.cost <= allowance(passed.letters))
    for (const phrase of state.ends) keep(walk, phrase, at, passed)
  const item = walk.items[at]
  if (passed.cost > MOST_COST) return
  if (!item) return endOf(walk, state, at, passed)
  const { cost, letters, skipped, values } = passed
  const ways = waysOf(state)
  if (ways.words.size > 0)
    for (const read of item.words) {
      const next = ways.words.get(read.word)
      if (next && mayGoOn(next, walk.items[at + 1]))
        follow(walk, next, at + 1, {
          cost: cost + read.cost,
          letters: letters + item.letters,
          skipped,
          values,
        })
    }
  if (ways.slots.size > 0)
    for (const { slot, to: end, value } of item.slots) {
      const next = ways.slots.get(slot)
      if (next)
        follow(walk, next, end, {
          cost,
          letters: letters + SLOT_LETTERS,
          skipped,
          values: [...values, value],
        })
    }
  for (const { most, to } of ways.gaps)
    for (let skip = 0; skip <= most && at + skip < walk.items.length; skip++)
      if (leadsOn(to, walk.items[at + skip]!))
        follow(walk, to, at + skip, {
          cost: cost + skip * GAP_COST,
          letters,
          skipped: skipped + skip,
          values,
        })
}

/** Whether anything at all may come of standing there before the item, or at the end. */
function mayGoOn<M>(state: SharedState<M>, item: Item | undefined): boolean {
  return item === undefined || leadsOn(state, item)
}

function leadsOn<M>(state: SharedState<M>, item: Item): boolean {
  const ways = waysOf(state)
  if (state.ends.length > 0 || ways.gaps.length > 0) return true
  for (const { word } of item.words) if (ways.words.has(word)) return true
  if (ways.slots.size > 0) for (const { slot } of item.slots) if (ways.slots.has(slot)) return true
  return false
}

/** Where the message ends, what may stand between words is nothing: "sao ~5 thấp ~1 (thế)?" ends with "thấp". */
function endOf<M>(walk: Walk<M>, state: SharedState<M>, at: number, passed: Passed): void {
  for (const { to } of waysOf(state).gaps) follow(walk, to, at, passed)
}

function keep<M>({ found }: Walk<M>, phrase: Phrase<M>, to: number, passed: Passed): void {
  const known = found.findIndex(one => one.phrase === phrase && one.to === to)
  const { cost, letters, skipped, values } = passed
  const match = { phrase, to, cost, letters, skipped, values }
  if (known < 0) found.push(match)
  else if (cost < found[known]!.cost) found[known] = match
}

/** What slips a phrase of so many letters may contain: none in a short word, two or three in a long phrase. */
function allowance(letters: number): number {
  if (letters < 5) return 0.45
  if (letters < 8) return 1.1
  if (letters < 13) return 1.5
  return letters < 20 ? 2.2 : 3.2
}
