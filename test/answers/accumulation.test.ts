import { describe, expect, test } from 'vitest'
import { period } from './questions.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const ONLINE: Asked = { intent: 'value', indicators: ['online_rate'] }
const WEEK_20 = period('2024-05-13', '2024-05-19', 'week')
const APRIL = period('2024-04-01', '2024-04-30', 'month')

describe('what is known at a moment', () => {
  test('a later correction of a past week replaces the figures in every answer', async () => {
    const { figure, add } = await smallProvince(weeks('S1', 'online_rate', { 19: [100, 200] }), {
      recordedAt: '2024-05-13T08:00+07:00',
    })
    const asked = { ...ONLINE, period: period('2024-05-06', '2024-05-12', 'week') }
    expect(await figure('an', '2024-05-14', asked)).toMatchObject({ value: 50 })
    await add('2024-05-20 08:00', weeks('S1', 'online_rate', { 19: [150, 200] }))
    expect(await figure('an', '2024-05-20', asked)).toMatchObject({ value: 75 })
    expect(await figure('an', '2024-05-14', asked)).toMatchObject({ value: 75 })
  })

  test('figures of a running week stand until those of the whole week are known', async () => {
    const { figure, add } = await smallProvince(weeks('S1', 'online_rate', { 20: [20, 50] }), {
      recordedAt: '2024-05-15T09:00+07:00',
    })
    await add('2024-06-01 08:00', weeks('S1', 'online_rate', { 20: [100, 200] }))
    const asked = { ...ONLINE, period: WEEK_20 }
    expect(await figure('an', '2024-05-15 08:59', asked)).toMatchObject({ reason: 'no_data' })
    expect(await figure('an', '2024-05-16', asked)).toMatchObject({ denominator: 50, dataTo: '2024-05-16' })
    expect(await figure('an', '2024-05-19 00:00', asked)).toMatchObject({ denominator: 200 })
  })

  test('a week that begins tomorrow does not count, however early it was recorded', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 20: [1, 2], 21: [2, 2] }), {
      recordedAt: '2024-05-01T00:00+07:00',
    })
    const may = { ...ONLINE, period: period('2024-05-01', '2024-05-31', 'month') }
    expect(await figure('an', '2024-05-19 23:59', may)).toMatchObject({ value: 50 })
    expect(await figure('an', '2024-05-20 00:00', may)).toMatchObject({ value: 75 })
  })
})

describe('several granularities', () => {
  const rows = [
    ...weeks('S1', 'online_rate', { 14: [10, 100], 15: [10, 100], 16: [10, 100], 17: [10, 100] }),
    'S1,online_rate,2024-04,44,400,',
    'S1,online_rate,2024-03,30,100,',
  ]

  test('the row of the month is the month', async () => {
    const { figure } = await smallProvince(rows)
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: APRIL })).toMatchObject({ value: 11 })
  })

  test('over a longer time the month stands before weeks that do not fill it', async () => {
    const { figure } = await smallProvince(rows)
    const quarters = period('2024-01-01', '2024-05-19', 'to_date')
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: quarters })).toMatchObject({
      numerator: 74,
      denominator: 500,
    })
  })
})

describe('a sum over units', () => {
  const rows = [
    ...weeks('S1', 'online_rate', { 20: [10, 100] }),
    ...weeks('X1', 'online_rate', { 20: [20, 100] }),
    ...weeks('X2', 'online_rate', { 20: [30, 100] }),
    ...weeks('H1', 'online_rate', { 20: [60, 100] }),
    ...weeks('X4', 'online_rate', { 20: [5, 50] }),
  ]

  test('stands for a unit without counts of its own, and says of how many it is', async () => {
    const { figure } = await smallProvince(rows)
    const asked = { ...ONLINE, period: WEEK_20 }
    expect(await figure('dung', '2024-05-19', { ...asked, units: ['P'] })).toMatchObject({
      numerator: 125,
      denominator: 450,
      value: 27.78,
      rolledUpFrom: 5,
    })
    expect(await figure('dung', '2024-05-19', { ...asked, units: ['H2'] })).toMatchObject({
      value: 10,
      rolledUpFrom: 1,
    })
  })

  test('with the unit itself when the whole district is asked for, without a place among peers', async () => {
    const { figure } = await smallProvince(rows)
    const asked = { ...ONLINE, period: WEEK_20 }
    expect(await figure('binh', '2024-05-19', asked)).toMatchObject({ value: 60, rolledUpFrom: null })
    expect(await figure('binh', '2024-05-19', { ...asked, wholeSubtree: true })).toMatchObject({
      numerator: 110,
      denominator: 300,
      rolledUpFrom: 3,
      rank: null,
      of: null,
    })
    expect(await figure('chi', '2024-05-19', { ...asked, wholeSubtree: true })).toMatchObject({
      value: 20,
      rolledUpFrom: null,
    })
  })

  test('of nothing is missing data', async () => {
    const { figure } = await smallProvince(rows)
    const asked = { ...ONLINE, period: period('2024-05-06', '2024-05-12', 'week') }
    for (const wholeSubtree of [false, true])
      expect(await figure('dung', '2024-05-19', { ...asked, wholeSubtree })).toMatchObject({
        value: null,
        rolledUpFrom: null,
        reason: 'no_data',
      })
  })

  test('ends where the unit begins to report itself', async () => {
    const { figure } = await smallProvince([
      ...weeks('X4', 'online_rate', { 18: [1, 10], 19: [1, 10], 20: [1, 10] }),
      ...weeks('H2', 'online_rate', { 20: [9, 10] }),
    ])
    const asked = { ...ONLINE, units: ['H2'], period: period('2024-04-29', '2024-06-30') }
    expect(await figure('dung', '2024-05-18', asked)).toMatchObject({ denominator: 20, rolledUpFrom: 1 })
    expect(await figure('dung', '2024-05-19', asked)).toMatchObject({ denominator: 10, rolledUpFrom: null })
  })

  test('stands before a value published for another period, not before one for the same', async () => {
    const { figure } = await smallProvince([
      ...rows,
      'P,online_rate,2024-05,,,70,',
      'P,online_rate,2024-W20,,,33.333,',
    ])
    const week = { ...ONLINE, units: ['P'], period: WEEK_20 }
    expect(await figure('dung', '2024-05-19', week)).toMatchObject({
      value: 33.33,
      numerator: null,
      rolledUpFrom: null,
      publishedFor: null,
    })
    const year = { ...week, period: period('2024-01-01', '2024-12-31') }
    expect(await figure('dung', '2024-06-30', year)).toMatchObject({ value: 27.78, rolledUpFrom: 5 })
  })
})

describe('a state', () => {
  test('is the newest one, and adds over units', async () => {
    const { figure } = await smallProvince([
      'X1,active_services_rate,2024-W19,1,10,',
      'X1,active_services_rate,2024-W20,4,10,',
      'X2,active_services_rate,2024-W19,6,10,',
    ])
    const asked: Asked = { intent: 'value', indicators: ['active_services_rate'] }
    expect(await figure('chi', '2024-05-19', asked)).toMatchObject({ value: 40, dataTo: '2024-05-19' })
    expect(await figure('binh', '2024-05-19', asked)).toMatchObject({ numerator: 10, denominator: 20 })
  })
})

describe('a published score', () => {
  const rows = ['S1,service_score,2024-03,,,80.6,', 'S1,service_score,2024-04,,,86.745,']
  const asked: Asked = { intent: 'value', indicators: ['service_score'] }

  test('is the one of the period asked about', async () => {
    const { figure } = await smallProvince(rows)
    expect(await figure('an', '2024-05-19', { ...asked, period: APRIL })).toMatchObject({
      value: 86.75,
      numerator: null,
      publishedFor: null,
    })
  })

  test('otherwise the newest in it, and says which', async () => {
    const { figure } = await smallProvince(rows)
    expect(
      await figure('an', '2024-07-19', { ...asked, period: period('2024-01-01', '2024-07-19', 'to_date') }),
    ).toMatchObject({ value: 86.75, publishedFor: { from: '2024-04-01', to: '2024-04-30' } })
  })

  test('cannot be added up', async () => {
    const { figure } = await smallProvince(rows)
    expect(await figure('dung', '2024-07-19', asked)).toMatchObject({ value: null, reason: 'no_data' })
  })
})
