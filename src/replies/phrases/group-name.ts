import type { Question } from '../../ask/question.ts'
import { UNIT_KINDS } from '../../core/unit-tree.ts'
import type { SayContext } from './context.ts'
import { unitInList, unitName } from './names.ts'

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

/** So many that are left out are named, more only counted. */
const NAMED = 2

/** "Đơn vị cấp huyện (không tính Pleiku)". */
function withoutSome(group: string, except: readonly string[], ctx: SayContext): string {
  if (except.length === 0) return group
  const left = livingOf(except, ctx)
  if (left.length > NAMED) return ctx.words.say('units.withoutSome', { group, count: String(left.length) })
  const units = left.map(code => unitInList(ctx, code)).join(', ')
  return ctx.words.say('units.without', { group, units })
}

/** Those that exist today, where any does: of "trừ các phường" nobody counts wards that are gone. */
function livingOf(codes: readonly string[], { tree, today }: SayContext): readonly string[] {
  const living = codes.filter(code => {
    const unit = tree.byCode.get(code)
    return unit !== undefined && tree.isActive(unit, today)
  })
  return living.length > 0 ? living : codes
}
