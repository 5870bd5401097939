import { expect, test } from 'vitest'
import { figureJson, questionJson } from '../../src/answers/answer-json.ts'
import { asking, period } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const ROWS = weeks('S1', 'online_rate', { 18: [40, 100], 19: [50, 100], 20: [60, 100] })
const WEEK_20 = period('2024-05-13', '2024-05-19', 'week')

test('a question has the fixed names, and of its period the days', () => {
  const question = asking({
    intent: 'below',
    indicators: ['online_rate'],
    group: { kind: 'commune', within: 'H1' },
    period: WEEK_20,
    threshold: 50,
  })
  expect(questionJson(question)).toEqual({
    intent: 'below',
    indicators: ['online_rate'],
    units: [],
    group: { kind: 'commune', within: 'H1', kinds: [], except: [] },
    period: { from: '2024-05-13', to: '2024-05-19' },
    limit: null,
    threshold: 50,
    choices: [],
    base: null,
    conditions: [],
    order: null,
    offset: null,
    by: null,
    direction: null,
    streak: null,
    assume: null,
    place: null,
    claimed: null,
    output: null,
    not_answered: [],
  })
  expect(questionJson(asking({ intent: 'help' })).period).toBeNull()
})

test('a figure has the fixed names, and no others where they say nothing', async () => {
  const { figure } = await smallProvince(ROWS)
  const value = await figure('an', '2024-05-19', {
    intent: 'value',
    indicators: ['online_rate'],
    period: WEEK_20,
  })
  expect(figureJson(value)).toEqual({
    unit: 'S1',
    indicator: 'online_rate',
    window: { from: '2024-05-13', to: '2024-05-19' },
    value: 60,
    numerator: 60,
    denominator: 100,
    target: 60,
    gap: 0,
    met: true,
    rank: 1,
    of: 1,
    rank_change: 0,
    data_to: '2024-05-19',
    document: '1/KH',
    sources: [expect.any(Number)],
  })
})

test('a figure that does not exist is null, with the reason', async () => {
  const { figure } = await smallProvince(ROWS)
  const told = await figure('an', '2024-05-19', {
    intent: 'value',
    indicators: ['online_rate'],
    units: ['H1'],
  })
  expect(figureJson(told)).toMatchObject({ value: null, rank: null, reason: 'not_allowed' })
})

test('what an intent adds has its own names', async () => {
  const { figure } = await smallProvince([...ROWS, 'S1,service_score,2024-04,,,80,'])
  const json = async (intent: 'need' | 'gap' | 'forecast' | 'trend') =>
    figureJson(await figure('an', '2024-05-19', { intent, indicators: ['online_rate'] }))
  expect(await json('need')).toMatchObject({
    needed: 390,
    per_day: 10,
    reachable: true,
    best_reachable: 83.33,
    days_left: 42,
  })
  expect(await json('gap')).toMatchObject({ pace: 'behind', expected: 60 })
  const told = await json('forecast')
  expect(told).toMatchObject({ value: 50, forecast: expect.any(Number) })
  expect([told.low! < told.forecast!, told.forecast! < told.high!]).toEqual([true, true])
  expect(await json('trend')).toMatchObject({
    points: [
      { from: '2024-04-29', to: '2024-05-05', value: 40 },
      { from: '2024-05-06', to: '2024-05-12', value: 50 },
      { from: '2024-05-13', to: '2024-05-19', value: 60 },
    ],
    earlier: { window: { from: '2024-03-04', to: '2024-04-28' }, value: null, change: null },
  })
  const score = await figure('an', '2024-05-19', {
    intent: 'value',
    indicators: ['service_score'],
    period: period('2024-01-01', '2024-05-19', 'to_date'),
  })
  expect(figureJson(score)).toMatchObject({ published_for: { from: '2024-04-01', to: '2024-04-30' } })
  const sum = await figure('dung', '2024-05-19', { intent: 'value', indicators: ['online_rate'] })
  expect(figureJson(sum)).toMatchObject({ rolled_up_from: 1 })
})
