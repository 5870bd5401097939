/** The rules of targets, needs, pace and forecasts a second time, by plain loops: see reference.ts. */
import { dayNumber, lengthOf, vietnamDay, yearDays } from './civil-days.ts'
import type { Days } from './civil-days.ts'
import type { RefPhase, RefTerm, RefWorld } from './reference-data.ts'
import { accumulation, countingRows, hasCounts, percentOf, round2 } from './reference.ts'
import { lastDayOf } from './reference-reports.ts'
import { unitsCounted, valueOf, withoutDoubles } from './reference.ts'

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
  const exists = self && self.activeFrom <= term.to && term.from <= self.activeTo
  const rule = exists && rows.find(row => row.unit === '' && row.kind === self.kind)
  if (!rule) return 'not_assigned'
  return rule.except.includes(unit) || rule.except.includes(self.name) ? 'exempt' : rule.target
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

/** Days of the term after today, all of them before it begins. */
function daysLeftOf(term: RefTerm, at: number): number {
  return Math.max(0, Math.min(lengthOf(term), term.to - vietnamDay(at)))
}

// Need.

export interface RefNeed {
  needed: number | null
  perDay: number | null
  reachable: boolean | null
  bestReachable: number | null
  daysLeft: number
}

/**
 * D′: mean daily denominator of the observations that lie wholly in the 28 days to the last day with figures, times the
 * days of the term that have none yet, rounded half up; of several units the means add up. Null where there are none.
 */
function expectedFurther(
  world: RefWorld,
  units: string[],
  indicator: string,
  at: number,
  term: RefTerm,
): number | null {
  const last = lastDayOf(world, indicator, at)
  const days = term.to - Math.max(last ?? 0, term.from - 1)
  if (days <= 0) return 0
  if (last === null) return null
  let mean: number | null = null
  for (const unit of units) {
    const lately = countingRows(world, unit, indicator, at).filter(
      row => hasCounts(row) && row.from > last - 28 && row.to <= last,
    )
    let [denominators, covered] = [0, 0]
    for (const row of withoutDoubles(lately, null)) {
      denominators += row.denominator ?? 0
      covered += lengthOf(row)
    }
    if (covered > 0) mean = (mean ?? 0) + denominators / covered
  }
  return mean === null ? null : Math.floor(mean * days + 0.5 + 1e-9)
}

/** How many more are needed for a target in percent, given the counts so far and the dossiers expected. */
function needFrom(N: number, D: number, target: number, further: number, daysLeft: number): RefNeed {
  const hundredths = Math.round(target * 100)
  const needed = Math.max(0, Math.ceil((hundredths * (D + further) - 10_000 * N) / 10_000))
  return {
    needed,
    perDay: daysLeft > 0 ? Math.ceil(needed / daysLeft) : null,
    reachable: D + further > 0 ? needed <= further : null,
    bestReachable: D + further > 0 ? percentOf(N + further, D + further) : null,
    daysLeft,
  }
}

/**
 * The need of a unit in a term. A term without counts yet starts from 0 of 0; where only a value was published nothing
 * can be said. Of a state the denominator stays, and what has not turned yet may still turn while days are left.
 */
export function needOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  term: RefTerm,
  target: number,
  at: number,
): RefNeed {
  const daysLeft = daysLeftOf(term, at)
  const unknown = { needed: null, perDay: null, reachable: null, bestReachable: null, daysLeft }
  const so = valueOf(world, unit, indicator, termSoFar(term, at), at)
  if (accumulation(world, indicator) === 'published' || (so.value !== null && so.numerator === null))
    return unknown
  const [N, D] = [so.numerator ?? 0, so.denominator ?? 0]
  if (accumulation(world, indicator) === 'latest') {
    const state = { ...needFrom(N, D, target, 0, daysLeft), perDay: null }
    if (daysLeft === 0 || D === 0) return state
    return { ...state, reachable: N + (state.needed ?? 0) <= D, bestReachable: 100 }
  }
  const units = unitsCounted(world, unit, indicator, at)
  const further = expectedFurther(world, units, indicator, at, term)
  return further === null ? unknown : needFrom(N, D, target, further, daysLeft)
}

// Pace.

/** v₀: the value of the previous phase of the campaign, else of the year before the campaign (before the year). */
export function baselineOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  term: RefTerm,
  at: number,
): number | null {
  let previous: RefPhase | null = null
  let start = term.from
  for (const phase of world.phases) {
    if (term.year !== null || phase.campaign !== term.campaign) continue
    start = Math.min(start, phase.from)
    if (phase.to < term.from && (!previous || phase.to > previous.to)) previous = phase
  }
  const there = previous && valueOf(world, unit, indicator, previous, at).value
  if (there !== null) return there
  let year = 2000
  while (dayNumber(year + 1, 1, 1) <= start) year++
  return valueOf(world, unit, indicator, yearDays(year - 1), at).value
}

/** What the line from the baseline to the target expects on a day, and how a value stands to it. */
export function paceOf(
  value: number,
  target: number,
  baseline: number | null,
  term: RefTerm,
  today: number,
): { state: 'met' | 'on_track' | 'behind'; expected: number } {
  const start = baseline === null || baseline >= target ? target : baseline
  const elapsed = Math.min(lengthOf(term), Math.max(0, today - term.from + 1))
  const expected = round2(start + ((target - start) * elapsed) / lengthOf(term))
  if (value >= target) return { state: 'met', expected }
  return { state: value >= expected ? 'on_track' : 'behind', expected }
}
