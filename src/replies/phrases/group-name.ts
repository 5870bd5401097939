import type { Question } from '../../ask/question.ts'
import type { SayContext } from './context.ts'
import { unitName } from './names.ts'

/** A group in words: "sở, ban, ngành", "đơn vị cấp xã thuộc huyện Đức Cơ", "đơn vị". */
export function groupName(ctx: SayContext, group: Question['group']): string {
  const { words } = ctx
  const kind = group?.kind ? words.say(`units.peers.${group.kind}`) : words.say('units.any')
  const peers = group?.word ?? kind
  if (!group?.within || ctx.tree.byCode.get(group.within)?.parent === null) return peers
  return words.say('units.peersOf', { peers, parent: unitName(ctx, group.within) })
}
