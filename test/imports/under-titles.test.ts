import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { prepared, tempDatabase } from '../db/temp-database.ts'
import { accept, AT, figures, INDICATORS, refuse, UNITS } from './small-province.ts'

/** Two more districts, each with a commune of a name that the first one has. */
const MORE = `code,name,short_name,kind,parent,aliases
H2,Thị xã An Khê,An Khê,district,P,
X3,Xã Ia Pal,Ia Pal,commune,H2,
X4,Xã Ia Le,Ia Le,commune,H2,
H3,Huyện Ia Grai,Ia Grai,district,P,
X5,Xã Ia Le,Ia Le,commune,H3,
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
const bookedOn = async (db: Database) => (await figures(db)).map(each => each.split(' ')[0])

const table = (title: string, rows = '1;Xã Ia Pal;9;6;3') =>
  `${title};;;;\nTháng 5/2024;;;;\nSTT;Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\n${rows}`

test.each([
  ['UBND THỊ XÃ AN KHÊ', 'X3', 'Thị xã An Khê'],
  ['Kết quả của các xã, phường thuộc TX. An Khê (tháng 5)', 'X3', 'Thị xã An Khê'],
  ['HỒ SƠ CÁC XÃ THUỘC HUYỆN CHƯ SÊ', 'X2', 'Huyện Chư Sê'],
  ['UBND TỈNH MẪU;UBND H. CHƯ SÊ', 'X2', 'Huyện Chư Sê'],
])('%s above the table tells which commune of two is meant: %s', async (title, code, unit) => {
  const { db } = open()
  const { notes } = await accept(db, 'observations', table(title))
  expect(await bookedOn(db)).toEqual([code])
  expect(notes.filter(each => each.code === 'under_title')).toMatchObject([{ line: 4, params: { unit } }])
})

test.each([
  ['UBND TỈNH MẪU'],
  ['Huyện Chư Sê và thị xã An Khê'],
  ['Chư Sê, ngày 3 tháng 6 năm 2024'],
  ['UBND HUYỆN IA GRAI'],
  ['Các xã của thị xã Ấn Khê'],
])('%s tells nothing: both are named', async title => {
  const problems = await refuse(open(), 'observations', table(title))
  expect(problems.map(({ code }) => code)).toEqual(['ambiguous_unit'])
})

test('a district in the rows that is another than that of the title is asked about, the same or a lower one is taken', async () => {
  const rows = 'I;Thị xã An Khê;;;\n1;Xã Ia Pal;9;6;3'
  const problems = await refuse(open(), 'observations', table('UBND HUYỆN CHƯ SÊ', rows))
  expect(problems.map(({ code }) => code)).toEqual(['ambiguous_unit'])
  const elsewhere = await refuse(open(), 'observations', table('UBND HUYỆN IA GRAI', rows))
  expect(elsewhere.map(({ code }) => code)).toEqual(['ambiguous_unit'])
  const { db } = open()
  await accept(db, 'observations', table('UBND THỊ XÃ AN KHÊ', rows))
  await accept(db, 'observations', table('UBND TỈNH MẪU', `${rows}\n2;Ia Le;5;5;0`))
  expect(await bookedOn(db)).toEqual(['X3', 'X4'])
})

const book = async (name: string, title: string) => ({
  file: 'b.xlsx',
  at: AT,
  bytes: await writeXlsx({
    sheets: [
      {
        name,
        rows: [
          [title],
          ['Tháng 5/2024'],
          ['STT', 'Tên đơn vị', 'Đã nhận', 'Trực tuyến', 'Trực tiếp'],
          [1, 'Xã Ia Le', 9, 6, 3],
        ],
      },
    ],
  }),
})

test('the tab of a sheet tells it as well; another district in the title contradicts it', async () => {
  const { db } = open()
  expect(await importFile(db, await book('Ia Grai', 'KẾT QUẢ'))).toMatchObject({ ok: true })
  expect(await bookedOn(db)).toEqual(['X5'])
  expect(await importFile(db, await book('Ia Grai', 'UBND THỊ XÃ AN KHÊ'))).toMatchObject({
    ok: false,
    problems: [{ code: 'ambiguous_unit' }],
  })
})

const sheet = (name: string, unit: string) => ({
  name,
  rows: [
    ['Tháng 5/2024'],
    ['Đơn vị', 'Tổng hồ sơ tiếp nhận', 'Trong đó hồ sơ nộp trực tuyến', 'Ghi rõ'],
    [unit, 9, 6, 'x'],
  ],
})

test('one table on several sheets is told with all of them and what to type for each', async () => {
  const { db } = open()
  const sheets = [sheet('Bìa', 'Phần I'), sheet('An Khê', 'Xã Ia Pal'), sheet('Ia Grai', 'Xã Ia Le')]
  const bytes = await writeXlsx({ sheets })
  const outcome = await importFile(db, { file: 'b.xlsx', bytes, at: AT })
  const said = outcome.ok ? '' : JSON.stringify(outcome.problems)
  expect(said).toContain('tables_guessed_in')
  expect(said).toContain('“An Khê”, “Ia Grai”')
  expect(said).not.toContain('“Bìa”')
})
