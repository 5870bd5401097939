import type { Indicator } from '../core/indicator.ts'
import type { Member } from '../core/member.ts'
import { buildTargets } from '../core/target.ts'
import { buildUnitTree } from '../core/unit-tree.ts'
import type { UnitTree } from '../core/unit-tree.ts'
import type { Targets } from '../core/target.ts'
import type { Catalog } from '../db/stores/catalog.ts'

/** The catalog with its indexes: built once for each revision. */
export interface World {
  catalog: Catalog
  tree: UnitTree
  targets: Targets
  /** By code. */
  indicators: ReadonlyMap<string, Indicator>
  /** By code. */
  members: ReadonlyMap<string, Member>
}

const built = new WeakMap<Catalog, World>()

/** The indexes over a catalog; the same object again for the same catalog. */
export function worldOf(catalog: Catalog): World {
  const known = built.get(catalog)
  if (known) return known
  const tree = buildUnitTree(catalog.units)
  const world: World = {
    catalog,
    tree,
    targets: buildTargets(catalog.targets, tree),
    indicators: new Map(catalog.indicators.map(indicator => [indicator.code, indicator])),
    members: new Map(catalog.members.map(member => [member.member, member])),
  }
  built.set(catalog, world)
  return world
}
