import { ownOfKind } from './asker.ts'
import { isSo } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { slotEnd } from './free-words.ts'
import type { Run } from './free-words.ts'
import type { Item } from './phrase-match.ts'
import { kindMentions } from './read-groups.ts'
import type { KindMention } from './read-groups.ts'
import type { AskContext } from './reading.ts'

/**
 * Words behind a kind that were meant as the name of a unit and fit none: then no answer is about the asker's own unit,
 * about all units of the kind, or about the place named behind. Null where there are none.
 */
export function lostName(evidence: Evidence, lexicon: Lexicon, context: AskContext): Run | null {
  if (evidence.otherOffice) return withPlace(evidence.otherOffice, evidence)
  if (OF_ALL.some(feature => evidence.strength.has(feature))) return null
  if (evidence.mentions.length > 0) return beforePlace(evidence, lexicon)
  const bare = homelessKind(evidence, lexicon, context)
  return bare && nameBehind(bare.to, evidence, lexicon)
}

/** "Phòng tư pháp huyện Đức Cơ". */
function withPlace({ from, to }: Run, { mentions }: Evidence): Run {
  const place = mentions.find(one => one.from <= to && to < one.to)
  return { from, to: place?.to ?? to }
}

/** Beside these a kind means all of that kind, whatever follows. */
const OF_ALL = ['ranking_table', 'list', 'which_group'] as const

/** A kind by itself ("xã") of which the asker has no unit. */
export function homelessKind(evidence: Evidence, lexicon: Lexicon, context: AskContext): KindMention | null {
  const found = kindMentions(evidence).find(
    ({ use, kind, from, to }) =>
      use === 'bare' &&
      kind !== null &&
      ownOfKind(kind, lexicon, context) === null &&
      !isSo({ from, to }, evidence.read),
  )
  return found ?? null
}

/** "Xã La, tỉnh Quảng Trị": what stands between the kind and the place was a name. */
function beforePlace(evidence: Evidence, { tree }: Lexicon): Run | null {
  for (const { use, kind, to } of kindMentions(evidence)) {
    if ((use !== 'bare' && use !== 'own') || (kind !== 'commune' && kind !== 'district')) continue
    const end = freeEnd(to, evidence)
    const place = evidence.mentions.find(({ from }) => from >= end && from <= end + 1)
    if (end === to || !place) continue
    if (place.choice.units.every(code => (tree.byCode.get(code)?.kind ?? kind) !== kind))
      return { from: to, to: end }
  }
  return null
}

/** Words that are no particles, behind a kind. */
export function nameBehind(
  from: number,
  evidence: Pick<Evidence, 'read' | 'cues'>,
  { vocabulary }: Lexicon,
): Run | null {
  const to = freeEnd(from, evidence)
  const [first, ...rest] = evidence.read.items.slice(from, to)
  if (first === undefined || isOneOf(vocabulary.joining, first)) return null
  return [first, ...rest].every(item => isOneOf(vocabulary.particles, item)) ? null : { from, to }
}

function isOneOf(words: ReadonlySet<number>, item: Item): boolean {
  return item.words.some(({ word, cost }) => cost < 0.5 && words.has(word))
}

/** Where the words end that may be a name. */
function freeEnd(from: number, evidence: Pick<Evidence, 'read' | 'cues'>): number {
  return slotEnd(from, { ...evidence, outside: [], particles: NO_WORDS })
}

const NO_WORDS: ReadonlySet<number> = new Set()
