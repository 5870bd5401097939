import type { Moment } from './moment.ts'
import type { Observation } from './observation.ts'
import { contains, dayNumber, isSame, middleOf } from './period.ts'
import type { Window } from './window.ts'

/** An observation that has both counts. */
export type Counted = Observation & { numerator: number; denominator: number }

export function hasCounts(o: Observation): o is Counted {
  return o.numerator !== null && o.denominator !== null
}

/**
 * Whether an observation is known at the moment (DOMAIN.md §3, "As of"): recorded by then or its period ended by that
 * day. A period that starts after that day never counts.
 */
export function counts(o: Observation, m: Moment): boolean {
  return o.from <= m.today && (o.recordedAt <= m.at || o.to <= m.today)
}

/** Whether the middle day of the observation's period lies in the window: of a week, its Thursday. */
export function belongs(o: Window, window: Window): boolean {
  if (o.from > window.to || o.to < window.from) return false
  if (o.from >= window.from && o.to <= window.to) return true
  return contains(window, middleOf(o))
}

/**
 * The observations of one unit and indicator that are known at the moment and belong to the window, one for each period:
 * the newest revision (largest `recordedAt`, then id). Earliest period first. `rows` may hold every stored revision.
 */
export function known(rows: readonly Observation[], window: Window, m: Moment): Observation[] {
  const found = rows.filter(o => counts(o, m) && belongs(o, window) && (o.value !== null || hasCounts(o)))
  found.sort(byPeriodThenAge)
  return found.filter((o, i) => {
    const next = found[i + 1]
    return !next || !isSame(next, o)
  })
}

/**
 * The observations that make the value of one unit and indicator in a window (`rows`: every stored revision of them), so
 * that no day is counted twice:
 * - one whose period is the window stands alone, with counts or not;
 * - otherwise rows with counts stand before rows with only a value;
 * - of rows of several lengths for the same days the finest stand that cover them wholly: three daily rows do not replace
 *   the week that holds them, seven do. Of rows that overlap without the one lying in the other the longer stands.
 */
export function standing(rows: readonly Observation[], window: Window, m: Moment): Observation[] {
  return standingOf(known(rows, window, m), window)
}

/** `standing`, of rows that `known` has picked for the window. */
export function standingOf(found: readonly Observation[], window: Window): Observation[] {
  const exact = found.find(o => isSame(o, window))
  if (exact) return [exact]
  const withCounts = found.filter(hasCounts)
  return finest(withCounts.length > 0 ? withCounts : found)
}

/** Earliest period first; of one period the oldest revision first. */
function byPeriodThenAge(a: Observation, b: Observation): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  if (a.to !== b.to) return a.to < b.to ? -1 : 1
  return a.recordedAt - b.recordedAt || a.id - b.id
}

/** A row with its days, counted from 1970. */
interface Span {
  row: Observation
  first: number
  last: number
}

/** `rows` sorted by period, one for each, without a day twice (see `standing`; of equal length the newer stands). */
function finest(rows: readonly Observation[]): Observation[] {
  if (rows.every((o, i) => i === 0 || rows[i - 1]!.to < o.from)) return [...rows]
  const spans = rows
    .map(row => ({ row, first: dayNumber(row.from), last: dayNumber(row.to) }))
    .toSorted((a, b) => daysOf(b) - daysOf(a) || b.row.recordedAt - a.row.recordedAt || b.row.id - a.row.id)
  return tile(spans)
    .map(({ row }) => row)
    .toSorted(byPeriodThenAge)
}

/** Of spans, the longest first: each that no longer one overlaps, or those within it where these cover it wholly. */
function tile(spans: readonly Span[]): Span[] {
  const tops: Span[] = []
  for (const span of spans)
    if (!tops.some(top => span.first <= top.last && top.first <= span.last)) tops.push(span)
  return tops.flatMap(top => {
    const within = spans.filter(
      span => top.first <= span.first && span.last <= top.last && daysOf(span) < daysOf(top),
    )
    const parts = tile(within)
    return parts.reduce((days, part) => days + daysOf(part), 0) === daysOf(top) ? parts : [top]
  })
}

function daysOf({ first, last }: Span): number {
  return last - first + 1
}
