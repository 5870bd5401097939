import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/stores/database.ts'
import { prepared, tempDatabase } from '../db/temp-database.ts'
import { accept, figures, INDICATORS, refuse, UNITS } from './small-province.ts'

/** A second district with a commune and a town of the same names as in the first. */
const MORE = `code,name,short_name,kind,parent,aliases
H2,Huyện Chư Pưh,Chư Pưh,district,P,
X3,Xã Ia Pal,Ia Pal,commune,H2,
X4,Xã Ia Le,Ia Le,commune,H2,
`
let made: string
beforeAll(async () => {
  made = await prepared(async db => {
    await accept(db, 'units', UNITS)
    await accept(db, 'units', MORE)
    await accept(db, 'indicators', INDICATORS)
  })
})
const open = (): { db: Database; path: string } => tempDatabase(made)

const HEAD = 'Tháng 5/2024;;;;\nSTT;Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\n'
const MAY = '2024-05-01/2024-05-31'

test('the district above tells which of two communes of one name is meant, in figures and people', async () => {
  const { db } = open()
  const rows = [
    'I;HUYỆN CHƯ SÊ;;;',
    '1;Xã Ia Pal;9;6;3',
    'II;II. Huyện Chư Pưh;;;',
    '1;Xã Ia Pal;8;2;6',
    '2;Ia Le;5;5;0',
  ]
  const { notes } = await accept(db, 'observations', HEAD + rows.join('\n'))
  expect(await figures(db)).toEqual([
    `X2 online_rate ${MAY} 6/9`,
    `X3 online_rate ${MAY} 2/8`,
    `X4 online_rate ${MAY} 5/5`,
  ])
  const said = notes.filter(({ code }) => code === 'under_heading').map(({ line }) => line)
  expect(said).toEqual([4, 6])
  const people = ['I;Huyện Chư Pưh;;', '1;Lê Thị Na;Chủ tịch;Xã Ia Pal'].join('\n')
  await accept(db, 'members', `STT;Họ và tên;Chức vụ;Đơn vị\n${people}`)
  expect((await db.read.catalog.get()).members).toMatchObject([{ name: 'Lê Thị Na', unit: 'X3' }])
})

test('so does a district in a column before, merged over its communes', async () => {
  const { db } = open()
  const rows = ['Huyện Chư Pưh;Xã Ia Pal;8;2;6', ';Xã Ia Le;5;5;0', 'Huyện Chư Sê;Xã Ia Pal;9;6;3']
  await accept(
    db,
    'observations',
    `Tháng 5/2024;;;;\nHuyện;Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\n${rows.join('\n')}`,
  )
  expect(await figures(db)).toEqual([
    `X2 online_rate ${MAY} 6/9`,
    `X3 online_rate ${MAY} 2/8`,
    `X4 online_rate ${MAY} 5/5`,
  ])
})

test.each([
  ['no heading', []],
  ['a heading that is no district', ['I;Các xã, phường;;;']],
  ['a heading with other marks', ['I;Huyện Chu Sê;;;']],
])('%s tells nothing: both are named', async (_what, heading) => {
  const problems = await refuse(open(), 'observations', HEAD + [...heading, '1;Xã Ia Pal;9;6;3'].join('\n'))
  expect(problems.map(({ code }) => code)).toEqual(['ambiguous_unit'])
})

test.each(['(sáp nhập từ xã Ia Le)', '(trước đây là Xã Ia Ko, Ia Hla)', '(Hợp nhất Sở Tài chính)'])(
  'what a unit was before, behind its name, is left out and said: %s',
  async history => {
    const { db } = open()
    const { notes } = await accept(db, 'observations', `${HEAD}1;Sở Y tế ${history};9;6;3`)
    expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 6/9`])
    expect(notes.filter(({ code }) => code === 'footnote_mark')).toHaveLength(1)
  },
)

test('a row of the district that sums up its communes is named and not booked; one with other counts is its own', async () => {
  const { db } = open()
  const communes = ['1;Xã Ia Pal;8;2;6', '2;Xã Ia Le;5;5;0']
  const summed = ['I;Huyện Chư Pưh;13;7;6', ...communes, ';Tổng cộng;13;7;6']
  const { notes, warnings } = await accept(db, 'observations', HEAD + summed.join('\n'))
  const booked = [`X3 online_rate ${MAY} 2/8`, `X4 online_rate ${MAY} 5/5`]
  expect(await figures(db)).toEqual(booked)
  const totals = notes.find(({ code }) => code === 'note_totals')
  expect(totals?.params).toMatchObject({ count: 2, lines: expect.stringContaining('3 “Huyện Chư Pưh”') })
  expect(warnings.filter(({ code }) => code === 'total_differs')).toEqual([])
  const own = ['Huyện Chư Pưh;14;7;7', ...communes.map(row => row.slice(2))]
  await accept(
    db,
    'observations',
    `Tháng 5/2024;;;\nTên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\n${own.join('\n')}`,
  )
  expect(await figures(db)).toEqual([`H2 online_rate ${MAY} 7/14`, ...booked])
})

const inWide = (own: string, place: 'above' | 'below') => {
  const communes = ['Xã Ia Pal;80;20;60', 'Xã Ia Le;50;50;0']
  const rows = place === 'above' ? [own, ...communes] : [...communes, own]
  return `Tháng 5/2024;;;\nTên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\nHuyện Chư Pưh;;;\n${rows.join('\n')}`
}

test.each(['above', 'below'] as const)('a sum that stands %s its rows is none of the unit', async place => {
  const { db } = open()
  const { notes } = await accept(db, 'observations', inWide('Huyện Chư Pưh;130;70;60', place))
  expect(await figures(db)).toEqual([`X3 online_rate ${MAY} 20/80`, `X4 online_rate ${MAY} 50/50`])
  expect(notes.map(({ code }) => code)).toContain('note_totals')
})

test('a sum with a slip in one of its cells refuses the file with both numbers; beside one that is equal it is doubted', async () => {
  const problems = await refuse(open(), 'observations', inWide('Huyện Chư Pưh;130;71;60', 'above'))
  expect(problems).toMatchObject([
    {
      code: 'subtotal_differs',
      line: 4,
      column: 'Trực tuyến',
      params: { own: 71, sum: 70, equal: 2, of: 3 },
    },
  ])
  const { db } = open()
  const { warnings } = await accept(db, 'observations', inWide('Huyện Chư Pưh;131;71;60', 'below'))
  expect(warnings.filter(({ code }) => code === 'subtotal_doubted')).toMatchObject([
    { line: 6, column: 'Trực tuyến', params: { own: 71, sum: 70 } },
  ])
  const near = await accept(db, 'observations', inWide('Huyện Chư Pưh;131;71;61', 'below'))
  expect(near.warnings.filter(({ code }) => code === 'subtotal_near')).toMatchObject([
    { line: 6, params: { own: 71, sum: 70 } },
  ])
  const own = await accept(db, 'observations', inWide('Huyện Chư Pưh;400;300;100', 'above'))
  expect(own.warnings.filter(({ code }) => code.startsWith('subtotal'))).toEqual([])
})

const ofMonth = (unit: string, month: number, counts: string) =>
  `${unit};Hồ sơ trực tuyến;Tháng ${month}/2024;${counts}`

test('in a long table the sum is of the same indicator and period', async () => {
  const { db } = open()
  const rows = [
    ofMonth('Huyện Chư Pưh', 5, '70;130'),
    ofMonth('Huyện Chư Pưh', 6, '70;130'),
    ofMonth('Xã Ia Pal', 5, '20;80'),
    ofMonth('Ia Le', 5, '50;50'),
  ].map(text => text.replace('Xã Ia Pal', 'X3'))
  await accept(db, 'observations', `Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\n${rows.join('\n')}`)
  expect(await figures(db)).toEqual([
    'H2 online_rate 2024-06-01/2024-06-30 70/130',
    `X3 online_rate ${MAY} 20/80`,
    `X4 online_rate ${MAY} 50/50`,
  ])
})
