import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

/** 40 % all through phase 1, then 40, 50 and 60 % in the first three of its nine weeks: 50 % so far. */
const S1 = weeks('S1', 'online_rate', {
  ...Object.fromEntries([10, 11, 12, 13, 14, 15, 16, 17].map(week => [week, [40, 100]])),
  18: [40, 100],
  19: [50, 100],
  20: [60, 100],
})

function online(intent: Asked['intent'], more: Partial<Asked> = {}): Asked {
  return { intent, indicators: ['online_rate'], ...more }
}

describe('how many more are needed', () => {
  test('is counted from the dossiers of the last 28 days', async () => {
    const { figure } = await smallProvince(S1)
    // 400 dossiers in 28 days, 42 days left: 600 more to come; 0.6 · (300 + 600) − 150
    expect(await figure('an', '2024-05-19', online('need'))).toMatchObject({
      value: 50,
      need: {
        needed: 390,
        perDay: 10,
        reachable: true,
        bestReachable: 83.33,
        daysLeft: 42,
        expectedDenominator: 600,
      },
      reason: null,
    })
  })

  test('is of the number named in the question, where one is', async () => {
    const { figure } = await smallProvince(S1)
    // 0.7 · (300 + 600) − 150
    expect(await figure('an', '2024-05-19', online('need', { threshold: 70 }))).toMatchObject({
      target: 60,
      askedTarget: { target: 70, gap: 20, met: false },
      document: '1/KH',
      gap: 10,
      met: false,
      need: { needed: 480, perDay: 12, reachable: true },
    })
  })

  test('may be more than will come', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 24: [0, 100], 25: [0, 100] }))
    // 200 in 14 days, 7 days left: 100 more to come
    expect(await figure('an', '2024-06-23', online('need'))).toMatchObject({
      need: { needed: 180, perDay: 26, reachable: false, bestReachable: 33.33, daysLeft: 7 },
    })
  })

  test('is nothing once enough have come', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 26: [90, 100] }))
    expect(await figure('an', '2024-06-30', online('need'))).toMatchObject({
      met: true,
      need: { needed: 0, perDay: null, reachable: true, bestReachable: 90, daysLeft: 0 },
    })
  })

  test('starts from nothing on the first days of a phase', async () => {
    const { figure } = await smallProvince(S1)
    // 400 dossiers in the 28 days to 28 April, no figures yet of the 63 days of the phase: 900 to come
    expect(await figure('an', '2024-04-30', online('need'))).toMatchObject({
      value: null,
      reason: 'no_data',
      need: { needed: 540, perDay: 9, reachable: true, bestReachable: 100, daysLeft: 61 },
    })
  })

  test('adds the daily means of the units below, whichever weeks each of them lacks', async () => {
    const rows = [
      ...weeks('X1', 'online_rate', { 17: [10, 70], 18: [10, 70], 19: [10, 70], 20: [10, 70] }),
      ...weeks('X2', 'online_rate', { 20: [10, 70] }),
    ]
    const targets = 'campaign,phase,unit,indicator,target,document\nC,2,H1,online_rate,50,1/KH\n'
    const { figure } = await smallProvince(rows, { targets })
    // 10 a day and 10 a day, 42 days left; 40 of 280 so far
    expect(await figure('binh', '2024-05-19', online('need'))).toMatchObject({
      numerator: 40,
      denominator: 280,
      need: { expectedDenominator: 840, needed: 520 },
    })
  })

  test('is not known where nothing came lately, only a value was published, or there is no target', async () => {
    const unknown = { needed: null, perDay: null, reachable: null, bestReachable: null }
    const { figure } = await smallProvince([
      ...weeks('S1', 'online_rate', { 18: [40, 100] }),
      'S2,online_rate,2024-05,,,50,',
      ...weeks('H1', 'online_rate', { 20: [1, 2] }),
    ])
    expect(await figure('an', '2024-06-19', online('need'))).toMatchObject({
      value: 40,
      need: { ...unknown, daysLeft: 11 },
      reason: 'no_data',
    })
    expect(await figure('dung', '2024-06-19', online('need', { units: ['S2'] }))).toMatchObject({
      value: 50,
      need: unknown,
    })
    expect((await figure('binh', '2024-05-19', online('need'))).need).toBeUndefined()
  })

  test('of a state is what has not turned yet', async () => {
    const targets =
      'campaign,phase,kind,indicator,target,document\nC,2,department,active_services_rate,80,1/KH\n'
    const { figure } = await smallProvince(['S1,active_services_rate,2024-W20,15,40,'], { targets })
    expect(
      await figure('an', '2024-05-19', { intent: 'need', indicators: ['active_services_rate'] }),
    ).toMatchObject({ need: { needed: 17, perDay: null, reachable: true, bestReachable: 100 } })
  })
})

describe('where it will stand in the end', () => {
  test('follows the course of the phase, and says how sure that is', async () => {
    const { figure } = await smallProvince(S1)
    const told = await figure('an', '2024-05-19', online('forecast'))
    const { value, low, high } = told.forecast!
    expect(told).toMatchObject({ value: 50, reason: null })
    expect([low! < value!, value! < high!, value! > 55]).toEqual([true, true, true])
    expect(told.chance).toBeGreaterThan(0.5)
  })

  test('is not told with fewer than two weeks of the phase', async () => {
    const { figure } = await smallProvince(
      weeks('S1', 'online_rate', { 16: [40, 100], 17: [50, 100], 18: [55, 100] }),
    )
    expect(await figure('an', '2024-05-09', online('forecast'))).toMatchObject({
      value: 55,
      forecast: { value: null, low: null, high: null },
      reason: 'too_little_history',
    })
  })

  test('does not lose a week to the days of it that came singly', async () => {
    const rows = [
      ...weeks('S1', 'online_rate', { 18: [50, 100], 19: [50, 100], 20: [50, 100] }),
      'S1,online_rate,2024-05-15,9,10,',
    ]
    const { figure } = await smallProvince(rows)
    expect(await figure('an', '2024-05-19', online('forecast'))).toMatchObject({
      numerator: 150,
      denominator: 300,
      forecast: { value: 50 },
    })
  })

  test('of a state goes on as it grew, one service a week', async () => {
    const rows = [18, 19, 20].map(week => `S1,active_services_rate,2024-W${week},${week},40,`)
    const { figure } = await smallProvince(rows)
    expect(
      await figure('an', '2024-05-19', { intent: 'forecast', indicators: ['active_services_rate'] }),
    ).toMatchObject({ forecast: { value: 65 } })
  })

  test('is missing with the reason of the figure where there is none', async () => {
    const { figure } = await smallProvince(S1)
    expect(await figure('dung', '2024-05-19', online('forecast', { units: ['S3'] }))).toMatchObject({
      forecast: { value: null },
      reason: 'no_data',
    })
  })

  test('is not made of published scores', async () => {
    const rows = ['01', '02', '03'].map(month => `S1,service_score,2024-${month},,,80,`)
    const { figure } = await smallProvince(rows)
    expect(
      await figure('an', '2024-04-02', { intent: 'forecast', indicators: ['service_score'] }),
    ).toMatchObject({ forecast: { value: null } })
  })
})

function rising(unit: string, last: number): string[] {
  return weeks(unit, 'online_rate', {
    ...Object.fromEntries([10, 11, 12, 13, 14, 15, 16, 17].map(week => [week, [40, 100]])),
    18: [last - 10, 100],
    19: [last - 5, 100],
    20: [last, 100],
  })
}

const units = (answer: Answer) => answer.figures.map(({ unit }) => unit)

describe('the forecast of a group', () => {
  const GROUP = { kind: 'department', within: null } as const
  const ROWS = [...rising('S1', 90), ...rising('S2', 20), ...rising('S3', 70)]
  const asked = (more: Partial<Asked> = {}) => online('forecast', { group: GROUP, ...more })

  test('is who will rather meet the target, the surest first, of those that have one', async () => {
    const { ask } = await smallProvince(ROWS)
    const answer = await ask('dung', '2024-05-19', asked())
    expect(units(answer)).toEqual(['S1', 'S3'])
    expect(answer).toMatchObject({ matched: 2, assigned: 3, leftOut: 1, groupSize: 4 })
    expect(answer.figures[0]!.chance).toBeGreaterThan(0.5)
  })

  test('or rather miss it, or the number that is named', async () => {
    const { ask } = await smallProvince(ROWS)
    expect(units(await ask('dung', '2024-05-19', asked({ order: 'worst' })))).toEqual(['S2'])
    const answer = await ask('dung', '2024-05-19', asked({ threshold: 85 }))
    expect(answer.figures.every(({ askedTarget }) => askedTarget?.target === 85)).toBe(true)
    expect(units(await ask('dung', '2024-05-19', asked({ limit: 1 })))).toEqual(['S1'])
  })

  test('is refused who may not see each of it, and empty where there is nobody', async () => {
    const { ask } = await smallProvince(ROWS)
    const refused = await ask('an', '2024-05-19', asked())
    expect(refused.figures).toMatchObject([{ reason: 'not_allowed', group: GROUP }])
    const nobody = { kind: 'ministry', within: null } as const
    expect(await ask('dung', '2024-05-19', asked({ group: nobody }))).toMatchObject({
      figures: [],
      groupSize: 0,
    })
  })
})
