import * as fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { dump } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { AT, figures, province } from './small-province.ts'
import { makeXls } from './make-xls.ts'
import { asTcvn3, asVni } from './old-fonts.ts'
import { windows1258 } from './windows-1258.ts'

/** How many tables are written. */
const TABLES = { numRuns: sized({ quick: 8, usual: 16, long: 150 }) }

const UNITS = ['S1', 'S2', 'X2'] as const
const NAMES: Record<(typeof UNITS)[number], string[]> = {
  S1: ['Sở Y tế', 'SỞ Y TẾ', 'so y te', 'Sở Y tế - tỉnh Mẫu', 'Sở  Y tế (1)', 'S1'],
  S2: ['Sở Tư pháp', 'Sở Tư pháp tỉnh Mẫu', 'Sở Tư Pháp'.normalize('NFD'), 'STP', 'Sở Tư pháp*'],
  X2: ['Xã Ia Pal', 'UBND xã Ia Pal', 'X. Ia Pal', 'Xã Iapal', 'UBND xã Ia Pal, huyện Chư Sê', 'Xã Ia-Pal'],
}
/** Ways to write May, the second quarter and week 20 of 2024. */
const PERIODS: Record<string, string[]> = {
  '2024-05-01/2024-05-31': [
    '2024-05',
    'Tháng 5/2024',
    '5.2024',
    'T5/2024',
    '202405',
    'từ 01/5 đến 31/5/2024',
  ],
  '2024-04-01/2024-06-30': ['2024-Q2', 'Quý II/2024', 'quý 2 năm 2024', 'Q2/2024'],
  '2024-05-13/2024-05-19': ['2024-W20', 'Tuần 20/2024', 'tuần 20 năm 2024', 'Tuần 20 (13/5–19/5/2024)'],
}
const FORMATS = [
  'csv;',
  'csv,',
  'windows-1258',
  'tab',
  'utf16',
  'html',
  'xlsx',
  'ods',
  'xls',
  'TCVN3 csv',
  'TCVN3 xlsx',
  'TCVN3 xls',
  'VNI csv',
  'VNI xlsx',
  'VNI xls',
] as const

const grouped = (count: number) => String(count).replaceAll(/\B(?=(\d{3})+$)/g, '.')

const row = fc.record({
  unit: fc.constantFrom(...UNITS),
  name: fc.nat(5),
  period: fc.constantFrom(...Object.keys(PERIODS)),
  words: fc.nat(5),
  part: fc.nat(90_000),
  rest: fc.nat(90_000),
  isGrouped: fc.boolean(),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

const key = (each: Row) => `${each.unit} ${each.period}`
const table = fc.uniqueArray(row, { selector: key, minLength: 1, maxLength: 6 })

function cellsOf(rows: readonly Row[]): string[][] {
  const header = ['Đơn vị', 'Chỉ số', 'Kỳ', 'Tử số', 'Mẫu số']
  return [
    header,
    ...rows.map(({ unit, name, period, words, part, rest, isGrouped }) => {
      const write = isGrouped ? grouped : String
      const [names, periods] = [NAMES[unit], PERIODS[period] ?? []]
      const said = [names[name % names.length] ?? '', periods[words % periods.length] ?? '']
      return [said[0] ?? '', 'online_rate', said[1] ?? '', write(part), write(part + rest)]
    }),
  ]
}

function typedFor(format: (typeof FORMATS)[number], cell: string): string {
  if (format.startsWith('TCVN3')) return asTcvn3(cell)
  return format.startsWith('VNI') ? asVni(cell) : cell
}

async function written(unicode: readonly string[][], format: (typeof FORMATS)[number]): Promise<Uint8Array> {
  const cells = unicode.map(line => line.map(cell => typedFor(format, cell)))
  const text = (separator: string) => cells.map(line => line.join(separator)).join('\r\n')
  const typed = cells.map(line => line.map(cell => (/^\d{1,5}$/.test(cell) ? Number(cell) : cell)))
  if (format.endsWith('xls')) return makeXls('Bảng', typed)
  if (format.endsWith('xlsx')) return await writeXlsx({ sheets: [{ name: 'A', rows: typed }] })
  if (format === 'ods') return await writeOds({ sheets: [{ name: 'A', rows: typed }] })
  if (format === 'csv,')
    return Buffer.from(cells.map(line => line.map(cell => `"${cell}"`).join(',')).join('\n'))
  if (format === 'windows-1258') return windows1258(text(';'))
  if (format === 'utf16') return Buffer.from(`\uFEFF${text('\t')}`, 'utf16le')
  if (format === 'html') {
    const rows = cells.map(line => `<tr>${line.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    return Buffer.from(`<html><table>${rows.join('')}</table></html>`)
  }
  return Buffer.from(text(format === 'tab' ? '\t' : ';'))
}

test('a table reads back the same in every dress and format', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(...FORMATS), async (rows, format) => {
      const { db } = await province()
      const bytes = await written(cellsOf(rows), format)
      expect(await importFile(db, { file: 'bang.xls', bytes, at: AT })).toMatchObject({
        ok: true,
        added: rows.length,
      })
      const expected = rows.map(
        ({ unit, period, part, rest }) => `${unit} online_rate ${period} ${part}/${part + rest}`,
      )
      expect(await figures(db)).toEqual(expected.toSorted())
    }),
    TABLES,
  )
}, 120_000)

const FAULTS: readonly [column: number, text: string][] = [
  [0, 'Xã Iá Pal'],
  [0, 'Phường Ia Pal'],
  [1, 'online_rat'],
  [2, 'Tháng 13/2024'],
  [3, '1,5'],
  [3, '-1'],
  [4, '#DIV/0!'],
]

test('one fault is refused at its cell, and nothing is stored', async () => {
  const { db, path } = await province()
  const before = dump(path)
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(...FORMATS),
      fc.constantFrom(...FAULTS),
      fc.nat(),
      async (rows, format, [column, text], at) => {
        const cells = cellsOf(rows)
        const line = 1 + (at % rows.length)
        cells[line]![column] = text
        const outcome = await importFile(db, { file: 'bang', bytes: await written(cells, format), at: AT })
        const found = outcome.ok ? [] : outcome.problems.map(each => [each.line, each.column, each.value])
        expect(found).toEqual([[line + 1, cells[0]?.[column], text]])
        expect(dump(path)).toEqual(before)
      },
    ),
    TABLES,
  )
}, 120_000)
