import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { accept, figures, province, refuse } from './small-province.ts'

type Rows = (string | number | null)[][]
const book = async (...sheets: { name: string; rows: Rows }[]) => await writeXlsx({ sheets })
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)
const MAY = '2024-05-01/2024-05-31'
const HEAD = 'Tháng 5/2024;;;\n'

test('a sheet for each unit, and one sheet of one unit, are refused with what to do', async () => {
  const rows: Rows = [['Tháng 5/2024'], ['Chỉ số', 'Tỷ lệ (%)'], ['Hồ sơ trực tuyến', 61], ['Số hóa', 71]]
  const two = await book({ name: 'Sở Y tế', rows }, { name: 'Sở Tư pháp', rows })
  expect(await refuse(await province(), 'observations', two)).toMatchObject([
    { code: 'units_by_sheet', params: { sheets: '“Sở Y tế”, “Sở Tư pháp”' } },
  ])
  const titled: Rows = [['BÁO CÁO – XÃ IA PAL'], ...rows]
  const one = await book({ name: 'Sheet1', rows: titled })
  expect(await refuse(await province(), 'observations', one)).toMatchObject([
    { code: 'unit_of_table', params: { unit: 'Xã Ia Pal' } },
  ])
  // The letterhead names the district first: the table is of the commune below it.
  const form = await book({ name: 'Sheet1', rows: [['UBND HUYỆN CHƯ SÊ'], ['UBND XÃ IA PAL'], ...rows] })
  expect(await refuse(await province(), 'observations', form)).toMatchObject([
    { code: 'unit_of_table', params: { unit: 'Xã Ia Pal' } },
  ])
})

const across = async (a: string, b: string) =>
  codes(
    await refuse(
      await province(),
      'observations',
      `Hồ sơ trực tuyến năm 2024;;\n;Sở Y tế;Sở Tư pháp\n${a};61;62\n${b};63;64\n`,
      { file: 'a.csv' },
    ),
  )

test('units across are to be turned, but where periods stand below them', async () => {
  expect(await across('Tháng 3', 'Tháng 4')).toEqual(['units_across_periods'])
  expect(await across('Tiếp nhận', 'Trực tuyến')).toEqual(['units_across'])
})

const long = (part: string) =>
  `Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\nSở Y tế;online_rate;2024-05;${part};10\nSở Tư pháp;online_rate;2024-05;1;2\n`

test('a dash for the part or for the whole leaves out the row and names it; an empty cell refuses', async () => {
  const { db } = await province()
  const rows = ['Sở Y tế;10;-;10', 'Sở Tư pháp;20;5;15', 'Xã Ia Pal;9;9;x']
  const { notes } = await accept(
    db,
    'observations',
    `${HEAD}Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\n${rows.join('\n')}`,
  )
  expect(await figures(db)).toEqual([`S2 online_rate ${MAY} 5/20`])
  const said = notes.find(({ code }) => code === 'note_without')
  expect(said?.params).toMatchObject({ count: 2, lines: '3 “Sở Y tế”; 5 “Xã Ia Pal”' })
  expect(await accept(db, 'observations', long('–'))).toMatchObject({ added: 0, changed: 1 })
  expect(codes(await refuse(await province(), 'observations', long('')))).toEqual(['half_counts'])
})

const keyed = (...rows: string[]) =>
  `${HEAD}Đơn vị;Diễn giải;Đã nhận;Trực tuyến;Trực tiếp\n${rows.join('\n')}`

test('a column of another system’s keys gives way to the names beside it, and to nothing less', async () => {
  const { db } = await province()
  const { notes } = await accept(
    db,
    'observations',
    keyed('K01.2;Sở Y tế;10;5;5', 'K01.3;Sở Tư pháp;20;5;15'),
  )
  expect(codes(notes)).toContain('note_units_by_name')
  expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 5/10`, `S2 online_rate ${MAY} 5/20`])
  for (const rows of [
    ['Xã Ia Pan;Huyện Chư Sê;10;5;5', 'Xã Ia Pen;Sở Y tế;20;5;15'],
    ['K01.2;Sở Y tế;10;5;5', 'K01.3;Sở Y tế;20;5;15'],
    ['K01.2;Sở Y tế;10;5;5', 'S2;Sở Tư pháp;20;5;15'],
  ])
    expect(codes(await refuse(await province(), 'observations', keyed(...rows)))).toContain(
      rows[0]!.startsWith('Xã') ? 'unknown_unit' : 'no_unit',
    )
})

const titled = (title: string) => `${title};;;\nTên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\nSở Y tế;10;5;5\n`

test('several weeks in a title are one span, and that is said', async () => {
  const { db } = await province()
  const joined = await accept(db, 'observations', titled('Tuần 18 và tuần 19 năm 2024'))
  expect(codes(joined.warnings)).toContain('period_joined')
  const plain = await accept(db, 'observations', titled('Tuần 20 năm 2024'))
  expect(codes(plain.warnings)).not.toContain('period_joined')
})
