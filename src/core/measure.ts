import type { Indicator } from './indicator.ts'
import type { Moment } from './moment.ts'
import type { Observation } from './observation.ts'
import { type Counted, hasCounts, known, standingOf } from './observe.ts'
import { daysIn, isSame } from './period.ts'
import { percentOf, round2 } from './rounding.ts'
import type { Window } from './window.ts'

/** What a unit, or several together, reached in a window. */
export type Measure =
  | {
      state: 'value'
      /** Percent or points, 2 decimals. */
      value: number
      /** Null where only a value was published: such a value cannot be added to others. */
      numerator: number | null
      denominator: number | null
      /** Last civil day that the figures cover, never after the moment's day. */
      dataTo: string
      /** Row ids of the observations behind it. */
      sources: number[]
      /** Units that contributed. */
      units: number
      /**
       * Set when one observation of another period than the window had to stand for it: that period. So it is with
       * published values, and with counts of a period that both begins before the window and ends after it.
       */
      publishedFor: Window | null
      /** Where a published value stands although counts of the window are known: what these say, for adding up. */
      addable?: Measure
    }
  /** Figures came, but nothing fell under the indicator: not 0 %, and not missing data. */
  | { state: 'no_dossiers'; denominator: 0; numerator: 0; dataTo: string; sources: number[]; units: number }
  | { state: 'no_data' }

/**
 * The value of one unit in a window, from its own observations (`rows`: all revisions of one unit and indicator).
 * By accumulation (DOMAIN.md §2): `sum` adds the counts of the standing rows; `latest` takes the row whose period is
 * the window, else the newest; `published` likewise, and its value as it came. A `sum` or `latest` indicator may have
 * published values too. They never mix with counts: one for exactly the window stands before counts; any other stands,
 * of `sum`, only where there are no counts, and of `latest` only where it is newer than they are.
 */
export function measure(
  indicator: Indicator,
  rows: readonly Observation[],
  window: Window,
  m: Moment,
): Measure {
  const found = known(rows, window, m)
  const own = measureOf(indicator, found, window, m)
  if (own.state !== 'value' || own.numerator !== null || indicator.accumulation === 'published') return own
  const addable = measureOf(indicator, found.filter(hasCounts), window, m)
  return addable.state === 'no_data' ? own : { ...own, addable }
}

function measureOf(indicator: Indicator, found: readonly Observation[], window: Window, m: Moment): Measure {
  if (indicator.accumulation === 'sum') {
    const stand = standingOf(found, window)
    if (stand.length > 0 && stand.every(hasCounts)) return counted(stand, window, m)
  }
  const one = choose(found, window, m)
  if (!one) return { state: 'no_data' }
  if (indicator.accumulation === 'latest' && hasCounts(one)) return counted([one], window, m)
  return published(one, window, m)
}

/**
 * Several units together: counts are added, percentages never averaged. Values without counts cannot be added and are
 * left out; `units` says how many contributed (those that had no dossiers did). `no_data` when none did.
 */
export function rollUp(indicator: Indicator, measures: readonly Measure[]): Measure {
  let [numerator, denominator, units, dataTo] = [0, 0, 0, '']
  const sources: number[] = []
  for (const whole of measures) {
    const part = whole.state === 'value' && whole.addable ? whole.addable : whole
    if (indicator.accumulation === 'published' || part.state === 'no_data') continue
    if (part.numerator === null || part.denominator === null) continue
    numerator += part.numerator
    denominator += part.denominator
    units += part.units
    if (part.dataTo > dataTo) dataTo = part.dataTo
    for (const id of part.sources) sources.push(id)
  }
  if (units === 0) return { state: 'no_data' }
  return ofCounts(numerator, denominator, { dataTo, sources, units, publishedFor: null })
}

function counted(rows: readonly Counted[], window: Window, m: Moment): Measure {
  let [numerator, denominator, dataTo] = [0, 0, '']
  for (const row of rows) {
    numerator += row.numerator
    denominator += row.denominator
    if (row.to > dataTo) dataTo = row.to
  }
  const [first] = rows
  const wider = first !== undefined && first.from < window.from && covered(first.to, m) > window.to
  return ofCounts(numerator, denominator, {
    dataTo: covered(dataTo, m),
    sources: rows.map(row => row.id),
    units: 1,
    publishedFor: wider && rows.length === 1 ? { from: first.from, to: first.to } : null,
  })
}

type Facts = Pick<Extract<Measure, { state: 'value' }>, 'dataTo' | 'sources' | 'units' | 'publishedFor'>

function ofCounts(numerator: number, denominator: number, facts: Facts): Measure {
  const { dataTo, sources, units } = facts
  if (denominator === 0) return { state: 'no_dossiers', denominator: 0, numerator: 0, dataTo, sources, units }
  return { state: 'value', value: percentOf(numerator, denominator), numerator, denominator, ...facts }
}

function published(row: Observation, window: Window, m: Moment): Measure {
  const facts: Facts = {
    dataTo: covered(row.to, m),
    sources: [row.id],
    units: 1,
    publishedFor: isSame(row, window) ? null : { from: row.from, to: row.to },
  }
  if (row.value === null) return ofCounts(row.numerator ?? 0, row.denominator ?? 0, facts)
  return { state: 'value', value: round2(row.value), numerator: null, denominator: null, ...facts }
}

/**
 * The one observation that stands for a window: the one whose period is the window, or of both as much as is past (the
 * score of the year, asked from the start of the year to today); else the one that ends last (then: with counts, then the
 * shorter). One that is longer than the window stands only where there is no other: the score of a year would otherwise
 * stand for its third quarter, in which the year's middle lies.
 */
function choose(rows: readonly Observation[], window: Window, m: Moment): Observation | null {
  const past = { from: window.from, to: covered(window.to, m) }
  const pastOf = (row: Observation): Window => ({ from: row.from, to: covered(row.to, m) })
  const same = rows.find(row => isSame(row, window)) ?? rows.find(row => isSame(pastOf(row), past))
  if (same) return same
  const inside = rows.filter(row => daysIn(pastOf(row)) <= daysIn(past))
  let best: Observation | null = null
  for (const row of inside.length > 0 ? inside : rows) if (!best || isNewer(row, best)) best = row
  return best
}

function isNewer(a: Observation, b: Observation): boolean {
  if (a.to !== b.to) return a.to > b.to
  if (hasCounts(a) !== hasCounts(b)) return hasCounts(a)
  return a.from > b.from
}

/** Figures of a period that still runs cover it up to today at most. */
function covered(to: string, m: Moment): string {
  return to < m.today ? to : m.today
}
