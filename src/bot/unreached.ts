import { reachOf } from '../db/stores/chats.ts'
import type { Unreached } from '../replies/say-unreached.ts'
import { unitName } from '../replies/phrases/names.ts'
import type { TurnContext } from './turn.ts'

/** Those of the unit for whom something is meant, where it reaches none of them as things stand; else null. */
export async function unreachedOf(
  { chats, scene, say }: Pick<TurnContext, 'chats' | 'scene' | 'say'>,
  unit: string,
  members: readonly string[],
): Promise<Unreached | null> {
  const reach = await Promise.all(members.map(async member => reachOf(await chats.ofMember(member))))
  if (reach.includes('open')) return null
  const why = reach.every(one => one === 'silent') ? 'muted' : 'unlinked'
  const names = members.map(member => scene.members.get(member)?.name ?? member).join(', ')
  return { unit: unitName(say, unit), names, why }
}
