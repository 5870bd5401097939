/**
 * The rules of values, ranks, targets, needs, pace and forecasts a second time, by plain loops over the rows of the
 * CSV files. Written from the description of the rules alone and sharing nothing with the product, so that the two
 * can be compared. Slow on purpose.
 */
import { lengthOf, middleDay, sameDays, vietnamDay, yearDays } from './civil-days.ts'
import type { Days } from './civil-days.ts'
import type { RefPhase, RefRow, RefTerm, RefUnit, RefWorld } from './reference-data.ts'

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

export function round2(value: number): number {
  return Math.floor(Number(`${value}e2`) + 0.5) / 100
}

// ---- which observations count -------------------------------------------------------------------------------------

/** Of each period the newest revision, of those that count at the moment. */
function countingRows(world: RefWorld, unit: string, indicator: string, at: number): RefRow[] {
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

const hasCounts = (row: RefRow) => row.numerator !== null && row.denominator !== null

/** The period that is the window, alone; otherwise each coarser row only where no finer one falls in its days. */
function withoutDoubles(rows: RefRow[], window: Days): RefRow[] {
  const exact = rows.find(row => sameDays(row, window))
  if (exact) return [exact]
  return rows.filter(
    row =>
      !rows.some(
        other =>
          lengthOf(other) < lengthOf(row) && row.from <= middleDay(other) && middleDay(other) <= row.to,
      ),
  )
}

function newestOf(rows: RefRow[]): RefRow | null {
  let newest: RefRow | null = null
  for (const row of rows)
    if (!newest || row.to > newest.to || (row.to === newest.to && row.from > newest.from)) newest = row
  return newest
}

// ---- value of a unit ----------------------------------------------------------------------------------------------

/** A unit's own counts in a window, or null when it has none there. */
function ownCounts(world: RefWorld, unit: string, indicator: string, window: Days, at: number) {
  const rows = inWindow(countingRows(world, unit, indicator, at).filter(hasCounts), window)
  let chosen = withoutDoubles(rows, window)
  const newest = newestOf(chosen)
  if (!newest) return null
  if (accumulation(world, indicator) === 'latest') chosen = [newest]
  let numerator = 0
  let denominator = 0
  for (const row of chosen) {
    numerator += row.numerator ?? 0
    denominator += row.denominator ?? 0
  }
  return { numerator, denominator, dataTo: Math.max(...chosen.map(row => row.to)) }
}

function accumulation(world: RefWorld, indicator: string): string {
  return world.indicators.find(row => row.code === indicator)?.accumulation ?? ''
}

/** The value of a unit in a window as it was known at a moment; `whole` asks for the sum over it and all below it. */
export function valueOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  window: Days,
  at: number,
  whole = false,
): RefValue {
  const all = countingRows(world, unit, indicator, at)
  const published = inWindow(all, window).filter(row => row.value !== null)
  const exact = published.find(row => sameDays(row, window))
  if (!whole && exact) return publishedValue(exact)
  if (accumulation(world, indicator) !== 'published') {
    const counted = countedValue(
      world,
      unitsCounted(world, unit, indicator, at, whole),
      indicator,
      window,
      at,
    )
    if (counted) return counted
  }
  const newest = whole ? null : newestOf(published)
  return newest ? publishedValue(newest) : NO_DATA
}

function publishedValue(row: RefRow): RefValue {
  const { numerator, denominator, value, to } = row
  return { value: value === null ? null : round2(value), numerator, denominator, dataTo: to, reason: null }
}

/** Whose counts make the unit's value: its own, or those of all units below it when it never had any by that day. */
export function unitsCounted(
  world: RefWorld,
  unit: string,
  indicator: string,
  at: number,
  whole: boolean,
): string[] {
  const below = world.units.filter(other => other.code !== unit && isBelow(world, other, unit))
  if (whole) return [unit, ...below.map(other => other.code)]
  const own = countingRows(world, unit, indicator, at).some(hasCounts)
  return own ? [unit] : below.map(other => other.code)
}

function isBelow(world: RefWorld, unit: RefUnit, above: string): boolean {
  let parent = unit.parent
  while (parent !== '') {
    if (parent === above) return true
    parent = world.units.find(other => other.code === parent)?.parent ?? ''
  }
  return false
}

function countedValue(
  world: RefWorld,
  units: string[],
  indicator: string,
  window: Days,
  at: number,
): RefValue | null {
  let sum: { numerator: number; denominator: number; dataTo: number } | null = null
  for (const unit of units) {
    const counts = ownCounts(world, unit, indicator, window, at)
    if (!counts) continue
    sum ??= { numerator: 0, denominator: 0, dataTo: counts.dataTo }
    sum.numerator += counts.numerator
    sum.denominator += counts.denominator
    sum.dataTo = Math.max(sum.dataTo, counts.dataTo)
  }
  if (!sum) return null
  if (sum.denominator === 0) return { ...sum, value: null, reason: 'no_dossiers' }
  return { ...sum, value: percentOf(sum.numerator, sum.denominator), reason: null }
}

// ---- rank ---------------------------------------------------------------------------------------------------------

/** Units of the same kind in the same province; `sameParent` narrows to those under the same unit. */
export function peersOf(world: RefWorld, unit: string, sameParent: boolean): string[] {
  const self = world.units.find(other => other.code === unit)
  if (!self) return []
  const scope = sameParent ? self.parent : provinceOf(world, self)
  return world.units
    .filter(other => other.kind === self.kind)
    .filter(other => (sameParent ? other.parent === scope : provinceOf(world, other) === scope))
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
  return { rank: own === null ? null : better + 1, of }
}

// ---- targets ------------------------------------------------------------------------------------------------------

/** What a unit was assigned for a term: a number, or that a rule exempts it, or that there is nothing. */
export function targetOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  term: RefTerm,
): number | 'exempt' | 'not_assigned' {
  const self = world.units.find(other => other.code === unit)
  const rows = world.targets.filter(row => row.indicator === indicator && holdsFor(row, term))
  const explicit = rows.find(row => row.unit === unit)
  if (explicit) return explicit.target
  const rules = rows.filter(row => row.unit === '' && row.kind === self?.kind)
  const exempt = (row: (typeof rows)[number]) =>
    row.except.includes(unit) || row.except.includes(self?.name ?? '')
  const rule = rules.find(row => !exempt(row))
  if (rule) return rule.target
  return rules.length > 0 ? 'exempt' : 'not_assigned'
}

function holdsFor(row: { campaign: string; phase: string; year: string }, term: RefTerm): boolean {
  return term.year === null
    ? row.campaign === term.campaign && row.phase === term.phase
    : row.year !== '' && Number(row.year) === term.year
}

/** The part of the term that has passed. */
export function termSoFar(term: RefTerm, at: number): Days {
  return { from: term.from, to: Math.max(term.from, Math.min(term.to, vietnamDay(at))) }
}

// ---- need ---------------------------------------------------------------------------------------------------------

export interface RefNeed {
  needed: number
  perDay: number | null
  reachable: boolean
  bestReachable: number | null
  daysLeft: number
}

/** Mean daily denominator of the observations that lie wholly in the last 28 days, times the days left, rounded. */
export function expectedFurther(
  world: RefWorld,
  units: string[],
  indicator: string,
  at: number,
  daysLeft: number,
): number {
  const today = vietnamDay(at)
  let mean = 0
  for (const unit of units) {
    const lately = countingRows(world, unit, indicator, at).filter(
      row => hasCounts(row) && row.from > today - 28 && row.to <= today,
    )
    let denominators = 0
    let days = 0
    for (const row of withoutDoubles(lately, { from: Number.NaN, to: Number.NaN })) {
      denominators += row.denominator ?? 0
      days += lengthOf(row)
    }
    if (days > 0) mean += denominators / days
  }
  return Math.floor(mean * daysLeft + 0.5 + 1e-9)
}

/** How many more are needed for a target in percent, given the counts so far and the dossiers expected. */
export function needFrom(N: number, D: number, target: number, further: number, daysLeft: number): RefNeed {
  const hundredths = Math.round(target * 100)
  const needed = Math.max(0, Math.ceil((hundredths * (D + further) - 10_000 * N) / 10_000))
  return {
    needed,
    perDay: daysLeft > 0 ? Math.ceil(needed / daysLeft) : null,
    reachable: needed <= further,
    bestReachable: D + further > 0 ? percentOf(N + further, D + further) : null,
    daysLeft,
  }
}

export function needOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  term: RefTerm,
  target: number,
  at: number,
): RefNeed | null {
  const units = unitsCounted(world, unit, indicator, at, false)
  const counts = countedValue(world, units, indicator, termSoFar(term, at), at)
  if (!counts) return null
  const daysLeft = Math.max(0, term.to - vietnamDay(at))
  const further = expectedFurther(world, units, indicator, at, daysLeft)
  return needFrom(counts.numerator ?? 0, counts.denominator ?? 0, target, further, daysLeft)
}

// ---- pace and forecast --------------------------------------------------------------------------------------------

/** v₀: the value of the previous phase of the campaign, else of the year before. */
export function baselineOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  term: RefTerm,
  at: number,
): number | null {
  const before = previousPhase(world, term)
  const there = before ? valueOf(world, unit, indicator, before, at).value : null
  if (there !== null) return there
  const year = term.year ?? Number(new Date(term.from * 86_400_000).getUTCFullYear())
  return valueOf(world, unit, indicator, yearDays(year - 1), at).value
}

function previousPhase(world: RefWorld, term: RefTerm): RefPhase | null {
  if (term.year !== null) return null
  let previous: RefPhase | null = null
  for (const phase of world.phases)
    if (phase.campaign === term.campaign && phase.to < term.from && (!previous || phase.to > previous.to))
      previous = phase
  return previous
}

/** What the line from the baseline to the target expects on a day, and how a value stands to it. */
export function paceOf(value: number, target: number, baseline: number | null, term: RefTerm, today: number) {
  const start = baseline === null || baseline >= target ? target : baseline
  const elapsed = Math.min(lengthOf(term), Math.max(0, today - term.from + 1))
  const expected = round2(Number((start + ((target - start) * elapsed) / lengthOf(term)).toFixed(9)))
  if (value >= target) return { state: 'met', expected }
  return { state: value >= expected ? 'on_track' : 'behind', expected }
}

/** (N + r·D′)/(D + D′) with the pooled rate of the newest three weeks that have data; null with fewer. */
export function forecastOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  term: RefTerm,
  at: number,
): number | null {
  const units = unitsCounted(world, unit, indicator, at, false)
  const counts = countedValue(world, units, indicator, termSoFar(term, at), at)
  const weeks = new Map<number, { numerator: number; denominator: number }>()
  for (const code of units)
    for (const row of countingRows(world, code, indicator, at)) {
      if (lengthOf(row) !== 7 || !hasCounts(row) || row.to > vietnamDay(at)) continue
      const week = weeks.get(row.from) ?? { numerator: 0, denominator: 0 }
      week.numerator += row.numerator ?? 0
      week.denominator += row.denominator ?? 0
      weeks.set(row.from, week)
    }
  const last = [...weeks].sort(([a], [b]) => b - a).slice(0, 3)
  if (!counts || last.length < 3) return null
  const numerator = last.reduce((sum, [, week]) => sum + week.numerator, 0)
  const denominator = last.reduce((sum, [, week]) => sum + week.denominator, 0)
  const daysLeft = Math.max(0, term.to - vietnamDay(at))
  const further = expectedFurther(world, units, indicator, at, daysLeft)
  const [N, D] = [counts.numerator ?? 0, counts.denominator ?? 0]
  if (denominator === 0 || D + further === 0) return null
  return round2(Number(((100 * (N + (numerator / denominator) * further)) / (D + further)).toFixed(9)))
}
