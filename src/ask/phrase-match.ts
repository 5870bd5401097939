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

/** All phrases of the book that begin at item `from`, the best reading of each for each end. */
export function matchPhrases<M>(book: PhraseBook<M>, items: readonly Item[], from: number): PhraseMatch<M>[] {
  const item = items[from]
  if (!item) return []
  const phrases = new Set<Phrase<M>>()
  for (const { word } of item.words) for (const phrase of book.byWord.get(word) ?? []) phrases.add(phrase)
  for (const { slot } of item.slots) for (const phrase of book.bySlot.get(slot) ?? []) phrases.add(phrase)
  const found: PhraseMatch<M>[] = []
  for (const phrase of phrases) {
    const best = new Map<number, PhraseMatch<M>>()
    const walk: Walk = {
      items,
      steps: 0,
      end: ({ at: to, cost, skipped, values }) => {
        const known = best.get(to)
        if (!known || cost < known.cost)
          best.set(to, { from, to, cost, skipped, meaning: phrase.meaning, values })
      },
    }
    follow(walk, phrase.start, { at: from, cost: 0, letters: 0, skipped: 0, values: [] })
    found.push(...best.values())
  }
  return found
}

interface Walk {
  items: readonly Item[]
  steps: number
  end: (place: Place) => void
}

interface Place {
  at: number
  cost: number
  letters: number
  skipped: number
  values: readonly unknown[]
}

function follow(walk: Walk, state: PhraseState, place: Place): void {
  if (++walk.steps > MOST_STEPS) return
  if (state.ends && place.cost <= allowance(place.letters)) walk.end(place)
  const item = walk.items[place.at]
  if (!item) return
  for (const { word, cost } of item.words)
    for (const to of state.words.get(word) ?? [])
      follow(walk, to, {
        ...place,
        at: place.at + 1,
        cost: place.cost + cost,
        letters: place.letters + item.letters,
      })
  if (state.slots.size > 0)
    for (const { slot, to: at, value } of item.slots)
      for (const to of state.slots.get(slot) ?? [])
        follow(walk, to, {
          ...place,
          at,
          letters: place.letters + SLOT_LETTERS,
          values: [...place.values, value],
        })
  for (const { most, to } of state.gaps)
    for (let skip = 0; skip <= most && place.at + skip < walk.items.length; skip++)
      follow(walk, to, {
        ...place,
        at: place.at + skip,
        cost: place.cost + skip * GAP_COST,
        skipped: place.skipped + skip,
      })
}

/** What slips a phrase of so many letters may contain: none in a short word, two or three in a long phrase. */
function allowance(letters: number): number {
  if (letters < 5) return 0.45
  if (letters < 8) return 1.1
  if (letters < 13) return 1.5
  return letters < 20 ? 2.2 : 3.2
}
