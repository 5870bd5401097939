import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { AskedPeriod } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { lamDong2026 } from './judged-questions.ts'
import { asker, giaLai2024 } from './provinces.ts'
import { sized } from '../sizes.ts'
import { seeded } from './spellings.ts'

const DAY = 86_400_000
const lexicon = buildLexicon(giaLai2024())
const director = asker('gd-sgtvt')

/** A second calendar, in milliseconds of UTC, that shares nothing with the one under test. */
const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const text = (at: number): string => new Date(at).toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number): string => text(Date.UTC(year, month - 1, day))
const shift = (day: string, by: number): string => text(ms(day) + by * DAY)
const yearOf = (day: string): number => new Date(ms(day)).getUTCFullYear()
const monthOf = (day: string): number => new Date(ms(day)).getUTCMonth() + 1
const span = (from: string, to: string): string => `${from}/${to}`
const month = (year: number, number: number): string => span(utc(year, number, 1), utc(year, number + 1, 0))
const months = (year: number, first: number, last: number): string =>
  span(utc(year, first, 1), utc(year, last + 1, 0))
const quarter = (year: number, number: number): string => months(year, number * 3 - 2, number * 3)
const year = (number: number): string => span(`${number}-01-01`, `${number}-12-31`)
const monday = (day: string): string => shift(day, -((new Date(ms(day)).getUTCDay() + 6) % 7))
const week = (day: string): string => span(monday(day), shift(monday(day), 6))
/** Monday of week 1: the week of 4 January. */
const firstMonday = (number: number): string => monday(`${number}-01-04`)
const isoYearOf = (day: string): number => yearOf(shift(monday(day), 3))

/** What begins within 31 days is meant without its year. */
const soon = (today: string): string => shift(today, 31)

/** Week N of the year of today's week, else of the nearest year before it in which it exists and has begun. */
function numberedWeek(number: number, today: string): string | null {
  for (let at = isoYearOf(today); at >= isoYearOf(today) - 2; at--) {
    const start = shift(firstMonday(at), 7 * (number - 1))
    if (start < firstMonday(at + 1) && start <= soon(today)) return week(start)
  }
  return null
}

function nearestMonth(number: number, today: string): string {
  const now = yearOf(today)
  return month(utc(now, number, 1) <= soon(today) ? now : now - 1, number)
}

function nearestDay(number: number, inMonth: number, today: string): string {
  for (let at = yearOf(today); ; at--) {
    const found = utc(at, inMonth, number)
    if (monthOf(found) === inMonth && found <= soon(today)) return span(found, found)
  }
}

function spoken(asked: string, today: string): string | null {
  const context = { ...director, today }
  const period: AskedPeriod | null = readQuestion(`số hóa ${asked}`, lexicon, context).questions[0]!.period
  return period && span(period.from, period.to)
}

/**
 * Days of 2023–2027: five year ends, the 53 weeks of 2026, one leap day. A sample has every day around the turns of the
 * years and of a February, where calendars go wrong, and of the others each 29th: all weekdays, all parts of months.
 */
function daysOfYears(step: number): string[] {
  const found: string[] = []
  for (let day = '2023-01-01'; day <= '2027-12-31'; day = shift(day, 1)) {
    const isTurn = /-12-(?:2[6-9]|3\d)$|-01-0\d$|-02-2[89]$|-03-01$|2024-(?:0[1-9]|1[0-2])-01$/.test(day)
    if (isTurn || ((ms(day) - ms('2023-01-01')) / DAY) % step === 0) found.push(day)
  }
  return found
}

const days = daysOfYears(sized({ quick: 83, usual: 61, long: 1 }))

/** What each phrase means on a day, by the calendar above. */
const PHRASES: Record<string, (today: string) => string | null> = {
  'hôm nay': today => span(today, today),
  'hôm qua': today => span(shift(today, -1), shift(today, -1)),
  'tuần này': week,
  'tuần trước': today => week(shift(today, -7)),
  'tuần qua': today => week(shift(today, -7)),
  'tuần rồi': today => week(shift(today, -7)),
  'tuần vừa rồi': today => week(shift(today, -7)),
  '3 ngày qua': today => span(shift(today, -2), today),
  '10 ngày qua': today => span(shift(today, -9), today),
  '2 tuần qua': today => span(shift(today, -13), today),
  'bốn tuần qua': today => span(shift(today, -27), today),
  'tháng này': today => month(yearOf(today), monthOf(today)),
  'tháng trước': today => month(yearOf(today), monthOf(today) - 1),
  'tháng 4/2024': () => '2024-04-01/2024-04-30',
  '4/2024': () => '2024-04-01/2024-04-30',
  'tháng 2 năm 2024': () => '2024-02-01/2024-02-29',
  'quý này': today => quarter(yearOf(today), Math.ceil(monthOf(today) / 3)),
  'quý trước': today => quarter(yearOf(today), Math.ceil(monthOf(today) / 3) - 1),
  'quý I': today => quarter(yearOf(today), 1),
  'quý 1': today => quarter(yearOf(today), 1),
  'quý 4': today => quarter(yearOf(today) - (utc(yearOf(today), 10, 1) <= soon(today) ? 0 : 1), 4),
  'quý III/2025': () => '2025-07-01/2025-09-30',
  '6 tháng đầu năm': today => months(yearOf(today), 1, 6),
  '6 tháng cuối năm': today => months(yearOf(today), 7, 12),
  '9 tháng đầu năm 2023': () => '2023-01-01/2023-09-30',
  'năm nay': today => year(yearOf(today)),
  'năm ngoái': today => year(yearOf(today) - 1),
  'năm trước': today => year(yearOf(today) - 1),
  'năm 2023': () => year(2023),
  'lũy kế': today => span(`${yearOf(today)}-01-01`, today),
  'từ đầu năm': today => span(`${yearOf(today)}-01-01`, today),
  'từ đầu năm đến nay': today => span(`${yearOf(today)}-01-01`, today),
  'từ đầu tháng': today => span(utc(yearOf(today), monthOf(today), 1), today),
  'giai đoạn 1': () => '2024-03-22/2024-05-01',
  gđ2: () => '2024-05-02/2024-06-30',
  'từ 22/3/2024 đến 1/5/2024': () => '2024-03-22/2024-05-01',
  '18/5': today => nearestDay(18, 5, today),
  'ngày 31/12': today => nearestDay(31, 12, today),
  'ngày 29/2': today => nearestDay(29, 2, today),
  'ngày 29/2/2024': () => '2024-02-29/2024-02-29',
  'từ 22/3 đến 1/5': today => {
    const from = nearestDay(22, 3, today).slice(0, 10)
    return span(from, utc(yearOf(from), 5, 1))
  },
  'tuần 52': today => numberedWeek(52, today),
  'tuần 53': today => numberedWeek(53, today),
}

describe.each(Object.entries(PHRASES))('%s', (asked, expected) => {
  test('is the same days as by plain counting, whenever it is asked', () => {
    expect(Object.fromEntries(days.map(today => [today, spoken(asked, today)]))).toEqual(
      Object.fromEntries(days.map(today => [today, expected(today)])),
    )
  })
})

describe('numbers', () => {
  test('week N is the nearest that has begun or begins soon, by the ISO year of today', () => {
    const asked = days.flatMap((today, at) =>
      [1 + (at % 13), 14 + (at % 37)].map(number => ({ today, number })),
    )
    expect(asked.map(({ today, number }) => [today, number, spoken(`tuần ${number}`, today)])).toEqual(
      asked.map(({ today, number }) => [today, number, numberedWeek(number, today)]),
    )
  })

  test('month N, and T N, are the nearest that has begun', () => {
    const asked = days.map((today, at) => ({ today, number: 1 + (at % 12) }))
    const expected = asked.map(({ today, number }) => nearestMonth(number, today))
    expect(asked.map(({ today, number }) => spoken(`tháng ${number}`, today))).toEqual(expected)
    expect(asked.map(({ today, number }) => spoken(`T${number}`, today))).toEqual(expected)
  })

  test('a day of a month is the nearest that has come', () => {
    const random = seeded(8)
    const asked = days.map(today => ({ today, number: 1 + random(28), inMonth: 1 + random(12) }))
    expect(asked.map(({ today, number, inMonth }) => spoken(`ngày ${number}/${inMonth}`, today))).toEqual(
      asked.map(({ today, number, inMonth }) => nearestDay(number, inMonth, today)),
    )
  })

  test('N days and N weeks end today', () => {
    const asked = days.map((today, at) => ({ today, number: 2 + (at % 29) }))
    expect(asked.map(({ today, number }) => spoken(`${number} ngày qua`, today))).toEqual(
      asked.map(({ today, number }) => span(shift(today, 1 - number), today)),
    )
    expect(asked.map(({ today, number }) => spoken(`${number} tuần qua`, today))).toEqual(
      asked.map(({ today, number }) => span(shift(today, 1 - 7 * number), today)),
    )
  })
})

describe('the calendar has no such days', () => {
  test.each(['ngày 31/2', 'ngày 30/2/2024', 'ngày 29/2/2023', 'tuần 54', 'quý 5', 'tuần 53 năm 2025'])(
    '%s',
    asked => {
      expect(spoken(asked, '2026-05-15')).toBeNull()
    },
  )

  test('week 53 of 2026 is there from a month before its Monday on', () => {
    expect(spoken('tuần 53', '2026-11-26')).toBeNull()
    expect(spoken('tuần 53', '2026-12-28')).toBe('2026-12-28/2027-01-03')
    expect(spoken('tuần 53', '2027-06-01')).toBe('2026-12-28/2027-01-03')
    expect(spoken('tuần 53 năm 2026', '2026-05-15')).toBe('2026-12-28/2027-01-03')
  })
})

/** Sunday 19 May 2024, in the campaign's second phase. */
const WRITTEN: readonly (readonly [asked: string, days: string])[] = [
  ['từ đầu chiến dịch', '2024-03-22/2024-05-19'],
  ['từ đầu giai đoạn 2', '2024-05-02/2024-05-19'],
  ['giai đoạn này', '2024-05-02/2024-06-30'],
  ['giai đoạn trước', '2024-03-22/2024-05-01'],
  ['cả chiến dịch', '2024-03-22/2024-06-30'],
  ['đến nay', '2024-01-01/2024-05-19'],
  ['từ 1/4 đến nay', '2024-04-01/2024-05-19'],
  ['từ tháng 4 đến nay', '2024-04-01/2024-05-19'],
  ['từ tháng 3 đến tháng 4', '2024-03-01/2024-04-30'],
  ['tuần 18-20', '2024-04-29/2024-05-19'],
  ['từ tuần 18 đến tuần 20', '2024-04-29/2024-05-19'],
  ['tháng 3-4', '2024-03-01/2024-04-30'],
  ['2 tuần trước', '2024-04-29/2024-05-05'],
  ['2 tháng trước', '2024-03-01/2024-03-31'],
  ['từ đầu quý', '2024-04-01/2024-05-19'],
  ['từ đầu tuần', '2024-05-13/2024-05-19'],
  ['từ đầu tháng 4', '2024-04-01/2024-05-19'],
  ['tính đến 30/4', '2024-01-01/2024-04-30'],
  ['lũy kế đến hết tháng 4', '2024-01-01/2024-04-30'],
  ['3 tháng qua', '2024-02-20/2024-05-19'],
  ['ngày 18', '2024-05-18/2024-05-18'],
  ['ngày 20', '2024-04-20/2024-04-20'],
  ['quý một', '2024-01-01/2024-03-31'],
  ['quý II/2023', '2023-04-01/2023-06-30'],
  ['tháng tư', '2024-04-01/2024-04-30'],
  ['tháng 12 năm ngoái', '2023-12-01/2023-12-31'],
  ['2024-05-18', '2024-05-18/2024-05-18'],
  ['18.5.2024', '2024-05-18/2024-05-18'],
  ['ngày 18 tháng 5 năm 2024', '2024-05-18/2024-05-18'],
]

test.each(WRITTEN)('%s, on 19 May 2024, is %s', (asked, expected) => {
  expect(spoken(asked, '2024-05-19')).toBe(expected)
})

describe('shapes, by which the same question is asked a week earlier', () => {
  test.each([
    ['tuần trước', 'week'],
    ['tháng này', 'month'],
    ['10 ngày qua', 'rolling'],
    ['lũy kế', 'to_date'],
    ['quý I', 'fixed'],
    ['từ 22/3 đến 1/5', 'fixed'],
    ['giai đoạn 1', 'fixed'],
  ] as const)('%s is %s', (asked, shape) => {
    const { questions } = readQuestion(`số hóa ${asked}`, lexicon, asker('gd-sgtvt'))
    expect(questions[0]!.period?.shape).toBe(shape)
  })
})

describe('phases of another campaign', () => {
  const other = buildLexicon(lamDong2026())
  const said = (asked: string, today: string): string | undefined => {
    const context = { unit: '68-S07', scope: '68-S07', today, previous: null, pendingChoices: [] }
    const { period } = readQuestion(`số hóa ${asked}`, other, context).questions[0]!
    return period ? span(period.from, period.to) : undefined
  }

  test.each([
    ['đợt 1', '2026-05-15', '2026-04-01/2026-04-20'],
    ['đợt 3', '2026-05-15', '2026-05-11/2026-05-30'],
    ['đợt này', '2026-05-10', '2026-04-21/2026-05-10'],
    ['đợt trước', '2026-05-11', '2026-04-21/2026-05-10'],
    ['giai đoạn 2', '2026-03-01', '2026-04-21/2026-05-10'],
    ['từ đầu chiến dịch', '2026-05-15', '2026-04-01/2026-05-15'],
  ])('%s on %s', (asked, today, expected) => {
    expect(said(asked, today)).toBe(expected)
  })
})
