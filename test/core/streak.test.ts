import { describe, expect, test } from 'vitest'
import { moveStreak, type PeriodValue, recordOf, targetStreak } from '../../src/core/streak.ts'
import { seeded } from './seeded.ts'

/** Weeks one after the other, numbered; a value that is null is a week without data. */
function weeks(values: readonly (number | null)[], targets: readonly (number | null)[] = []): PeriodValue[] {
  return values.map((value, i) => {
    const day = String(i + 1).padStart(2, '0')
    return { from: `2024-01-${day}`, to: `2024-01-${day}`, value, target: i in targets ? targets[i]! : 60 }
  })
}

describe('how long it has been so', () => {
  test('counts back from the newest; a week without data neither counts nor breaks', () => {
    expect(targetStreak(weeks([70, 50, null, 55, 59.99]), 'below', 'higher')).toEqual({
      periods: 3,
      since: { from: '2024-01-02', to: '2024-01-02' },
    })
    expect(targetStreak(weeks([50, 60]), 'below', 'higher')).toEqual({ periods: 0, since: null })
    expect(targetStreak(weeks([50, 60, null]), 'met', 'higher').periods).toBe(1)
  })

  test('each week against the target of its own middle', () => {
    expect(targetStreak(weeks([55, 55, 55], [50, 60, 60]), 'below', 'higher').periods).toBe(2)
    expect(targetStreak(weeks([55, 55], [null, 60]), 'below', 'higher').periods).toBe(1)
  })

  test('where lower is better over the target is missing it', () => {
    expect(targetStreak(weeks([5, 12, 11], [10, 10, 10]), 'below', 'lower').periods).toBe(2)
  })

  test('weeks of rise and of fall', () => {
    expect(moveStreak(weeks([50, 40, null, 45, 47]), 'up')).toEqual({
      periods: 2,
      since: { from: '2024-01-04', to: '2024-01-04' },
    })
    expect(moveStreak(weeks([50, 50]), 'down').periods).toBe(0)
  })

  test('the best and the worst week, the newest of equal ones', () => {
    const found = weeks([50, 70, null, 70, 40])
    expect(recordOf(found, 'best', 'higher')!.from).toBe('2024-01-04')
    expect(recordOf(found, 'worst', 'higher')!.value).toBe(40)
    expect(recordOf(found, 'best', 'lower')!.value).toBe(40)
    expect(recordOf(weeks([null]), 'best', 'higher')).toBeNull()
  })

  test.each(Array.from({ length: 300 }, (_, i) => i))('as counted backwards by hand (case %i)', seed => {
    const pick = seeded(seed)
    const values = Array.from({ length: 10 }, () => (pick(0, 4) === 0 ? null : pick(40, 80)))
    const targets = Array.from({ length: 10 }, () => (pick(0, 6) === 0 ? null : 60))
    let count = 0
    for (let i = 9; i >= 0; i--) {
      if (values[i] === null || targets[i] === null) continue
      if (values[i]! >= targets[i]!) break
      count++
    }
    expect(targetStreak(weeks(values, targets), 'below', 'higher').periods).toBe(count)
  })
})
