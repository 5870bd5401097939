import { ancestorsOf, type Unit, type UnitKind } from '../../core/unit-tree.ts'
import { NameIndex } from './name-index.ts'
import { initialsOf, shorthandOf, type Strip, undress, type Undressed } from './unit-dress.ts'

/** What a cell names: no code, one, or several; `otherMarks` where only its letters fit. */
export interface FoundUnits {
  codes: readonly string[]
  otherMarks: boolean
}

export interface UnitFinder {
  /** `day`: of several that are called so, those that exist then are meant. */
  find: (text: string, day?: string) => FoundUnits
}

/** What else may stand before a name, and of what kinds the units are. */
export interface UnitDress {
  strip: readonly Strip[]
  /** What may stand behind a name. */
  after?: readonly string[]
  kinds?: readonly UnitKind[] | undefined
}

const NOTHING: FoundUnits = { codes: [], otherMarks: false }

/**
 * Finds units by code, official name, short name, alias or shorthand, in whatever dress an office writes them: behind
 * "UBND" or a receiving office, with a shortened kind, before the name of the unit above, which must then be above it.
 * Typed marks that differ make another name, and that is said; of several that fit none is chosen.
 */
export function unitFinder(units: Iterable<Unit>, dress: UnitDress = { strip: [] }): UnitFinder {
  const all = new Map(Array.from(units, unit => [unit.code, unit]))
  const parts = partsOf(all, dress)
  const known = new Map<string, FoundUnits>()
  return {
    find(text, day) {
      const found = known.get(text) ?? search(text, parts)
      known.set(text, found)
      return found.codes.length > 1 ? { ...found, codes: living(found.codes, all, day) } : found
    },
  }
}

interface Parts {
  all: ReadonlyMap<string, Unit>
  index: NameIndex
  /** Names of provinces, as tails of other names. */
  tails: readonly string[]
  hasProvince: boolean
  dress: UnitDress
  /** Codes by kind and initials of departments. */
  initials: ReadonlyMap<string, readonly string[]>
}

function partsOf(all: ReadonlyMap<string, Unit>, dress: UnitDress): Parts {
  const provinces = [...all.values()].filter(unit => unit.kind === 'province')
  const tails = provinces.flatMap(unit => [unit.name, unit.shortName])
  const index = new NameIndex(
    Array.from(all.values(), unit => ({ code: unit.code, groups: namesOf(unit, tails) })),
  )
  const initials = new Map<string, string[]>()
  for (const unit of all.values()) {
    const [kind = '', ...rest] = unit.name.split(' ')
    const key = `${kind.toLowerCase()} ${initialsOf(rest.join(' '))}`
    if (rest.length >= 2) initials.set(key, [...(initials.get(key) ?? []), unit.code])
  }
  return { all, index, tails, hasProvince: provinces.length > 0, dress, initials }
}

/** Surest first; last the name without that of its province behind it. */
function namesOf(unit: Unit, tails: readonly string[]): string[][] {
  const { code, name, shortName, aliases } = unit
  const plain = unit.kind === 'province' ? [] : undress(name, {}, tails).slice(1)
  const shortened = plain.filter(way => way.above.length > 0).map(way => way.name)
  return [[code], [name], [shortName, ...aliases], shortened]
}

function search(text: string, parts: Parts): FoundUnits {
  const ways = undress(text, parts.dress, parts.tails)
  let marked: FoundUnits | null = null
  for (const way of ways) {
    const found = parts.index.find(way.name, code => isMeant(code, way, parts))
    if (found.codes.length > 0 && !found.otherMarks) return found
    if (found.codes.length > 0) marked ??= found
  }
  for (const way of ways) {
    const codes = byInitials(way.name, parts).filter(code => isMeant(code, way, parts))
    if (codes.length > 0) return { codes, otherMarks: false }
  }
  return byCodeAndName(text, parts) ?? marked ?? NOTHING
}

function isMeant(
  code: string,
  { above, isReceiver, kinds }: Undressed,
  { all, index, hasProvince, dress }: Parts,
): boolean {
  const unit = all.get(code)
  if (unit === undefined || (dress.kinds !== undefined && !dress.kinds.includes(unit.kind))) return false
  if ((isReceiver && unit.kind === 'province') || kinds?.includes(unit.kind) === false) return false
  return above.every(name => {
    if (!hasProvince) return true
    const line = new Set(ancestorsOf(unit, all).map(each => each.code))
    const found = undress(name, {}, []).flatMap(way => index.find(way.name, each => line.has(each)).codes)
    return found.length > 0
  })
}

function byInitials(text: string, { initials }: Parts): readonly string[] {
  const short = shorthandOf(text)
  return short === null ? [] : (initials.get(`${short.kind} ${short.initials}`) ?? [])
}

/** `P1.101 - Xã Hy Cương`, `Xã Hy Cương (P1.101)`: a code and a name that mean the same. */
function byCodeAndName(text: string, { index, all }: Parts): FoundUnits | null {
  const before = /^(\S+?)\s*[-–:]\s+(.+)$/.exec(text) ?? /^\(?([^\s()]+)\)\s*(.+)$/.exec(text)
  const behind = /^(.+?)\s*\(([^\s()]+)\)$/.exec(text) ?? /^(.+?)\s+[-–:]\s*(\S+)$/.exec(text)
  const pairs = [
    [before?.[1], before?.[2]],
    [behind?.[2], behind?.[1]],
  ]
  const [code = '', name = ''] = pairs.find(([each]) => each !== undefined && all.has(each)) ?? []
  if (!all.has(code)) return null
  const found = index.find(name)
  return found.codes.includes(code) && !found.otherMarks ? { codes: [code], otherMarks: false } : null
}

/** Of several those that exist on the day, or at all; all of them where that leaves none. */
function living(codes: readonly string[], all: ReadonlyMap<string, Unit>, day?: string): readonly string[] {
  const lives = (unit: Unit | undefined) => {
    if (unit === undefined) return false
    if (day === undefined) return unit.activeTo === null && unit.mergedInto === null
    if (unit.mergedInto !== null && unit.activeTo === null) return false
    return (unit.activeFrom ?? day) <= day && day <= (unit.activeTo ?? day)
  }
  const alive = codes.filter(code => lives(all.get(code)))
  return alive.length > 0 ? alive : codes
}
