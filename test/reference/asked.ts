/**
 * What an answer about one unit and indicator must say: the values, ranks and targets of the reference, in the window
 * and the term that a question means. Nothing is taken from the product.
 */
import { dayNumber, lengthOf, middleDay, monthDays, monthEarlier, sameDays, textOf } from './civil-days.ts'
import { vietnamDay, vietnamTime, yearDays } from './civil-days.ts'
import type { Days } from './civil-days.ts'
import type { RefPhase, RefTerm, RefWorld } from './reference-data.ts'
import { phaseTerm, yearTerm } from './reference-data.ts'
import { peersOf, rankOf, round2, unitsBelow, valueOf } from './reference.ts'
import { answering, lastDayOf, listDayOf } from './reference-reports.ts'
import { baselineOf, needOf, paceOf, targetOf, termSoFar } from './reference-targets.ts'

/** The period that a question names; the shape says how it moves when the question is asked earlier. */
export interface RefPeriod extends Days {
  shape: 'week' | 'month' | 'rolling' | 'to_date' | 'fixed'
}

/** One unit, indicator, period and moment; `at` in milliseconds. */
export interface Case {
  unit: string
  indicator: string
  period: RefPeriod | null
  at: number
  /** "toàn tỉnh" */
  whole?: boolean
  /** "trong huyện" */
  sameParent?: boolean
}

/** The figure that answers a question about the value or the rank. */
export function expectedFigure(world: RefWorld, asked: Case) {
  const { unit, indicator, at, whole = false } = asked
  const period = asked.period && answering(world, indicator, asked.period, at)
  const window = period ?? defaultWindow(world, [unit], vietnamDay(at))
  const term = termOf(world, unit, indicator, window, vietnamDay(at))
  return {
    ...figureIn(world, asked, window, term),
    ...(whole ? { rank: null, of: null, rankChange: null } : rankIn(world, { ...asked, period }, window)),
  }
}

/** The figure that answers a question about the target, the gap, the need or the forecast, with all of these. */
export function expectedInTerm(world: RefWorld, asked: Case) {
  const { unit, indicator, at } = asked
  const period = asked.period && answering(world, indicator, asked.period, at)
  const term = termAsked(world, unit, period, vietnamDay(at))
  const window = termSoFar(term, at)
  const figure = figureIn(world, asked, window, term)
  const { value, target } = figure
  const pace =
    value === null || target === null
      ? null
      : paceOf(
          value,
          target,
          baselineOf(world, unit, indicator, term, at),
          term,
          lastDayOf(world, indicator, at) ?? vietnamDay(at),
        )
  return {
    ...figure,
    ...rankIn(world, { ...asked, period: period && { ...period, shape: 'fixed' } }, window),
    pace,
    need: target === null ? null : needOf(world, unit, indicator, term, target, at),
  }
}

function figureIn(world: RefWorld, asked: Case, window: Days, term: RefTerm | null) {
  const { unit, indicator, at, whole } = asked
  const { value, numerator, denominator, dataTo, reason } = valueOf(world, unit, indicator, window, at, whole)
  const assigned = term ? targetOf(world, unit, indicator, term) : 'not_assigned'
  const target = typeof assigned === 'number' ? assigned : null
  return {
    window: { from: textOf(window.from), to: textOf(window.to) },
    value,
    numerator,
    denominator,
    target,
    gap: value === null || target === null ? null : round2(target - value),
    met: value === null || target === null ? null : value >= target,
    dataTo: dataTo === null ? null : textOf(dataTo),
    reason: reason ?? (typeof assigned === 'number' ? null : assigned),
  }
}

function rankIn(world: RefWorld, asked: Case, window: Days) {
  const { unit, indicator, at, sameParent } = asked
  if (valueOf(world, unit, indicator, window, at).value === null)
    return { rank: null, of: null, rankChange: null }
  const peers = peersOf(world, unit, listDayOf(world, indicator, window, at), sameParent)
  const { rank, of } = rankOf(world, unit, peers, indicator, window, at)
  const earlier = earlierAsked(world, asked)
  const before = rankOf(world, unit, peers, indicator, earlier.window, earlier.at)
  return { rank, of, rankChange: rank === null || before.rank === null ? null : before.rank - rank }
}

/** The same question a week earlier; about a month, a month earlier. */
function earlierAsked(world: RefWorld, { unit, period, at }: Case): { window: Days; at: number } {
  const today = vietnamDay(at)
  const hours = (at - vietnamTime(today, 0)) / 3_600_000
  if (period?.shape === 'month') {
    const month = new Date(period.from * 86_400_000)
    const window = monthDays(month.getUTCFullYear(), month.getUTCMonth())
    return { window, at: vietnamTime(monthEarlier(today), hours) }
  }
  const earlier = vietnamTime(today - 7, hours)
  if (!period) return { window: defaultWindow(world, [unit], today - 7), at: earlier }
  const from = period.shape === 'week' || period.shape === 'rolling' ? period.from - 7 : period.from
  const to = period.shape === 'fixed' ? period.to : period.to - 7
  return { window: { from, to }, at: earlier }
}

/** The running phase in which any of the units has a target, or is exempted from one; the latest to start. */
function runningPhaseOf(world: RefWorld, units: string[], day: number): RefPhase | null {
  let found: RefPhase | null = null
  for (const phase of world.phases) {
    if (day < phase.from || phase.to < day || (found && found.from >= phase.from)) continue
    const term = phaseTerm(phase)
    const all = [...units, ...units.flatMap(unit => unitsBelow(world, unit).map(below => below.code))]
    const named = (unit: string) =>
      world.indicators.some(({ code }) => targetOf(world, unit, code, term) !== 'not_assigned')
    if (all.some(named)) found = phase
  }
  return found
}

/** The running phase to date where it concerns any of the units, otherwise the year to date. */
function defaultWindow(world: RefWorld, units: string[], today: number): Days {
  const phase = runningPhaseOf(world, units, today)
  return { from: phase?.from ?? dayNumber(yearOf(today), 1, 1), to: today }
}

/** The term of a need: the phase that the period is, else the running phase with a target, else the year. */
function termAsked(world: RefWorld, unit: string, period: RefPeriod | null, today: number): RefTerm {
  const named = world.phases.find(phase => period && sameDays(phase, period))
  if (named) return phaseTerm(named)
  const day = Math.min(period?.to ?? today, today)
  const phase = runningPhaseOf(world, [unit], day)
  return phase ? phaseTerm(phase) : yearTerm(yearOf(day))
}

/**
 * The term whose target is compared with a value: the phase that holds the middle of the window (so far), where the
 * window reaches less than a week out of it; else the year in which the window lies. The first of them that assigns or
 * exempts.
 */
function termOf(
  world: RefWorld,
  unit: string,
  indicator: string,
  window: Days,
  today: number,
): RefTerm | null {
  const to = window.from <= today && today < window.to ? today : window.to
  const middle = middleDay({ from: window.from, to })
  const phases = world.phases
    .filter(phase => phase.from <= middle && middle <= phase.to)
    .filter(phase => phase.from - window.from < 7 && to - phase.to < 7)
    .toSorted((a, b) => +sameDays(b, window) - +sameDays(a, window) || lengthOf(a) - lengthOf(b))
  const terms: RefTerm[] = phases.map(phaseTerm)
  const week = lengthOf(window) === 7 && new Date(window.from * 86_400_000).getUTCDay() === 1
  if (yearOf(window.from) === yearOf(to)) terms.push(yearTerm(yearOf(to)))
  else if (week) terms.push(yearTerm(yearOf(middleDay(window))))
  return terms.find(term => targetOf(world, unit, indicator, term) !== 'not_assigned') ?? terms[0] ?? null
}

function yearOf(day: number): number {
  let year = 2000
  while (yearDays(year).to < day) year++
  return year
}

/** A question about a group: of a kind, below a unit. */
export interface GroupCase {
  kind: 'commune' | 'department' | 'district'
  within: string
  indicator: string
  period: RefPeriod | null
  at: number
}

/** The table of a group: every unit with a value, best first, equal ones by code; and how many have none. */
export function expectedTable(world: RefWorld, asked: GroupCase) {
  const { kind, within, indicator, at } = asked
  const today = vietnamDay(at)
  const period = asked.period && answering(world, indicator, asked.period, at)
  const existing = (day: number) =>
    unitsBelow(world, within)
      .filter(unit => unit.kind === kind && unit.activeFrom <= day && day <= unit.activeTo)
      .map(unit => unit.code)
  const window = period ?? defaultWindow(world, existing(today), today)
  const units = existing(listDayOf(world, indicator, window, at))
  const rows = units.map(unit => {
    const term = termOf(world, unit, indicator, window, today)
    const { value, gap, met } = figureIn(world, { ...asked, unit }, window, term)
    return { unit, value, gap, met }
  })
  const lower = world.indicators.find(row => row.code === indicator)?.lowerIsBetter ?? false
  const table = rows
    .flatMap(({ unit, value, gap, met }) => {
      if (value === null) return []
      const better = rows.filter(
        ({ value: other }) => other !== null && (lower ? other < value : other > value),
      )
      return [{ unit, value, gap, met, rank: better.length + 1 }]
    })
    .toSorted((a, b) => a.rank - b.rank || (a.unit < b.unit ? -1 : 1))
  return { table, leftOut: rows.length - table.length, groupSize: rows.length }
}
