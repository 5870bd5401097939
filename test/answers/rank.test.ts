import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { mustSucceed } from '../reference/load.ts'
import { period } from './questions.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const RANK: Asked = { intent: 'rank', indicators: ['online_rate'] }
const WEEK_20 = period('2024-05-13', '2024-05-19', 'week')

/** The same counts for several units, week by week. */
function departments(week: number, rates: Record<string, number>): string[] {
  return Object.entries(rates).flatMap(([unit, rate]) => weeks(unit, 'online_rate', { [week]: [rate, 100] }))
}

describe('the place of a unit', () => {
  test('is shared by equal values, and the next one is skipped', async () => {
    const { ask } = await smallProvince(departments(20, { S1: 70, S2: 60, S3: 60, S4: 50 }))
    const { figures } = await ask('dung', '2024-05-19', {
      ...RANK,
      units: ['S1', 'S2', 'S3', 'S4'],
      period: WEEK_20,
    })
    expect(figures.map(({ rank, of }) => [rank, of])).toEqual([
      [1, 4],
      [2, 4],
      [2, 4],
      [4, 4],
    ])
  })

  test('is among units of its kind that have a value', async () => {
    const rows = [
      ...departments(20, { S1: 50, S2: 60, H1: 99, X1: 99, X4: 98 }),
      ...weeks('S3', 'online_rate', { 20: [0, 0] }),
    ]
    const { figure } = await smallProvince(rows)
    expect(await figure('an', '2024-05-19', { ...RANK, period: WEEK_20 })).toMatchObject({ rank: 2, of: 2 })
  })

  test('may be asked within the district', async () => {
    const { figure } = await smallProvince(departments(20, { X1: 50, X2: 40, X3: 30, X4: 99 }))
    const asked = { ...RANK, period: WEEK_20 }
    expect(await figure('chi', '2024-05-19', asked)).toMatchObject({ rank: 2, of: 4 })
    expect(await figure('chi', '2024-05-19', { ...asked, rankWithinParent: true })).toMatchObject({
      rank: 1,
      of: 3,
    })
  })

  test('may be asked without some, and what is below them', async () => {
    const { figure } = await smallProvince(departments(20, { X1: 50, X2: 60, X3: 30, X4: 99 }))
    const asked = { ...RANK, units: ['X1'], period: WEEK_20 }
    expect(await figure('chi', '2024-05-19', { ...asked, rankExcept: ['X2'] })).toMatchObject({
      rank: 2,
      of: 3,
    })
    expect(await figure('chi', '2024-05-19', { ...asked, rankExcept: ['H2'] })).toMatchObject({
      rank: 2,
      of: 3,
    })
  })

  test('counts from the lowest where lower is better', async () => {
    const rows = [
      'S1,late_rate,2024-W20,1,100,',
      'S2,late_rate,2024-W20,2,100,',
      'S3,late_rate,2024-W20,0,100,',
    ]
    const { figure } = await smallProvince(rows)
    expect(
      await figure('an', '2024-05-19', { intent: 'rank', indicators: ['late_rate'], period: WEEK_20 }),
    ).toMatchObject({ rank: 2, of: 3 })
  })

  test('counts the units that exist on the last day of the window, whenever it is asked', async () => {
    const rows = departments(12, { XCU: 90, X4: 80, X1: 70 })
    const { figure } = await smallProvince(rows)
    const asked = { ...RANK, units: ['X4'], period: period('2024-03-18', '2024-03-24', 'week') }
    expect(await figure('dung', '2024-03-24', asked)).toMatchObject({ rank: 2, of: 3 })
    expect(await figure('dung', '2024-04-24', asked)).toMatchObject({ rank: 2, of: 3 })
  })
})

describe('the change of place', () => {
  const rows = [
    ...departments(19, { S1: 40, S2: 60, S3: 50 }),
    ...departments(20, { S1: 70, S2: 60, S3: 50 }),
  ]

  test('compares with the week before', async () => {
    const { ask } = await smallProvince(rows)
    const { figures } = await ask('dung', '2024-05-19', {
      ...RANK,
      units: ['S1', 'S2', 'S3'],
      period: WEEK_20,
    })
    expect(figures.map(figure => figure.rankChange)).toEqual([2, -1, -1])
  })

  test('is not known without a place a week ago', async () => {
    const { figure } = await smallProvince(departments(20, { S1: 70, S2: 60 }))
    expect(await figure('an', '2024-05-19', { ...RANK, period: WEEK_20 })).toMatchObject({
      rank: 1,
      rankChange: null,
    })
  })

  test('compares a month with the month before, as it was known a month ago', async () => {
    const months = [
      'S1,online_rate,2024-03,30,100,',
      'S2,online_rate,2024-03,40,100,',
      'S1,online_rate,2024-04,60,100,',
      'S2,online_rate,2024-04,50,100,',
    ]
    const { figure } = await smallProvince(months)
    const april = period('2024-04-01', '2024-04-30', 'month')
    expect(await figure('an', '2024-04-30', { ...RANK, period: april })).toMatchObject({
      rank: 1,
      rankChange: null,
    })
    expect(await figure('an', '2024-05-31', { ...RANK, period: april })).toMatchObject({
      rank: 1,
      rankChange: 1,
    })
  })

  test('moves both ends of the last days, and only the end of the year to date', async () => {
    const { figure } = await smallProvince(rows)
    const days14 = period('2024-05-06', '2024-05-19', 'rolling')
    expect(await figure('an', '2024-05-19', { ...RANK, period: days14 })).toMatchObject({
      value: 55,
      rank: 2,
      rankChange: 1,
    })
    const year = period('2024-01-01', '2024-05-19', 'to_date')
    expect(await figure('an', '2024-05-19', { ...RANK, period: year })).toMatchObject({
      rank: 2,
      rankChange: 1,
    })
  })

  test('of a named stretch compares what was known of it', async () => {
    const { figure } = await smallProvince(rows)
    const quarter = period('2024-04-01', '2024-06-30')
    expect(await figure('an', '2024-05-19', { ...RANK, period: quarter })).toMatchObject({
      rank: 2,
      rankChange: 1,
    })
  })

  test('looks back from a new phase to the phase before it', async () => {
    const { figure } = await smallProvince([
      ...departments(16, { S1: 10, S2: 90, S3: 80 }),
      ...departments(17, { S1: 20, S2: 90, S3: 80 }),
      ...departments(18, { S1: 50, S2: 40, S3: 30 }),
    ])
    expect(await figure('an', '2024-05-05', RANK)).toMatchObject({
      window: { from: '2024-04-29', to: '2024-05-05' },
      value: 50,
      rank: 1,
      rankChange: 2,
    })
  })
})

test('a province has one place in its region and another in the country, whichever is asked first', async () => {
  const units = ['R1,Vùng Một,Vùng 1,region,', 'R2,Vùng Hai,Vùng 2,region,', 'P,Tỉnh Mẫu,Mẫu,province,R1']
  const others = [1, 2, 3].map(at => `T${at},Tỉnh Thứ ${at},Thứ ${at},province,R${at === 1 ? 1 : 2}`)
  const { db, add, figure } = await smallProvince([])
  const text = [
    'code,name,short_name,kind,parent,aliases',
    ...[...units, ...others].map(line => `${line},`),
  ].join('\n')
  const file = { kind: 'units', file: 'units.csv', bytes: Buffer.from(text), at: 0 }
  mustSucceed([await importFile(db, file)])
  await add('2024-05-20', departments(20, { P: 40, T1: 50, T2: 60, T3: 70 }))
  const asked = { ...RANK, units: ['P'], period: WEEK_20 }
  const country = { rank: 4, of: 4 }
  const region = { rank: 2, of: 2 }
  expect(await figure('dung', '2024-05-21', asked)).toMatchObject(country)
  expect(await figure('dung', '2024-05-21', { ...asked, rankWithinParent: true })).toMatchObject(region)
  expect(await figure('dung', '2024-05-21', asked)).toMatchObject(country)
})
