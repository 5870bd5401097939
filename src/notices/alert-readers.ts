import { maySee } from '../answers/scope.ts'
import type { NewsFacts, NewsItem } from './alert-facts.ts'
import { isEmpty } from './alert-facts.ts'
import type { Telling } from './topic.ts'

type Reading = Pick<Telling, 'scene' | 'member'>

/**
 * Of news what is still the reader's: of the own unit a leader's, of what was told above to the leaders there or to the
 * committee; corrections of what may be seen. Null where nothing is. What came and went is counted for who reads all of it.
 */
export function newsFor(facts: NewsFacts, reading: Reading): NewsFacts | null {
  const items = facts.items.filter(item => isOf(item, reading))
  const corrections = facts.corrections.filter(one => maySee(reading.scene, reading.member, one.unit))
  const gone = items.length === facts.items.length ? facts.gone : 0
  const own = { ...facts, items, corrections, gone }
  return isEmpty(own) ? null : own
}

function isOf({ what, unit }: NewsItem, { scene: { tree }, member }: Reading): boolean {
  if (what !== 'escalated') return member.role === 'leader' && member.unit === unit
  if (!tree.byCode.has(unit)) return false
  if (member.role === 'leader') return tree.byCode.get(unit)?.parent === member.unit
  return member.role === 'committee' && tree.province(unit).code === member.unit
}
