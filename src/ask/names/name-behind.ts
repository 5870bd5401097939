import type { Lexicon } from '../lexicon.ts'
import { slotEnd } from '../lattice/free-words.ts'
import type { Seen } from '../lattice/free-words.ts'
import { wholeOperators } from '../lattice/operators.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Item } from '../phrases/phrase-match.ts'
import type { Run } from '../words/run.ts'

type SeenBehind = Pick<Seen, 'read' | 'cues'> & { operators: readonly FoundOperator[] }

/** Words that are no particles, behind a kind. */
export function nameBehind(from: number, seen: SeenBehind, { vocabulary }: Lexicon): Run | null {
  const to = freeEnd(from, seen)
  const [first, ...rest] = seen.read.items.slice(from, to)
  if (first === undefined || isOneOf(vocabulary.joining, first)) return null
  return [first, ...rest].every(item => isOneOf(vocabulary.particles, item)) ? null : { from, to }
}

function isOneOf(words: ReadonlySet<number>, item: Item): boolean {
  return item.words.some(({ word, cost }) => cost < 0.5 && words.has(word))
}

/** Where the words end that may be a name. */
export function freeEnd(from: number, { read, cues, operators }: SeenBehind): number {
  return slotEnd(from, { read, cues, outside: wholeOperators(operators), particles: NO_WORDS })
}

const NO_WORDS: ReadonlySet<number> = new Set()
