import { describe, expect, test } from 'vitest'
import { isDayOff, publicHolidays, workingDaysBetween } from '../../src/core/holidays.ts'
import type { HolidayRow } from '../../src/core/holidays.ts'

/** First day of Tết and the tenth of the third lunar month, as published. 2030 is a day before the Chinese calendar's. */
const LUNAR: Record<number, [string, string]> = {
  2015: ['02-19', '04-28'],
  2016: ['02-08', '04-16'],
  2017: ['01-28', '04-06'],
  2018: ['02-16', '04-25'],
  2019: ['02-05', '04-14'],
  2020: ['01-25', '04-02'],
  2021: ['02-12', '04-21'],
  2022: ['02-01', '04-10'],
  2023: ['01-22', '04-29'],
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
}

/** The working days of a Monday-to-Friday week that were off for Tết, first and last, as announced for civil servants. */
const TET: [string, string][] = [
  ['2016-02-08', '2016-02-12'],
  ['2017-01-26', '2017-02-01'],
  ['2018-02-14', '2018-02-20'],
  ['2019-02-04', '2019-02-08'],
  ['2020-01-23', '2020-01-29'],
  ['2021-02-10', '2021-02-16'],
  ['2022-01-31', '2022-02-04'],
  ['2023-01-20', '2023-01-26'],
  ['2024-02-08', '2024-02-14'],
  ['2025-01-27', '2025-01-31'],
  ['2026-02-16', '2026-02-20'],
]

function daysOff(year: number): string[] {
  return [...publicHolidays(year).keys()].filter(day => new Date(`${day}T00:00Z`).getUTCDay() % 6 !== 0)
}

describe('public holidays', () => {
  test.each(Object.entries(LUNAR))('Tết and Giỗ Tổ of %s', (year, [tet, kings]) => {
    const holidays = publicHolidays(Number(year))
    expect(holidays.get(`${year}-${tet}`)).toBe('tet')
    expect(holidays.get(`${year}-${kings}`)).toMatch(/hung_kings|reunification/)
  })

  test.each(TET)('Tết off from %s to %s', (first, last) => {
    const year = Number(first.slice(0, 4))
    const around = daysOff(year).filter(day => day >= `${year}-01-15` && day < `${year}-03-01`)
    expect([around.toSorted()[0], around.toSorted().at(-1)]).toEqual([first, last])
  })

  test('a holiday on a weekend gives the next working day: 30/4 and 1/5 of 2022 were a weekend', () => {
    expect(isDayOff('2022-05-02', [])).toBe(true)
    expect(isDayOff('2022-05-03', [])).toBe(true)
    expect(isDayOff('2022-05-04', [])).toBe(false)
  })

  test('three holidays in a row push the days instead behind all of them (2023)', () => {
    expect(['2023-05-01', '2023-05-02', '2023-05-03', '2023-05-04'].map(day => isDayOff(day, []))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test.each([
    [2021, '2021-09-03'],
    [2022, '2022-09-01'],
    [2023, '2023-09-01'],
    [2024, '2024-09-03'],
    [2025, '2025-09-01'],
    [2026, '2026-09-01'],
  ])('the second day of 2/9 in %s is %s', (year, day) => {
    expect(publicHolidays(year).get(day)).toBe('national')
  })
})

describe('the table of holidays', () => {
  const swapped: HolidayRow[] = [
    { date: '2026-08-31', name: 'Nghỉ hoán đổi', kind: 'off' },
    { date: '2026-08-22', name: 'Làm bù', kind: 'work' },
  ]

  test('decides before weekends and before the law', () => {
    expect(isDayOff('2026-08-31', [])).toBe(false)
    expect(isDayOff('2026-08-31', swapped)).toBe(true)
    expect(isDayOff('2026-08-22', [])).toBe(true)
    expect(isDayOff('2026-08-22', swapped)).toBe(false)
    expect(isDayOff('2026-09-02', [{ date: '2026-09-02', name: 'Trực', kind: 'work' }])).toBe(false)
  })

  test('working days pass over weekends, holidays and swaps', () => {
    expect(workingDaysBetween('2026-08-28', '2026-09-03', [])).toBe(2)
    expect(workingDaysBetween('2026-08-28', '2026-09-03', swapped)).toBe(1)
    expect(workingDaysBetween('2026-08-21', '2026-08-24', swapped)).toBe(2)
    expect(workingDaysBetween('2026-02-13', '2026-02-23', [])).toBe(1)
    expect(workingDaysBetween('2026-03-05', '2026-03-05', [])).toBe(0)
    expect(workingDaysBetween('2026-03-05', '2026-03-01', [])).toBe(0)
  })
})
