import { editDistance } from '../ask/edit-distance.ts'
import { foldName } from './fold-name.ts'

/** What may have been meant: a code, and names by which it is looked for. */
export interface Candidate {
  code: string
  names: readonly string[]
}

const SHOWN = 3

/** The three candidates that are written most like the text, as `code (name)`, nearest first. */
export function nearest(text: string, candidates: readonly Candidate[]): string {
  const wanted = foldName(text)
  const scored = candidates.map(candidate => {
    const names = [candidate.code, ...candidate.names].map(foldName)
    return { candidate, distance: Math.min(...names.map(name => distanceTo(wanted, name))) }
  })
  return scored
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, SHOWN)
    .map(({ candidate: { code, names } }) => (names[0] === undefined ? code : `${code} (${names[0]})`))
    .join(', ')
}

/** Edits, relative to the longer of both: 0 the same, 1 nothing in common. */
function distanceTo(wanted: string, name: string): number {
  const longest = Math.max(wanted.length, name.length, 1)
  if (name !== '' && wanted !== '' && name.includes(wanted)) return (longest - wanted.length) / (2 * longest)
  const limit = Math.ceil(longest / 2)
  const edits = editDistance(wanted.slice(0, 100), name.slice(0, 100), limit)
  return edits > limit ? 1 : edits / longest
}
