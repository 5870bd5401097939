import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/core/period.ts'
import { expectedAt, isMet, paceOf, phaseDays } from '../../src/core/progress.ts'
import { window } from './rows.ts'

const PHASE_2 = window('2024-05-02/2024-06-30')

/** What the line of phase 2 expects on a day. */
function lineAt(
  v0: number | null,
  target: number,
  day: string,
  better: 'higher' | 'lower' = 'higher',
): number {
  return expectedAt({ v0, target, term: PHASE_2, day, better })
}

describe('where a day stands in a phase', () => {
  test.each([
    ['long before', '2024-03-01', { day: 0, days: 60, daysLeft: 60 }],
    ['the day before', '2024-05-01', { day: 0, days: 60, daysLeft: 60 }],
    ['the first day', '2024-05-02', { day: 1, days: 60, daysLeft: 59 }],
    ['19 May', '2024-05-19', { day: 18, days: 60, daysLeft: 42 }],
    ['the last day', '2024-06-30', { day: 60, days: 60, daysLeft: 0 }],
    ['after', '2024-08-01', { day: 60, days: 60, daysLeft: 0 }],
  ])('%s', (_, day, expected) => {
    expect(phaseDays(PHASE_2, day)).toEqual(expected)
  })

  test('a phase of one day', () => {
    const day = window('2024-05-02')
    expect(phaseDays(day, '2024-05-01')).toEqual({ day: 0, days: 1, daysLeft: 1 })
    expect(phaseDays(day, '2024-05-02')).toEqual({ day: 1, days: 1, daysLeft: 0 })
  })
})

describe('the line to the target', () => {
  test('starts on the day before at the earlier value and ends on the last day at the target', () => {
    expect(lineAt(40, 60, '2024-05-01')).toBe(40)
    expect(lineAt(40, 60, '2024-05-02')).toBe(40.33)
    expect(lineAt(40, 60, '2024-05-31')).toBe(50)
    expect(lineAt(40, 60, '2024-06-30')).toBe(60)
    expect(lineAt(40, 60, '2024-07-15')).toBe(60)
  })

  test('is flat at the target without an earlier value, or when that met it', () => {
    for (const v0 of [null, 60, 75]) expect(lineAt(v0, 60, '2024-05-10')).toBe(60)
    expect(lineAt(59.99, 60, '2024-05-10')).toBe(59.99)
  })

  test('falls where lower is better', () => {
    expect(lineAt(20, 5, '2024-05-31', 'lower')).toBe(12.5)
    expect(lineAt(5, 5, '2024-05-31', 'lower')).toBe(5)
    expect(lineAt(3, 5, '2024-05-31', 'lower')).toBe(5)
    expect(lineAt(null, 5, '2024-05-31', 'lower')).toBe(5)
  })

  test('never goes back, stays between its ends and is straight to half a hundredth', () => {
    const percent = fc.integer({ min: 0, max: 10_000 }).map(h => h / 100)
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 0, max: 60 }), (v0, target, k) => {
        const on = (days: number) => lineAt(v0, target, addDays('2024-05-01', days))
        expect(on(k)).toBeLessThanOrEqual(on(k + 1))
        expect(on(60)).toBe(target)
        const straight = v0 >= target ? target : v0 + ((target - v0) * k) / 60
        expect(Math.abs(on(k) - straight)).toBeLessThan(0.005_001)
      }),
    )
  })
})

describe('met and pace', () => {
  test.each([
    [60, 50, 60, 'met'],
    [59.995, 50, 60, 'met'],
    [59.99, 50, 60, 'on_track'],
    [50, 50, 60, 'on_track'],
    [49.99, 50, 60, 'behind'],
    [0, 0, 60, 'on_track'],
    [59.99, 60, 60, 'behind'],
  ] as const)('%d where %d is expected and %d is the target: %s', (value, expected, target, pace) => {
    expect(paceOf(value, expected, target)).toBe(pace)
  })

  test.each([
    [5, 12.5, 5, 'met'],
    [5.01, 12.5, 5, 'on_track'],
    [12.5, 12.5, 5, 'on_track'],
    [12.51, 12.5, 5, 'behind'],
  ] as const)(
    '%d where %d is expected, %d is the target and lower is better: %s',
    (value, expected, target, pace) => {
      expect(paceOf(value, expected, target, 'lower')).toBe(pace)
    },
  )

  test('a target is met by the rounded value', () => {
    expect([isMet(72.365, 72.37), isMet(72.3649, 72.37), isMet(72.37, 72.37)]).toEqual([true, false, true])
    expect([isMet(5.004, 5, 'lower'), isMet(5.005, 5, 'lower')]).toEqual([true, false])
  })
})
