import type { UnitKind } from '../../core/unit-tree.ts'
import type { Lexicon } from '../lexicon.ts'
import type { AskContext } from '../reading.ts'

/** The asker's own unit when it is of that kind, else the nearest above it that is; null where there is none. */
export function ownOfKind(kind: UnitKind | null, { tree }: Lexicon, { unit }: AskContext): string | null {
  if (kind === null) return unit
  if (!tree.byCode.has(unit)) return null
  const line = [tree.byCode.get(unit)!, ...tree.ancestors(unit)]
  return line.find(one => one.kind === kind)?.code ?? null
}

/** Whether units of that kind (of any, for null) lie below the unit. */
export function hasKindBelow(code: string, kind: UnitKind | null, { tree }: Lexicon): boolean {
  return (
    tree.byCode.has(code) &&
    tree.subtree(code).some(unit => unit.code !== code && (kind === null || unit.kind === kind))
  )
}

/** The kind of the places right below what the asker answers for, or of the asker's own place. */
export function placesOf(lexicon: Lexicon, { scope, unit, today }: AskContext): UnitKind | null {
  const own = PLACES.find(kind => kind === lexicon.units.get(unit)?.kind)
  const below = (code: string): UnitKind | undefined =>
    PLACES.find(kind => countBelow(code, kind, lexicon, today) > 0)
  if (!lexicon.tree.byCode.has(scope)) return null
  return below(scope) ?? own ?? below(lexicon.tree.province(scope).code) ?? null
}

/** Whether places of the first kind are made up of those of the second. */
export function isWiderKind(wide: UnitKind | null, kind: UnitKind | null): boolean {
  const places: readonly (UnitKind | null)[] = ['region', ...PLACES]
  return places.includes(wide) && places.indexOf(wide) < places.indexOf(kind)
}

const PLACES: readonly UnitKind[] = ['province', 'district', 'commune']

/** How many units of a kind lie below the unit today. */
export function countBelow(
  code: string | null,
  kind: UnitKind | null,
  lexicon: Lexicon,
  today: string,
): number {
  const units = code === null ? [...lexicon.units.values()] : lexicon.tree.subtree(code)
  return units.filter(
    unit => unit.code !== code && (kind === null || unit.kind === kind) && lexicon.tree.isActive(unit, today),
  ).length
}

/** The whole of the only province needs no `within`: null for it, the unit itself otherwise. */
export function withinOf(code: string, { tree }: Lexicon): string | null {
  return tree.byCode.get(code)?.kind === 'province' && tree.peers(code).length === 1 ? null : code
}

/** Whether the asker answers for a whole province. */
export function isForProvince(lexicon: Lexicon, { scope }: AskContext): boolean {
  return lexicon.tree.byCode.get(scope)?.kind === 'province'
}
