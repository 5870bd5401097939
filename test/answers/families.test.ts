import { describe, expect, test } from 'vitest'
import { figureJson } from '../../src/answers/answer-json.ts'
import type { Answer } from '../../src/answers/answer.ts'
import { period } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const AT = '2024-05-19 20:00'
const ONLINE = { indicators: ['online_rate'] }
const DEPARTMENTS = { kind: 'department', within: null } as const
const COMMUNES = { kind: 'commune', within: null } as const

const ROWS = [
  ...weeks('S1', 'online_rate', { 18: [40, 100], 19: [50, 100], 20: [70, 100] }),
  ...weeks('S2', 'online_rate', { 18: [60, 100], 19: [60, 100], 20: [50, 100] }),
  ...weeks('S3', 'online_rate', { 18: [30, 100], 19: [20, 100], 20: [25, 100] }),
  ...weeks('X1', 'online_rate', { 18: [40, 100], 19: [45, 100], 20: [48, 100] }),
  ...weeks('X2', 'online_rate', { 18: [90, 300], 19: [60, 100], 20: [10, 100] }),
]

const json = (answer: Answer) => answer.figures.map(figureJson)
const units = ({ figures }: Answer) => figures.map(figure => figure.unit)

describe('who moved', () => {
  test('between the newest week and the one before, the largest rise first', async () => {
    const { ask } = await smallProvince(ROWS)
    const rose = await ask('dung', AT, { intent: 'movers', ...ONLINE, group: DEPARTMENTS, direction: 'up' })
    expect(json(rose)).toMatchObject([
      { unit: 'S1', value: 70, change: 20, rank_change: 1, window: { from: '2024-05-13' } },
      { unit: 'S3', value: 25, change: 5, rank_change: 0 },
    ])
    const fell = await ask('dung', AT, { intent: 'movers', ...ONLINE, group: DEPARTMENTS, direction: 'down' })
    expect(json(fell)).toMatchObject([{ unit: 'S2', change: -10, rank_change: -1 }])
  })

  test('by place, and between windows named', async () => {
    const { ask } = await smallProvince(ROWS)
    const asked = { ...ONLINE, intent: 'movers', group: DEPARTMENTS, by: 'place', direction: 'down' } as const
    expect(units(await ask('dung', AT, { ...asked, indicators: ['online_rate'] }))).toEqual(['S2'])
    const named = {
      period: period('2024-05-13', '2024-05-19', 'week'),
      base: { from: '2024-04-29', to: '2024-05-05' },
    }
    const told = await ask('dung', AT, {
      intent: 'movers',
      ...ONLINE,
      ...named,
      group: DEPARTMENTS,
      direction: 'up',
    })
    expect(json(told)).toMatchObject([{ unit: 'S1', change: 30 }])
  })

  test('who newly fell below is by the phase to date, not by the week', async () => {
    const { ask } = await smallProvince(ROWS)
    const fell = await ask('dung', AT, {
      intent: 'movers',
      ...ONLINE,
      group: DEPARTMENTS,
      by: 'status',
      direction: 'down',
    })
    // S2: 120 of 200 a week ago, 170 of 300 today, against its own 55 %: still met.
    expect(units(fell)).toEqual([])
    const earlier = await smallProvince([
      ...ROWS,
      ...weeks('X4', 'online_rate', { 19: [55, 100], 20: [40, 100] }),
    ])
    const communes = { ...ONLINE, group: COMMUNES, by: 'status', direction: 'down' } as const
    expect(
      units(await earlier.ask('dung', AT, { intent: 'movers', ...communes, indicators: ['online_rate'] })),
    ).toEqual(['X4'])
  })
})

describe('who newly fell below in a period that is named', () => {
  const rows = [...ROWS, ...weeks('X4', 'online_rate', { 19: [55, 100], 20: [40, 100] })]
  const asked = { ...ONLINE, intent: 'movers', group: COMMUNES, by: 'status', direction: 'down' } as const
  const week = (from: string, to: string) => ({ ...asked, period: period(from, to, 'week') })

  test('fell by the phase to date at its end, and had met on its eve', async () => {
    const { ask } = await smallProvince(rows)
    const fell = await ask('dung', AT, week('2024-05-13', '2024-05-19'))
    expect(json(fell)).toMatchObject([
      { unit: 'X4', value: 47.5, window: { from: '2024-04-29', to: '2024-05-19' } },
    ])
  })

  test('not those whose single week was low', async () => {
    const low = await smallProvince([
      ...rows,
      ...weeks('X3', 'online_rate', { 19: [90, 100], 20: [40, 100] }),
    ])
    expect(units(await low.ask('dung', AT, week('2024-05-13', '2024-05-19')))).toEqual(['X4'])
  })
})

describe('since when', () => {
  test('weeks running under the target, and their first day', async () => {
    const { figure } = await smallProvince(ROWS)
    expect(figureJson(await figure('an', AT, { intent: 'since', ...ONLINE }))).toMatchObject({
      periods: 0,
      since: null,
    })
    const s3 = await figure('dung', AT, { intent: 'since', ...ONLINE, units: ['S3'] })
    expect(figureJson(s3)).toMatchObject({ periods: 3, since: '2024-04-29' })
  })

  test('of a group those with at least so many running, the longest first', async () => {
    const { ask } = await smallProvince(ROWS)
    const told = await ask('dung', AT, {
      intent: 'since',
      ...ONLINE,
      group: COMMUNES,
      streak: { of: 'under', periods: 3 },
    })
    expect(json(told)).toMatchObject([{ unit: 'X1', periods: 3 }])
  })

  test('the best week of the window', async () => {
    const { figure } = await smallProvince(ROWS)
    const best = await figure('dung', AT, {
      intent: 'since',
      ...ONLINE,
      units: ['X2'],
      streak: { of: 'record', periods: null },
      order: 'best',
    })
    expect(figureJson(best)).toMatchObject({ value: 60, period: { from: '2024-05-06', to: '2024-05-12' } })
  })
})

describe('why', () => {
  test('what each unit below did adds up to the change', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = figureJson(await figure('binh', AT, { intent: 'why', ...ONLINE, direction: 'down' }))
    // 105 of 200 in week 19, 58 of 200 in week 20.
    expect(told).toMatchObject({ value: 29, change: -23.5 })
    const drivers = told.drivers ?? []
    expect(drivers.map(one => one.unit)).toEqual(['X2', 'X1'])
    expect(drivers.reduce((sum, one) => sum + one.effect, 0)).toBeCloseTo(-23.5, 9)
  })

  test('without units below: what numerator and denominator did', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = figureJson(await figure('an', AT, { intent: 'why', ...ONLINE, direction: 'up' }))
    expect(told).toMatchObject({ change: 20, parts: { numerator: 20, denominator: 0 } })
  })

  test('what holds the level down: those under their own target, by their dossiers', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = figureJson(await figure('binh', AT, { intent: 'why', ...ONLINE, order: 'worst' }))
    // X1: 133 of 300, X2: 160 of 500, both against 50 %: 300·5.67/800 and 500·18/800.
    expect(told.drivers).toEqual([
      { unit: 'X2', effect: expect.closeTo(11.25, 9) },
      { unit: 'X1', effect: expect.closeTo(2.125, 9) },
    ])
  })
})

describe('what if, and what a place would take', () => {
  test('extra dossiers a day come out of those expected', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = await figure('an', AT, { intent: 'what_if', ...ONLINE, assume: { perDay: 5 } })
    // 160 of 300; 300 in 21 days, 42 days to come: 600 at 160/300; (160 + 320 + 210) / 900
    expect(figureJson(told)).toMatchObject({ value_then: 76.67, needed: 380, value: 53.33 })
  })

  test('the value of who stands there now is the goal', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = await figure('an', AT, { intent: 'goal', ...ONLINE, place: 1 })
    // S2 has 170 of 300: 56.67 %; 0.5667 · 900 − 160
    expect(figureJson(told)).toMatchObject({
      place: 1,
      value_needed: 56.67,
      distance: 3.34,
      needed: 351,
      rank: 2,
    })
    expect(told.goal).toMatchObject({ holder: 'S2', reached: false })
  })
})

describe('groups', () => {
  test('are pooled, never a mean of percentages, and set beside each other', async () => {
    const { ask } = await smallProvince(ROWS)
    const group = { kind: null, within: null, kinds: ['department', 'commune'] }
    const told = json(await ask('dung', AT, { intent: 'total', ...ONLINE, group }))
    expect(told).toMatchObject([
      { unit: null, group: { kind: 'department' }, value: 45, numerator: 405, denominator: 900 },
      { unit: null, group: { kind: 'commune' }, value: 36.63, numerator: 293, denominator: 800 },
    ])
  })

  test('of values that were published without counts is none, and those are not in the sum of the others', async () => {
    const published = ['S1,online_rate,2024-W20,,,45', 'S2,online_rate,2024-W20,,,55']
    const asked = { intent: 'total' as const, ...ONLINE, group: DEPARTMENTS }
    const { ask: all } = await smallProvince([...published, 'S3,online_rate,2024-W20,,,35'])
    expect((await all('dung', AT, asked)).figures).toMatchObject([
      { value: null, reason: 'not_measured', uncounted: 3 },
    ])
    const { ask: some } = await smallProvince([...published, ...weeks('S3', 'online_rate', { 20: [3, 10] })])
    expect((await some('dung', AT, asked)).figures).toMatchObject([{ value: 30, numerator: 3, uncounted: 2 }])
    const { ask: none } = await smallProvince([])
    expect((await none('dung', AT, asked)).figures[0]).toMatchObject({ value: null, reason: 'no_data' })
  })

  test('of units that are not all one’s own: the percent, not the counts', async () => {
    const { ask } = await smallProvince(ROWS)
    const told = json(await ask('an', AT, { intent: 'total', ...ONLINE, group: DEPARTMENTS }))
    expect(told).toMatchObject([{ value: 45, numerator: null, denominator: null }])
  })

  test('of units that are seen one by one by nobody else: the common percent; of very few of them, or named: a refusal', async () => {
    const { ask } = await smallProvince(ROWS)
    const total = { intent: 'total', ...ONLINE } as const
    const told = json(await ask('chi', AT, { ...total, group: DEPARTMENTS }))
    expect(told).toMatchObject([{ unit: null, value: 45, numerator: null }])
    const few = { ...DEPARTMENTS, among: ['S1', 'S2'] }
    const refused = { unit: null, value: null, reason: 'not_allowed' }
    expect(json(await ask('chi', AT, { ...total, group: few }))).toMatchObject([refused])
    expect(json(await ask('chi', AT, { ...total, units: ['S1', 'S2'] }))).toMatchObject([refused])
    expect(json(await ask('chi', AT, { intent: 'target', group: DEPARTMENTS }))).toMatchObject([refused])
  })

  test('a list by a margin is in the order of the margin', async () => {
    const { ask } = await smallProvince(ROWS)
    const margin = { indicator: null, measure: 'gap', op: '>', value: -50, to: null } as const
    const { figures } = await ask('dung', AT, {
      intent: 'below',
      ...ONLINE,
      group: DEPARTMENTS,
      conditions: [margin],
    })
    const gaps = figures.map(({ gap }) => gap ?? 0)
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a))
  })

  test('with units left out, several conditions, and a margin', async () => {
    const { ask } = await smallProvince([...ROWS, ...weeks('S3', 'on_time_rate', { 20: [99, 100] })])
    const without = { ...DEPARTMENTS, except: ['S1'] }
    expect(units(await ask('dung', AT, { intent: 'ranking', ...ONLINE, group: without }))).toEqual([
      'S2',
      'S3',
    ])
    const margin = [{ indicator: null, measure: 'gap', op: '>', value: 10, to: null }] as const
    const short = { intent: 'below', ...ONLINE, group: DEPARTMENTS, conditions: [...margin] } as const
    expect(
      units(await ask('dung', AT, { ...short, indicators: ['online_rate'], conditions: [...margin] })),
    ).toEqual(['S3'])
    const both = [
      { indicator: 'online_rate', measure: 'value', op: '<', value: 60, to: null },
      { indicator: 'on_time_rate', measure: 'value', op: '>', value: 90, to: null },
    ] as const
    expect(
      units(await ask('dung', AT, { intent: 'below', ...ONLINE, group: DEPARTMENTS, conditions: [...both] })),
    ).toEqual(['S3'])
  })

  test('go on where a list ended', async () => {
    const { ask } = await smallProvince(ROWS)
    const next = { intent: 'ranking', ...ONLINE, group: DEPARTMENTS, offset: 1, limit: 1 } as const
    expect(units(await ask('dung', AT, { ...next, indicators: ['online_rate'] }))).toEqual(['S1'])
  })
})

describe('data', () => {
  test('are missing by name, with the last day that there is', async () => {
    const { ask } = await smallProvince([...ROWS, ...weeks('X4', 'online_rate', { 18: [1, 2] })])
    const asked = {
      intent: 'missing',
      group: COMMUNES,
      period: period('2024-05-13', '2024-05-19', 'week'),
    } as const
    expect(json(await ask('dung', AT, asked))).toMatchObject([
      { unit: 'X3', reason: 'no_data', data_to: null, indicator: null },
      { unit: 'X4', reason: 'no_data', data_to: '2024-05-05' },
    ])
  })

  test('who has nothing below asks about the peers, as in every list; without a window it is the newest period', async () => {
    const { ask } = await smallProvince([...ROWS, ...weeks('X4', 'online_rate', { 18: [1, 2] })])
    const asked = await ask('an', AT, { intent: 'missing', group: DEPARTMENTS })
    expect([asked.groupSize, asked.matched]).toEqual([4, 1])
    expect(asked.window).toEqual({ from: '2024-05-13', to: '2024-05-19' })
  })

  test('came from a file at a time', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = figureJson(
      await figure('an', AT, {
        intent: 'missing',
        units: ['S1'],
        period: period('2024-05-13', '2024-05-19', 'week'),
      }),
    )
    expect(told).toMatchObject({
      data_to: '2024-05-19',
      file: 'observations-1.csv',
      imported_at: expect.any(String),
    })
  })

  test('of a sum are those of the units below it', async () => {
    const { figure } = await smallProvince(ROWS)
    const week = period('2024-05-13', '2024-05-19', 'week')
    const told = await figure('dung', AT, { intent: 'missing', units: ['P'], period: week })
    expect(figureJson(told)).toMatchObject({
      file: 'observations-1.csv',
      data_to: '2024-05-19',
    })
  })

  test('a stated figure is right or not, beside the right one', async () => {
    const { figure } = await smallProvince(ROWS)
    const asked = { intent: 'verify', ...ONLINE } as const
    const told = async (claimed: number) =>
      figureJson(await figure('an', AT, { ...asked, indicators: ['online_rate'], claimed }))
    expect(await told(53.33)).toMatchObject({ claimed: 53.33, right: true, value: 53.33 })
    expect(await told(60)).toMatchObject({ claimed: 60, right: false, value: 53.33 })
  })

  test('so is a place, and how far a place or a value moved', async () => {
    const { figure } = await smallProvince(ROWS)
    const told = async (claim: object) => {
      const asked = { intent: 'verify', period: period('2024-05-13', '2024-05-19', 'week') } as const
      return (await figure('an', AT, { ...asked, units: ['S1'], indicators: ['online_rate'], ...claim }))
        .claim
    }
    expect(await told({ by: 'place', claimed: 1 })).toEqual({ claimed: 1, right: true })
    expect(await told({ by: 'place', claimed: 2 })).toEqual({ claimed: 2, right: false })
    expect(await told({ by: 'place', direction: 'up', claimed: 1 })).toMatchObject({ right: true })
    expect(await told({ by: 'place', direction: 'down', claimed: 1 })).toMatchObject({ right: false })
    expect(await told({ by: 'value', direction: 'up', claimed: 20 })).toMatchObject({ right: true })
    expect(await told({ by: 'value', direction: 'down', claimed: 20 })).toMatchObject({ right: false })
  })
})

describe('late data', () => {
  test('this week on a Friday is the newest week, for everybody in the reply', async () => {
    const { figure } = await smallProvince(ROWS)
    const asked = { intent: 'value', ...ONLINE, period: period('2024-05-20', '2024-05-26', 'week') } as const
    const told = figureJson(await figure('an', '2024-05-24 10:00', { ...asked, indicators: ['online_rate'] }))
    expect(told).toMatchObject({
      value: 70,
      window: { from: '2024-05-13', to: '2024-05-19' },
      instead_of: { from: '2024-05-20', to: '2024-05-26' },
    })
  })

  test('where half of those that report have come, a unit without a row has no data', async () => {
    const some = ['S1', 'S2', 'X1'].flatMap(unit => weeks(unit, 'online_rate', { 21: [1, 2] }))
    const { figure } = await smallProvince([...ROWS, ...some], { recordedAt: '2024-05-23T08:00+07:00' })
    const asked = { intent: 'value', ...ONLINE, period: period('2024-05-20', '2024-05-26', 'week') } as const
    const told = await figure('dung', '2024-05-24 10:00', {
      ...asked,
      indicators: ['online_rate'],
      units: ['S3'],
    })
    expect(figureJson(told)).toMatchObject({ value: null, reason: 'no_data', window: { from: '2024-05-20' } })
  })

  test('today, where the province reports by week, is the newest week', async () => {
    const { figure } = await smallProvince(ROWS)
    const asked = { intent: 'value', ...ONLINE, period: period('2024-05-19', '2024-05-19') } as const
    const told = figureJson(await figure('an', AT, { ...asked, indicators: ['online_rate'] }))
    expect(told).toMatchObject({ window: { from: '2024-05-13', to: '2024-05-19' }, value: 70 })
  })
})

describe('a province that reports by month', () => {
  const months = ['2024-02', '2024-03', '2024-04'].flatMap((month, i) => [
    `S1,online_rate,${month},${40 + 10 * i},100,`,
    `S2,online_rate,${month},${60 - 10 * i},100,`,
  ])

  test('moves, needs and changes of rank go by its months', async () => {
    const { ask, figure } = await smallProvince(months)
    const rose = await ask('dung', '2024-05-10', {
      intent: 'movers',
      ...ONLINE,
      group: DEPARTMENTS,
      direction: 'up',
    })
    expect(json(rose)).toMatchObject([{ unit: 'S1', change: 10, window: { from: '2024-04-01' } }])
    const need = await figure('an', '2024-05-10', { intent: 'need', ...ONLINE })
    // 200 dossiers in March and April, 61 days to come from 1 May to 30 June; nothing of phase 2 yet.
    expect(figureJson(need)).toMatchObject({ needed: 120, days_left: 51 })
    const rank = await figure('an', '2024-05-10', {
      intent: 'rank',
      ...ONLINE,
      period: period('2024-04-01', '2024-04-30', 'month'),
    })
    expect(figureJson(rank)).toMatchObject({ rank: 1, rank_change: 0, value: 60 })
  })

  test('from the 21st to the 20th: "tháng 4" is that month', async () => {
    const rows = ['S1,online_rate,2024-03-21/2024-04-20,30,100,', 'S1,online_rate,2024-04,99,100,']
    const { figure, db } = await smallProvince(rows)
    await db.write(async ({ settings }) => await settings.set('report_month', '21'))
    const told = await figure('an', '2024-05-10', {
      intent: 'value',
      ...ONLINE,
      period: period('2024-04-01', '2024-04-30', 'month'),
    })
    expect(figureJson(told)).toMatchObject({ value: 30, window: { from: '2024-03-21', to: '2024-04-20' } })
  })
})
