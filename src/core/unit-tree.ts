import type { Window } from './window.ts'

/** Units and the tree that they form. */
export const UNIT_KINDS = [
  'country',
  'region',
  'province',
  'department',
  'district',
  'commune',
  'ministry',
  'other',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface Unit {
  code: string
  /** Official name with its kind: "Huyện Ia Grai". */
  name: string
  /** Shown in lists: "Ia Grai". */
  shortName: string
  kind: UnitKind
  /** Code of the unit above, or null for the top. */
  parent: string | null
  aliases: readonly string[]
  /** First and last civil day of its existence, or null where not known. */
  activeFrom: string | null
  activeTo: string | null
  /** Codes of the units that took it over, separated by `|`, or null. */
  mergedInto: string | null
}

/** Codes of the units that took the unit over, the first the main one; empty for one that lives. */
export function successorsOf({ mergedInto }: Pick<Unit, 'mergedInto'>): string[] {
  return mergedInto === null ? [] : mergedInto.split('|')
}

/** Units by code, and the ways through the tree. A code that is not in the tree throws, except where said. */
export interface UnitTree {
  byCode: ReadonlyMap<string, Unit>
  /** Units directly below; empty for an unknown code. */
  children: (code: string) => readonly Unit[]
  /** The unit itself and all below it, each before those below it. */
  subtree: (code: string) => readonly Unit[]
  /** The units above, nearest first. */
  ancestors: (code: string) => readonly Unit[]
  /** The province that the unit belongs to (or is); where there is none, the topmost unit above it. */
  province: (code: string) => Unit
  /**
   * Units of the same kind in the same province (of a province, or a unit outside of any province: all of that kind),
   * itself included. With a day, only those that exist on that day.
   */
  peers: (code: string, m?: { today: string }) => Unit[]
  isActive: (unit: Unit, day: string) => boolean
  /** The unit as it is called now: follows the main successor to the end. */
  current: (code: string) => Unit
}

/** Builds the tree. A parent or successor that is not among the units is taken as none; circles end where they close. */
export function buildUnitTree(units: readonly Unit[]): UnitTree {
  const byCode = new Map(units.map(unit => [unit.code, unit]))
  const below = Map.groupBy(
    units.filter(unit => unit.parent !== null),
    unit => unit.parent,
  )
  const children = (code: string): readonly Unit[] => below.get(code) ?? []
  const get = (code: string): Unit => {
    const unit = byCode.get(code)
    if (!unit) throw new Error(`no such unit: ${code}`)
    return unit
  }
  const lines = new Map<string, readonly Unit[]>()
  const ancestors = (code: string): readonly Unit[] => {
    const known = lines.get(code) ?? ancestorsOf(get(code), byCode)
    lines.set(code, known)
    return known
  }
  const province = (code: string): Unit => {
    const line = [get(code), ...ancestors(code)]
    return line.find(unit => unit.kind === 'province') ?? line.at(-1)!
  }
  const groupKey = (unit: Unit): string => {
    const top = unit.kind === 'province' ? null : province(unit.code)
    return `${unit.kind} ${top?.kind === 'province' ? top.code : ''}`
  }
  const groups = Map.groupBy(byCode.values(), groupKey)
  const subtrees = new Map<string, readonly Unit[]>()
  return {
    byCode,
    children,
    ancestors,
    province,
    isActive,
    subtree: code => {
      const known = subtrees.get(code) ?? subtreeOf(get(code), children)
      subtrees.set(code, known)
      return known
    },
    peers: (code, m) => (groups.get(groupKey(get(code))) ?? []).filter(unit => !m || isActive(unit, m.today)),
    current: code => follow(get(code), unit => byCode.get(successorsOf(unit)[0] ?? '')).at(-1)!,
  }
}

/** Whether the unit exists on the day. One that was merged on a day that is not known exists no more. */
export function isActive(unit: Unit, day: string): boolean {
  if (unit.mergedInto !== null && unit.activeTo === null) return false
  return (unit.activeFrom ?? day) <= day && day <= (unit.activeTo ?? day)
}

/** Whether the unit exists on any day from `from` to `to`. */
export function isActiveWithin(unit: Unit, { from, to }: Window): boolean {
  if (unit.mergedInto !== null && unit.activeTo === null) return false
  return (unit.activeFrom ?? to) <= to && from <= (unit.activeTo ?? from)
}

/** Whether the name of a unit begins with a word for a part of its kind, in small letters: "thị trấn". */
export function isCalledBy({ name }: Pick<Unit, 'name'>, word: string): boolean {
  return name.toLowerCase().startsWith(`${word} `)
}

/** Whether the unit, or one above it, is one of these; false for a unit that is not in the tree. */
export function isUnder({ byCode, ancestors }: UnitTree, code: string, tops: readonly string[]): boolean {
  if (tops.length === 0 || !byCode.has(code)) return false
  return tops.includes(code) || ancestors(code).some(above => tops.includes(above.code))
}

/** The units above a unit among these, nearest first. */
export function ancestorsOf(unit: Unit, all: ReadonlyMap<string, Unit>): Unit[] {
  return follow(unit, each => all.get(each.parent ?? '')).slice(1)
}

function follow(start: Unit, next: (unit: Unit) => Unit | undefined): Unit[] {
  const path = new Set<Unit>()
  for (let unit: Unit | undefined = start; unit && !path.has(unit); unit = next(unit)) path.add(unit)
  return [...path]
}

function subtreeOf(top: Unit, children: (code: string) => readonly Unit[]): Unit[] {
  const found = new Set<Unit>()
  const visit = (unit: Unit): void => {
    if (found.has(unit)) return
    found.add(unit)
    for (const child of children(unit.code)) visit(child)
  }
  visit(top)
  return [...found]
}
