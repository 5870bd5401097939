import type { Question } from '../../ask/question.ts'
import { UNIT_KINDS } from '../../core/unit-tree.ts'
import type { SayContext } from './context.ts'
import { unitName, withoutSome } from './names.ts'

/** A group in words: "sở, ban, ngành", "đơn vị cấp xã thuộc huyện Đức Cơ", "đơn vị". */
export function groupName(ctx: SayContext, group: Question['group']): string {
  const { words } = ctx
  const known = UNIT_KINDS.filter(one => group?.kinds?.includes(one))
  const kinds = known.length > 0 ? known : group?.kind ? [group.kind] : []
  const kind =
    kinds.length === 0
      ? words.say('units.any')
      : kinds
          .map(one => words.say(`units.peers.${one}`))
          .reduce((some, more) => words.say('answers.groups.and', { some, more }))
  const peers = group?.word ?? kind
  const ofAll = !group?.within || ctx.tree.byCode.get(group.within)?.parent === null
  const name = ofAll ? peers : words.say('units.peersOf', { peers, parent: unitName(ctx, group.within!) })
  return withoutSome(name, group?.except ?? [], ctx)
}
