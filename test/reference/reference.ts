/**
 * The rules of values and ranks a second time, by plain loops over the rows of the CSV files. Written from the
 * description of the rules and sharing nothing with the product, so that the two can be compared. Slow on purpose.
 * Where the description leaves a choice, the one taken is said here.
 */
import { lengthOf, middleDay, sameDays, vietnamDay } from './civil-days.ts'
import type { Days } from './civil-days.ts'
import type { RefRow, RefUnit, RefWorld } from './reference-data.ts'

export interface RefValue {
  value: number | null
  numerator: number | null
  denominator: number | null
  /** Last day that the figures cover. */
  dataTo: number | null
  reason: 'no_data' | 'no_dossiers' | null
}

const NO_DATA: RefValue = {
  value: null,
  numerator: null,
  denominator: null,
  dataTo: null,
  reason: 'no_data',
}

/** 100·n/d to two decimals, half up, in whole numbers so that no half is lost. */
export function percentOf(numerator: number, denominator: number): number {
  return Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100
}

/** Two decimals, half up, of a number as its digits say. */
export function round2(value: number): number {
  return Math.floor(Number(`${Number(value.toFixed(9))}e2`) + 0.5) / 100
}

// Which observations count.

/** Of each period the newest revision, of those that count at the moment. */
export function countingRows(world: RefWorld, unit: string, indicator: string, at: number): RefRow[] {
  const today = vietnamDay(at)
  const newest: RefRow[] = []
  for (const row of world.rows.get(`${unit}|${indicator}`) ?? []) {
    if (row.from > today) continue
    if (row.recordedAt > at && row.to > today) continue
    const known = newest.findIndex(other => sameDays(other, row))
    const other = newest[known]
    if (other === undefined) newest.push(row)
    else if (row.recordedAt >= other.recordedAt) newest[known] = row
  }
  return newest
}

function inWindow(rows: RefRow[], window: Days): RefRow[] {
  return rows.filter(row => window.from <= middleDay(row) && middleDay(row) <= window.to)
}

export const hasCounts = (row: RefRow) => row.numerator !== null && row.denominator !== null

/**
 * So that no day is counted twice: the period that is the window, alone; otherwise, day by day from the first, the
 * longest row there, or, where shorter ones inside it fill all its days, these.
 */
export function withoutDoubles(rows: RefRow[], window: Days | null): RefRow[] {
  const exact = rows.find(row => window && sameDays(row, window))
  if (exact) return [exact]
  const standing: RefRow[] = []
  const taken = new Set<number>()
  for (const row of rows.toSorted((a, b) => lengthOf(b) - lengthOf(a) || b.recordedAt - a.recordedAt)) {
    if (daysOf(row).some(day => taken.has(day))) continue
    for (const day of daysOf(row)) taken.add(day)
    const inside = rows.filter(
      other => row.from <= other.from && other.to <= row.to && lengthOf(other) < lengthOf(row),
    )
    const parts = withoutDoubles(inside, null)
    const filled = new Set(parts.flatMap(daysOf))
    standing.push(...(daysOf(row).every(day => filled.has(day)) ? parts : [row]))
  }
  return standing
}

const daysOf = (row: Days) => Array.from({ length: lengthOf(row) }, (_, i) => row.from + i)

/**
 * The row that stands alone for a window: the one whose period is the window (as far as both are past); else, of those
 * not longer than it if there are any, the one that ends last; then one with counts, then the shorter.
 */
function newestOf(rows: RefRow[], window: Days, at: number): RefRow | null {
  const past = (days: Days) => ({ from: days.from, to: Math.min(days.to, vietnamDay(at)) })
  const shortest = rows.toSorted((a, b) => lengthOf(a) - lengthOf(b))
  const same =
    rows.find(row => sameDays(row, window)) ?? shortest.find(row => sameDays(past(row), past(window)))
  if (same) return same
  const inside = rows.filter(row => lengthOf(past(row)) <= lengthOf(past(window)))
  let newest: RefRow | null = null
  for (const row of inside.length > 0 ? inside : rows) {
    const order =
      newest && (row.to - newest.to || +hasCounts(row) - +hasCounts(newest) || row.from - newest.from)
    if (order === null || order > 0) newest = row
  }
  return newest
}

export function accumulation(world: RefWorld, indicator: string): string {
  return world.indicators.find(row => row.code === indicator)?.accumulation ?? ''
}

// The value of a unit.

/**
 * The value of a unit in a window as it was known at a moment; `whole` asks for the sum over it and all below it.
 * A published value for exactly the window stands before counts; a published value of another period only where there
 * is nothing to count (of a state: where it is the newest).
 */
export function valueOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  window: Days,
  at: number,
  whole = false,
): RefValue {
  const kind = accumulation(world, indicator)
  const there = inWindow(countingRows(world, unit, indicator, at), window)
  const published = there.filter(row => row.value !== null && (kind === 'published' || !hasCounts(row)))
  const exact = published.find(row => sameDays(row, window))
  if (exact && !whole) return publishedValue(exact, at)
  if (kind !== 'published') {
    const units = unitsCounted(world, unit, indicator, at, whole)
    const state = kind === 'latest' && !whole && units[0] === unit ? newestOf(there, window, at) : null
    if (state && !hasCounts(state)) return publishedValue(state, at)
    const counted = countedValue(world, units, indicator, window, at)
    if (counted) return counted
  }
  const newest = whole ? null : newestOf(published, window, at)
  return newest ? publishedValue(newest, at) : NO_DATA
}

function publishedValue({ value, to }: RefRow, at: number): RefValue {
  const dataTo = Math.min(to, vietnamDay(at))
  return { value: round2(value ?? 0), numerator: null, denominator: null, dataTo, reason: null }
}

/** Whose counts make the unit's value: its own, or those of all units below it when it never had any by that day. */
export function unitsCounted(
  world: RefWorld,
  unit: string,
  indicator: string,
  at: number,
  whole = false,
): string[] {
  if (!whole && countingRows(world, unit, indicator, at).some(hasCounts)) return [unit]
  return [...(whole ? [unit] : []), ...unitsBelow(world, unit).map(other => other.code)]
}

export function unitsBelow(world: RefWorld, unit: string): RefUnit[] {
  return world.units.filter(other => other.code !== unit && isBelow(world, other, unit))
}

function isBelow(world: RefWorld, unit: RefUnit, above: string): boolean {
  let parent = unit.parent
  while (parent !== '') {
    if (parent === above) return true
    parent = world.units.find(other => other.code === parent)?.parent ?? ''
  }
  return false
}

/** The sum of the units' counts in a window, or null when none of them has any there. */
function countedValue(
  world: RefWorld,
  units: string[],
  indicator: string,
  window: Days,
  at: number,
): RefValue | null {
  let [numerator, denominator, dataTo] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const unit of units) {
    const rows = inWindow(countingRows(world, unit, indicator, at).filter(hasCounts), window)
    const newest = newestOf(rows, window, at)
    const state = accumulation(world, indicator) === 'latest'
    for (const row of state && newest ? [newest] : withoutDoubles(rows, window)) {
      numerator += row.numerator ?? 0
      denominator += row.denominator ?? 0
      dataTo = Math.max(dataTo, Math.min(row.to, vietnamDay(at)))
    }
  }
  if (dataTo === Number.NEGATIVE_INFINITY) return null
  if (denominator === 0) return { value: null, numerator, denominator, dataTo, reason: 'no_dossiers' }
  return { value: percentOf(numerator, denominator), numerator, denominator, dataTo, reason: null }
}

// Rank.

/** Units of the same kind in the same province that exist on the day; `sameParent`: only those under the same unit. */
export function peersOf(world: RefWorld, unit: string, today: number, sameParent = false): string[] {
  const self = world.units.find(other => other.code === unit)
  if (!self) return []
  return world.units
    .filter(other => other.kind === self.kind && other.activeFrom <= today && today <= other.activeTo)
    .filter(other => self.kind === 'province' || provinceOf(world, other) === provinceOf(world, self))
    .filter(other => !sameParent || other.parent === self.parent)
    .map(other => other.code)
}

function provinceOf(world: RefWorld, unit: RefUnit): string {
  let above: RefUnit | undefined = unit
  while (above && above.kind !== 'province' && above.parent !== '') {
    const parent: string = above.parent
    above = world.units.find(other => other.code === parent)
  }
  return above?.code ?? ''
}

/** Place among the units that have a value: one more than the number of those that are better. */
export function rankOf(
  world: RefWorld,
  unit: string,
  peers: string[],
  indicator: string,
  window: Days,
  at: number,
): { rank: number | null; of: number } {
  const lower = world.indicators.find(row => row.code === indicator)?.lowerIsBetter ?? false
  const own = valueOf(world, unit, indicator, window, at).value
  let better = 0
  let of = 0
  for (const peer of peers) {
    const { value } = valueOf(world, peer, indicator, window, at)
    if (value === null) continue
    of++
    if (own !== null && (lower ? value < own : value > own)) better++
  }
  return { rank: own === null || !peers.includes(unit) ? null : better + 1, of }
}
