import { describe, expect, test } from 'vitest'
import { hasCome, newestCome } from '../../src/core/arrival.ts'
import { addDays, daysIn } from '../../src/core/period.ts'
import {
  periodAt,
  periodBefore,
  periodsIn,
  stepsIn,
  reportingMonthOf,
  rhythmOf,
  windowBefore,
} from '../../src/core/rhythm.ts'
import { window } from './rows.ts'
import { seeded } from './seeded.ts'

const WEEKLY = { every: 'week', monthStart: 1 } as const
const MONTHLY = { every: 'month', monthStart: 1 } as const
const FROM_21 = { every: 'month', monthStart: 21 } as const

describe('the period in which a province reports', () => {
  test('a month from the 21st to the 20th, over the turn of the year and in February', () => {
    expect(periodAt(FROM_21, '2024-10-05')).toEqual({ from: '2024-09-21', to: '2024-10-20' })
    expect(periodAt(FROM_21, '2024-10-21')).toEqual({ from: '2024-10-21', to: '2024-11-20' })
    expect(periodAt(FROM_21, '2025-01-20')).toEqual({ from: '2024-12-21', to: '2025-01-20' })
    expect(reportingMonthOf('2024-03-10', 21)).toEqual({ from: '2024-02-21', to: '2024-03-20' })
    expect(periodBefore(FROM_21, window('2024-09-21/2024-10-20'))).toEqual(window('2024-08-21/2024-09-20'))
  })

  test.each(Array.from({ length: 300 }, (_, i) => i))(
    'tiles the calendar without gap or overlap (case %i)',
    seed => {
      const pick = seeded(seed)
      const day = addDays('2020-01-01', pick(0, 4000))
      const rhythm = [WEEKLY, MONTHLY, FROM_21, { every: 'month', monthStart: pick(2, 28) } as const][
        pick(0, 3)
      ]!
      const period = periodAt(rhythm, day)
      expect(period.from <= day && day <= period.to).toBe(true)
      expect(addDays(periodBefore(rhythm, period).to, 1)).toBe(period.from)
      expect(periodAt(rhythm, addDays(period.to, 1)).from).toBe(addDays(period.to, 1))
      expect(daysIn(period)).toBeGreaterThanOrEqual(rhythm.every === 'week' ? 7 : 28)
      expect(daysIn(period)).toBeLessThanOrEqual(31)
    },
  )

  test('periods of a window are those whose middle lies in it', () => {
    expect(periodsIn(WEEKLY, window('2024-03-22/2024-04-07'))).toEqual([
      window('2024-W13'),
      window('2024-W14'),
    ])
    expect(periodsIn(MONTHLY, window('2024-Q2'))).toHaveLength(3)
    expect(stepsIn('month', WEEKLY, window('2024'))).toHaveLength(12)
    expect(stepsIn('quarter', MONTHLY, window('2024')).map(one => one.from)).toHaveLength(4)
    expect(stepsIn('week', MONTHLY, window('2024-Q2'))).toEqual(periodsIn(MONTHLY, window('2024-Q2')))
    expect(stepsIn(null, WEEKLY, window('2024-Q2'))).toEqual(periodsIn(WEEKLY, window('2024-Q2')))
  })

  test('the same kind before: a week, a month, a quarter, a half, a year, a phase, so many days', () => {
    const before = (text: string, rhythm: typeof WEEKLY | typeof MONTHLY | typeof FROM_21 = WEEKLY) =>
      windowBefore(window(text), rhythm, [window('2024-03-22/2024-05-01'), window('2024-05-02/2024-06-30')])
    expect(before('2024-W20')).toEqual(window('2024-W19'))
    expect(before('2024-05')).toEqual(window('2024-04'))
    expect(before('2024-Q2')).toEqual(window('2024-Q1'))
    expect(before('2024-Q1')).toEqual(window('2023-Q4'))
    expect(before('2024')).toEqual(window('2023'))
    expect(before('2024-05-02/2024-06-30')).toEqual(window('2024-03-22/2024-05-01'))
    expect(before('2024-09-21/2024-10-20', FROM_21)).toEqual(window('2024-08-21/2024-09-20'))
    expect(before('2024-05-11/2024-05-20')).toEqual(window('2024-05-01/2024-05-10'))
  })

  test('is seen from the rows', () => {
    expect(rhythmOf(['2024-W20', '2024-W19', '2023'].map(window))).toEqual(WEEKLY)
    expect(rhythmOf(['2024-05', '2024-04'].map(window))).toEqual(MONTHLY)
    expect(rhythmOf(['2024-09-21/2024-10-20', '2024-08-21/2024-09-20'].map(window))).toEqual(FROM_21)
    expect(rhythmOf(['2024-05-19', '2024-05-18'].map(window)).every).toBe('day')
    expect(rhythmOf([])).toEqual(WEEKLY)
  })
})

describe('whether a period has come', () => {
  test('with half of those that report, not with fewer, and never for nobody', () => {
    expect([hasCome(5, 10), hasCome(4, 9), hasCome(0, 0)]).toEqual([true, false, false])
  })

  test('the newest that has come answers, as far back as is looked', () => {
    expect(newestCome(WEEKLY, '2026-11-27', upTo('2026-11-16'), 3)).toEqual(window('2026-W47'))
    expect(newestCome(WEEKLY, '2026-11-27', upTo('2026-10-01'), 3)).toBeNull()
  })
})

/** Most of ten units have rows up to the week that begins on the day, one in every week. */
function upTo(came: string): (period: { from: string }) => { withRow: number; reporting: number } {
  return period => ({ withRow: period.from <= came ? 8 : 1, reporting: 10 })
}
