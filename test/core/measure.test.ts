import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Measure, measure, rollUp } from '../../src/core/measure.ts'
import type { Observation } from '../../src/core/observation.ts'
import { addDays } from '../../src/core/period.ts'
import { readTable } from './reference-province.ts'
import { at, indicator, row, window } from './rows.ts'
import { sized } from '../sizes.ts'

const NOW = at('2024-07-10 08:00')
const SUM = indicator('sum')
const LATEST = indicator('latest')
const PUBLISHED = indicator('published', { unit: 'points' })
const MAY = window('2024-05')

const of = (rows: Observation[]): Measure => measure(SUM, rows, MAY, NOW)

describe('an indicator whose counts add up', () => {
  test('adds counts and never averages percentages', () => {
    const rows = [row('2024-W19', [90, 100], { id: 1 }), row('2024-W20', [1, 10], { id: 2 })]
    expect(measure(SUM, rows, MAY, NOW)).toEqual({
      state: 'value',
      value: 82.73,
      numerator: 91,
      denominator: 110,
      dataTo: '2024-05-19',
      sources: [1, 2],
      units: 1,
      publishedFor: null,
    })
  })

  test('without dossiers is not 0 %, and not missing', () => {
    const rows = [row('2024-W19', [0, 0], { id: 1 }), row('2024-W20', [0, 0], { id: 2 })]
    expect(measure(SUM, rows, MAY, NOW)).toEqual({
      state: 'no_dossiers',
      numerator: 0,
      denominator: 0,
      dataTo: '2024-05-19',
      sources: [1, 2],
      units: 1,
    })
    expect(measure(SUM, rows, window('2024-04'), NOW)).toEqual({ state: 'no_data' })
    expect(measure(SUM, [...rows, row('2024-W21', [0, 5])], MAY, NOW)).toMatchObject({
      value: 0,
      denominator: 5,
    })
  })

  test('a correction replaces what was reported, and the older figure is no source', () => {
    const rows = [
      row('2024-W20', [10, 100], { id: 1, recorded: '2024-05-20 08:00' }),
      row('2024-W20', [60, 100], { id: 2, recorded: '2024-05-22 08:00' }),
    ]
    expect(measure(SUM, rows, MAY, NOW)).toMatchObject({ value: 60, sources: [2] })
  })

  test('with only a published value shows that, and of which period it is', () => {
    const baseline = row('2023', null, { value: 40.3, id: 9 })
    const published = { value: 40.3, numerator: null, denominator: null, sources: [9], dataTo: '2023-12-31' }
    expect(measure(SUM, [baseline], window('2023'), NOW)).toMatchObject({ ...published, publishedFor: null })
    expect(measure(SUM, [baseline], window('2023-01-01/2024-07-10'), NOW)).toMatchObject({
      ...published,
      publishedFor: { from: '2023-01-01', to: '2023-12-31' },
    })
  })

  test('counts stand before a published value, unless that is for exactly the window', () => {
    const weeks = [row('2024-W19', [10, 100]), row('2024-W20', [20, 100])]
    const forMay = row('2024-05', null, { value: 16.66 })
    expect(measure(SUM, [...weeks, forMay], window('2024-Q2'), NOW)).toMatchObject({
      value: 15,
      numerator: 30,
    })
    expect(measure(SUM, [...weeks, forMay], MAY, NOW)).toMatchObject({ value: 16.66, numerator: null })
  })

  test('counts of a period that is wider than the window on both sides say of which period they are', () => {
    const april = row('2024-04', [10, 100])
    expect(measure(SUM, [april], window('2024-04-10/2024-04-20'), NOW)).toMatchObject({
      value: 10,
      publishedFor: { from: '2024-04-01', to: '2024-04-30' },
    })
    expect(measure(SUM, [april], window('2024-04-01/2024-04-20'), NOW)).toMatchObject({ publishedFor: null })
  })

  test('figures of a running period cover it up to today', () => {
    const running = row('2024-W20', [10, 100], { recorded: '2024-05-17 08:00' })
    const so = measure(SUM, [running], window('2024-05-16/2024-05-17'), at('2024-05-17 20:00'))
    expect(so).toMatchObject({ value: 10, dataTo: '2024-05-17', publishedFor: null })
  })
})

describe('an indicator whose newest count stands', () => {
  test('takes the newest in the window', () => {
    const rows = [row('2024-W20', [9, 30]), row('2024-W19', [6, 30]), row('2024-W25', [20, 30])]
    expect(measure(LATEST, rows, MAY, NOW)).toMatchObject({
      value: 30,
      numerator: 9,
      denominator: 30,
      dataTo: '2024-05-19',
    })
  })

  test('or the one whose period is the window', () => {
    const rows = [row('2024-W22', [9, 30]), row('2024-05', [6, 30])]
    expect(measure(LATEST, rows, MAY, NOW)).toMatchObject({ value: 20, dataTo: '2024-05-31' })
    expect(measure(LATEST, rows, window('2024'), NOW)).toMatchObject({ value: 30, dataTo: '2024-06-02' })
  })

  test('of rows that end together prefers counts, then the shorter period', () => {
    const rows = [row('2024-Q2', [1, 4]), row('2024-06', [2, 4]), row('2024-06-30', null, { value: 99 })]
    expect(measure(LATEST, rows, window('2024'), NOW)).toMatchObject({ value: 50 })
    expect(measure(LATEST, rows.toReversed(), window('2024'), NOW)).toMatchObject({ value: 50 })
  })

  test('a newer published value stands before older counts, which still add up', () => {
    const rows = [row('2024-W19', [6, 30]), row('2024-W20', null, { value: 25 })]
    const own = measure(LATEST, rows, MAY, NOW)
    expect(own).toMatchObject({ value: 25, publishedFor: window('2024-W20') })
    expect(rollUp(LATEST, [own])).toMatchObject({ value: 20, numerator: 6, denominator: 30 })
  })
})

describe('a published score', () => {
  const year = row('2025', null, { value: 89.12, recorded: '2025-10-16 08:00' })
  const september = row('2025-09', null, { value: 84.5, recorded: '2025-10-02 08:00' })
  const october = row('2025-10', null, { value: 80.6, recorded: '2025-10-15 08:00' })
  const corrected = row('2025-10', null, { value: 86.74, recorded: '2025-10-16 08:00' })
  const scores = [year, september, october, corrected]

  test('is the one of the window, in its newest revision known then', () => {
    expect(measure(PUBLISHED, scores, window('2025-10'), at('2025-10-15 20:00'))).toMatchObject({
      value: 80.6,
    })
    expect(measure(PUBLISHED, scores, window('2025-10'), at('2025-10-16 20:00'))).toMatchObject({
      value: 86.74,
      publishedFor: null,
      dataTo: '2025-10-16',
      numerator: null,
    })
  })

  test('otherwise the newest inside, and says which', () => {
    expect(measure(PUBLISHED, scores, window('2025-Q3'), at('2025-10-16 20:00'))).toMatchObject({
      value: 84.5,
      publishedFor: window('2025-09'),
    })
    expect(
      measure(PUBLISHED, [september, october], window('2025-07-01/2025-10-20'), at('2025-10-20 20:00')),
    ).toMatchObject({ value: 80.6, publishedFor: window('2025-10') })
  })

  test('of the year stands for the year so far, but not for a part of the year that has scores of its own', () => {
    const on = (text: string) => measure(PUBLISHED, scores, window(text), at('2025-10-16 20:00'))
    expect(on('2025-01-01/2025-10-16')).toMatchObject({ value: 89.12, publishedFor: window('2025') })
    expect(on('2025-07-01/2025-10-16')).toMatchObject({ value: 86.74, publishedFor: window('2025-10') })
    expect(measure(PUBLISHED, [year], window('2025-Q3'), at('2025-10-16 20:00'))).toMatchObject({
      value: 89.12,
      publishedFor: window('2025'),
    })
  })

  test('of the quarter stands for the quarter so far, whatever month ends with it', () => {
    const fourth = row('2025-Q4', null, { value: 70, recorded: '2025-10-16 08:00' })
    const on = (text: string) => measure(PUBLISHED, [...scores, fourth], window(text), at('2025-10-16 20:00'))
    expect(on('2025-Q4')).toMatchObject({ value: 70, publishedFor: null, units: 1 })
    expect(on('2025-10')).toMatchObject({ value: 86.74, publishedFor: null })
    expect(on('2025-01-01/2025-10-16')).toMatchObject({ value: 89.12, publishedFor: window('2025') })
  })

  test('as long as the window is not longer than it', () => {
    const week = row('2025-W39', null, { value: 50 })
    expect(
      measure(PUBLISHED, [week, september], window('2025-09-02/2025-10-01'), at('2025-10-16 20:00')),
    ).toMatchObject({ value: 84.5 })
  })

  test('is not summed, also where counts came with it', () => {
    const own = measure(
      PUBLISHED,
      [row('2025-09', [80, 100], { value: 84.5 })],
      window('2025-09'),
      at('2025-10-16 20:00'),
    )
    expect(own).toMatchObject({ value: 84.5, numerator: null })
    expect(rollUp(PUBLISHED, [own, own])).toEqual({ state: 'no_data' })
  })

  test('without a value of its own is what its counts say', () => {
    const only = (counts: [number, number]) =>
      measure(PUBLISHED, [row('2025-09', counts)], window('2025-09'), at('2025-10-16 20:00'))
    expect(only([80, 100])).toMatchObject({ state: 'value', value: 80 })
    expect(only([0, 0])).toMatchObject({ state: 'no_dossiers' })
    expect(rollUp(PUBLISHED, [only([80, 100])])).toEqual({ state: 'no_data' })
  })
})

describe('several units together', () => {
  test('counts add up; who has no data is not counted, who had no dossiers is', () => {
    const parts = [
      of([row('2024-W19', [90, 100], { id: 1 })]),
      of([row('2024-W20', [1, 10], { id: 2 })]),
      of([row('2024-W21', [0, 0], { id: 3 })]),
      of([]),
      of([row('2024-W20', null, { value: 99, id: 4 })]),
    ]
    expect(rollUp(SUM, parts)).toEqual({
      state: 'value',
      value: 82.73,
      numerator: 91,
      denominator: 110,
      dataTo: '2024-05-26',
      sources: [1, 2, 3],
      units: 3,
      publishedFor: null,
    })
  })

  test('all without dossiers are together without; none with counts is no data', () => {
    const empty = of([row('2024-W20', [0, 0], { id: 1 })])
    expect(rollUp(SUM, [empty, empty])).toMatchObject({ state: 'no_dossiers', units: 2, sources: [1, 1] })
    expect(rollUp(SUM, [of([]), of([row('2024-W20', null, { value: 99 })])])).toEqual({ state: 'no_data' })
    expect(rollUp(SUM, [])).toEqual({ state: 'no_data' })
  })

  test('a published value for the window does not keep the counts beside it out of the sum', () => {
    const own = of([row('2024-W20', [20, 100], { id: 1 }), row('2024-05', null, { value: 99, id: 2 })])
    expect(own).toMatchObject({ value: 99, sources: [2] })
    expect(rollUp(SUM, [own, of([row('2024-W20', [0, 100], { id: 3 })])])).toMatchObject({
      value: 10,
      denominator: 200,
      sources: [1, 3],
      units: 2,
    })
  })

  test('a sum of sums is the sum', () => {
    const parts = fc.array(
      fc.tuple(fc.nat(1000), fc.nat(1000)).map(([n, more]) => of([row('2024-W20', [n, n + more])])),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(rollUp(SUM, [rollUp(SUM, a), rollUp(SUM, b)])).toEqual(rollUp(SUM, [...a, ...b]))
      }),
    )
  })
})

describe('the reference province', () => {
  const table = readTable('gia-lai-2024/observations-weekly.csv')
  const rowsOf = Map.groupBy(table, cells => `${cells.unit} ${cells.indicator}`)
  const keys = [...rowsOf.keys()].filter(key => !key.endsWith('active_services_rate'))

  /** Straight from the cells: weeks by Temporal, percent with whole numbers. */
  function byHand(key: string, from: string, to: string, today: string) {
    let [n, d, rows] = [0n, 0n, 0]
    for (const cells of rowsOf.get(key)!) {
      const thursday = Temporal.PlainDate.from('2024-01-04').add({
        weeks: Number(cells.period!.slice(6)) - 1,
      })
      if (thursday.toString() < from || thursday.toString() > to) continue
      if (thursday.add({ days: 3 }).toString() > today) continue
      n += BigInt(cells.numerator!)
      d += BigInt(cells.denominator!)
      rows++
    }
    if (rows === 0) return { state: 'no_data' }
    if (d === 0n) return { state: 'no_dossiers' }
    const value = Number((n * 20_000n + d) / (2n * d)) / 100
    return { state: 'value', value, numerator: Number(n), denominator: Number(d) }
  }

  test('values of any unit, indicator, window and moment are what its files say', () => {
    let id = 0
    const stored = new Map(
      Array.from(rowsOf, ([key, cells]) => [
        key,
        cells.map(cell =>
          row(cell.period!, [Number(cell.numerator), Number(cell.denominator)], { id: ++id }),
        ),
      ]),
    )
    const day = fc.integer({ min: 0, max: 200 }).map(n => addDays('2023-12-25', n))
    fc.assert(
      fc.property(fc.constantFrom(...keys), day, day, day, (key, a, b, today) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const found = measure(SUM, stored.get(key)!, { from, to }, at(`${today} 20:00`))
        expect(found).toMatchObject(byHand(key, from, to, today))
      }),
      { numRuns: sized({ quick: 100, usual: 200, long: 1000 }) },
    )
  })
})
