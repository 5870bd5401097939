import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { dump } from '../db/temp-database.ts'
import { AT, figures, province } from './small-province.ts'
import { windows1258 } from './windows-1258.ts'

const WEEK = '2024-05-13/2024-05-19'
const READ = [
  `S1 online_rate ${WEEK} 1240/2000`,
  `S2 online_rate ${WEEK} 45/60`,
  `X2 online_rate ${WEEK} 30/40`,
]

/** Written by SheetJS in the format of Excel 97: a title over merged cells, grouped numbers, a sheet of notes. */
const XLS = readFileSync(new URL('tuan-20.xls', import.meta.url))

test('a real .xls is read like any other table', async () => {
  const { db } = await province()
  const outcome = await importFile(db, { file: 'tuan-20.xls', bytes: XLS, at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  expect(outcome.notes).toContainEqual(
    expect.objectContaining({ code: 'note_sheet', params: { sheet: 'Tuần 20', read: 1, all: 2 } }),
  )
  expect(await figures(db)).toEqual(READ)
})

test.each([1, 2, 3])('a .xls that ends after %i of 4 parts is refused, and no row is left', async parts => {
  const { db, path } = await province()
  const before = dump(path)
  const bytes = XLS.subarray(0, Math.floor((XLS.length * parts) / 4))
  const outcome = await importFile(db, { file: 'tuan-20.xls', bytes, at: AT })
  expect(outcome.ok).toBe(false)
  expect(dump(path)).toEqual(before)
})

/** Written by LibreOffice: percents and months by their formats, a hidden row, column and sheet, a struck row, a comment. */
const SHOWN = readFileSync(new URL('phan-tram.xls', import.meta.url))

test('of a real .xls percents, months, and what is hidden or marked by hand are read as from .xlsx', async () => {
  const { db } = await province()
  const outcome = await importFile(db, { file: 'phan-tram.xls', bytes: SHOWN, at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  expect(await figures(db)).toEqual([
    'S1 online_rate 2024-05-01/2024-05-31 =60',
    'S2 online_rate 2024-05-01/2024-05-31 =40.35',
  ])
  const said = new Map([...outcome.notes, ...outcome.warnings].map(({ code, params }) => [code, params]))
  expect(said.get('note_sheet')).toMatchObject({ sheet: 'Tháng 5' })
  expect(said.get('note_hidden_rows')).toMatchObject({ lines: '3' })
  expect(said.get('note_hidden_columns')).toMatchObject({ columns: 'E' })
  expect(said.get('struck_rows')).toMatchObject({ count: 1, lines: expect.stringMatching(/^4 /) })
  expect(said.get('note_comments')).toMatchObject({ cells: 'D2' })
})

test('a CSV in windows-1258 is read letter by letter, and that is said', async () => {
  const { db } = await province()
  const text =
    'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số;Ghi chú\r\n' +
    'Sở Y tế;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;1.240;2.000;Đã rà soát, ưỡng ẹo\r\n' +
    'Sở Tư pháp;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;45;60;\r\n' +
    'UBND xã Ia Pal;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;30;40;\r\n'
  const outcome = await importFile(db, { file: 'tuan-20.csv', bytes: windows1258(text), at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  expect(outcome.notes).toContainEqual(
    expect.objectContaining({ code: 'note_encoding', params: { encoding: 'windows-1258' } }),
  )
  expect(await figures(db)).toEqual(READ)
  const [row] = await db.read.observations.history('S1', 'online_rate')
  expect(row?.note).toBe('Đã rà soát, ưỡng ẹo')
})
