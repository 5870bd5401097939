import { editDistance } from '../../ask/words/edit-distance.ts'
import { foldName } from './fold-name.ts'

/** What may have been meant: a code, and names by which it is looked for. */
export interface Candidate {
  code: string
  names: readonly string[]
}

/**
 * Up to three candidates that are written much like a text, nearest first, as `code (name)`; empty where none is near.
 * `within`: how many edits, relative to the longer text, are near.
 */
export type Nearest = (text: string, within?: number) => string

const SHOWN = 3
/** Edits, relative to the longer text, up to which another name is near; and how much farther than the first. */
const NEAR = 0.5
const FARTHER = 0.15
/** So many that share most pairs of letters are compared letter by letter. */
const COMPARED = 30

interface Spelling {
  candidate: Candidate
  name: string
}

/** Prepares the search among candidates, at the first question: most files have nothing to ask. */
export function createNearest(candidates: () => Iterable<Candidate>): Nearest {
  let index: { spellings: Spelling[]; byPair: Map<string, number[]> } | null = null
  const answers = new Map<string, string>()
  return (text, within = NEAR) => {
    index ??= buildIndex(candidates())
    const key = `${within} ${text}`
    const answer = answers.get(key) ?? search(foldName(text).slice(0, 100), index, within)
    answers.set(key, answer)
    return answer
  }
}

function buildIndex(candidates: Iterable<Candidate>) {
  const spellings: Spelling[] = []
  const byPair = new Map<string, number[]>()
  for (const candidate of candidates) {
    for (const name of new Set([candidate.code, ...candidate.names].map(foldName))) {
      for (const pair of pairsOf(name)) {
        const some = byPair.get(pair)
        if (some === undefined) byPair.set(pair, [spellings.length])
        else some.push(spellings.length)
      }
      spellings.push({ candidate, name })
    }
  }
  return { spellings, byPair }
}

function search(
  wanted: string,
  { spellings, byPair }: NonNullable<ReturnType<typeof buildIndex>>,
  within: number,
): string {
  const shared = new Uint16Array(spellings.length)
  for (const pair of pairsOf(wanted)) {
    for (const position of byPair.get(pair) ?? []) shared[position]!++
  }
  const likeness = (position: number) =>
    shared[position]! / (wanted.length + spellings[position]!.name.length + 2)
  const likely = Array.from(shared.keys())
    .toSorted((a, b) => likeness(b) - likeness(a))
    .slice(0, COMPARED)
    .map(position => spellings[position]!)
    .map(spelling => ({ ...spelling, distance: distanceBetween(wanted, spelling.name) }))
    .toSorted((a, b) => a.distance - b.distance)
    .filter(({ distance }, _, [first]) => distance <= Math.min(within, (first?.distance ?? 0) + FARTHER))
  return [...new Set(likely.map(each => each.candidate))].slice(0, SHOWN).map(shown).join(', ')
}

function shown({ code, names: [name] }: Candidate): string {
  return name === undefined || name === code ? code : `${code} (${name})`
}

/** Pairs of neighbouring letters, the edges included. */
function pairsOf(name: string): Set<string> {
  const framed = `^${name}$`
  return new Set(Array.from({ length: framed.length - 1 }, (_, start) => framed.slice(start, start + 2)))
}

/** Edits, relative to the longer of both: 0 the same, 1 nothing in common. */
function distanceBetween(wanted: string, name: string): number {
  const longest = Math.max(wanted.length, name.length, 1)
  return editDistance(wanted, name.slice(0, 100), longest) / longest
}
