import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { accept, AT, figures, importText, province, refuse } from './small-province.ts'

const LONG = ['Tên đơn vị', 'Chỉ số', 'Kỳ', 'Tử số', 'Mẫu số']
const HEADER = ['STT', 'Tên đơn vị', 'Đã nhận', 'Trực tuyến', 'Trực tiếp']
const MAY = '2024-05-01/2024-05-31'
type Row = (string | number | null)[]

const book = async (rows: Row[], cells = new Map<string, object>()) =>
  await writeXlsx({ sheets: [{ name: 'Bảng', rows, cells }] })

/** What is said of a file that is taken: the code of each note and warning with what it carries. */
async function said(bytes: Uint8Array) {
  const { db } = await province()
  const outcome = await importFile(db, { kind: 'observations', file: 'bang.xlsx', bytes, at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return Object.fromEntries([...outcome.notes, ...outcome.warnings].map(({ code, params }) => [code, params]))
}

describe('what people do to a table by hand', () => {
  test('a row that is struck through is left out, and named; a cell with a comment is said', async () => {
    const rows: Row[] = [
      LONG,
      ['Sở Y tế', 'online_rate', 'Tháng 5/2024', 6, 9],
      ['Sở Tư pháp', 'online_rate', 'Tháng 5/2024', 4, 8],
    ]
    const cells = new Map<string, object>([
      ['1,3', { value: 6, comment: { text: 'chưa chốt' } }],
      ['2,3', { value: 4, style: { font: { strikethrough: true } } }],
    ])
    expect(await said(await book(rows, cells))).toMatchObject({
      struck_rows: { count: 1, lines: '3 “Sở Tư pháp”' },
      note_comments: { count: 1, cells: 'D2' },
    })
  })

  test('rows behind a blank line are read on, and it is said where; a group below a blank line is usual', async () => {
    const first: Row[] = [['Tháng 5/2024'], HEADER, [1, 'Sở Y tế', 9, 6, 3]]
    const goesOn = await said(await book([...first, [], [1, 'Sở Tư pháp', 8, 4, 4]]))
    expect(goesOn).toMatchObject({ goes_on: { lines: '5' } })
    const grouped = await said(await book([...first, [], ['II', 'CẤP XÃ'], [1, 'Sở Tư pháp', 8, 4, 4]]))
    expect(grouped).not.toHaveProperty('goes_on')
  })

  test('a cell of several lines in a text file is no blank line', async () => {
    const { db } = await province()
    const text =
      'Đơn vị,Chỉ số,Kỳ,Tử số,Mẫu số,Ghi chú\nS1,online_rate,2024-05,6,9,"a\nb"\nS2,online_rate,2024-05,4,8,\n'
    const { notes } = await accept(db, 'observations', text)
    expect(notes.map(({ code }) => code)).not.toContain('goes_on')
  })

  test('place and day of a signature stand under a column of figures and are none', async () => {
    const rows: Row[] = [
      ['Tháng 5/2024'],
      HEADER,
      [1, 'Sở Y tế', 9, 6, 3],
      [null, null, null, 'Mẫu, ngày 02 tháng 6 năm 2024'],
      [null, 'NGƯỜI LẬP BIỂU', null, 'GIÁM ĐỐC'],
    ]
    const { db } = await province()
    const outcome = await importFile(db, { file: 'bang.xlsx', bytes: await book(rows), at: AT })
    // Only the row of the table counts as one.
    expect(outcome).toMatchObject({ ok: true, rows: 1, added: 1 })
    expect(await said(await book(rows))).toMatchObject({ note_left_out: { count: 2 } })
  })

  test('a unit without figures is called by its name, not by what stands beside it', async () => {
    const rows: Row[] = [
      LONG,
      ['Sở Y tế', 'online_rate', 'Tháng 5/2024', 6, 9],
      ['Sở Tư pháp', 'online_rate', 'Tháng 5/2024', null, null],
    ]
    expect(await said(await book(rows))).toMatchObject({
      note_no_figures: { count: 1, lines: '3 “Sở Tư pháp”' },
    })
  })
})

describe('a table that counts in thousands', () => {
  test.each([
    ['Đơn vị tính: nghìn hồ sơ', LONG],
    ['ĐVT: 1.000 hồ sơ', LONG],
    ['(Đơn vị: Ngàn)', LONG],
    ['Tháng 5', ['Tên đơn vị', 'Chỉ số', 'Kỳ', 'Tử số (nghìn hồ sơ)', 'Mẫu số (nghìn)']],
  ])('is refused: %s', async (title, header) => {
    const bytes = await book([[title], header, ['Sở Y tế', 'online_rate', 'Tháng 5/2024', 1, 2]])
    const problems = await refuse(await province(), 'observations', bytes)
    expect(problems.map(({ code }) => code)).toContain('counts_in_thousands')
  })

  test.each([
    'Đơn vị tính: hồ sơ',
    'Đơn vị: Sở Y tế',
    'ĐVT: nghìn đồng',
    'Trên 1.000 hồ sơ',
    'Đơn vị báo cáo: 100 xã',
  ])('is not what this says: %s', async title => {
    const bytes = await book([[title], LONG, ['Sở Y tế', 'online_rate', 'Tháng 5/2024', 1, 2]])
    const { db } = await province()
    const outcome = await importFile(db, { kind: 'observations', file: 'bang.xlsx', bytes, at: AT })
    expect(outcome).toMatchObject({ ok: true, added: 1 })
  })
})

const table = (numerator: number) => [LONG, ['Sở Y tế', 'online_rate', 'Tháng 5/2024', numerator, 9]]

test('a sheet that is asked for is counted among all, and not named as one that was not read', async () => {
  const { db } = await province()
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Tháng 4', rows: table(1) },
      { name: 'Tháng 5', rows: table(6) },
    ],
  })
  const outcome = await importFile(db, { file: 'bang.xlsx', bytes, at: AT, sheet: 'Tháng 5' })
  if (!outcome.ok) throw new Error('refused')
  const notes = Object.fromEntries(outcome.notes.map(({ code, params }) => [code, params]))
  expect(notes['note_sheet']).toEqual({ sheet: 'Tháng 5', read: 2, all: 2 })
  expect(notes['note_other_sheets']).toEqual({ sheets: '“Tháng 4”' })
  expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 6/9`])
})

const annex = (...rows: string[]) =>
  `Đối tượng;Chỉ số;Chỉ tiêu;Văn bản;Năm\n${rows.map(row => `${row};01/QĐ;2024`).join('\n')}`

describe('targets for all units of a kind, as decisions write them', () => {
  test.each([
    ['Các sở, ban, ngành', 'department', []],
    ['Sở, ban, ngành', 'department', []],
    ['UBND các xã, phường', 'commune', []],
    ['UBND cấp xã', 'commune', []],
    ['Các sở, ban, ngành (trừ Sở Y tế)', 'department', ['S1']],
    ['Các sở, ngành, trừ Sở Y tế và Sở Tư pháp', 'department', ['S1', 'S2']],
  ])('%s', async (text, kind, except) => {
    const { db } = await province()
    await accept(db, 'targets', annex(`${text};online_rate;≥ 70%`))
    const { targets } = await db.read.catalog.get()
    expect(targets.filter(each => each.year === 2024)).toMatchObject([
      { kind, unit: null, target: 70, except },
    ])
  })

  test('a name that is no kind, and an exception that is no unit, are refused at their row', async () => {
    for (const text of ['Các hội đoàn thể', 'Xã', 'Các sở, ban, ngành (trừ Sở Không Có)']) {
      const problems = await refuse(
        await province(),
        'targets',
        annex('S1;online_rate;70', `${text};online_rate;60`),
      )
      expect(problems.map(({ line }) => line)).toEqual([3])
    }
  })
})

test('an empty file is called so, whatever its name', async () => {
  for (const file of ['rong.xlsx', 'rong.csv', 'rong.xls']) {
    const { db } = await province()
    const outcome = await importText(db, 'observations', '', { file })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'empty_file' }] })
  }
})
