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

  test('is the phase where units below have targets in it, else the year to date', async () => {
    const { figure } = await smallProvince(weeks('H1', 'online_rate', { 2: [10, 100], 20: [50, 100] }))
    expect(await figure('binh', '2024-05-19', ONLINE)).toMatchObject({
      window: { from: '2024-04-29', to: '2024-05-19' },
      value: 50,
      reason: 'not_assigned',
    })
    const targets = 'campaign,phase,unit,indicator,target,document\nC,2,S1,online_rate,50,1/KH\n'
    const other = await smallProvince(weeks('H1', 'online_rate', { 2: [10, 100], 20: [50, 100] }), {
      targets,
    })
    expect(await other.figure('binh', '2024-05-19', ONLINE)).toMatchObject({
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
    const week18 = period('2024-04-29', '2024-05-05', 'week')
    expect(await figure('an', '2024-05-19', { ...ONLINE, period: week18 })).toMatchObject({
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
