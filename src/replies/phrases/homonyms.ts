import type { Unit } from '../../core/unit-tree.ts'
import type { Catalog } from '../../db/stores/catalog.ts'

/** Which living units share a name: "Ayun" and "AYun" are told apart by nobody. */
export interface Homonyms {
  /** Whether another living unit has the unit's name. */
  shareName: (unit: Unit) => boolean
  /** Whether another living unit of its kind has the unit's short name. */
  shareShortName: (unit: Unit) => boolean
}

const built = new WeakMap<Catalog, Homonyms>()

/** The homonyms of a catalog, found once for each revision of it. */
export function homonymsOf(catalog: Catalog): Homonyms {
  const known = built.get(catalog)
  if (known) return known
  const homonyms = findHomonyms(catalog.units)
  built.set(catalog, homonyms)
  return homonyms
}

function findHomonyms(units: readonly Unit[]): Homonyms {
  const living = units.filter(unit => unit.mergedInto === null)
  const byName = Map.groupBy(living, nameKey)
  const byShortName = Map.groupBy(living, shortNameKey)
  return {
    shareName: unit => hasOther(unit, byName.get(nameKey(unit))),
    shareShortName: unit => hasOther(unit, byShortName.get(shortNameKey(unit))),
  }
}

function hasOther(unit: Unit, same: readonly Unit[] = []): boolean {
  return same.some(one => one.code !== unit.code)
}

function nameKey({ name }: Unit): string {
  return name.toLowerCase()
}

function shortNameKey({ kind, shortName }: Unit): string {
  return `${kind} ${shortName.toLowerCase()}`
}
