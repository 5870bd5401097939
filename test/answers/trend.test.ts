import { describe, expect, test } from 'vitest'
import { period } from './questions.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const TREND: Asked = { intent: 'trend', indicators: ['online_rate'] }

describe('the course of a value', () => {
  test('has a point for each week of the window', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 18: [1, 10], 20: [3, 10] }))
    const told = await figure('an', '2024-05-22', TREND)
    expect(told.window).toEqual({ from: '2024-04-29', to: '2024-05-22' })
    expect(told.points).toEqual([
      { from: '2024-04-29', to: '2024-05-05', value: 10 },
      { from: '2024-05-06', to: '2024-05-12', value: null },
      { from: '2024-05-13', to: '2024-05-19', value: 30 },
    ])
  })

  test('has a point for each month or quarter of the year where these are asked for', async () => {
    const { figure } = await smallProvince(
      weeks('S1', 'online_rate', { 3: [1, 10], 17: [5, 10], 20: [3, 10] }),
    )
    const told = async (step: 'month' | 'quarter') =>
      (await figure('an', '2024-05-22', { ...TREND, step })).points?.map(({ to, value }) => [to, value])
    expect(await told('month')).toEqual([
      ['2024-01-31', 10],
      ['2024-02-29', null],
      ['2024-03-31', null],
      ['2024-04-30', 50],
      ['2024-05-31', 30],
    ])
    expect(await told('quarter')).toEqual([
      ['2024-03-31', 10],
      ['2024-06-30', 40],
    ])
    const record = {
      ...TREND,
      intent: 'since',
      streak: { of: 'record', periods: null },
      order: 'highest',
    } as const
    const month = await figure('an', '2024-05-22', { ...record, indicators: ['online_rate'], step: 'month' })
    expect(month).toMatchObject({ value: 50, period: { from: '2024-04-01', to: '2024-04-30' } })
  })

  test('is never compared with itself: on a Tuesday the newest week is last week, and stands against the one before', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 18: [1, 10], 19: [3, 10] }))
    const lastWeek = { from: '2024-05-06', to: '2024-05-12' }
    const told = await figure('an', '2024-05-14', { ...TREND, base: lastWeek })
    expect(told.window).toEqual(lastWeek)
    expect(told.earlier?.window).toEqual({ from: '2024-04-29', to: '2024-05-05' })
    expect(told.change).toBe(20)
  })

  test('runs over the end of a year: a week belongs to the year of its Thursday', async () => {
    const rows = [
      'S1,online_rate,2024-W51,1,10,',
      'S1,online_rate,2024-W52,2,10,',
      'S1,online_rate,2025-W01,3,10,',
      'S1,online_rate,2025-W02,4,10,',
    ]
    const { figure } = await smallProvince(rows)
    const course = async (from: string, to: string) => {
      const told = await figure('an', '2025-01-12', { ...TREND, period: period(from, to) })
      return told.points?.map(point => [point.from, point.value])
    }
    expect(await course('2024-12-16', '2025-01-12')).toEqual([
      ['2024-12-16', 10],
      ['2024-12-23', 20],
      ['2024-12-30', 30],
      ['2025-01-06', 40],
    ])
    expect(await course('2024-12-16', '2024-12-31')).toEqual([
      ['2024-12-16', 10],
      ['2024-12-23', 20],
    ])
    expect(await course('2025-01-01', '2025-01-12')).toEqual([
      ['2024-12-30', 30],
      ['2025-01-06', 40],
    ])
  })

  test('is by months where it is long', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 2: [1, 10], 20: [3, 10] }))
    const told = await figure('an', '2024-08-20', { ...TREND, period: period('2024-01-01', '2024-12-31') })
    expect(told.points?.map(point => [point.from, point.value])).toEqual([
      ['2024-01-01', 10],
      ['2024-02-01', null],
      ['2024-03-01', null],
      ['2024-04-01', null],
      ['2024-05-01', 30],
    ])
  })

  test('has no points in the future', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 20: [3, 10] }))
    const june = period('2024-06-01', '2024-06-30', 'month')
    expect(await figure('an', '2024-05-19', { ...TREND, period: june })).toMatchObject({
      value: null,
      points: [],
    })
  })

  test('is set against the stretch of the same length before', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 19: [40, 100], 20: [55, 100] }))
    const week20 = period('2024-05-13', '2024-05-19', 'week')
    expect(await figure('an', '2024-05-19', { ...TREND, period: week20 })).toMatchObject({
      value: 55,
      earlier: { window: { from: '2024-05-06', to: '2024-05-12' }, value: 40, change: 15 },
    })
  })

  test('of a month against the month before, whatever its length', async () => {
    const { figure } = await smallProvince(['S1,online_rate,2024-03,5,10,', 'S1,online_rate,2024-02,6,10,'])
    const march = period('2024-03-01', '2024-03-31', 'month')
    expect(await figure('an', '2024-04-02', { ...TREND, period: march })).toMatchObject({
      earlier: { window: { from: '2024-02-01', to: '2024-02-29' }, value: 60, change: -10 },
    })
  })

  test('against a year ago, where there may be nothing', async () => {
    const { figure } = await smallProvince([
      'S1,online_rate,2023-05,30,100,',
      'S1,online_rate,2024-05,45,100,',
      'S1,online_rate,2024-04,45,100,',
    ])
    const may = period('2024-05-01', '2024-05-31', 'month')
    const asked: Asked = { ...TREND, against: 'year_ago' }
    expect(await figure('an', '2024-06-01', { ...asked, period: may })).toMatchObject({
      earlier: { window: { from: '2023-05-01', to: '2023-05-31' }, value: 30, change: 15 },
    })
    const april = period('2024-04-01', '2024-04-30', 'month')
    expect(await figure('an', '2024-06-01', { ...asked, period: april })).toMatchObject({
      earlier: { value: null, change: null },
    })
  })

  test('"against last week" is about this week once it has figures, until then about the last', async () => {
    const rows = weeks('S1', 'online_rate', { 19: [40, 100], 20: [55, 100] })
    const { figure } = await smallProvince([
      ...rows,
      ...weeks('S2', 'online_rate', { 19: [50, 100], 20: [50, 100] }),
    ])
    const asked: Asked = { ...TREND, against: 'previous' }
    expect(await figure('an', '2024-05-19', asked)).toMatchObject({
      window: { from: '2024-05-13', to: '2024-05-19' },
      rank: 1,
      rankChange: 1,
    })
    expect(await figure('an', '2024-05-15', asked)).toMatchObject({
      window: { from: '2024-05-06', to: '2024-05-12' },
      value: 40,
    })
  })

  test('a chart is of the main indicator when none is named', async () => {
    const rows = [...weeks('S1', 'online_rate', { 20: [1, 2] }), 'S1,late_rate,2024-W20,1,2,']
    const { ask } = await smallProvince(rows)
    const indicators = async (chart: boolean) =>
      (await ask('an', '2024-05-19', { intent: 'trend', chart })).figures.map(figure => figure.indicator)
    expect(await indicators(true)).toEqual(['online_rate'])
    expect(await indicators(false)).toEqual(['online_rate', 'on_time_rate', 'late_rate'])
  })
})
