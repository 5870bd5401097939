import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { bytes, AT, expectSayable, figures, province, refuse } from './small-province.ts'

type Row = (string | number | null)[]
const TITLE = ['Tháng 5/2024']
const HEADER = ['STT', 'Tên đơn vị', 'Đã nhận', 'Trực tuyến', 'Trực tiếp']
const MAY = '2024-05-01/2024-05-31'

const book = async (rows: Row[]) =>
  await writeXlsx({ sheets: [{ name: 'Bảng', rows: [TITLE, HEADER, ...rows] }] })

/** What is booked of the rows, `S1 6/9`, and which rows are said to be parts. */
async function booked(rows: Row[] | Uint8Array) {
  const { db } = await province()
  const file = Array.isArray(rows) ? await book(rows) : rows
  const outcome = await importFile(db, { file: 'bang.xlsx', bytes: file, at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  for (const each of [...outcome.notes, ...outcome.warnings]) expectSayable(each)
  const parts = outcome.notes.find(({ code }) => code === 'note_parts')?.params
  const all = await figures(db)
  return { rows: all.map(each => each.replace(` online_rate ${MAY}`, '')), parts }
}

const HEALTH: Row = [1, 'Sở Y tế', 30, 20, 10]
const JUSTICE: Row = [2, 'Sở Tư pháp', 8, 4, 4]

describe('rows below one of another unit that they do not belong to', () => {
  test.each([
    ['with bullets', [null, '- Huyện Chư Sê', 18, 14, 4], [null, '- Xã Ia Pal', 12, 6, 6]],
    ['with lower numbers', ['1.1', 'Huyện Chư Sê', 18, 14, 4], ['1.2', 'Xã Ia Pal', 12, 6, 6]],
    ['with letters', ['a)', 'Huyện Chư Sê', 18, 14, 4], ['b)', 'Xã Ia Pal', 12, 6, 6]],
    ['without numbers', [null, 'Huyện Chư Sê', 18, 14, 4], [null, 'Xã Ia Pal', 12, 6, 6]],
    ['beside one of no unit', [null, '- Huyện Chư Sê', 18, 14, 4], [null, '- Văn phòng chính', 12, 6, 6]],
  ] satisfies [string, Row, Row][])('%s that add up to it are parts of it', async (_, one, other) => {
    const { rows, parts } = await booked([HEALTH, one, other, JUSTICE])
    expect(rows).toEqual(['S1 20/30', 'S2 4/8'])
    expect(parts).toMatchObject({ count: 2 })
  })

  test('are parts where a line says so, and their own parts are, too', async () => {
    const within: Row[] = [
      [null, 'Trong đó:', null, null, null],
      [null, '- Huyện Chư Sê', 7, 5, 2],
      [null, '+ Xã Ia Pal', 3, 2, 1],
    ]
    const { rows, parts } = await booked([HEALTH, ...within, JUSTICE])
    expect(rows).toEqual(['S1 20/30', 'S2 4/8'])
    expect(parts).toMatchObject({ count: 2 })
  })

  test.each([
    ['with a bullet', [null, '- Huyện Chư Sê', 18, 14, 4]],
    ['with a bullet in the column of numbers', ['-', 'Huyện Chư Sê', 18, 14, 4]],
    ['with a lower number', ['1.1', 'Huyện Chư Sê', 18, 14, 4]],
    ['without a number', [null, 'Huyện Chư Sê', 18, 14, 4]],
    ['indented', [2, '      Huyện Chư Sê', 18, 14, 4]],
  ] satisfies [string, Row][])('%s that nothing proves to be parts are asked for', async (_, row) => {
    const problems = await refuse(await province(), 'observations', await book([HEALTH, row, JUSTICE]))
    expect(problems).toMatchObject([
      { code: 'branch_rows', line: 4, params: { lines: expect.stringContaining('4 “'), of: '3 “Sở Y tế”' } },
    ])
  })

  test('without any mark are asked for where they add up to it in every column', async () => {
    const rows: Row[] = [
      ['', 'Sở Y tế', 50, 30, 20],
      ['', 'Huyện Chư Sê', 30, 15, 15],
      ['', 'Xã Ia Pal', 20, 15, 5],
      ['', 'Sở Tư pháp', 8, 4, 4],
    ]
    const problems = await refuse(await province(), 'observations', await book(rows))
    expect(problems).toMatchObject([{ code: 'branch_sums', line: 4, params: { of: '3 “Sở Y tế”' } }])
  })

  test('of targets are asked for, too', async () => {
    const text = `PHỤ LỤC: GIAO CHỈ TIÊU NĂM 2026 (kèm theo Quyết định số 9/QĐ-UBND);;
STT;Đơn vị;Tỷ lệ hồ sơ trực tuyến
1;Sở Y tế;70
;- Huyện Chư Sê;60
2;Sở Tư pháp;75`
    const problems = await refuse(await province(), 'targets', bytes(text))
    expect(problems).toMatchObject([{ code: 'branch_rows', line: 4 }])
  })
})

describe('rows with marks are those of units', () => {
  test('where all have one, or stand below a heading that is no unit', async () => {
    const { rows, parts } = await booked([
      ['I', 'Khối sở, ban, ngành', null, null, null],
      [null, '- Sở Y tế', 30, 20, 10],
      [null, '- Sở Tư pháp', 8, 4, 4],
      ['II', 'UBND cấp huyện', null, null, null],
      [null, '- Huyện Chư Sê', 7, 5, 2],
    ])
    expect(rows).toEqual(['H1 5/7', 'S1 20/30', 'S2 4/8'])
    expect(parts).toBeUndefined()
  })

  test('where they belong to the unit above them', async () => {
    const rows: Row[] = [
      [1, 'Huyện Chư Sê', 30, 20, 10],
      ['1.1', 'Thị trấn Chư Sê', 8, 4, 4],
      [null, '- Xã Ia Pal', 7, 5, 2],
    ]
    expect((await booked(rows)).rows).toEqual(['H1 20/30', 'X1 4/8', 'X2 5/7'])
  })

  test('where the last of them lack their numbers, or one like those around it does', async () => {
    const rows: Row[] = [
      HEALTH,
      [null, 'Sở Tư pháp', 8, 4, 4],
      [2, 'Huyện Chư Sê', 9, 9, 0],
      [null, 'Xã Ia Pal', 7, 5, 2],
    ]
    expect((await booked(rows)).rows).toEqual(['H1 9/9', 'S1 20/30', 'S2 4/8', 'X2 5/7'])
  })

  test('where they are above those before them, though they are not their sum', async () => {
    const rows: Row[] = [
      [1, 'Thị trấn Chư Sê', 8, 4, 4],
      [2, 'Xã Ia Pal', 7, 5, 2],
      [null, 'Huyện Chư Sê', 90, 45, 45],
      [3, 'Sở Y tế', 30, 20, 10],
    ]
    expect((await booked(rows)).rows).toEqual(['H1 45/90', 'S1 20/30', 'X1 4/8', 'X2 5/7'])
  })

  test('where they follow the sum of the province', async () => {
    const rows: Row[] = [
      [null, 'Tỉnh Mẫu', 38, 24, 14],
      [1, '- Sở Y tế', 30, 20, 10],
      [2, '- Sở Tư pháp', 8, 4, 4],
    ]
    expect((await booked(rows)).rows).toEqual(['P 24/38', 'S1 20/30', 'S2 4/8'])
  })
})
