import type { Accumulation } from './indicator.ts'
import type { Moment } from './moment.ts'
import type { Observation } from './observation.ts'
import { hasCounts, standing } from './observe.ts'
import { addDays, daysIn } from './period.ts'
import { periodAt, periodBefore, type Rhythm } from './rhythm.ts'
import { ceilDiv, floorDiv, hundredths, percentOf, roundDiv } from './rounding.ts'
import type { Window } from './window.ts'

/** What is still needed to have met the target at the end of the term (DOMAIN.md §7). */
export interface Need {
  /**
   * Further numerators needed by the end of the term, at least 0; where lower is better: the most that may still come,
   * negative when the target is out of reach. Null when it cannot be computed.
   */
  needed: number | null
  /** Per remaining day, rounded up; null on the last day, of a state, and where lower is better. */
  perDay: number | null
  reachable: boolean | null
  /** Best percent that can still be reached: the highest, or the lowest where lower is better. */
  bestReachable: number | null
  daysLeft: number
  /** Dossiers (denominators) still expected until the end. */
  expectedDenominator: number | null
}

/** Counts of some days: `denominator / days` is the mean of a day, `numerator / denominator` the rate of late. */
export interface Volume {
  numerator: number
  denominator: number
  days: number
}

type Daily = Pick<Volume, 'denominator' | 'days'>

/** Days back from the last day with figures, that day included, whose observations say how many dossiers to expect. */
const RECENT_DAYS = 28

/**
 * n = ⌈p·(D + D′) − N⌉, at least 0, with D′ = mean daily denominator × days without figures yet, rounded half up; the
 * target is out of reach when n > D′. Where lower is better: ⌊p·(D + D′) − N⌋ may still come. A `latest` indicator
 * counts a state: its denominator does not grow, and all of it may still turn. Where `recent` is null (and days are to
 * come) nothing can be said, and all but `daysLeft` is null.
 */
export function need(of: {
  numerator: number
  denominator: number
  /** Percent. */
  target: number
  recent: Daily | null
  /** Days from the last day with figures to the end of the term, b − L; `daysLeft` where not given. */
  daysToCome?: number
  /** Days from today to the end of the term: b − T. */
  daysLeft: number
  accumulation: Accumulation
  better?: 'higher' | 'lower'
}): Need {
  const { numerator, denominator, daysLeft } = of
  const state = of.accumulation === 'latest'
  const further = state ? 0 : expectedDenominator(of.recent, of.daysToCome ?? of.daysLeft)
  if (further === null || of.accumulation === 'published') return nothingKnown(daysLeft)
  const total = denominator + further
  const left = hundredths(of.target) * total - 10_000 * numerator
  if (of.better === 'lower') return lowerNeed({ left, numerator, total, daysLeft, further })
  const needed = Math.max(0, ceilDiv(left, 10_000))
  const room = state && daysLeft > 0 ? denominator - numerator : further
  return {
    needed,
    perDay: daysLeft > 0 && !state ? ceilDiv(needed, daysLeft) : null,
    reachable: total > 0 ? needed <= room : null,
    bestReachable: total > 0 ? percentOf(numerator + room, total) : null,
    daysLeft,
    expectedDenominator: further,
  }
}

/** Dossiers expected each remaining day, rounded half up, of which `perDay` are needed; null where nothing is expected. */
export function perDayOf({ expectedDenominator: expected, daysLeft }: Need): number | null {
  return expected === null || expected === 0 || daysLeft <= 0 ? null : roundDiv(expected, daysLeft)
}

function lowerNeed(of: {
  /** p·(D + D′) − N in ten-thousandths. */
  left: number
  numerator: number
  total: number
  daysLeft: number
  further: number
}): Need {
  const needed = floorDiv(of.left, 10_000)
  return {
    needed,
    perDay: null,
    reachable: of.total > 0 ? needed >= 0 : null,
    bestReachable: of.total > 0 ? percentOf(of.numerator, of.total) : null,
    daysLeft: of.daysLeft,
    expectedDenominator: of.further,
  }
}

/** D′: further denominators to expect in the days to come; null when no recent volume is known. */
export function expectedDenominator(recent: Daily | null, daysToCome: number): number | null {
  if (daysToCome <= 0) return 0
  return recent && roundDiv(recent.denominator * daysToCome, recent.days)
}

/**
 * The stretch whose observations say how many dossiers to expect: the 28 days that end on the last day with figures;
 * where the province reports by month, the last two whole months.
 */
export function recentStretch(rhythm: Rhythm, lastDay: string): Window {
  if (rhythm.every !== 'month') return { from: addDays(lastDay, 1 - RECENT_DAYS), to: lastDay }
  const running = periodAt(rhythm, lastDay)
  const newest = running.to === lastDay ? running : periodBefore(rhythm, running)
  return { from: periodBefore(rhythm, newest).from, to: newest.to }
}

/** Counts and days of the observations of one unit and indicator that lie wholly in the stretch; null without any counts. */
export function recentVolume(rows: readonly Observation[], stretch: Window, m: Moment): Volume | null {
  const within = rows.filter(o => hasCounts(o) && o.from >= stretch.from && o.to <= stretch.to)
  const found = standing(within, stretch, m).filter(hasCounts)
  if (found.length === 0) return null
  return {
    numerator: found.reduce((sum, o) => sum + o.numerator, 0),
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
  const pooled = (pick: (volume: Volume) => number): number =>
    found.reduce((sum, volume) => sum + pick(volume) * (days / volume.days), 0)
  return { numerator: pooled(one => one.numerator), denominator: pooled(one => one.denominator), days }
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
