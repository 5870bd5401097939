import type { Question } from '../ask/question.ts'
import type { Member } from '../core/member.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { Scene } from './scene.ts'
import type { World } from './world.ts'

/** Code of the top of what the member may see: the province for a committee, else the own unit (DOMAIN.md §10). */
export function scopeOf(world: World, member: Member): string {
  if (member.role !== 'committee' || !world.tree.byCode.has(member.unit)) return member.unit
  return world.tree.province(member.unit).code
}

/** Whether the member may see figures of the unit. */
export function maySee(world: World, member: Member, unit: string): boolean {
  const scope = scopeOf(world, member)
  return (
    unit === scope ||
    (world.tree.byCode.has(unit) && world.tree.ancestors(unit).some(one => one.code === scope))
  )
}

/**
 * The units that a question about a group means, active today, without the group's own top: of the named kind and
 * place; with neither, everything in the member's view, or the peers of who has nothing below.
 */
export function groupUnits(scene: Scene, member: Member, group: Question['group']): Unit[] {
  const units = unitsOfKind(scene, member, group)
  const word = group?.word
  return word === undefined ? units : units.filter(unit => unit.name.toLowerCase().startsWith(`${word} `))
}

function unitsOfKind(world: Scene, member: Member, group: Question['group']): Unit[] {
  const { today } = world.moment
  const kind = group?.kind ?? null
  const active = (unit: Unit) => world.tree.isActive(unit, today)
  if (group?.within && world.tree.byCode.has(group.within)) {
    return below(world, group.within).filter(unit => active(unit) && (kind === null || unit.kind === kind))
  }
  const province = world.tree.byCode.has(member.unit) ? world.tree.province(member.unit).code : member.unit
  if (kind === 'province') return world.catalog.units.filter(unit => unit.kind === 'province' && active(unit))
  if (kind !== null) return below(world, province).filter(unit => unit.kind === kind && active(unit))
  const mine = below(world, scopeOf(world, member)).filter(active)
  return mine.length > 0 ? mine : world.tree.peers(member.unit, { today })
}

function below(world: World, top: string): Unit[] {
  return world.tree.subtree(top).filter(unit => unit.code !== top)
}

/**
 * Which units the member may see in a list: those of the own view, and peers, whose names in a ranking are public in
 * these campaigns (DOMAIN.md §10).
 */
export function seenInLists(world: Scene, member: Member): (unit: string) => boolean {
  const { today } = world.moment
  const peers = world.tree.byCode.has(member.unit) ? world.tree.peers(member.unit, { today }) : []
  const named = new Set(peers.map(peer => peer.code))
  return unit => named.has(unit) || maySee(world, member, unit)
}
