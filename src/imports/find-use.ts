import type { TargetRow } from '../core/target.ts'
import { successorsOf } from '../core/unit-tree.ts'
import { recordKey } from '../db/stores/record-key.ts'
import type { Catalog, CatalogKind } from '../db/stores/catalog.ts'
import type { Stores } from '../db/stores/database.ts'

/** A record that something stored refers to, and the imports that this something came with. */
export interface Use {
  key: string
  imports: number[]
}

/** Whether anything that would remain refers to records that are to be removed; null when nothing does. */
export async function findUse(
  stores: Pick<Stores, 'catalog' | 'imports' | 'observations'>,
  kind: CatalogKind,
  removed: ReadonlySet<string>,
): Promise<Use | null> {
  const catalog = await stores.catalog.get()
  const references = referencesTo(kind, removed, catalog)
  const imports = new Set<number>()
  for (const [from, some] of Map.groupBy(references, each => each.from)) {
    const keys = some.map(each => each.key)
    for (const id of await stores.imports.thatChanged(from, keys)) imports.add(id)
  }
  const subject = kind === 'units' ? 'unit' : kind === 'indicators' ? 'indicator' : null
  const figures = subject === null ? [] : await stores.observations.importsOf(subject, [...removed])
  for (const id of figures) imports.add(id)
  if (references.length === 0 && imports.size === 0) return null
  const [first = ''] = removed
  return { key: references[0]?.to ?? first, imports: [...imports].toSorted((a, b) => a - b) }
}

/** A record of the kind `from` under `key` names the removed record `to`. */
interface Reference {
  from: CatalogKind
  key: string
  to: string
}

function referencesTo(kind: CatalogKind, removed: ReadonlySet<string>, catalog: Catalog): Reference[] {
  const found: Reference[] = []
  const look = (from: CatalogKind, key: string, names: readonly (string | null)[]) => {
    const to = names.find(name => name !== null && removed.has(name))
    if (to !== undefined && to !== null) found.push({ from, key, to })
  }
  if (kind === 'units') {
    for (const unit of catalog.units.filter(each => !removed.has(each.code))) {
      look('units', unit.code, [unit.parent, ...successorsOf(unit)])
    }
    for (const member of catalog.members) look('members', member.member, [member.unit])
  }
  for (const target of catalog.targets) look('targets', recordKey.targets(target), namesIn(target, kind))
  return found
}

/** What of the kind a target names. */
function namesIn(target: TargetRow, kind: CatalogKind): (string | null)[] {
  if (kind === 'units') return [target.unit, ...target.except]
  if (kind === 'indicators') return [target.indicator]
  return kind === 'campaigns' && target.campaign !== null ? [`${target.campaign}/${target.phase}`] : []
}
