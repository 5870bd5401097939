import { describe, expect, test } from 'vitest'
import { forecast, lastWeeks } from '../../src/core/forecast.ts'
import { at, periods, row, window } from './rows.ts'

const week = (numerator: number, denominator: number) => ({ numerator, denominator })
const steady = [week(50, 100), week(50, 100), week(50, 100)]
const BASE = { numerator: 400, denominator: 1000, expectedDenominator: 500, daysLeft: 42, max: 100 }

describe('forecast', () => {
  test('adds what the pooled rate of three weeks brings', () => {
    expect(forecast({ ...BASE, weeks: steady })).toEqual({ value: 43.33, low: 43.33, high: 43.33 })
    const weeks = [week(10, 100), week(90, 100), week(400, 800)]
    expect(forecast({ ...BASE, weeks })!.value).toBe(43.33)
  })

  test('the interval by hand: rates 40, 50, 60 % have s = 10 points; six weeks left', () => {
    const weeks = [week(40, 100), week(50, 100), week(60, 100)]
    const spread = 1.8856 * 10 * Math.sqrt(1 / 3 + 1 / 6) * (500 / 1500)
    expect(spread).toBeCloseTo(4.44, 2)
    expect(forecast({ ...BASE, weeks })).toEqual({ value: 43.33, low: 38.89, high: 47.78 })
  })

  test('is what stands when nothing more comes', () => {
    const weeks = [week(40, 100), week(50, 100), week(60, 100)]
    const stands = { value: 40, low: 40, high: 40 }
    expect(forecast({ ...BASE, weeks, daysLeft: 0 })).toEqual(stands)
    expect(forecast({ ...BASE, weeks, expectedDenominator: 0 })).toEqual(stands)
  })

  test('on the day before the last there is still a day to come', () => {
    const found = forecast({ ...BASE, weeks: steady, expectedDenominator: 1000, daysLeft: 1 })
    expect(found).toEqual({ value: 45, low: 45, high: 45 })
  })

  test('one dossier is enough to divide by', () => {
    const only = {
      numerator: 0,
      denominator: 0,
      weeks: steady,
      expectedDenominator: 1,
      daysLeft: 7,
      max: 100,
    }
    expect(forecast(only)).toMatchObject({ value: 50 })
  })

  test('stays between 0 and the highest value', () => {
    const weeks = [week(0, 10), week(100, 100), week(100, 100)]
    const found = forecast({ ...BASE, numerator: 990, weeks })!
    expect(found.high).toBe(100)
    const low = forecast({ ...BASE, numerator: 0, weeks: [week(0, 99), week(0, 99), week(9, 10)] })!
    expect(low.low).toBe(0)
  })

  test('needs three weeks and something to divide by', () => {
    expect(forecast({ ...BASE, weeks: steady.slice(1) })).toBeNull()
    expect(
      forecast({ ...BASE, weeks: steady, numerator: 0, denominator: 0, expectedDenominator: 0 }),
    ).toBeNull()
  })

  test('80 of 100 intervals hold what comes', () => {
    const random = seeded(20_240_519)
    let held = 0
    const runs = 20_000
    for (let i = 0; i < runs; i++) {
      const rate = () => Math.round(50_000 + 5000 * random())
      const weeks = [rate(), rate(), rate()].map(numerator => week(numerator, 100_000))
      const found = forecast({
        numerator: 0,
        denominator: 0,
        weeks,
        expectedDenominator: 400_000,
        daysLeft: 28,
        max: 100,
      })!
      const came = (rate() + rate() + rate() + rate()) / 4000
      if (found.low <= came && came <= found.high) held++
    }
    expect(held / runs).toBeGreaterThan(0.79)
    expect(held / runs).toBeLessThan(0.81)
  })
})

/** Standard normal numbers, always the same ones (mulberry32 and Box–Muller). */
function seeded(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

describe('the last weeks', () => {
  const rows = [14, 15, 16, 17, 18, 19, 20, 21].map(n => row(`2024-W${n}`, [1, 10]))

  test('are the three that ended by today', () => {
    expect(periods(lastWeeks(rows, at('2024-05-19 20:00')))).toEqual(
      periods(['2024-W18', '2024-W19', '2024-W20'].map(window)),
    )
    expect(periods(lastWeeks(rows, at('2024-05-18 20:00')))).toEqual(
      periods(['2024-W17', '2024-W18', '2024-W19'].map(window)),
    )
  })

  test('lie in the last 35 days', () => {
    const gap = rows.filter(({ from }) => from < '2024-04-29')
    expect(periods(lastWeeks(gap, at('2024-05-19 20:00')))).toEqual(
      periods(['2024-W16', '2024-W17'].map(window)),
    )
    expect(periods(lastWeeks(gap, at('2024-05-20 08:00')))).toEqual(periods([window('2024-W17')]))
    expect(lastWeeks([], at('2024-05-19 20:00'))).toEqual([])
  })

  test('pass over weeks without dossiers, other periods, old revisions and mere values', () => {
    const mixed = [
      row('2024-W16', [1, 1]),
      row('2024-W17', [1, 10], { recorded: '2024-04-29 08:00' }),
      row('2024-W17', [5, 10], { recorded: '2024-04-30 08:00' }),
      row('2024-W18', [0, 0]),
      row('2024-W19', null, { value: 99 }),
      row('2024-05-13/2024-05-18', [9, 10]),
      row('2024-W20', [6, 10]),
    ]
    const found = lastWeeks(mixed, at('2024-05-19 20:00'))
    expect(found.map(({ numerator }) => numerator)).toEqual([1, 5, 6])
  })
})
