import { describe, expect, test } from 'vitest'
import { period } from './questions.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const ONLINE: Asked = { intent: 'value', indicators: ['online_rate'] }
const WEEK_20 = period('2024-05-13', '2024-05-19', 'week')
const APRIL = period('2024-04-01', '2024-04-30', 'month')

describe('the value of a unit', () => {
  test('is the share of its counts in the week asked about, beside its target', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 19: [10, 400], 20: [245, 400] }))
    expect(await figure('an', '2024-05-19 20:00', { ...ONLINE, period: WEEK_20 })).toMatchObject({
      unit: 'S1',
      indicator: 'online_rate',
      window: { from: '2024-05-13', to: '2024-05-19' },
      value: 61.25,
      numerator: 245,
      denominator: 400,
      target: 60,
      document: '1/KH',
      gap: -1.25,
      met: true,
      rank: 1,
      of: 1,
      dataTo: '2024-05-19',
      reason: null,
      rolledUpFrom: null,
      publishedFor: null,
    })
  })

  test('is rounded half up', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 20: [1, 800] }))
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: WEEK_20 })).toMatchObject({ value: 0.13 })
  })

  test('adds counts over weeks, not percentages', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 19: [90, 100], 20: [0, 900] }))
    const may = period('2024-05-01', '2024-05-31', 'month')
    expect(await figure('an', '2024-05-20', { ...ONLINE, period: may })).toMatchObject({ value: 9 })
  })

  test('takes a week into the month in which its Thursday lies', async () => {
    const rows = weeks('S1', 'online_rate', { 17: [1, 10], 18: [5, 10] })
    const { figure } = await smallProvince(rows)
    expect(await figure('an', '2024-05-20', { ...ONLINE, period: APRIL })).toMatchObject({ numerator: 1 })
    const may = period('2024-05-01', '2024-05-31', 'month')
    expect(await figure('an', '2024-05-20', { ...ONLINE, period: may })).toMatchObject({ numerator: 5 })
  })

  test('of every indicator that it has, or has a target for, when none is named', async () => {
    const rows = [
      ...weeks('S1', 'online_rate', { 20: [1, 2] }),
      ...weeks('S1', 'late_rate', { 20: [1, 4] }),
      'S1,active_services_rate,2024-W20,3,4,',
    ]
    const { ask } = await smallProvince(rows)
    const { figures } = await ask('an', '2024-05-19', { intent: 'value' })
    expect(figures.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['online_rate', 50],
      ['on_time_rate', null],
      ['active_services_rate', 75],
      ['late_rate', 25],
    ])
  })

  test('is missing for each indicator with a target, when the unit has nothing at all', async () => {
    const { ask } = await smallProvince(weeks('S2', 'online_rate', { 20: [1, 2] }))
    const { figures } = await ask('an', '2024-05-19', { intent: 'value' })
    expect(figures.map(({ indicator, value, reason }) => ({ indicator, value, reason }))).toEqual([
      { indicator: 'online_rate', value: null, reason: 'no_data' },
      { indicator: 'on_time_rate', value: null, reason: 'no_data' },
    ])
  })

  test('is missing for the indicators of the campaign, where the unit has neither figures nor targets', async () => {
    const { ask } = await smallProvince(weeks('S2', 'online_rate', { 20: [1, 2] }))
    const { figures } = await ask('binh', '2024-05-19', { intent: 'value' })
    expect(figures.map(({ indicator, reason }) => ({ indicator, reason }))).toEqual([
      { indicator: 'online_rate', reason: 'no_data' },
    ])
  })

  test('names every indicator where there is no campaign', async () => {
    const { ask } = await smallProvince([], { campaigns: '', targets: '' })
    const { figures } = await ask('an', '2024-05-19', { intent: 'value' })
    expect(figures.map(figure => figure.indicator)).toHaveLength(5)
  })
})

describe('the window of an answer', () => {
  test('is the running phase to date where the unit has a target in it', async () => {
    const rows = weeks('S1', 'online_rate', { 17: [100, 100], 18: [10, 100], 19: [20, 100], 20: [99, 100] })
    const { figure } = await smallProvince(rows)
    expect(await figure('an', '2024-05-12', ONLINE)).toMatchObject({
      window: { from: '2024-04-29', to: '2024-05-12' },
      value: 15,
      dataTo: '2024-05-12',
      term: { kind: 'phase', campaign: 'C', phase: '2' },
    })
  })

  test('is the year to date before and after the campaign', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 2: [10, 100], 20: [50, 100] }))
    expect(await figure('an', '2024-02-10', ONLINE)).toMatchObject({
      window: { from: '2024-01-01', to: '2024-02-10' },
      value: 10,
      target: null,
    })
    expect(await figure('an', '2024-07-05', ONLINE)).toMatchObject({
      window: { from: '2024-01-01', to: '2024-07-05' },
      value: 30,
    })
  })

  test('is the year to date for a unit that the campaign does not mention', async () => {
    const { figure } = await smallProvince(weeks('H1', 'online_rate', { 2: [10, 100], 20: [50, 100] }))
    expect(await figure('binh', '2024-05-19', ONLINE)).toMatchObject({
      window: { from: '2024-01-01', to: '2024-05-19' },
      value: 30,
      target: null,
      reason: 'not_assigned',
    })
  })

  test('carries the target of the year where there is one for the year only', async () => {
    const { figure } = await smallProvince(weeks('S1', 'on_time_rate', { 2: [90, 100], 20: [97, 100] }))
    expect(await figure('an', '2024-07-05', { intent: 'value', indicators: ['on_time_rate'] })).toMatchObject(
      {
        value: 93.5,
        term: { kind: 'year', year: 2024 },
        target: 95,
        gap: 1.5,
        met: false,
      },
    )
  })
})

describe('a figure that does not exist', () => {
  test('is missing data, or nothing received', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 19: [0, 0] }))
    const week19 = period('2024-05-06', '2024-05-12', 'week')
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: week19 })).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
      target: 60,
      gap: null,
      met: null,
      rank: null,
      dataTo: '2024-05-12',
      reason: 'no_dossiers',
    })
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: WEEK_20 })).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      gap: null,
      rank: null,
      dataTo: null,
      reason: 'no_data',
    })
  })

  test('an exempted unit has a value without a target, and so has one that was assigned none', async () => {
    const rows = [
      ...weeks('S4', 'online_rate', { 20: [1, 2] }),
      ...weeks('H1', 'online_rate', { 20: [1, 2] }),
    ]
    const { figure } = await smallProvince(rows)
    const none = { value: 50, target: null, document: null, gap: null, met: null }
    expect(await figure('dung', '2024-05-19', { ...ONLINE, units: ['S4'], period: WEEK_20 })).toMatchObject({
      ...none,
      reason: 'exempt',
    })
    expect(await figure('dung', '2024-05-19', { ...ONLINE, units: ['H1'], period: WEEK_20 })).toMatchObject({
      ...none,
      reason: 'not_assigned',
    })
  })
})

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

  test('over a longer time the weeks stand, and the month that has no weeks', async () => {
    const { figure } = await smallProvince(rows)
    const quarters = period('2024-01-01', '2024-05-19', 'to_date')
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: quarters })).toMatchObject({
      numerator: 70,
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
