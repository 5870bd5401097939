import type { Accumulation } from './indicator.ts'
import type { Moment } from './moment.ts'
import type { Observation } from './observation.ts'
import { hasCounts, standing } from './observe.ts'
import { addDays, daysIn } from './period.ts'
import { ceilDiv, hundredths, percentOf, roundDiv } from './rounding.ts'

/** What is still needed to have met the target at the end of the term (DOMAIN.md §7). */
export interface Need {
  /** Further numerators needed by the end of the term, at least 0; null when it cannot be computed. */
  needed: number | null
  /** Per remaining day, rounded up; null on the last day. */
  perDay: number | null
  reachable: boolean | null
  /** Highest percent that can still be reached. */
  bestReachable: number | null
  daysLeft: number
  /** Dossiers (denominators) still expected until the end. */
  expectedDenominator: number | null
}

/** Denominators of some days: `denominator / days` is the mean of a day. */
export interface Volume {
  denominator: number
  days: number
}

/** Days back from today, today included, whose observations say how many dossiers to expect. */
const RECENT_DAYS = 28

/**
 * n = ⌈p·(D + D′) − N⌉, at least 0, with D′ = mean daily denominator × days left, rounded half up; the target is out of
 * reach when n > D′. A `latest` indicator counts a state: its denominator does not grow, and all of it may still turn.
 * Where `recent` is null (and days are left) nothing can be said, and all but `daysLeft` is null.
 */
export function need(of: {
  numerator: number
  denominator: number
  /** Percent. */
  target: number
  recent: Volume | null
  daysLeft: number
  accumulation: Accumulation
  /** Where lower is better no further numerators help: nothing can be said. */
  better?: 'higher' | 'lower'
}): Need {
  const { numerator, denominator, daysLeft } = of
  const state = of.accumulation === 'latest'
  const further = state ? 0 : expectedDenominator(of.recent, daysLeft)
  if (further === null || of.accumulation === 'published' || of.better === 'lower')
    return nothingKnown(daysLeft)
  const total = denominator + further
  const needed = Math.max(0, ceilDiv(hundredths(of.target) * total - 10_000 * numerator, 10_000))
  const room = state && daysLeft > 0 ? denominator - numerator : further
  return {
    needed,
    perDay: daysLeft > 0 ? ceilDiv(needed, daysLeft) : null,
    reachable: total > 0 ? needed <= room : null,
    bestReachable: total > 0 ? percentOf(numerator + room, total) : null,
    daysLeft,
    expectedDenominator: further,
  }
}

/** D′: further denominators to expect in the days left; null when no recent volume is known. */
export function expectedDenominator(recent: Volume | null, daysLeft: number): number | null {
  if (daysLeft === 0) return 0
  return recent && roundDiv(recent.denominator * daysLeft, recent.days)
}

/**
 * Denominators and days of the observations of one unit and indicator that lie wholly in the last 28 days; null when
 * there are none with counts.
 */
export function recentVolume(rows: readonly Observation[], m: Moment): Volume | null {
  const last = { from: addDays(m.today, 1 - RECENT_DAYS), to: m.today }
  const within = rows.filter(o => hasCounts(o) && o.from >= last.from && o.to <= last.to)
  const found = standing(within, last, m).filter(hasCounts)
  if (found.length === 0) return null
  return {
    denominator: found.reduce((sum, o) => sum + o.denominator, 0),
    days: found.reduce((sum, o) => sum + daysIn(o), 0),
  }
}

/**
 * The volume of several units together: their daily means add up, whatever weeks each has. Exact: brought to the least
 * common multiple of their days. Null when none has one.
 */
export function poolVolumes(volumes: readonly (Volume | null)[]): Volume | null {
  const found = volumes.filter(volume => volume !== null)
  if (found.length === 0) return null
  const days = found.reduce((common, volume) => leastCommonMultiple(common, volume.days), 1)
  const denominator = found.reduce((sum, volume) => sum + volume.denominator * (days / volume.days), 0)
  return { denominator, days }
}

function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b]
  while (rest > 0) [divisor, rest] = [rest, divisor % rest]
  return (a / divisor) * b
}

function nothingKnown(daysLeft: number): Need {
  return {
    needed: null,
    perDay: null,
    reachable: null,
    bestReachable: null,
    daysLeft,
    expectedDenominator: null,
  }
}
