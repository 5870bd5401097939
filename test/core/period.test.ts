import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  clip,
  contains,
  dayNumber,
  dayText,
  daysBetween,
  daysIn,
  granularityOf,
  halfOf,
  isDay,
  isoWeek,
  isoWeekNumber,
  middleOf,
  monthOf,
  parsePeriod,
  periodText,
  quarterOf,
  weekOf,
  yearOf,
} from '../../src/core/period.ts'
import { anyCharacters } from '../any-characters.ts'

interface PlainDay {
  text: string
  year: number
  month: number
  day: number
  /** 0 for Monday. */
  weekday: number
}

/** A calendar kept by hand: counts days one by one from Monday 27 December 1999 to the end of 2041. */
function plainCalendar(): PlainDay[] {
  const days: PlainDay[] = []
  let [year, month, day, weekday] = [1999, 12, 27, 0]
  while (year < 2042) {
    const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    days.push({ text, year, month, day, weekday })
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
    weekday = (weekday + 1) % 7
    day++
    if (day > length) [day, month] = [1, month + 1]
    if (month > 12) [month, year] = [1, year + 1]
  }
  return days
}

const calendar = plainCalendar()
const weeks = Array.from({ length: Math.floor(calendar.length / 7) }, (_, i) =>
  calendar.slice(7 * i, 7 * i + 7),
)

/** The days around which calendars go wrong, and any other. */
const anyDay = fc.oneof(
  fc.integer({ min: 0, max: calendar.length - 1 }).map(i => calendar[i]!.text),
  fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2023-02-28', '2023-12-31', '2024-01-01'),
  fc.constantFrom(
    '2020-12-28',
    '2020-12-31',
    '2021-01-01',
    '2021-01-03',
    '2021-01-04',
    '2026-12-31',
    '2027-01-03',
  ),
)

const anyWindow = fc
  .tuple(anyDay, fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 800 })))
  .map(([from, more]) => ({ from, to: addDays(from, more) }))

describe('beside a calendar counted by hand, every day of 2000–2041', () => {
  test('days follow each other', () => {
    const first = dayNumber('1999-12-27')
    // Compared in one go: an expectation for each of fifteen thousand days takes seconds.
    expect(calendar.map(({ text }) => [dayNumber(text), dayText(dayNumber(text)), isDay(text)])).toEqual(
      calendar.map(({ text }, i) => [first + i, text, true]),
    )
  })

  test('weeks run from Monday to Sunday and are numbered by the year of their Thursday', () => {
    const numbers = new Map<number, number>()
    for (const week of weeks) {
      const { year } = week[3]!
      const number = (numbers.get(year) ?? 0) + 1
      numbers.set(year, number)
      if (year < 2000) continue
      const whole = { from: week[0]!.text, to: week[6]!.text }
      expect(isoWeek(year, number)).toEqual(whole)
      expect(middleOf(whole)).toBe(week[3]!.text)
      expect(week.map(({ text }) => [weekOf(text), isoWeekNumber(text)])).toEqual(
        week.map(() => [whole, { year, week: number }]),
      )
    }
    const complete = [...numbers].filter(([year]) => year >= 2000 && year < 2041)
    for (const [year, last] of complete) expect([year, isoWeek(year, last + 1)]).toEqual([year, null])
    expect([...numbers].filter(([, last]) => last === 53).map(([year]) => year)).toEqual([
      2004, 2009, 2015, 2020, 2026, 2032, 2037,
    ])
  })

  test('months, quarters, halves and years hold exactly their days', () => {
    const parts = [
      [monthOf, (d: PlainDay) => `${d.year}/${d.month}`],
      [quarterOf, (d: PlainDay) => `${d.year}/${Math.ceil(d.month / 3)}`],
      [halfOf, (d: PlainDay) => `${d.year}/${Math.ceil(d.month / 6)}`],
      [yearOf, (d: PlainDay) => String(d.year)],
    ] as const
    const full = calendar.filter(({ year }) => year >= 2000)
    for (const [of, name] of parts)
      for (const days of Map.groupBy(full, name).values()) {
        const whole = { from: days[0]!.text, to: days.at(-1)!.text }
        expect(days.map(({ text }) => of(text))).toEqual(days.map(() => whole))
      }
  })
})

describe('arithmetic', () => {
  test('adding and counting days are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(addDays(day, n)).toBe(Temporal.PlainDate.from(day).add({ days: n }).toString())
      }),
    )
  })

  test('months are added as the calendar does, ending on the last day where the day is missing', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
        expect(addMonths(day, n)).toBe(Temporal.PlainDate.from(day).add({ months: n }).toString())
      }),
    )
    expect([addMonths('2024-01-31', 1), addMonths('2024-03-31', -13)]).toEqual(['2024-02-29', '2023-02-28'])
  })

  test('the middle leaves as many days before it as after, or one more before', () => {
    fc.assert(
      fc.property(anyWindow, window => {
        const middle = middleOf(window)
        const before = daysBetween(window.from, middle) - daysBetween(middle, window.to)
        expect(before).toBe((daysIn(window) - 1) % 2)
      }),
    )
  })

  test('the shared days of two windows are those that both contain', () => {
    const near = fc.integer({ min: 0, max: 30 }).map(n => addDays('2024-02-20', n))
    const small = fc.tuple(near, near).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
    fc.assert(
      fc.property(small, small, (a, b) => {
        const days = calendar.map(day => day.text).filter(day => contains(a, day) && contains(b, day))
        expect(clip(a, b)).toEqual(days.length === 0 ? null : { from: days[0], to: days.at(-1) })
      }),
    )
  })
})

describe('periods as text', () => {
  test.each([
    ['2024-W20', '2024-05-13', '2024-05-19', 'week'],
    ['2024-W01', '2024-01-01', '2024-01-07', 'week'],
    ['2025-W01', '2024-12-30', '2025-01-05', 'week'],
    ['2020-W53', '2020-12-28', '2021-01-03', 'week'],
    ['2026-W53', '2026-12-28', '2027-01-03', 'week'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2023-02', '2023-02-01', '2023-02-28', 'month'],
    ['2024-12', '2024-12-01', '2024-12-31', 'month'],
    ['2024-Q2', '2024-04-01', '2024-06-30', 'quarter'],
    ['2024-Q4', '2024-10-01', '2024-12-31', 'quarter'],
    ['1900', '1900-01-01', '1900-12-31', 'year'],
    ['2999-W01', '2998-12-31', '2999-01-06', 'week'],
    ['2024', '2024-01-01', '2024-12-31', 'year'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'day'],
    ['2024-03-22/2024-05-01', '2024-03-22', '2024-05-01', 'span'],
    ['2024-01-01/2024-06-30', '2024-01-01', '2024-06-30', 'half'],
    ['2024-07-01/2024-12-31', '2024-07-01', '2024-12-31', 'half'],
  ])('%s', (text, from, to, granularity) => {
    expect(parsePeriod(text)).toEqual({ from, to, granularity })
    expect(periodText({ from, to })).toBe(text)
  })

  test('a span that is a whole week, month or year is one', () => {
    expect(parsePeriod('2024-05-13/2024-05-19')?.granularity).toBe('week')
    expect(parsePeriod('2024-05-01/2024-05-31')?.granularity).toBe('month')
    expect(parsePeriod('2024-01-01/2024-12-31')?.granularity).toBe('year')
    expect(parsePeriod('2024-05-19/2024-05-19')?.granularity).toBe('day')
    expect(granularityOf({ from: '2024-05-14', to: '2024-05-20' })).toBe('span')
    expect(granularityOf({ from: '2024-04-21', to: '2024-05-20' })).toBe('span')
  })

  test.each([
    ['', ' 2024', '2024 ', '24', '20245', '0024', '1899', '3000', '2024-', 'W20', '2024W20', '2024-w20'],
    ['2024-W00', '2024-W53', '2023-W53', '2025-W53', '2026-W54', '2024-W1', '2024-W100'],
    ['2024-00', '2024-13', '2024-5', '2024-Q0', '2024-Q5', '2024-Q', '2024-q1'],
    [
      '2024-02-30',
      '2023-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '2024-1-1',
      '0001-01-01',
    ],
    ['2024-05-02/2024-05-01', '2024-05-01/', '/2024-05-01', '2024-05-01/2024-05-02/2024-05-03', '2024/2025'],
    ['2024-05/2024-06', '2024-05-01/2024-06-31', '2024-05-01T00:00', '２０２４', '2024-05-01\n', 'NaN-aN-aN'],
  ])('refuses %j and the like', (...texts) => {
    for (const text of texts) expect([text, parsePeriod(text)]).toEqual([text, null])
  })

  test('what is written is read back as the same window', () => {
    fc.assert(
      fc.property(anyWindow, window => {
        expect(parsePeriod(periodText(window))).toEqual({ ...window, granularity: granularityOf(window) })
      }),
    )
    fc.assert(
      fc.property(anyDay, fc.constantFrom(weekOf, monthOf, quarterOf, halfOf, yearOf), (day, of) => {
        const window = of(day)
        expect(parsePeriod(periodText(window))).toMatchObject(window)
        expect(periodText(window).length).toBeLessThan(of === halfOf ? 22 : 9)
      }),
    )
  })

  test('any text is refused or is a stretch of real days', () => {
    const like = fc.stringMatching(/^\d{4}-[WQ]?\d{1,2}(-\d\d(\/\d{4}-\d\d-\d\d)?)?$/)
    fc.assert(
      fc.property(fc.oneof(anyCharacters(20), like), text => {
        const found = parsePeriod(text)
        expect(found === null || (isDay(found.from) && isDay(found.to) && found.from <= found.to)).toBe(true)
      }),
    )
  })

  test('there is no week 0, no half week, and none in a year that is no year', () => {
    expect([
      isoWeek(2024, 0),
      isoWeek(2024, -51),
      isoWeek(2024, 1.5),
      isoWeek(2024, 53),
      isoWeek(0, 1),
    ]).toEqual([null, null, null, null, null])
  })
})
