import { describe, expect, test } from 'vitest'
import { UNMARKED } from '../../src/imports/files/cell.ts'
import { MAX_ROWS } from '../../src/imports/files/grids-of-workbook.ts'
import { pairIn, withPairsApart } from '../../src/imports/files/pair-columns.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { accept, AT, figures, province, refuse } from './small-province.ts'

test.each([
  ['127/166 (76,51%)', [127, 166]],
  ['1.117/1.679\n(66,53%)', [1117, 1679]],
  ['2 407 / 3 258', null],
  ['180 / 264  (68,18 %)', [180, 264]],
  ['91/103; 88%', [91, 103]],
  ['0/0', [0, 0]],
  ['127/166 (67,51%)', null],
  ['166/127', null],
  ['20/5/2024', null],
  ['77/QĐ-UBND', null],
  ['1,5/3', null],
])('%s holds %j', (text, counts) => {
  const pair = pairIn(text)
  expect(pair === null ? null : [pair.part, pair.whole]).toEqual(counts)
})

const grid = (rows: string[][]) => ({
  ...UNMARKED,
  name: null,
  isHidden: false,
  lines: rows.map((cells, at) => ({ line: at + 1, cells })),
})

test('a column of pairs becomes two; one with another cell, or of days, stays as it is', () => {
  const apart = withPairsApart(
    grid([
      ['Đơn vị', 'Trực tuyến/Tiếp nhận (tỷ lệ %)', 'Ghi chú'],
      ['A', '1/2 (50%)', 'x'],
      ['B', '0/0', ''],
    ]),
  )
  expect(apart.lines.map(({ cells }) => cells)).toEqual([
    ['Đơn vị', 'Trực tuyến', 'Ghi chú', 'Tiếp nhận'],
    ['A', 1, 'x', 2],
    ['B', 0, '', 0],
  ])
  const mixed = grid([['HS trực tuyến/Tổng HS'], ['1/2 (50%)'], ['1/4 (50%)']])
  expect(withPairsApart(mixed)).toBe(mixed)
  const days = grid([['Ngày/tháng'], ['3/5'], ['4/5']])
  expect(withPairsApart(days)).toBe(days)
})

const table = (...cells: string[]) =>
  `Đơn vị;Chỉ số;Kỳ;Tử số/Mẫu số;Tổng số hồ sơ\n${cells
    .map((cell, at) => `S${at + 1};Hồ sơ trực tuyến;Tháng 5/2024;${cell};`)
    .join('\n')}`

describe('a long table with both counts in a cell', () => {
  test('is read by its two names', async () => {
    const { db } = await province()
    await accept(
      db,
      'observations',
      table('1.200/1.600 (75%)', '3/4 (75%)').replace(';Tổng số hồ sơ', ';Khác'),
    )
    const may = '2024-05-01/2024-05-31'
    expect(await figures(db)).toEqual([`S1 online_rate ${may} 1200/1600`, `S2 online_rate ${may} 3/4`])
  })

  test('and one rate that is not theirs refuses it, naming the form', async () => {
    const text = table('12/16 (75%)', '3/4 (57%)')
      .replace('Tử số/Mẫu số', 'Tử số')
      .replace('Tổng số hồ sơ', 'Mẫu số')
    const problems = await refuse(await province(), 'observations', text)
    expect(new Set(problems.map(({ code }) => code))).toContain('two_numbers')
  })
})

test('a column with a pair that is wrong is named by its cell', async () => {
  const text = 'Tháng 5/2024;\nĐơn vị;HS trực tuyến/Tổng HS\nSở Y tế;3/4 (75%)\nSở Tư pháp;3/5 (57%)\n'
  const problems = await refuse(await province(), 'observations', text)
  expect(problems).toMatchObject([{ code: 'two_numbers', line: 4, value: '3/5 (57%)' }])
})

test('a code and a name beside counts of dossiers are no list of units', async () => {
  const { db } = await province()
  const text = 'Tháng 5/2024;;;\nMã;Cơ quan, đơn vị;HS tiếp nhận;HS trực tuyến\nS1;Sở Y tế (mới);9;6\n'
  const outcome = await importFile(db, { file: 'b.csv', bytes: Buffer.from(text), at: AT })
  expect(outcome).toMatchObject({ ok: false })
})

test('as many rows as a file may have are looked through', () => {
  const long = grid(Array.from({ length: MAX_ROWS }, () => ['Sở Y tế', '70,5']))
  expect(withPairsApart(long)).toBe(long)
})
