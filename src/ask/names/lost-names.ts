import { ownOfKind } from './asker.ts'
import type { Evidence } from '../intents/evidence.ts'
import type { Lexicon } from '../lexicon.ts'
import { isSo } from '../lattice/free-words.ts'
import { freeEnd, nameBehind } from './name-behind.ts'
import type { Run } from '../words/run.ts'
import { kindMentions } from '../intents/read-groups.ts'
import type { KindMention } from '../intents/read-groups.ts'
import type { AskContext } from '../reading.ts'

/**
 * Words behind a kind that were meant as the name of a unit and fit none: then no answer is about the asker's own unit,
 * about all units of the kind, or about the place named behind. Null where there are none.
 */
export function lostName(evidence: Evidence, lexicon: Lexicon, context: AskContext): Run | null {
  if (evidence.otherOffice) return withPlace(evidence.otherOffice, evidence)
  if (evidence.asked?.part === 'spread' || OF_ALL.some(feature => evidence.strength.has(feature))) return null
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
