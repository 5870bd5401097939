/** How a province reports, a second time, by plain loops: how far figures reach, and which period answers; see reference.ts. */
import { lengthOf, middleDay, monthDays, vietnamDay } from './civil-days.ts'
import type { Days } from './civil-days.ts'
import type { RefRow, RefWorld } from './reference-data.ts'

interface Asked extends Days {
  shape: 'week' | 'month' | 'rolling' | 'to_date' | 'fixed'
}

function rowsOf(world: RefWorld, indicator: string, at: number): RefRow[] {
  const today = vietnamDay(at)
  const known = (row: RefRow) => row.from <= today && (row.recordedAt <= at || row.to <= today)
  return [...world.rows]
    .filter(([key]) => key.endsWith(`|${indicator}`))
    .flatMap(([, rows]) => rows)
    .filter(row => known(row) && middleDay(row) >= today - 400)
}

/** L: the last day that the indicator's figures cover. */
export function lastDayOf(world: RefWorld, indicator: string, at: number): number | null {
  const days = rowsOf(world, indicator, at).map(row => Math.min(row.to, vietnamDay(at)))
  return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b))
}

/** Whether at least half of the units that report, and exist on its last day, have a row in a stretch. */
function came(world: RefWorld, rows: RefRow[], stretch: Days): boolean {
  const exist = new Set(
    world.units
      .filter(unit => unit.activeFrom <= stretch.to && stretch.to <= unit.activeTo)
      .map(unit => unit.code),
  )
  const reporting = new Set(rows.filter(row => exist.has(row.unit)).map(row => row.unit))
  const inside = rows.filter(row => stretch.from <= middleDay(row) && middleDay(row) <= stretch.to)
  const there = new Set(
    inside.filter(row => exist.has(row.unit) && lengthOf(row) <= lengthOf(stretch)).map(row => row.unit),
  )
  return reporting.size > 0 && there.size >= reporting.size / 2
}

/** The period that answers: a running day, week or month that has not come gives way to the newest that has. */
export function answering<P extends Asked>(world: RefWorld, indicator: string, period: P, at: number): P {
  const today = vietnamDay(at)
  const isMonth = period.shape === 'month'
  const isWeek = period.shape === 'week'
  const isQuarter = period.shape === 'fixed' && lengthOf(period) >= 90 && lengthOf(period) <= 92
  const isDay = period.shape === 'fixed' && lengthOf(period) === 1
  if (today < period.from || period.to < today || !(isMonth || isWeek || isDay || isQuarter)) return period
  const rows = rowsOf(world, indicator, at)
  if (came(world, rows, period)) return period
  let next: Days = isDay ? weekOf(period.from) : before(period, isMonth, isQuarter)
  for (let i = 0; i < 12; i++) {
    if (came(world, rows, next)) return { ...period, ...next }
    next = before(next, isMonth, isQuarter)
  }
  return period
}

function weekOf(day: number): Days {
  const monday = day - ((((day + 3) % 7) + 7) % 7)
  return { from: monday, to: monday + 6 }
}

function before(days: Days, isMonth: boolean, isQuarter: boolean): Days {
  if (isQuarter) {
    const first = before(before(before(days, true, false), true, false), true, false)
    return { from: first.from, to: days.from - 1 }
  }
  if (!isMonth) return { from: days.from - 7, to: days.to - 7 }
  const date = new Date(days.from * 86_400_000)
  return monthDays(date.getUTCFullYear(), date.getUTCMonth())
}

/** The day on which the units of a list exist. */
export function listDayOf(world: RefWorld, indicator: string, window: Days, at: number): number {
  const today = vietnamDay(at)
  if (window.to <= today) return window.to
  const last = lastDayOf(world, indicator, at)
  return last !== null && window.from <= last && last < today ? last : today
}
