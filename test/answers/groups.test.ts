import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { period } from './questions.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const AT = '2024-05-19 20:00'
const WEEK_20 = period('2024-05-13', '2024-05-19', 'week')
const DEPARTMENTS = { kind: 'department', within: null } as const
const RATES = { S1: 61.25, S2: 54, S3: 0, X1: 45, X2: 50, X3: 39, X4: 80, H1: 70 }
const ROWS = Object.entries(RATES).flatMap(([unit, rate]) =>
  weeks(unit, 'online_rate', { 20: [rate * 100, 10_000] }),
)

function online(intent: Asked['intent'], more: Partial<Asked> = {}): Asked {
  return { intent, indicators: ['online_rate'], group: DEPARTMENTS, period: WEEK_20, ...more }
}

const units = (answer: Answer) => answer.figures.map(figure => figure.unit)

describe('a ranking', () => {
  test('is the whole table of a kind, best first, with how many have no value', async () => {
    const { ask } = await smallProvince(ROWS)
    const answer = await ask('dung', AT, online('ranking'))
    expect(answer.figures.map(({ unit, value, rank, of }) => ({ unit, value, rank, of }))).toEqual([
      { unit: 'S1', value: 61.25, rank: 1, of: 3 },
      { unit: 'S2', value: 54, rank: 2, of: 3 },
      { unit: 'S3', value: 0, rank: 3, of: 3 },
    ])
    expect(answer).toMatchObject({ leftOut: 1, groupSize: 4, matched: 3 })
  })

  test('gives equal values the same place', async () => {
    const { ask } = await smallProvince(
      ['S1', 'S2', 'S3', 'S4'].flatMap(unit =>
        weeks(unit, 'online_rate', { 20: [unit === 'S4' ? 9 : unit === 'S1' ? 1 : 5, 10] }),
      ),
    )
    const { figures } = await ask('dung', AT, online('ranking'))
    expect(figures.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['S4', 1],
      ['S2', 2],
      ['S3', 2],
      ['S1', 4],
    ])
  })

  test('within a district counts the communes of it', async () => {
    const { ask } = await smallProvince(ROWS)
    const answer = await ask('binh', AT, online('ranking', { group: { kind: 'commune', within: 'H1' } }))
    expect(units(answer)).toEqual(['X2', 'X1', 'X3'])
    const everything = await ask('binh', AT, online('ranking', { group: { kind: null, within: 'H1' } }))
    expect(units(everything)).toEqual(['X2', 'X1', 'X3'])
  })

  test('without a kind is of all below the asker, or of the peers of who has nobody below', async () => {
    const { ask } = await smallProvince(ROWS)
    expect(units(await ask('binh', AT, online('ranking', { group: null })))).toEqual(['X2', 'X1', 'X3'])
    expect(units(await ask('an', AT, online('ranking', { group: null })))).toEqual(['S1', 'S2', 'S3'])
    expect((await ask('dung', AT, online('ranking', { group: null }))).groupSize).toBe(10)
  })

  test('is of the units that exist on the last day of its window', async () => {
    const { ask } = await smallProvince([...ROWS, ...weeks('XCU', 'online_rate', { 12: [9, 10] })])
    const communes = { group: { kind: 'commune', within: null } } as const
    const march = { ...communes, period: period('2024-03-18', '2024-03-24', 'week') }
    expect(units(await ask('dung', '2024-03-24', online('ranking', march)))).toEqual(['XCU'])
    expect(units(await ask('dung', AT, online('ranking', march)))).toEqual(['XCU'])
    expect(units(await ask('dung', AT, online('ranking', communes)))).not.toContain('XCU')
  })

  test('of provinces is of all provinces', async () => {
    const { ask } = await smallProvince(ROWS)
    const answer = await ask('dung', AT, online('ranking', { group: { kind: 'province', within: null } }))
    expect(units(answer)).toEqual(['P'])
  })

  test('puts the lowest first where lower is better', async () => {
    const { ask } = await smallProvince(
      ['S1', 'S2', 'S3'].map((unit, i) => `${unit},late_rate,2024-W20,${i},10,`),
    )
    const late = { indicators: ['late_rate'] }
    expect(units(await ask('dung', AT, online('ranking', late)))).toEqual(['S1', 'S2', 'S3'])
    expect(units(await ask('dung', AT, online('bottom', late)))).toEqual(['S3', 'S2', 'S1'])
  })

  test('is by the main indicator when none is named', async () => {
    const { ask } = await smallProvince([...ROWS, 'S1,active_services_rate,2024-W20,1,2,'])
    const { figures } = await ask('dung', AT, online('ranking', { indicators: [] }))
    expect(new Set(figures.map(figure => figure.indicator))).toEqual(new Set(['online_rate']))
  })

  test('covers the phase to date when no period is named', async () => {
    const { ask } = await smallProvince([
      ...ROWS,
      ...weeks('S2', 'online_rate', { 17: [1, 1], 18: [9000, 10_000] }),
    ])
    const { figures } = await ask('dung', AT, online('ranking', { period: null }))
    expect(figures.map(({ unit, value, window }) => ({ unit, value, from: window.from }))[0]).toEqual({
      unit: 'S2',
      value: 72,
      from: '2024-04-29',
    })
  })
})

describe('the best and the worst', () => {
  test('are five, or as many as asked; equal ones by their code', async () => {
    const { ask } = await smallProvince(ROWS)
    const all = { group: { kind: null, within: 'P' } } as const
    expect(units(await ask('dung', AT, online('top', all)))).toEqual(['H2', 'X4', 'H1', 'S1', 'S2'])
    expect(units(await ask('dung', AT, online('bottom', { ...all, limit: 2 })))).toEqual(['S3', 'X3'])
    expect((await ask('dung', AT, online('top', { ...all, limit: 1 }))).matched).toBe(9)
  })
})

describe('who has met the target, and who has not', () => {
  test('is judged by the target of each, the farthest from it first', async () => {
    const { ask } = await smallProvince(ROWS)
    const below = await ask('dung', AT, online('below'))
    expect(below.figures.map(({ unit, gap }) => ({ unit, gap }))).toEqual([
      { unit: 'S3', gap: 60 },
      { unit: 'S2', gap: 1 },
    ])
    expect(below).toMatchObject({ matched: 2, groupSize: 4, leftOut: 1 })
    expect(units(await ask('dung', AT, online('met')))).toEqual(['S1'])
  })

  test('leaves out units without a target', async () => {
    const { ask } = await smallProvince([...ROWS, ...weeks('S4', 'online_rate', { 20: [1, 100] })])
    expect(units(await ask('dung', AT, online('below')))).not.toContain('S4')
  })

  test('counts only units with a target: where none was assigned, nobody is below', async () => {
    const { ask } = await smallProvince([...ROWS, ...weeks('S4', 'online_rate', { 20: [1, 100] })])
    expect(await ask('dung', AT, online('below'))).toMatchObject({ assigned: 3, groupSize: 4 })
    const before = { from: '2023-07-01', to: '2023-07-31', shape: 'month' } as const
    expect(await ask('dung', AT, online('below', { period: before }))).toMatchObject({
      figures: [],
      assigned: 0,
    })
  })

  test('may be judged by a number, or two', async () => {
    const { ask } = await smallProvince(ROWS)
    const communes = { group: { kind: 'commune', within: null } } as const
    const named = async (intent: 'below' | 'met', threshold: number, thresholdTo: number | null = null) =>
      units(await ask('dung', AT, online(intent, { ...communes, threshold, thresholdTo })))
    expect(await named('below', 50)).toEqual(['X3', 'X1'])
    expect(await named('met', 50)).toEqual(['X4', 'X2'])
    expect(await named('below', 39, 50)).toEqual(['X3', 'X1', 'X2'])
    expect(await named('below', 0)).toEqual([])
    expect(units(await ask('dung', AT, online('below', { threshold: 0 })))).toEqual(['S3'])
  })

  test('may be cut to a number of them', async () => {
    const { ask } = await smallProvince(ROWS)
    const answer = await ask('dung', AT, online('below', { limit: 1 }))
    expect(units(answer)).toEqual(['S3'])
    expect(answer.matched).toBe(2)
  })

  test('of units with equal gaps names the lowest value first, then by code', async () => {
    const { ask } = await smallProvince(
      ['S1', 'S3']
        .flatMap(unit => weeks(unit, 'online_rate', { 20: [40, 100] }))
        .concat('S2,online_rate,2024-W20,35,100,'),
    )
    expect(units(await ask('dung', AT, online('below')))).toEqual(['S2', 'S1', 'S3'])
  })
})
