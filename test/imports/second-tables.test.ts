import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { gridsOf } from '../../src/imports/files/grids-of-workbook.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { dump } from '../db/temp-database.ts'
import { accept, AT, expectSayable, figures, importText, province, refuse } from './small-province.ts'

const HEADER = ['STT', 'Tên đơn vị', 'Đã nhận', 'Trực tuyến', 'Trực tiếp']
const MAY = '2024-05-01/2024-05-31'

const sheet = async (...rows: (string | number)[][]) => await writeXlsx({ sheets: [{ name: 'Bảng', rows }] })

/** A row as long as a sheet may be, with one cell at its beginning and one further on. */
const long = (at: number) =>
  Object.assign(
    Array.from({ length: 30_000 }, () => null),
    { 0: 'a', [at]: 'b' },
  )

describe('below the first table of a sheet', () => {
  test('a table of another month is refused, not booked on the first one', async () => {
    const opened = await province()
    const bytes = await sheet(['Tháng 5/2024'], HEADER, [1, 'Sở Y tế', 9, 6, 3], ['Tháng 6/2024'], HEADER, [
      1,
      'Sở Tư pháp',
      8,
      4,
      4,
    ])
    const problems = await refuse(opened, 'observations', bytes)
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['second_table', 5]])
  })

  test('a table of other columns is refused', async () => {
    const opened = await province()
    const others = ['STT', 'Tên đơn vị', 'Đã giải quyết', 'Đúng hạn', 'Quá hạn']
    const bytes = await sheet(['Tháng 5/2024'], HEADER, [1, 'Sở Y tế', 9, 6, 3], others, [
      1,
      'Sở Tư pháp',
      8,
      4,
      4,
    ])
    const problems = await refuse(opened, 'observations', bytes)
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['second_table', 4]])
  })

  test('the same headers at the top of a printed page are passed over', async () => {
    const { db } = await province()
    const bytes = await sheet(['Tháng 5/2024'], HEADER, [1, 'Sở Y tế', 9, 6, 3], HEADER, [
      2,
      'Sở Tư pháp',
      8,
      4,
      4,
    ])
    expect(await importFile(db, { file: 'bang.xlsx', bytes, at: AT })).toMatchObject({ ok: true, added: 2 })
    expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 6/9`, `S2 online_rate ${MAY} 4/8`])
  })
})

describe('a number under 1 among percents', () => {
  test('is no target', async () => {
    const { db, path } = await province()
    const before = dump(path)
    const text =
      'Đơn vị;Chỉ số;Chỉ tiêu giao;Năm;Văn bản\nSở Y tế;online_rate;≥60;2024;1/KH\nSở Tư pháp;online_rate;0,6;2024;1/KH\n'
    const outcome = await importText(db, 'targets', text)
    const problems = outcome.ok ? [] : outcome.problems
    problems.forEach(expectSayable)
    expect(problems.map(({ code, line, value }) => [code, line, value])).toEqual([['maybe_share', 3, '0,6']])
    expect(dump(path)).toEqual(before)
  })

  test('is one where the percent is written', async () => {
    const { db } = await province()
    const text =
      'Đơn vị;Chỉ số;Chỉ tiêu giao;Năm;Văn bản\nSở Y tế;online_rate;60;2024;1/KH\nSở Tư pháp;online_rate;0,6%;2024;1/KH\n'
    expect(await accept(db, 'targets', text)).toMatchObject({ added: 2, warnings: [] })
  })

  test('is a value, and doubted', async () => {
    const { db } = await province()
    const text =
      'Đơn vị;Chỉ số;Kỳ;Tỷ lệ\nSở Y tế;online_rate;5/2024;98,5\nSở Tư pháp;online_rate;5/2024;0,985\n'
    const { warnings } = await accept(db, 'observations', text)
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([['maybe_shares', 3]])
  })
})

test('a row that is long and empty is as wide as what stands in it', () => {
  expect(gridsOf([{ name: 'A', rows: [long(5)] }])).toMatchObject([{ lines: [{ cells: { length: 120 } }] }])
  expect(gridsOf([{ name: 'A', rows: [long(20_000)] }])).toBe('too_many_columns')
})
