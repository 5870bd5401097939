import { getSolarDate } from '@dqcai/vn-lunar'
import { Temporal } from 'temporal-polyfill'

/** A line of the table of holidays: a day off, or a day (a Saturday, usually) on which is worked instead. */
export interface HolidayRow {
  /** Civil date, `YYYY-MM-DD`. */
  date: string
  name: string
  kind: 'off' | 'work'
}

/** Names of the days off that the law gives; the words are elsewhere. */
export type PublicHoliday =
  | 'new_year'
  | 'tet'
  | 'hung_kings'
  | 'reunification'
  | 'labour'
  | 'national'
  | 'instead'

/**
 * Days off of a year by Labour Code 45/2019/QH14, article 112, and those given instead for a holiday on a weekend
 * (article 111): by civil date. Tết is taken as the last two days of the old lunar year and the first three of the new;
 * with the days instead this gives what was decided for civil servants in each year from 2016 to 2026. The second day of
 * 2 September is the neighbour that joins a weekend. What a year decides otherwise stands in the table of holidays.
 * @param year 1200 to 2199, the years that the lunar calendar knows
 */
export function publicHolidays(year: number): ReadonlyMap<string, PublicHoliday> {
  const known = years.get(year)
  if (known) return known
  const found = new Map<string, PublicHoliday>()
  const onWeekend: Temporal.PlainDate[] = []
  for (const [day, name] of statutory(year)) {
    found.set(day.toString(), name)
    if (day.dayOfWeek >= 6) onWeekend.push(day)
  }
  for (const day of onWeekend) {
    let instead = day
    while (instead.dayOfWeek >= 6 || found.has(instead.toString())) instead = instead.add({ days: 1 })
    found.set(instead.toString(), 'instead')
  }
  years.set(year, found)
  return found
}

/** A year's holidays never change: they are computed once. */
const years = new Map<number, ReadonlyMap<string, PublicHoliday>>()

/** By weekday of 2 September, Monday first: whether its second day is the 3rd (+1) or the 1st (-1). */
const SECOND_NATIONAL_DAY = [1, -1, -1, 1, -1, -1, 1] as const

function statutory(year: number): [Temporal.PlainDate, PublicHoliday][] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  const tet = lunar(year, 1, 1)
  const national = on(9, 2)
  const second = national.add({ days: SECOND_NATIONAL_DAY[national.dayOfWeek - 1] ?? 1 })
  const all: [Temporal.PlainDate, PublicHoliday][] = [
    [on(1, 1), 'new_year'],
    ...[-2, -1, 0, 1, 2].map(
      days => [tet.add({ days }), 'tet'] satisfies [Temporal.PlainDate, PublicHoliday],
    ),
    [lunar(year, 3, 10), 'hung_kings'],
    [on(4, 30), 'reunification'],
    [on(5, 1), 'labour'],
    [national, 'national'],
    [second, 'national'],
  ]
  return all.toSorted(([a], [b]) => Temporal.PlainDate.compare(a, b))
}

/** The civil day of a day of the Vietnamese lunar calendar; no leap month is asked for here. */
function lunar(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(getSolarDate(day, month, year))
}

/**
 * Whether a civil day, `YYYY-MM-DD`, is one on which offices do not work: a Saturday, a Sunday, a public holiday. The
 * table decides before all of them.
 */
export function isDayOff(day: string, table: readonly HolidayRow[]): boolean {
  const row = table.findLast(one => one.date === day)
  if (row) return row.kind === 'off'
  const date = Temporal.PlainDate.from(day)
  return date.dayOfWeek >= 6 || publicHolidays(date.year).has(day)
}

/**
 * How many working days have passed between two civil days: those after `from`, up to and with `to`. 0 where `to` is not
 * later.
 */
export function workingDaysBetween(from: string, to: string, table: readonly HolidayRow[]): number {
  let days = 0
  for (let day = Temporal.PlainDate.from(from); day.toString() < to;) {
    day = day.add({ days: 1 })
    if (!isDayOff(day.toString(), table)) days++
  }
  return days
}
