import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/answers/digest-facts.ts'
import { digestWindow, readDigest } from '../../src/answers/read-digest.ts'
import type { DigestKind } from '../../src/core/digest.ts'
import { readingOf } from './scene.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'
import type { Person, SmallProvince } from './small-province.ts'

const places = (figures: Digest['best']) =>
  figures.map(({ unit, value, rank, of }) => [unit, value, rank, of])

async function digestOf(
  { db }: SmallProvince,
  person: Person,
  at: string,
  kind: DigestKind = 'weekly',
): Promise<Digest> {
  return await readDigest(await readingOf(db, momentOf(at), person), kind, false)
}

/** Week 19, then week 20, of each unit. */
const RATES: Record<string, readonly [number, number]> = {
  S1: [50, 70],
  S2: [60, 50],
  S3: [55, 55],
  H1: [40, 45],
  X1: [30, 60],
  X2: [80, 40],
  X4: [20, 20],
}
const ROWS = Object.entries(RATES).flatMap(([unit, [before, now]]) =>
  weeks(unit, 'online_rate', { 19: [before, 100], 20: [now, 100] }),
)
const MONDAY = '2024-05-20 07:30'

describe('the stretch that is reported', () => {
  const phase = {
    campaign: 'C',
    campaignName: 'C',
    phase: '2',
    phaseName: '2',
    from: '2024-04-29',
    to: '2024-06-30',
    document: '',
  }

  test.each([
    { kind: 'daily', today: '2024-05-20', from: '2024-05-19', to: '2024-05-19' },
    { kind: 'weekly', today: '2024-05-20', from: '2024-05-13', to: '2024-05-19' },
    { kind: 'weekly', today: '2024-05-19', from: '2024-05-13', to: '2024-05-19' },
    { kind: 'weekly', today: '2025-01-06', from: '2024-12-30', to: '2025-01-05' },
    { kind: 'monthly', today: '2024-06-01', from: '2024-05-01', to: '2024-05-31' },
    { kind: 'monthly', today: '2024-05-31', from: '2024-05-01', to: '2024-05-31' },
    { kind: 'phase', today: '2024-05-20', from: '2024-04-29', to: '2024-06-30' },
  ] as const)('of a $kind one made on $today is $from to $to', ({ kind, today, from, to }) => {
    expect(digestWindow(kind, today, phase)).toEqual({ from, to })
  })

  test('of a phase, where there is none, is the last week', () => {
    expect(digestWindow('phase', '2024-05-20', null)).toEqual({ from: '2024-05-13', to: '2024-05-19' })
  })
})

describe('the report of a committee', () => {
  test('says how the province stands, who is best and worst, what moved, what is missing', async () => {
    const province = await smallProvince(ROWS)
    const digest = await digestOf(province, 'dung', MONDAY)
    expect(digest).toMatchObject({
      kind: 'weekly',
      unit: 'P',
      day: '2024-05-20',
      window: { from: '2024-05-13', to: '2024-05-19' },
      late: false,
      edge: null,
      mainIndicator: 'online_rate',
      dataTo: '2024-05-19',
    })
    expect(digest.phases.map(({ phase, daysLeft }) => [phase.phase, daysLeft])).toEqual([['2', 41]])
    const [line] = digest.overall
    expect(line).toMatchObject({
      figure: { unit: 'P', indicator: 'online_rate', value: 48.21, rolledUpFrom: 7, rank: 1, of: 1 },
      met: { met: 3, of: 6 },
      change: 0.71,
    })
    expect(places(digest.best)).toEqual([
      ['S1', 60, 1, 7],
      ['X2', 60, 1, 7],
      ['S2', 55, 3, 7],
      ['S3', 55, 3, 7],
      ['X1', 45, 5, 7],
    ])
    expect(places(digest.worst)).toEqual([
      ['X4', 20, 7, 7],
      ['H1', 42.5, 6, 7],
    ])
    expect(digest.rises.map(({ unit, change }) => [unit, change])).toEqual([
      ['X1', 30],
      ['S1', 20],
      ['H1', 5],
    ])
    expect(digest.falls.map(({ unit, change }) => [unit, change])).toEqual([
      ['X2', -40],
      ['S2', -10],
    ])
    expect(digest.gaps).toEqual(['X3'])
  })

  test('names the units that fell below in the stretch', async () => {
    const province = await smallProvince(ROWS)
    await province.db.write(async ({ alerts }) => {
      const add = async (
        unit: string,
        indicator: string,
        day: string,
        state: 'below' | 'recovered' = 'below',
      ) =>
        await alerts.insert({
          unit,
          indicator,
          term: 'C/2',
          state,
          pace: 'behind',
          value: 50,
          expected: 55,
          target: 60,
          episode: 1,
          openedAt: momentOf(day).at,
          changedAt: 0,
          toldAt: null,
          toldState: null,
          newestRow: 0,
          steady: 1,
          damped: false,
          acknowledgedAt: null,
          acknowledgedBy: null,
          snoozedUntil: null,
          explanation: null,
          escalatedAt: null,
        })
      await add('S2', 'online_rate', '2024-05-13 00:10')
      await add('S2', 'on_time_rate', '2024-05-19')
      await add('S3', 'online_rate', '2024-05-12 23:50')
      await add('X1', 'online_rate', '2024-05-15', 'recovered')
    })
    const { newlyBelow } = await digestOf(province, 'dung', MONDAY)
    expect(newlyBelow).toEqual([{ unit: 'S2', indicators: ['online_rate', 'on_time_rate'] }])
  })

  test('at the start and after the end of a phase says so', async () => {
    const province = await smallProvince(ROWS)
    const edges = async (at: string) => {
      const { edge, window, phases } = await digestOf(province, 'dung', at, 'phase')
      return { edge, from: window.from, phases: phases.map(({ phase, state }) => `${phase.phase} ${state}`) }
    }
    expect(await edges('2024-04-29')).toEqual({
      edge: 'end',
      from: '2024-03-04',
      phases: ['1 ended', '2 running'],
    })
    expect(await edges('2024-03-04')).toEqual({ edge: 'start', from: '2024-03-04', phases: ['1 running'] })
    expect(await edges('2024-05-20')).toEqual({ edge: null, from: '2024-04-29', phases: ['2 running'] })
    expect(await edges('2024-07-20')).toEqual({ edge: null, from: '2024-07-08', phases: [] })
  })
})

describe('the report of a leader', () => {
  test('of a unit with nobody below is its own figures, its place and how that changed', async () => {
    const province = await smallProvince(ROWS)
    const digest = await digestOf(province, 'an', MONDAY)
    expect(digest.overall[0]).toMatchObject({
      figure: { unit: 'S1', value: 60, target: 60, met: true, rank: 1, of: 3, rankChange: 2 },
      met: null,
      change: 20,
    })
    expect(digest).toMatchObject({
      unit: 'S1',
      best: [],
      worst: [],
      rises: [],
      falls: [],
      gaps: [],
      unitCount: 0,
    })
  })

  test('of a district is of its communes', async () => {
    const province = await smallProvince(ROWS)
    const digest = await digestOf(province, 'binh', MONDAY)
    expect(digest.best.map(figure => figure.unit)).toEqual(['X2', 'X1'])
    expect(digest).toMatchObject({ unit: 'H1', unitCount: 3, gaps: ['X3'] })
    expect(digest.overall[0]).toMatchObject({ figure: { unit: 'H1', value: 42.5 }, met: { met: 1, of: 2 } })
  })

  test('without a campaign is judged by the targets of the year', async () => {
    const province = await smallProvince(
      ['X1', 'X2', 'X3'].map((unit, i) => `${unit},late_rate,2024-W20,${i},10,`),
      { targets: 'year,kind,indicator,target,document\n2024,commune,late_rate,5,1/KH\n', campaigns: '' },
    )
    const digest = await digestOf(province, 'binh', MONDAY)
    expect(digest.phases).toEqual([])
    expect(digest.overall.find(line => line.figure.indicator === 'late_rate')?.met).toEqual({ met: 1, of: 3 })
  })
})
