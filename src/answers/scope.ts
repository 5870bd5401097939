import type { Question } from '../ask/question.ts'
import type { Member } from '../core/member.ts'
import { isCalledBy, isUnder, type Unit } from '../core/unit-tree.ts'
import type { Scene } from './scene.ts'
import type { World } from './world.ts'

/** Code of the top of what the member may see: the province for a committee, else the own unit (DOMAIN.md §10). */
export function scopeOf(world: Pick<World, 'tree'>, member: Member): string {
  if (member.role !== 'committee' || !world.tree.byCode.has(member.unit)) return member.unit
  return world.tree.province(member.unit).code
}

/** Whether the member may see figures of the unit. */
export function maySee(world: Pick<World, 'tree'>, member: Member, unit: string): boolean {
  const scope = scopeOf(world, member)
  return (
    unit === scope ||
    (world.tree.byCode.has(unit) && world.tree.ancestors(unit).some(one => one.code === scope))
  )
}

/** How much of a unit may be seen: everything; value, target, verdict and place; the place alone; nothing. */
export type Seen = 'all' | 'figures' | 'places' | 'none'

/** Whether it may be seen that a unit has met its target. */
export function showsVerdict(seen: Seen): boolean {
  return seen === 'all' || seen === 'figures'
}

/**
 * How much of a unit the member may see, one rule for every intent (DOMAIN.md §10): of one's own and what is below it
 * everything, of the province its figures, of peers what the setting says, of others nothing.
 */
export function seenAs(scene: Scene, member: Member, unit: string): Seen {
  if (maySee(scene, member, unit)) return 'all'
  const { tree, settings } = scene
  if (!tree.byCode.has(member.unit) || !tree.byCode.has(unit)) return 'none'
  if (tree.ancestors(member.unit).some(one => one.code === unit && PUBLIC.has(one.kind))) return 'figures'
  return tree.peers(member.unit).some(peer => peer.code === unit) ? settings.peers : 'none'
}

const PUBLIC: ReadonlySet<Unit['kind']> = new Set(['province', 'region', 'country'])

/**
 * The units that a question about a group means, without the group's own top: of the named kinds and place, those that
 * are left out left out; with neither, everything in the member's view, or the peers of who has nothing below. Those
 * that exist on `day`.
 */
export function groupUnits(
  scene: Scene,
  member: Member,
  group: Question['group'],
  day: string = scene.moment.today,
): Unit[] {
  const units = unitsOfKind(scene, member, group, day)
  const word = group?.word
  const among = group?.among && new Set(group.among)
  return units.filter(
    unit =>
      (word === undefined || isCalledBy(unit, word)) &&
      !isUnder(scene.tree, unit.code, group?.except ?? []) &&
      (among === undefined || among.has(unit.code)),
  )
}

function unitsOfKind(world: Scene, member: Member, group: Question['group'], day: string): Unit[] {
  const kinds = group?.kinds && group.kinds.length > 0 ? group.kinds : group?.kind ? [group.kind] : []
  const active = (unit: Unit) => world.tree.isActive(unit, day)
  const ofKind = (unit: Unit) => kinds.includes(unit.kind)
  if (group?.within && world.tree.byCode.has(group.within)) {
    return below(world, group.within).filter(unit => active(unit) && (kinds.length === 0 || ofKind(unit)))
  }
  if (kinds.length > 0) {
    const inside = below(world, provinceOf(world, member)).filter(unit => active(unit) && ofKind(unit))
    return inside.length > 0 ? inside : world.catalog.units.filter(unit => active(unit) && ofKind(unit))
  }
  const mine = below(world, scopeOf(world, member)).filter(active)
  return mine.length > 0 ? mine : world.tree.peers(member.unit, { today: day })
}

function provinceOf(world: Scene, member: Member): string {
  return world.tree.byCode.has(member.unit) ? world.tree.province(member.unit).code : member.unit
}

function below(world: Scene, top: string): Unit[] {
  return world.tree.subtree(top).filter(unit => unit.code !== top)
}
