import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/core/observation.ts'
import { expectedDenominator, need, poolVolumes, recentStretch, recentVolume } from '../../src/core/need.ts'
import { at, row } from './rows.ts'

/** Whether 100·n/d reaches the target in hundredths of a percent, without any division. */
const reaches = (n: number, d: number, hundredths: number) => 10_000 * n >= hundredths * d

describe('how many more are needed', () => {
  test('as the reply would say it: 580 more, 14 a day', () => {
    expect(
      need({
        numerator: 620,
        denominator: 1000,
        target: 60,
        recent: { denominator: 667, days: 28 },
        daysLeft: 42,
        accumulation: 'sum',
      }),
    ).toEqual({
      needed: 581,
      perDay: 14,
      reachable: true,
      bestReachable: 81.01,
      daysLeft: 42,
      expectedDenominator: 1001,
    })
  })

  test('is the smallest number that reaches the target, for all small counts', () => {
    const wrong: object[] = []
    for (let denominator = 0; denominator <= 12; denominator++)
      for (let numerator = 0; numerator <= denominator; numerator++)
        for (let further = 0; further <= 12; further++)
          for (const target of [0, 33.33, 50, 66.67, 72.37, 99.99, 100]) {
            const recent = { denominator: further, days: 7 }
            const found = need({ numerator, denominator, target, recent, daysLeft: 7, accumulation: 'sum' })
            const total = denominator + further
            let n = 0
            while (!reaches(numerator + n, total, Math.round(target * 100))) n++
            const ok =
              found.needed === n &&
              found.perDay === Math.ceil(n / 7) &&
              found.expectedDenominator === further &&
              found.reachable === (total === 0 ? null : n <= further)
            if (!ok) wrong.push({ numerator, denominator, further, target, found, n })
          }
    expect(wrong).toEqual([])
  })

  test('is exact for large counts too', () => {
    const count = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.integer({ min: 0, max: 10_000 }),
        (numerator, more, further, hundredths) => {
          const denominator = numerator + more
          const { needed } = need({
            numerator,
            denominator,
            target: hundredths / 100,
            recent: { denominator: further, days: 1 },
            daysLeft: 1,
            accumulation: 'sum',
          })
          const [p, total] = [BigInt(hundredths), BigInt(denominator + further)]
          const reach = (n: number) => 10_000n * BigInt(numerator + n) >= p * total
          expect([reach(needed!), needed === 0 || !reach(needed! - 1)]).toEqual([true, true])
        },
      ),
    )
  })

  test('out of reach: says what can still be reached', () => {
    const found = need({
      numerator: 10,
      denominator: 100,
      target: 60,
      recent: { denominator: 28, days: 28 },
      daysLeft: 20,
      accumulation: 'sum',
    })
    expect(found).toMatchObject({ needed: 62, reachable: false, bestReachable: 25, expectedDenominator: 20 })
  })

  test('on the last day there is nothing to come and no day to share it', () => {
    const lastDay = { denominator: 100, target: 60, daysLeft: 0, accumulation: 'sum' } as const
    expect(need({ ...lastDay, numerator: 50, recent: { denominator: 70, days: 7 } })).toEqual({
      needed: 10,
      perDay: null,
      reachable: false,
      bestReachable: 50,
      daysLeft: 0,
      expectedDenominator: 0,
    })
    expect(need({ ...lastDay, numerator: 60, recent: null })).toMatchObject({
      needed: 0,
      reachable: true,
      bestReachable: 60,
    })
  })

  test('on the day before the last all of it falls on one day', () => {
    const term = { target: 100, recent: { denominator: 1, days: 1 }, daysLeft: 1 }
    const sum = { ...term, numerator: 0, denominator: 0, accumulation: 'sum' } as const
    expect(need(sum)).toMatchObject({ needed: 1, perDay: 1, reachable: true, bestReachable: 100 })
    const state = { ...term, numerator: 1, denominator: 3, accumulation: 'latest' } as const
    expect(need(state)).toMatchObject({ needed: 2, perDay: null, reachable: true, bestReachable: 100 })
  })

  test('met by far: nothing is needed; met by little: to stay there more is', () => {
    const term = {
      denominator: 100,
      target: 60,
      recent: { denominator: 10, days: 7 },
      daysLeft: 7,
      accumulation: 'sum',
    } as const
    expect(need({ ...term, numerator: 90 })).toMatchObject({ needed: 0, perDay: 0, reachable: true })
    expect(need({ ...term, numerator: 61 })).toMatchObject({ needed: 5, perDay: 1, reachable: true })
  })

  test('no figures of late: nothing can be said', () => {
    const unknown = {
      needed: null,
      perDay: null,
      reachable: null,
      bestReachable: null,
      expectedDenominator: null,
    }
    const term = { numerator: 1, denominator: 2, target: 60, recent: null, daysLeft: 7 }
    expect(need({ ...term, accumulation: 'sum' })).toEqual({ ...unknown, daysLeft: 7 })
    expect(need({ ...term, recent: { denominator: 7, days: 7 }, accumulation: 'published' })).toEqual({
      ...unknown,
      daysLeft: 7,
    })
  })

  test('no dossiers and none to come: nothing to reach', () => {
    const none = {
      numerator: 0,
      denominator: 0,
      target: 60,
      recent: { denominator: 0, days: 28 },
      daysLeft: 7,
    }
    expect(need({ ...none, accumulation: 'sum' })).toMatchObject({
      needed: 0,
      reachable: null,
      bestReachable: null,
    })
  })

  test('a state does not grow: what lacks can turn, until the last day', () => {
    const services = { numerator: 10, denominator: 30, target: 50, recent: { denominator: 999, days: 7 } }
    expect(need({ ...services, daysLeft: 7, accumulation: 'latest' })).toEqual({
      needed: 5,
      perDay: null,
      reachable: true,
      bestReachable: 100,
      daysLeft: 7,
      expectedDenominator: 0,
    })
    expect(need({ ...services, daysLeft: 0, accumulation: 'latest' })).toMatchObject({
      needed: 5,
      perDay: null,
      reachable: false,
      bestReachable: 33.33,
    })
  })
})

describe('what to expect', () => {
  test('the mean day times the days left, half up', () => {
    expect(expectedDenominator({ denominator: 101, days: 28 }, 14)).toBe(51)
    expect(expectedDenominator({ denominator: 99, days: 28 }, 14)).toBe(50)
    expect(expectedDenominator({ denominator: 0, days: 28 }, 14)).toBe(0)
    expect(expectedDenominator(null, 14)).toBeNull()
    expect(expectedDenominator(null, 0)).toBe(0)
  })

  test('is from weeks that lie wholly in the last 28 days', () => {
    const rows = [16, 17, 18, 19, 20, 21].map(week => row(`2024-W${week}`, [1, week]))
    expect(volumeTo('2024-05-19', rows)).toEqual({ numerator: 4, denominator: 17 + 18 + 19 + 20, days: 28 })
    expect(volumeTo('2024-05-18', rows)).toEqual({ numerator: 3, denominator: 17 + 18 + 19, days: 21 })
    expect(volumeTo('2024-05-20', rows)).toEqual({ numerator: 3, denominator: 18 + 19 + 20, days: 21 })
    expect(volumeTo('2024-07-19', rows)).toBeNull()
    expect(volumeTo('2024-05-19', [])).toBeNull()
  })

  test('never from two granularities of the same days, from old revisions, or from mere values', () => {
    const rows = [
      row('2024-W19', [1, 10], { recorded: '2024-05-13 08:00' }),
      row('2024-W19', [1, 14], { recorded: '2024-05-14 08:00' }),
      row('2024-05-08/2024-05-10', [1, 999]),
      row('2024-W20', null, { value: 50 }),
    ]
    expect(volumeTo('2024-05-19', rows)).toEqual({ numerator: 1, denominator: 14, days: 7 })
  })

  test('of several units is the sum of their mean days', () => {
    expect(
      poolVolumes([
        { numerator: 28, denominator: 280, days: 28 },
        null,
        { numerator: 2, denominator: 28, days: 28 },
      ]),
    ).toEqual({
      numerator: 30,
      denominator: 308,
      days: 28,
    })
    expect(
      poolVolumes([
        { numerator: 28, denominator: 280, days: 28 },
        { numerator: 0, denominator: 7, days: 7 },
      ]),
    ).toEqual({
      numerator: 28,
      denominator: 308,
      days: 28,
    })
    expect(poolVolumes([null])).toBeNull()
    expect(poolVolumes([])).toBeNull()
  })
})

describe('where lower is better', () => {
  const base = {
    numerator: 80,
    denominator: 1000,
    recent: { denominator: 70, days: 7 },
    accumulation: 'sum',
  } as const

  test('the most that may still come, and no figure for a day', () => {
    expect(need({ ...base, target: 10, daysLeft: 10, better: 'lower' })).toMatchObject({
      needed: 30,
      perDay: null,
      reachable: true,
      expectedDenominator: 100,
    })
  })

  test('out of reach when negative', () => {
    expect(need({ ...base, numerator: 120, target: 10, daysLeft: 10, better: 'lower' })).toMatchObject({
      needed: -10,
      reachable: false,
    })
  })
})

describe('days without figures yet', () => {
  test('count from the last day with figures, the days that share it from today', () => {
    const found = need({
      numerator: 50,
      denominator: 100,
      target: 60,
      recent: { denominator: 70, days: 7 },
      daysToCome: 10,
      daysLeft: 5,
      accumulation: 'sum',
    })
    expect(found).toMatchObject({ expectedDenominator: 100, needed: 70, perDay: 14, daysLeft: 5 })
  })

  test('of a monthly province: the last two whole months', () => {
    const monthly = { every: 'month', monthStart: 1 } as const
    expect(recentStretch(monthly, '2024-05-31')).toEqual({ from: '2024-04-01', to: '2024-05-31' })
    expect(recentStretch(monthly, '2024-05-19')).toEqual({ from: '2024-03-01', to: '2024-04-30' })
    expect(recentStretch({ every: 'month', monthStart: 21 }, '2024-10-20')).toEqual({
      from: '2024-08-21',
      to: '2024-10-20',
    })
  })
})

/** The volume of the 28 days that end on a day, seen long after. */
function volumeTo(day: string, rows: readonly Observation[]) {
  return recentVolume(rows, recentStretch({ every: 'week', monthStart: 1 }, day), at(`${day} 20:00`))
}
