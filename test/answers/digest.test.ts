import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/answers/digest-facts.ts'
import { digestWindow } from '../../src/answers/digest-window.ts'
import { readDigest } from '../../src/answers/read-digest.ts'
import type { DigestKind } from '../../src/core/digest.ts'
import type { Rhythm } from '../../src/core/rhythm.ts'
import { readingOf } from './scene.ts'
import { STANDING } from './alert-row.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'
import type { Person, SmallProvince } from './small-province.ts'

const places = ({ leagues }: Digest) =>
  leagues.map(({ kind, figures }) => [
    kind,
    ...figures.map(({ unit, value, rank }) => `${rank} ${unit} ${value}`),
  ])

async function digestOf(
  { db }: SmallProvince,
  person: Person,
  at: string,
  kind: DigestKind = 'weekly',
): Promise<Digest> {
  return await readDigest(await readingOf(db, momentOf(at), person), { kind, late: false })
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
const WEEKS: Rhythm = { every: 'week', monthStart: 1 }

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
    expect(digestWindow(kind, { today, phase, rhythm: WEEKS })).toEqual({ from, to })
  })

  test('of a phase, where there is none, is the last week', () => {
    expect(digestWindow('phase', { today: '2024-05-20', phase: null, rhythm: WEEKS })).toEqual({
      from: '2024-05-13',
      to: '2024-05-19',
    })
  })

  test('of a province that reports from the 21st to the 20th is its month, also for the weekly one', () => {
    const months: Rhythm = { every: 'month', monthStart: 21 }
    const of = (kind: DigestKind, today: string) => digestWindow(kind, { today, phase: null, rhythm: months })
    expect(of('monthly', '2024-06-01')).toEqual({ from: '2024-04-21', to: '2024-05-20' })
    expect(of('weekly', '2024-06-03')).toEqual({ from: '2024-04-21', to: '2024-05-20' })
    expect(of('monthly', '2024-05-20')).toEqual({ from: '2024-04-21', to: '2024-05-20' })
  })
})

describe('the report of a committee', () => {
  test('says how the province stands in the week, who is best and worst, what moved, what is missing', async () => {
    const province = await smallProvince(ROWS)
    const digest = await digestOf(province, 'dung', MONDAY)
    expect(digest).toMatchObject({
      kind: 'weekly',
      unit: 'P',
      day: '2024-05-20',
      window: { from: '2024-05-13', to: '2024-05-19' },
      late: false,
      insteadOf: null,
      edge: null,
      dataTo: '2024-05-19',
    })
    expect(digest.phases.map(({ phase, daysLeft }) => [phase.phase, daysLeft])).toEqual([['2', 41]])
    const [line] = digest.lines
    expect(line).toMatchObject({
      figure: { unit: 'P', indicator: 'online_rate', value: 48.57, rolledUpFrom: 7 },
      toDate: { value: 48.21, window: { from: '2024-04-29', to: '2024-05-19' } },
      met: { met: 2, of: 6 },
      change: 0.71,
    })
    expect(places(digest)).toEqual([
      ['department', '1 S1 70', '2 S3 55', '3 S2 50'],
      ['district', '1 H1 45'],
      ['commune', '1 X1 60', '2 X2 40', '3 X4 20'],
    ])
    expect(digest.moved.map(({ unit, change }) => [unit, change])).toEqual([
      ['X1', 30],
      ['S1', 20],
      ['H1', 5],
      ['S2', -10],
      ['X2', -40],
    ])
    expect(digest.recovered).toEqual([{ unit: 'S1', indicators: ['online_rate'] }])
    expect(digest.fallen).toEqual([])
    expect(digest.gaps).toEqual(['X3'])
  })

  test('names the units that fell below in the stretch, by the phase to date, and only in that one', async () => {
    const rows = weeks('S1', 'online_rate', { 18: [70, 100], 19: [65, 100], 20: [20, 100], 21: [10, 100] })
    const province = await smallProvince(rows)
    const fallen = async (at: string) => (await digestOf(province, 'dung', at)).fallen
    expect(await fallen('2024-05-13 07:30')).toEqual([])
    expect(await fallen(MONDAY)).toEqual([{ unit: 'S1', indicators: ['online_rate'] }])
    expect(await fallen('2024-05-27 07:30')).toEqual([])
  })

  test('of a month is the month, with the phase to its end beside it', async () => {
    const rows = weeks('S1', 'online_rate', { 10: [10, 100], 14: [20, 100], 15: [60, 100], 19: [90, 100] })
    const digest = await digestOf(await smallProvince(rows), 'dung', '2024-05-01 07:30', 'monthly')
    expect(digest.window).toEqual({ from: '2024-04-01', to: '2024-04-30' })
    expect(digest.lines[0]).toMatchObject({ figure: { value: 40 }, change: 30 })
  })

  test('tells of a week that came late, and of a figure put right, once and no more', async () => {
    const rows = weeks('S1', 'online_rate', { 18: [90, 100], 19: [90, 100] })
    const province = await smallProvince(
      [...rows, ...weeks('S3', 'online_rate', { 18: [50, 100], 19: [90, 100] })],
      {
        recordedAt: '2024-05-13T06:00+07:00',
      },
    )
    // The day after the digest of week 19 both of its figures are put right: both units were under their targets.
    await province.add('2024-05-14 09:00', [
      ...weeks('S1', 'online_rate', { 19: [10, 100] }),
      ...weeks('S3', 'online_rate', { 19: [60, 100] }),
    ])
    const turned = async (at: string) => {
      const { fallen, recovered } = await digestOf(province, 'dung', at)
      return { fallen: fallen.map(one => one.unit), recovered: recovered.map(one => one.unit) }
    }
    await province.add('2024-05-20 06:00', weeks('S1', 'online_rate', { 20: [50, 100] }))
    expect(await turned('2024-05-20 07:30')).toEqual({ fallen: ['S1', 'S3'], recovered: [] })
    await province.add('2024-05-27 06:00', weeks('S1', 'online_rate', { 21: [50, 100] }))
    expect(await turned('2024-05-27 07:30')).toEqual({ fallen: [], recovered: [] })
  })

  test('lists the alerts that stand, with what was answered', async () => {
    const province = await smallProvince(ROWS)
    await province.db.write(async ({ alerts }) => {
      const base = {
        ...STANDING,
        state: 'below' as const,
        target: 60,
        indicator: 'online_rate',
        acknowledgedAt: null,
        openedAt: momentOf('2024-05-13 00:10').at,
      }
      await alerts.insert({ ...base, unit: 'S1', value: 50 })
      await alerts.insert({
        ...base,
        unit: 'S2',
        value: 40,
        explanation: 'Mất điện',
        escalatedAt: 5,
      })
      await alerts.insert({ ...base, unit: 'S3', value: 30, escalatedAt: 5 })
      await alerts.insert({ ...base, unit: 'X1', value: 20, acknowledgedAt: 5 })
    })
    const { alerts } = await digestOf(province, 'dung', MONDAY)
    expect(alerts.map(one => `${one.unit} ${one.state} ${one.since} ${one.written[0]?.text ?? '-'}`)).toEqual(
      [
        'X1 acknowledged 2024-05-13 -',
        'S3 overdue 2024-05-13 -',
        'S2 explained 2024-05-13 Mất điện',
        'S1 open 2024-05-13 -',
      ],
    )
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

/** Figures of a week, which come on the Tuesday after it, at nine. */
async function come({ add }: SmallProvince, week: number, tuesday: string, ofX1: number): Promise<void> {
  await add(`${tuesday} 09:00`, [
    ...weeks('X1', 'online_rate', { [week]: [ofX1, 100] }),
    ...weeks('X2', 'online_rate', { [week]: [60, 100] }),
  ])
}

/** What is reported, what was due, who fell, how values moved. */
async function reported(province: SmallProvince, at: string, kind: DigestKind = 'weekly') {
  const { window, insteadOf, fallen, moved } = await digestOf(province, 'dung', at, kind)
  const change = moved.map(one => one.change)
  return [window.from, insteadOf?.from ?? null, fallen.map(one => one.unit), change]
}

describe('figures that come after the report is due', () => {
  test('each week is reported once, on the Monday after it has come, and what was due is named', async () => {
    const province = await smallProvince([])
    await come(province, 18, '2024-05-07', 70)
    expect(await reported(province, '2024-05-13 07:30')).toEqual(['2024-04-29', '2024-05-06', [], []])
    await come(province, 19, '2024-05-14', 10)
    expect(await reported(province, '2024-05-14 10:00')).toEqual(['2024-05-06', null, ['X1'], [-60]])
    expect(await reported(province, '2024-05-20 07:30')).toEqual(['2024-05-06', '2024-05-13', ['X1'], [-60]])
    expect(await reported(province, '2024-05-21 07:30', 'daily')).toEqual([
      '2024-05-06',
      '2024-05-20',
      ['X1'],
      [-60],
    ])
    await come(province, 20, '2024-05-21', 10)
    expect(await reported(province, '2024-05-27 07:30')).toEqual(['2024-05-13', '2024-05-20', [], []])
  })

  test('a month of which nothing has come is told by the one before; without any figures it is as it is', async () => {
    const province = await smallProvince([])
    await come(province, 20, '2024-05-21', 10)
    const [month, due] = await reported(province, '2024-07-01 07:30', 'monthly')
    expect([month, due]).toEqual(['2024-05-01', '2024-06-01'])
    const none = await digestOf(await smallProvince([]), 'dung', MONDAY)
    expect([none.window.from, none.insteadOf]).toEqual(['2024-05-13', null])
  })
})

describe('the report of a leader', () => {
  test('of a unit with nobody below is its own figures, its place and how that changed', async () => {
    const province = await smallProvince(ROWS)
    const digest = await digestOf(province, 'an', MONDAY)
    expect(digest.lines[0]).toMatchObject({
      figure: { unit: 'S1', value: 70, target: 60, met: true, rank: 1, of: 3 },
      toDate: { value: 60, met: true },
      met: null,
      change: 20,
    })
    expect(digest).toMatchObject({ unit: 'S1', leagues: [], moved: [], gaps: [], unitCount: 0, behind: null })
  })

  test('of a district is of its communes', async () => {
    const province = await smallProvince(ROWS)
    const digest = await digestOf(province, 'binh', MONDAY)
    expect(places(digest)).toEqual([['commune', '1 X1 60', '2 X2 40']])
    expect(digest).toMatchObject({ unit: 'H1', unitCount: 3, gaps: ['X3'] })
    expect(digest.lines[0]).toMatchObject({ figure: { unit: 'H1', value: 45 }, met: { met: 1, of: 2 } })
  })

  test('without a campaign is judged by the targets of the year', async () => {
    const province = await smallProvince(
      ['X1', 'X2', 'X3'].map((unit, i) => `${unit},late_rate,2024-W20,${i},10,`),
      { targets: 'year,kind,indicator,target,document\n2024,commune,late_rate,5,1/KH\n', campaigns: '' },
    )
    const digest = await digestOf(province, 'binh', MONDAY)
    expect(digest.phases).toEqual([])
    expect(digest.lines.find(line => line.figure.indicator === 'late_rate')?.met).toEqual({ met: 1, of: 3 })
  })
})
