import { expect, test } from 'vitest'
import type { Figure } from '../../src/answers/answer.ts'
import { readDigestTable } from '../../src/answers/digest-table.ts'
import { readDigest } from '../../src/answers/read-digest.ts'
import { readingOf } from './scene.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'
import type { Person, SmallProvince } from './small-province.ts'

const MONDAY = '2024-05-20 07:30'
const RATES: Record<string, readonly [number, number]> = {
  S1: [70, 100],
  S2: [60, 100],
  S3: [70, 100],
  S4: [10, 100],
  H1: [40, 100],
  X1: [30, 100],
  X2: [80, 100],
  X4: [0, 0],
  XCU: [1, 2],
}
/** Of week 20; of the unit that is dissolved by then, of a week of its own time. */
const ROWS = Object.entries(RATES).flatMap(([unit, counts]) =>
  weeks(unit, 'online_rate', { [unit === 'XCU' ? 12 : 20]: counts }),
)

async function tableOf({ db }: SmallProvince, person: Person): Promise<Figure[]> {
  const reading = await readingOf(db, momentOf(MONDAY), person)
  const rows = await readDigestTable(reading, await readDigest(reading, { kind: 'weekly', late: false }))
  return rows.map(row => row.figure)
}

const lines = (figures: readonly Figure[]) =>
  figures.map(one =>
    [one.unit, one.value, one.target, one.met, one.rank, one.of, one.dataTo, one.reason].join(' '),
  )

test('of a committee: every unit that exists, with its place among its peers, or why there is no value', async () => {
  const figures = await tableOf(await smallProvince(ROWS), 'dung')
  expect(new Set(figures.map(figure => figure.indicator))).toEqual(new Set(['online_rate']))
  expect(lines(figures)).toEqual([
    'S1 70 60 true 1 4 2024-05-19 ',
    'S2 60 55 true 3 4 2024-05-19 ',
    'S3 70 60 true 1 4 2024-05-19 ',
    'S4 10   4 4 2024-05-19 exempt',
    'H1 40   1 1 2024-05-19 not_assigned',
    'X1 30 50 false 2 2 2024-05-19 ',
    'X2 80 50 true 1 2 2024-05-19 ',
    'X3  50     no_data',
    'H2      2024-05-19 no_dossiers',
    'X4  50    2024-05-19 no_dossiers',
  ])
})

test('of a district: its communes, placed among all communes of the province', async () => {
  const rows = [
    ...ROWS.filter(row => !row.startsWith('X4,')),
    ...weeks('X4', 'online_rate', { 20: [90, 100] }),
  ]
  const figures = await tableOf(await smallProvince(rows), 'binh')
  expect(figures.map(({ unit, rank, of }) => [unit, rank, of])).toEqual([
    ['X1', 3, 3],
    ['X2', 2, 3],
    ['X3', null, null],
  ])
})

test('of a unit with nobody below: its own figures', async () => {
  const figures = await tableOf(await smallProvince(ROWS), 'an')
  expect(lines(figures)).toEqual(['S1 70 60 true 1 4 2024-05-19 '])
})

test('says of every unit what its own answer says', async () => {
  const codes = ['S1', 'S2', 'S3', 'X1', 'X2', 'X4', 'H1']
  const rows = codes.flatMap((unit, at) =>
    ['online_rate', 'late_rate', 'on_time_rate'].flatMap((indicator, by) =>
      weeks(unit, indicator, { 19: [at * by, 40], 20: [(at * 7 + by * 5) % 30, 30] }),
    ),
  )
  const province = await smallProvince(rows, {
    campaigns: '',
    targets: 'year,unit,kind,indicator,target,document,except\n2024,,commune,late_rate,20,1/KH,\n',
  })
  const figures = await tableOf(province, 'dung')
  expect(figures).toHaveLength(50)
  for (const figure of figures) {
    const { unit, indicator } = figure
    const own = await province.figure('dung', MONDAY, {
      intent: 'rank',
      units: [unit],
      indicators: [indicator],
      period: { from: '2024-05-13', to: '2024-05-19', shape: 'week' },
    })
    const { rankChange: _, rankSince: __, ...said } = own
    expect(figure).toMatchObject({ ...said, rankChange: null })
  }
})
