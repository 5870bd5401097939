import { describe, expect, test } from 'vitest'
import { period } from './questions.ts'
import type { Asked } from './questions.ts'
import { smallProvince, weeks } from './small-province.ts'

const PHASE_1 = period('2024-03-04', '2024-04-28')
const PHASE_2 = period('2024-04-29', '2024-06-30')

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

describe('what was assigned', () => {
  test('to each of a kind: what the asker may see of it', async () => {
    const { ask } = await smallProvince(S1)
    const group = { kind: 'department', within: null } as const
    const { figures: all } = await ask('dung', '2024-05-19', online('target', { group }))
    expect(
      all.filter(figure => figure.target !== null).map(({ unit, target }) => [unit, target]),
    ).toContainEqual(['S2', 55])
    expect(all.every(figure => figure.unit.startsWith('S'))).toBe(true)
  })

  test('is the target of the running phase, by whose document, beside the value so far', async () => {
    const { figure } = await smallProvince(S1)
    expect(await figure('an', '2024-05-19', { intent: 'target' })).toMatchObject({
      indicator: 'online_rate',
      window: { from: '2024-04-29', to: '2024-05-19' },
      target: 60,
      document: '1/KH',
      value: 50,
    })
  })

  test("is the unit's own row rather than the rule for its kind", async () => {
    const { figure } = await smallProvince(S1)
    expect(await figure('dung', '2024-05-19', online('target', { units: ['S2'] }))).toMatchObject({
      target: 55,
      document: '2/QĐ',
      value: null,
      reason: 'no_data',
    })
  })

  test('of a phase that is over, or has not begun', async () => {
    const { figure } = await smallProvince(S1)
    expect(await figure('an', '2024-05-19', online('target', { period: PHASE_1 }))).toMatchObject({
      window: { from: '2024-03-04', to: '2024-04-28' },
      target: 50,
      value: 40,
    })
    expect(await figure('an', '2024-04-10', online('target', { period: PHASE_2 }))).toMatchObject({
      window: { from: '2024-04-29', to: '2024-04-29' },
      target: 60,
      value: null,
    })
  })

  test('of the phase in which a named week ends, and of the year outside of phases', async () => {
    const { figure } = await smallProvince(S1)
    const week15 = period('2024-04-08', '2024-04-14', 'week')
    expect(await figure('an', '2024-05-19', online('target', { period: week15 }))).toMatchObject({
      target: 50,
    })
    expect(await figure('an', '2024-07-10', { intent: 'target' })).toMatchObject({
      indicator: 'on_time_rate',
      target: 95,
      document: '3/QĐ',
    })
  })

  test('to an exempted unit is nothing, and to one that nobody thought of neither', async () => {
    const { figure } = await smallProvince([...S1, ...weeks('S4', 'online_rate', { 20: [1, 2] })])
    const none = { target: null, document: null, gap: null, met: null }
    expect(await figure('dung', '2024-05-19', online('target', { units: ['S4'] }))).toMatchObject({
      ...none,
      value: 50,
      reason: 'exempt',
    })
    expect(await figure('binh', '2024-05-19', { intent: 'target' })).toMatchObject({
      ...none,
      indicator: 'online_rate',
      value: null,
      reason: 'no_data',
    })
  })
})

describe('how far it is', () => {
  test('is on track above the line from the previous phase to the target', async () => {
    const { figure } = await smallProvince(S1)
    // 21 of 63 days: 40 + 20 · 21/63
    expect(await figure('an', '2024-05-19', online('gap'))).toMatchObject({
      value: 50,
      gap: 10,
      met: false,
      pace: { state: 'on_track', expected: 46.67 },
    })
  })

  test('is behind under the line', async () => {
    const { figure } = await smallProvince(S1)
    // 7 of 63 days: 40 + 20 · 7/63; 14 of 63 days: 44.44
    expect(await figure('an', '2024-05-05', online('gap'))).toMatchObject({
      value: 40,
      pace: { state: 'behind', expected: 42.22 },
    })
    expect(await figure('an', '2024-05-12', online('gap'))).toMatchObject({
      value: 45,
      pace: { state: 'on_track', expected: 44.44 },
    })
  })

  test('starts from the year before, in a first phase', async () => {
    const rows = ['S1,online_rate,2023,,,30,', ...weeks('S1', 'online_rate', { 10: [33, 100] })]
    const { figure } = await smallProvince(rows)
    // 7 of 56 days: 30 + 20 · 7/56
    expect(await figure('an', '2024-03-10', online('gap'))).toMatchObject({
      pace: { state: 'on_track', expected: 32.5 },
    })
  })

  test('is flat at the target without any earlier value, or with one that met it', async () => {
    const { figure } = await smallProvince([
      ...weeks('S3', 'online_rate', { 18: [59, 100] }),
      ...weeks('S2', 'online_rate', { 17: [90, 100], 18: [54, 100] }),
    ])
    expect(await figure('dung', '2024-05-05', online('gap', { units: ['S3'] }))).toMatchObject({
      pace: { state: 'behind', expected: 60 },
    })
    expect(await figure('dung', '2024-05-05', online('gap', { units: ['S2'] }))).toMatchObject({
      pace: { state: 'behind', expected: 55 },
    })
  })

  test('is met at the target', async () => {
    const { figure } = await smallProvince(weeks('S1', 'online_rate', { 18: [60, 100] }))
    expect(await figure('an', '2024-05-05', online('gap'))).toMatchObject({
      gap: 0,
      met: true,
      pace: { state: 'met' },
    })
  })

  test('has a pace within the year too', async () => {
    const { figure } = await smallProvince([
      'S1,on_time_rate,2023,,,90,',
      ...weeks('S1', 'on_time_rate', { 20: [93, 100] }),
    ])
    const asked: Asked = {
      intent: 'gap',
      indicators: ['on_time_rate'],
      period: period('2024-01-01', '2024-12-31'),
    }
    // The figures reach 19 May, day 140 of 366: 90 + 5 · 140/366
    expect(await figure('an', '2024-07-05', asked)).toMatchObject({
      gap: 2,
      pace: { state: 'on_track', expected: 91.91 },
    })
  })

  test('has no pace without a target or a value', async () => {
    const { figure } = await smallProvince(weeks('H1', 'online_rate', { 20: [1, 2] }))
    expect((await figure('binh', '2024-05-19', online('gap'))).pace).toBeUndefined()
    expect((await figure('an', '2024-05-19', online('gap'))).pace).toBeUndefined()
  })
})
