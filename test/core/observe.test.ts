import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/core/observation.ts'
import { belongs, counts, hasCounts, known, standing } from '../../src/core/observe.ts'
import { addDays, clip, contains, daysIn, isoWeek, middleOf, monthOf } from '../../src/core/period.ts'
import { at, periods, row, window } from './rows.ts'

const NOW = at('2024-07-10 08:00')
const PHASE_1 = window('2024-03-22/2024-05-01')
const PHASE_2 = window('2024-05-02/2024-06-30')

const weeks = (first: number, last: number): Observation[] =>
  Array.from({ length: last - first + 1 }, (_, i) =>
    row(`2024-W${String(first + i).padStart(2, '0')}`, [first + i, 100]),
  )

const shown = (rows: Observation[], text: string, now = NOW) => periods(standing(rows, window(text), now))

describe('as of a moment', () => {
  test.each([
    ['ended, recorded later', '2024-W19', '2024-06-01 00:00', true],
    ['ends today, recorded later', '2024-W20', '2024-06-01 00:00', true],
    ['runs, recorded before', '2024-05', '2024-05-18 00:00', true],
    ['runs, recorded at this very moment', '2024-05', '2024-05-19 20:00', true],
    ['runs, recorded later', '2024-05', '2024-05-19 20:01', false],
    ['starts today, recorded before', '2024-05-19/2024-05-25', '2024-05-19 08:00', true],
    ['starts tomorrow, recorded before', '2024-W21', '2024-05-01 00:00', false],
  ])('%s', (_, period, recorded, expected) => {
    expect(counts(row(period, [1, 2], { recorded }), at('2024-05-19 20:00'))).toBe(expected)
  })

  test('a moment replays: on Saturday the running week does not yet stand, on Sunday it does', () => {
    const rows = weeks(19, 21)
    expect(shown(rows, '2024-05-02/2024-06-30', at('2024-05-18 20:00'))).toEqual(['2024-05-06/2024-05-12'])
    expect(shown(rows, '2024-05-02/2024-06-30', at('2024-05-19 00:00'))).toHaveLength(2)
  })
})

describe('which window a period belongs to', () => {
  test('a week belongs where its Thursday is', () => {
    expect(belongs(window('2024-W12'), PHASE_1)).toBe(false)
    expect(belongs(window('2024-W13'), PHASE_1)).toBe(true)
    expect(belongs(window('2024-W17'), PHASE_1)).toBe(true)
    expect(belongs(window('2024-W18'), PHASE_1)).toBe(false)
    expect(belongs(window('2024-W18'), PHASE_2)).toBe(true)
    expect(belongs(window('2025-W01'), window('2024'))).toBe(false)
    expect(belongs(window('2025-W01'), window('2025'))).toBe(true)
    expect(belongs(window('2020-W53'), window('2020'))).toBe(true)
  })

  test('is decided by the middle day alone', () => {
    const near = fc.integer({ min: 0, max: 60 }).map(n => addDays('2024-02-01', n))
    const some = fc.tuple(near, near).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
    fc.assert(
      fc.property(some, some, (period, asked) => {
        expect(belongs(period, asked)).toBe(contains(asked, middleOf(period)))
      }),
    )
  })

  test('each week belongs to exactly one of the parts into which a time is cut', () => {
    const parts = [window('2024-01-01/2024-03-21'), PHASE_1, PHASE_2, window('2024-07-01/2024-12-31')]
    for (let week = 1; week <= 52; week++)
      expect(parts.filter(part => belongs(isoWeek(2024, week)!, part))).toHaveLength(1)
  })
})

describe('the newest revision', () => {
  test('replaces the older; of one moment the larger id is the newer', () => {
    const first = row('2024-W20', [1, 10], { recorded: '2024-05-20 08:00', id: 7 })
    const second = row('2024-W20', [2, 10], { recorded: '2024-05-21 08:00', id: 3 })
    const third = row('2024-W20', [3, 10], { recorded: '2024-05-21 08:00', id: 5 })
    for (const rows of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ])
      expect(known(rows, window('2024'), NOW)).toEqual([third])
    expect(known([first, second], window('2024'), NOW)).toEqual([second])
  })

  test('recorded later, of a period that still runs, is not yet known', () => {
    const first = row('2024-05', [1, 10], { recorded: '2024-05-10 08:00' })
    const second = row('2024-05', [2, 10], { recorded: '2024-05-20 08:00' })
    expect(known([first, second], window('2024'), at('2024-05-19 20:00'))).toEqual([first])
    expect(known([first, second], window('2024'), at('2024-05-20 08:00'))).toEqual([second])
  })

  test('may turn counts into a published value', () => {
    const rows = [
      row('2024-W20', [1, 10], { recorded: '2024-05-20 08:00' }),
      row('2024-W20', null, { value: 12, recorded: '2024-05-21 08:00' }),
    ]
    expect(standing(rows, window('2024'), NOW)).toEqual([rows[1]])
  })

  test('a row that says nothing replaces nothing', () => {
    const rows = [row('2024-W20', [1, 10], { recorded: '2024-05-20 08:00' }), row('2024-W20', null)]
    expect(standing(rows, window('2024'), NOW)).toEqual([rows[0]])
  })
})

describe('several granularities of the same days', () => {
  test('weeks that cover a longer row wholly stand in its place', () => {
    const four = row('2024-04-01/2024-04-28', [1, 999])
    expect(shown([...weeks(14, 17), four], '2024-03-22/2024-05-01')).toEqual(periods(weeks(14, 17)))
    expect(shown([...weeks(14, 16), four], '2024-03-22/2024-05-01')).toEqual(periods([four]))
  })

  test('asked for exactly the month, the month stands alone', () => {
    expect(shown([...weeks(14, 17), row('2024-04', [1, 999])], '2024-04')).toEqual(['2024-04-01/2024-04-30'])
  })

  test('of a week that reaches over the edge of a month, and the month, the month stands', () => {
    const rows = [row('2024-03', [1, 500]), row('2024-04', [1, 500]), ...weeks(18, 22)]
    expect(isoWeek(2024, 18)).toEqual({ from: '2024-04-29', to: '2024-05-05' })
    expect(shown(rows, '2024-01-01/2024-06-30')).toEqual([
      '2024-03-01/2024-03-31',
      '2024-04-01/2024-04-30',
      ...periods(weeks(19, 22)),
    ])
  })

  test('three daily rows do not replace the week that holds them, seven do', () => {
    const days = Array.from({ length: 7 }, (_, i) => row(`2024-05-${13 + i}`, [1, 9]))
    const week = row('2024-W20', [5, 70])
    expect(shown([week, ...days.slice(0, 3)], '2024-05')).toEqual(periods([week]))
    expect(shown([week, ...days], '2024-05')).toEqual(periods(days))
  })

  test('a quarter by its months, one of them by its weeks and days, as far as each is covered wholly', () => {
    const february = row('2023-02', [1, 9])
    const weeksOfFebruary = ['2023-01-30/2023-02-05', '2023-02-06/2023-02-12'].map(text => row(text, [1, 9]))
    const rows = [row('2023-Q1', [1, 9]), row('2023-01', [1, 9]), february, row('2023-03', [1, 9])]
    expect(shown([...rows, ...weeksOfFebruary], '2023-01-01/2023-06-29')).toEqual([
      '2023-01-01/2023-01-31',
      '2023-02-01/2023-02-28',
      '2023-03-01/2023-03-31',
    ])
    expect(shown([rows[0]!, february], '2023-01-01/2023-06-29')).toEqual(['2023-01-01/2023-03-31'])
  })

  test('of two weeks of different cut that cover the same days the one recorded last stands', () => {
    const rows = [
      row('2024-05-10/2024-05-16', [1, 9], { recorded: '2024-05-20 08:00' }),
      row('2024-W20', [2, 9], { recorded: '2024-05-21 08:00' }),
    ]
    expect(standing(rows, window('2024'), NOW)).toEqual([rows[1]])
    expect(standing(rows.toReversed(), window('2024'), NOW)).toEqual([rows[1]])
  })

  test('of two recorded at one moment the one with the larger id stands', () => {
    const rows = [
      row('2024-05-10/2024-05-16', [1, 9], { id: 2000 }),
      row('2024-W20', [2, 9], { id: 1000 }),
      row('2024-05-12/2024-05-18', [3, 9], { id: 1500 }),
    ]
    expect(standing(rows, window('2024'), NOW)).toEqual([rows[0]])
    expect(standing(rows.toReversed(), window('2024'), NOW)).toEqual([rows[0]])
  })

  test('half a count is none', () => {
    const half = { ...row('2024-05', null, { value: 50 }), denominator: 9 }
    expect(hasCounts(half)).toBe(false)
    expect(standing([half, row('2024-W20', [1, 9])], window('2024'), NOW)).toMatchObject([{ numerator: 1 }])
    expect(known([{ ...half, value: null }], window('2024'), NOW)).toEqual([])
  })

  test('rows with counts stand before rows with only a value, of whatever length', () => {
    const rows = [
      row('2024-04', [1, 500]),
      row('2024-W15', null, { value: 50 }),
      row('2024-05', null, { value: 51 }),
    ]
    expect(shown(rows, '2024-01-01/2024-06-30')).toEqual(['2024-04-01/2024-04-30'])
    expect(shown(rows.slice(1), '2024-01-01/2024-06-30')).toEqual([
      '2024-04-08/2024-04-14',
      '2024-05-01/2024-05-31',
    ])
  })

  test('a published value for exactly the window stands alone', () => {
    const rows = [...weeks(13, 17), row('2024-03-22/2024-05-01', null, { value: 61.5 })]
    expect(standing(rows, PHASE_1, NOW)).toEqual([rows.at(-1)])
  })
})

describe('whatever rows there are', () => {
  const start = fc.integer({ min: 0, max: 180 }).map(n => addDays('2024-01-01', n))
  const period = fc.oneof(
    fc.integer({ min: 1, max: 26 }).map(week => isoWeek(2024, week)!),
    start.map(monthOf),
    fc
      .tuple(start, fc.integer({ min: 0, max: 40 }))
      .map(([from, more]) => ({ from, to: addDays(from, more) })),
  )
  const someRow = fc
    .record({
      period,
      counted: fc.boolean(),
      recordedAt: fc.integer({ min: 0, max: 2 }),
      id: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .map(({ period: dates, counted, recordedAt, id }): Observation => ({
      ...row('2024', counted ? [1, 2] : null, { value: 50, id }),
      ...dates,
      recordedAt,
    }))
  const someRows = fc.uniqueArray(someRow, { selector: o => o.id, maxLength: 30 })
  const asked = fc.constantFrom(window('2024'), PHASE_1, PHASE_2, window('2024-Q1'), window('2024-05'))

  test('no day is counted twice, and nothing is left out without something for its days', () => {
    fc.assert(
      fc.property(someRows, asked, (rows, w) => {
        const stand = standing(rows, w, NOW)
        const rivals = known(rows, w, NOW)
        const ofKind = rivals.some(hasCounts) ? rivals.filter(hasCounts) : rivals
        const exact = stand.length === 1 && stand[0]!.from === w.from && stand[0]!.to === w.to
        for (const a of stand) for (const b of stand) expect(a !== b && clip(a, b) !== null).toBe(false)
        for (const left of exact ? [] : ofKind.filter(o => !stand.includes(o))) {
          const within = stand.filter(o => left.from <= o.from && o.to <= left.to)
          const covered = within.reduce((days, o) => days + daysIn(o), 0) === daysIn(left)
          const rival = ofKind.some(o => o !== left && daysIn(o) >= daysIn(left) && clip(o, left) !== null)
          expect(covered || rival).toBe(true)
        }
        expect(exact || stand.every(o => ofKind.includes(o))).toBe(true)
      }),
    )
  })

  test('the order in which they come does not matter', () => {
    fc.assert(
      fc.property(
        someRows.chain(rows =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        asked,
        ([rows, shuffled], w) => {
          expect(standing(shuffled, w, NOW)).toEqual(standing(rows, w, NOW))
        },
      ),
    )
  })
})
