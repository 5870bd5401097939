/** Comparisons, progress, alerts, and the intents that carry no figures. */
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../src/ask/question.ts'
import { period } from './questions.ts'
import { STANDING } from './alert-row.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'

describe('a comparison', () => {
  test('has one answer for each unit, in the order asked, with its place', async () => {
    const { ask } = await smallProvince([
      ...weeks('S1', 'online_rate', { 20: [1, 2] }),
      ...weeks('S2', 'online_rate', { 20: [3, 4] }),
    ])
    const { figures } = await ask('dung', '2024-05-19', {
      intent: 'compare',
      indicators: ['online_rate'],
      units: ['S1', 'S2', 'S3'],
    })
    expect(figures.map(({ unit, value, rank, target }) => ({ unit, value, rank, target }))).toEqual([
      { unit: 'S1', value: 50, rank: 2, target: 60 },
      { unit: 'S2', value: 75, rank: 1, target: 55 },
      { unit: 'S3', value: null, rank: null, target: 60 },
    ])
  })

  test('of all indicators goes indicator by indicator', async () => {
    const { ask } = await smallProvince(
      ['S1', 'S2'].flatMap(unit => [`${unit},online_rate,2024-W20,1,2,`, `${unit},late_rate,2024-W20,1,2,`]),
    )
    const { figures } = await ask('dung', '2024-05-19', { intent: 'compare', units: ['S1', 'S2'] })
    expect(figures.map(({ unit, indicator }) => `${indicator} ${unit}`)).toEqual([
      'online_rate S1',
      'online_rate S2',
      'on_time_rate S1',
      'on_time_rate S2',
      'late_rate S1',
      'late_rate S2',
    ])
  })

  test('is in one window for all, that of the phase where any of them has a target', async () => {
    const { ask } = await smallProvince(
      ['S1', 'H1'].flatMap(unit => weeks(unit, 'online_rate', { 2: [1, 10], 20: [5, 10] })),
    )
    const { figures } = await ask('dung', '2024-05-19', {
      intent: 'compare',
      indicators: ['online_rate'],
      units: ['H1', 'S1'],
    })
    expect(figures.map(({ value, window }) => [value, window.from])).toEqual([
      [50, '2024-04-29'],
      [50, '2024-04-29'],
    ])
  })
})

describe('how the campaign stands', () => {
  const rows = [
    ...weeks('S1', 'online_rate', { 10: [60, 100], 20: [70, 100] }),
    ...weeks('S2', 'online_rate', { 10: [10, 100], 20: [54, 100] }),
    ...weeks('S4', 'online_rate', { 20: [0, 100] }),
    ...weeks('X1', 'online_rate', { 20: [55, 100] }),
  ]

  test('is its phases, the days that are left, and how many units have met their target', async () => {
    const { ask } = await smallProvince(rows)
    const { phases, figures } = await ask('dung', '2024-05-19', { intent: 'progress' })
    expect(figures).toEqual([])
    expect(phases.map(({ phase, ...rest }) => ({ code: phase.phase, ...rest }))).toEqual([
      {
        code: '1',
        state: 'ended',
        day: 56,
        days: 56,
        daysLeft: 0,
        met: [{ indicator: 'online_rate', met: 1, of: 2 }],
      },
      {
        code: '2',
        state: 'running',
        day: 21,
        days: 63,
        daysLeft: 42,
        met: [{ indicator: 'online_rate', met: 2, of: 3 }],
      },
    ])
  })

  test("counts only the asker's units", async () => {
    const { ask } = await smallProvince(rows)
    const metOf = async (person: 'an' | 'binh') =>
      (
        await ask(person, '2024-05-19', { intent: 'progress', period: period('2024-04-29', '2024-06-30') })
      ).phases.map(({ phase, met }) => ({ code: phase.phase, met }))
    expect(await metOf('an')).toEqual([{ code: '2', met: [{ indicator: 'online_rate', met: 1, of: 1 }] }])
    expect(await metOf('binh')).toEqual([{ code: '2', met: [{ indicator: 'online_rate', met: 1, of: 1 }] }])
  })

  test('before it begins and after it has ended', async () => {
    const { ask } = await smallProvince(rows)
    const states = async (at: string) =>
      (await ask('dung', at, { intent: 'progress' })).phases.map(({ state, day, daysLeft }) => [
        state,
        day,
        daysLeft,
      ])
    expect(await states('2024-02-01')).toEqual([
      ['not_started', 0, 56],
      ['not_started', 0, 63],
    ])
    expect(await states('2024-07-10')).toEqual([
      ['ended', 56, 0],
      ['ended', 63, 0],
    ])
  })

  test('is nothing where there is no campaign', async () => {
    const { ask } = await smallProvince(rows, { campaigns: '', targets: '' })
    expect((await ask('dung', '2024-05-19', { intent: 'progress' })).phases).toEqual([])
  })
})

describe('alerts', () => {
  test('are those that stand, the own unit first, then the farthest from its target', async () => {
    const { ask, db } = await smallProvince([])
    const openedAt = momentOf('2024-05-06 23:30').at
    await db.write(async ({ alerts }) => {
      const add = async (
        unit: string,
        value: number,
        more: { indicator?: string; state?: 'recovered' } = {},
      ) =>
        await alerts.insert({
          ...STANDING,
          indicator: 'online_rate',
          state: 'below',
          unit,
          value,
          target: 60,
          openedAt,
          acknowledgedAt: unit === 'X1' ? openedAt : null,
          ...more,
        })
      await add('X1', 40)
      await add('X2', 30)
      await add('H1', 50)
      await add('H1', 20, { indicator: 'on_time_rate' })
      await add('X3', 70, { state: 'recovered' })
      await add('S1', 10)
    })
    const { alerts } = await ask('binh', '2024-05-19', { intent: 'alerts' })
    expect(alerts.map(({ unit, indicator }) => `${unit} ${indicator}`)).toEqual([
      'H1 on_time_rate',
      'H1 online_rate',
      'X2 online_rate',
      'X1 online_rate',
    ])
    expect(alerts[3]).toEqual({
      unit: 'X1',
      indicator: 'online_rate',
      state: 'below',
      pace: 'behind',
      value: 40,
      target: 60,
      expected: 55,
      since: '2024-05-06',
      term: 'C/2',
      acknowledged: true,
      explanation: null,
    })
    const named = await ask('binh', '2024-05-19', { intent: 'alerts', indicators: ['on_time_rate'] })
    expect(named.alerts.map(alert => alert.value)).toEqual([20])
  })
})

test.each<Intent>(['define', 'report', 'subscribe', 'unsubscribe', 'help', 'greeting', 'clarify', 'unknown'])(
  '"%s" carries no figures, only up to which day there are any',
  async intent => {
    const { ask } = await smallProvince(weeks('S1', 'online_rate', { 20: [1, 2], 21: [1, 2] }))
    expect(await ask('an', '2024-05-20', { intent })).toMatchObject({
      figures: [],
      phases: [],
      alerts: [],
      dataTo: '2024-05-19',
    })
  },
)
