import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { accept, AT, bytes, figures, importText, province, refuse } from './small-province.ts'

type Row = (string | number | null)[]
const LONG = ['Tên đơn vị', 'Chỉ số', 'Kỳ', 'Tử số', 'Mẫu số']
const MAY = '2024-05-01/2024-05-31'
const book = async (...rows: Row[]) => await writeXlsx({ sheets: [{ name: 'Bảng', rows }] })
const codes = (problems: readonly { code: string; column: string | null }[]) =>
  problems.map(({ code, column }) => `${code} ${column}`)

const twice = (again: number) =>
  book([...LONG, 'Tử số'], ['Sở Y tế', 'online_rate', 'Tháng 5/2024', 6, 9, again])

describe('columns that stand twice', () => {
  test('a second table beside the first is read below it, each row with its own period', async () => {
    const one = ['Sở Y tế', 'online_rate', 'Tháng 5/2024', 6, 9]
    const other = ['Sở Y tế', 'online_rate', 'Tháng 4/2024', 5, 9]
    const table = await book([...LONG, null, ...LONG], [...one, null, ...other])
    const { db } = await province()
    expect(await importFile(db, { file: 'a.xlsx', bytes: table, at: AT })).toMatchObject({
      ok: true,
      added: 2,
    })
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-04-01/2024-04-30 5/9',
      'S1 online_rate 2024-05-01/2024-05-31 6/9',
    ])
  })

  test('a column with the same figures again is read once, one with others is refused', async () => {
    const { db } = await province()
    expect(await importFile(db, { file: 'a.xlsx', bytes: await twice(6), at: AT })).toMatchObject({
      ok: true,
      added: 1,
    })
    expect(codes(await refuse(await province(), 'observations', await twice(7)))).toEqual([
      'repeated_header Tử số',
    ])
  })
})

describe('a period in several columns', () => {
  test.each([
    [['Từ ngày', 'Đến ngày'], ['01/5/2024', '31/5/2024'], MAY],
    [['Tháng', 'Năm'], [5, 2024], MAY],
    [['Tuần', 'Năm'], ['20', '2024'], '2024-05-13/2024-05-19'],
    [['Quý', 'Năm'], [1, 2024], '2024-01-01/2024-03-31'],
  ])('%s', async (headers, cells, period) => {
    const { db } = await province()
    const table = await book(
      ['Tên đơn vị', 'Chỉ số', ...headers, 'Tử số', 'Mẫu số'],
      ['Sở Y tế', 'online_rate', ...cells, 6, 9],
    )
    expect(await importFile(db, { file: 'a.xlsx', bytes: table, at: AT })).toMatchObject({ ok: true })
    expect(await figures(db)).toEqual([`S1 online_rate ${period} 6/9`])
  })

  test('a month without a year is asked for', async () => {
    const table = await book(
      ['Tên đơn vị', 'Chỉ số', 'Tháng', 'Tử số', 'Mẫu số'],
      ['Sở Y tế', 'online_rate', 5, 6, 9],
    )
    expect(codes(await refuse(await province(), 'observations', table))).toEqual([
      'period_without_year Tháng',
    ])
  })
})

const warned = async (text: string) => {
  const { db } = await province()
  const { warnings } = await accept(
    db,
    'observations',
    `unit,indicator,period,numerator,denominator\n${text}\n`,
  )
  return warnings.map(({ code }) => code)
}

describe('times that cannot be meant', () => {
  test('a period that has not begun, and the one that is going on', async () => {
    expect(await warned('S1,online_rate,2042-05,1,2')).toEqual(['future_period'])
    expect(await warned('S1,online_rate,2024-07,1,2')).toEqual([])
  })
})

test('what a file is instead of a table is named', async () => {
  const xml =
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:x"><Table/></Workbook>'
  const garbled = Buffer.from('Đơn vị;Chỉ số;Kỳ\nSở Y tế;Hồ sơ trực tuyến;1\n').toString('latin1')
  for (const [text, code] of [
    [xml, 'xml_spreadsheet'],
    [garbled, 'garbled_text'],
    ['Tháng,1,2\nSở Y tế,5,6\n', 'no_table'],
  ] as const) {
    const problems = await refuse(await province(), 'observations', bytes(text))
    expect(problems.map(problem => problem.code)).toEqual([code])
  }
})

const row = (unit: string) => `Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\n${unit};online_rate;2024-05;6;9\n`

test('a code may stand behind its name, and belongs to it', async () => {
  const { db } = await province()
  for (const unit of ['Sở Y tế (S1)', 'Sở Y tế - S1', 'S1 - Sở Y tế'])
    await accept(db, 'observations', row(unit))
  expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 6/9`])
  expect(await importText(db, 'observations', row('Sở Y tế (S2)'))).toMatchObject({ ok: false })
})

test.each(['tối thiểu 60%', 'Đạt từ 60% trở lên', '60% trở lên', 'ít nhất 60 %', '≥ 60%'])(
  'a target of %s is 60',
  async target => {
    const { db } = await province()
    await accept(
      db,
      'targets',
      `Đơn vị;Chỉ số;Chỉ tiêu;Văn bản;Năm\nSở Y tế;online_rate;${target};1/QĐ;2024\n`,
    )
    expect((await db.read.catalog.get()).targets).toMatchObject([{ unit: 'S1', target: 60 }])
  },
)

test('a range, words and what is above the highest are no targets; the column is called as an office calls it', async () => {
  const rows = ['60-65%', 'sáu mươi', '120%'].map(target => `Sở Y tế;online_rate;${target};2024`)
  const problems = await refuse(
    await province(),
    'targets',
    `Đơn vị;Chỉ số;Chỉ tiêu;Năm\n${rows.join('\n')}\n`,
  )
  expect(new Set(codes(problems))).toEqual(
    new Set([
      'target_in_words Chỉ tiêu',
      'target_range Chỉ tiêu',
      'target_out_of_range Chỉ tiêu',
      'empty_cell Văn bản',
    ]),
  )
})
