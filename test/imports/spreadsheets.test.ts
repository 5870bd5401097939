import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { isDay } from '../../src/core/period.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { loadFolder } from '../../src/imports/load-folder.ts'
import type { ImportOutcome } from '../../src/imports/outcome.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import { tempDatabase, tempFolder } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { accept, AT, expectSayable, figures, importText, province } from './small-province.ts'

const HEAD = ['unit', 'indicator', 'period', 'numerator', 'denominator', 'value', 'note']

async function importRows(
  db: Database,
  kind: string,
  rows: CellValue[][],
  { sheet = {}, ...more }: Partial<Omit<ImportRequest, 'sheet'>> & { sheet?: Partial<WriteSheet> } = {},
): Promise<ImportOutcome> {
  const bytes = await writeXlsx({ sheets: [{ name: 'Trang 1', rows, ...sheet }] })
  return await importFile(db, { kind, file: `${kind}.xlsx`, bytes, at: AT, ...more })
}

async function problemsOf(rows: CellValue[][], sheet: Partial<WriteSheet> = {}) {
  const { db } = await province()
  const outcome = await importRows(db, 'observations', rows, { sheet })
  const problems = outcome.ok ? [] : outcome.problems
  for (const problem of problems) expectSayable(problem)
  return problems.map(({ line, column, value, code }) => [line, column, value, code])
}

/** Of a spreadsheet it is said which sheet was read. */
const withoutNotes = (outcome: ImportOutcome) => (outcome.ok ? { ...outcome, notes: [] } : outcome)

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const styled = (at: string, numFmt: string) => new Map([[at, { style: { numFmt } }]])

/** A cell as a person would have typed it into a spreadsheet, which makes numbers and dates of what looks like them. */
function typed(text: string): CellValue {
  if (text === '') return null
  if (isDay(text)) return day(text)
  return String(Number(text)) === text ? Number(text) : text
}

/** Cells of a CSV, as typed into a spreadsheet. */
function typedRows(csv: string): CellValue[][] {
  return parse(csv, { bom: true, relax_column_count: true }).map((cells: string[]) => cells.map(typed))
}

const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
})

describe('a spreadsheet is read as what it shows', () => {
  test('numbers, percents, months and days, in cells of those kinds', async () => {
    const { db } = await province()
    const outcome = await importRows(
      db,
      'observations',
      [
        HEAD,
        ['S1', 'online_rate', '2024-W20', 1240, 2000, null, 'số liệu  '],
        ['S2', 'online_rate', day('2024-05-01'), 3, 4, null, null],
        ['S2', 'score', 2024, null, null, 12.5, null],
        ['H1', 'score', 2024, null, null, 0.403, null],
        ['X1', 'online_rate', day('2024-05-19'), 0, 0, null, null],
        ['X2', 'score', '2024', null, null, '40,3', null],
      ],
      { sheet: { cells: new Map([...styled('2,2', 'mmm-yy'), ...styled('4,5', '0.0%')]) } },
    )
    expect(outcome).toMatchObject({ ok: true, rows: 6, added: 6, warnings: [] })
    expect(await figures(db)).toEqual([
      'H1 score 2024-01-01/2024-12-31 =40.3',
      'S1 online_rate 2024-05-13/2024-05-19 1240/2000',
      'S2 online_rate 2024-05-01/2024-05-31 3/4',
      'S2 score 2024-01-01/2024-12-31 =12.5',
      'X1 online_rate 2024-05-19/2024-05-19 0/0',
      'X2 score 2024-01-01/2024-12-31 =40.3',
    ])
  })

  test('the first sheet that can be seen, whatever the others hold', async () => {
    const { db } = await province()
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Danh mục', rows: [['a']], hidden: true },
        {
          name: 'Cán bộ',
          rows: [
            ['member', 'name', 'role', 'unit'],
            ['a', 'An', 'leader', 'S1'],
          ],
        },
        { name: 'Ghi chú', rows: [['b']] },
      ],
    })
    expect(await importFile(db, { kind: 'members', file: 'a.xlsx', bytes, at: AT })).toMatchObject({
      added: 1,
    })
  })

  test('by its bytes, whatever it is called', async () => {
    const { db } = await province()
    const rows = [
      ['member', 'name', 'role', 'unit'],
      ['a', 'An', 'leader', 'S1'],
    ]
    expect(await importRows(db, 'members', rows, { file: 'can-bo.csv' })).toMatchObject({
      ok: true,
      added: 1,
    })
  })

  test('saved by another program, with dates in date cells', async () => {
    const { db } = tempDatabase()
    const bytes = readFileSync(new URL('campaigns-libreoffice.xlsx', import.meta.url))
    const outcome = await importFile(db, { kind: 'campaigns', file: 'campaigns.xlsx', bytes, at: AT })
    expect(outcome).toMatchObject({ ok: true, added: 2 })
    const csv = readFileSync(new URL('../fixtures/gia-lai-2024/campaigns.csv', import.meta.url), 'utf8')
    expect(await importText(db, 'campaigns', csv)).toMatchObject({ ok: true, importId: null, unchanged: 2 })
  })

  test('a calculated cell is its result', async () => {
    const { db } = await province()
    const rows = [HEAD, ['S1', 'score', 2024, null, null, null, null]]
    const cells = new Map([['1,5', { formula: '80+6.74', formulaResult: 86.74 }]])
    expect(await importRows(db, 'observations', rows, { sheet: { cells } })).toMatchObject({
      ok: true,
      added: 1,
    })
    expect(await figures(db)).toEqual(['S1 score 2024-01-01/2024-12-31 =86.74'])
  })
})

describe('what is wrong is said with the number of its row', () => {
  test('also below rows without anything', async () => {
    const rows = [
      [],
      HEAD,
      ['S1', 'online_rate', '2024-W20', 1, 2],
      [],
      ['S9', 'online_rate', '2024-W20', 1.5, 2],
    ]
    expect(await problemsOf(rows)).toEqual([
      [5, 'unit', 'S9', 'unknown_unit'],
      [5, 'numerator', '1.5', 'not_whole'],
    ])
  })

  test('a time is no day, a sentence no number', async () => {
    const rows = [HEAD, ['S1', 'score', new Date('2024-05-19T13:45:00Z'), null, null, 'chưa có']]
    expect(await problemsOf(rows, { cells: styled('1,2', 'dd/mm/yyyy hh:mm') })).toEqual([
      [2, 'period', '2024-05-19 13:45', 'bad_period'],
      [2, 'value', 'chưa có', 'bad_number'],
    ])
  })

  test('a sheet without rows is an empty file', async () => {
    expect(await problemsOf([])).toEqual([[null, null, null, 'empty_file']])
    expect(await problemsOf([[null, '  ']])).toEqual([[null, null, null, 'empty_file']])
  })

  test('a column that nobody knows is named', async () => {
    expect(
      await problemsOf([
        [...HEAD, 'Tỷ lệ'],
        ['S1', 'score', 2024, null, null, 3, null, 5],
      ]),
    ).toEqual([[1, 'Tỷ lệ', null, 'unknown_column']])
  })
})

describe('merged cells', () => {
  test('a name over several rows is the name in each, a number is not', async () => {
    const rows = [
      HEAD,
      ['S1', 'online_rate', '2024-W20', 1, 2],
      [null, 'services', '2024-W20', 3, 4],
      ['S2', 'online_rate', '2024-W20', 5, 6],
      ['H1', 'online_rate', '2024-W20', null, 8],
    ]
    const { db } = await province()
    const sheet = { merges: [merge(1, 0, 2, 0)] }
    expect(await importRows(db, 'observations', rows.slice(0, 4), { sheet })).toMatchObject({ ok: true })
    expect((await figures(db)).map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'S1 online_rate',
      'S1 services',
      'S2 online_rate',
    ])
    expect(await problemsOf(rows, { merges: [merge(1, 0, 2, 0), merge(3, 3, 4, 3)] })).toEqual([
      [4, 'numerator', '5', 'merged_count'],
    ])
  })

  test('of a header over rows and columns, a title above, a total below and a note are what they look like', async () => {
    const { db } = await province()
    const rows = [
      ['THEO DÕI CHỈ TIÊU DVC TRỰC TUYẾN, QĐ 766'],
      [
        'STT',
        'Mã định danh',
        'Tên đơn vị',
        'Số hồ sơ nhận giải quyết',
        null,
        null,
        'Tỷ lệ nộp hồ sơ trực tuyến',
        'Số lượng hồ sơ Đã đồng bộ về cổng DVC QG',
        'Tổng HS có nghĩa vụ tài chính',
        'Thanh toán trực tuyến',
        null,
      ],
      [
        null,
        null,
        null,
        'Số mới tiếp nhận trực tuyến',
        'Số mới tiếp nhận trực tiếp',
        'Số mới tiếp nhận qua BCCI',
        'Tỷ lệ trực tuyến (%)',
        null,
        null,
        'Số HS đã TTTT cổng DVC QG',
        'Tỷ lệ TTTT cổng DVC QG (%)',
      ],
      [1, 'H21.1', 'SỞ Y TẾ', 1240, 700, 60, 62, 1900, 100, 25, 25],
      [2, 'H21.2', 'UBND xã Ia Pal', 30, 10, '-', 75, 40, 0, 0, null],
      ['Tổng cộng', null, null, 1270, 710, 60, 62.255, 1940, 100, 25, 25],
      ['Ghi chú: số liệu tạm tính'],
    ]
    const merges = [
      merge(0, 0, 0, 10),
      ...[0, 1, 2, 7, 8].map(column => merge(1, column, 2, column)),
      merge(1, 3, 1, 5),
      merge(1, 9, 1, 10),
      merge(5, 0, 5, 2),
      merge(6, 0, 6, 10),
    ]
    const outcome = await importRows(db, 'observations', rows, {
      profile: 'qd766-theo-doi-18-cot',
      period: '2024-W20',
      sheet: { merges },
    })
    expect(outcome).toMatchObject({ ok: true, warnings: [] })
    expect(await figures(db)).toEqual([
      'S1 online_payment_rate 2024-05-13/2024-05-19 25/100',
      'S1 online_rate 2024-05-13/2024-05-19 1240/2000',
      'S1 transparency_rate 2024-05-13/2024-05-19 1900/2000',
      'X2 online_payment_rate 2024-05-13/2024-05-19 0/0',
      'X2 online_rate 2024-05-13/2024-05-19 30/40',
      'X2 transparency_rate 2024-05-13/2024-05-19 40/40',
    ])
  })
})

describe('the same table as CSV and as a spreadsheet', () => {
  const FIXTURE = new URL('../fixtures/', import.meta.url)

  test('the published scores of 34 provinces, through their profile', async () => {
    const file = 'qd766_34tinh_nam2025_2025-10-16'
    const csv = readFileSync(new URL(`qd766-2025/${file}.csv`, FIXTURE), 'utf8')
    const provinces = readFileSync(new URL('provinces.csv', import.meta.url), 'utf8')
    const [one, other] = [tempDatabase().db, tempDatabase().db]
    for (const db of [one, other]) await accept(db, 'units', provinces)
    const read = { profile: 'qd766-cong-dvcqg', at: Date.parse('2025-10-16T18:00+07:00') }
    const asText = await importText(one, 'observations', csv, { ...read, file: `${file}.csv` })
    const asSheet = await importRows(other, 'observations', typedRows(csv), { ...read, file: `${file}.xlsx` })
    expect(withoutNotes(asSheet)).toEqual({ ...withoutNotes(asText), file: `${file}.xlsx` })
    expect(asSheet).toMatchObject({ ok: true, added: 34 * 7 })
    expect(await figures(other)).toEqual(await figures(one))
  })

  test('a folder of spreadsheets is loaded as one of CSV files', async () => {
    const [one, other] = [tempDatabase().db, tempDatabase().db]
    const [texts, sheets] = [tempFolder(), tempFolder()]
    const kinds = ['units', 'indicators', 'campaigns', 'targets', 'members', 'observations-baseline']
    for (const kind of kinds) {
      const csv = readFileSync(new URL(`gia-lai-2024/${kind}.csv`, FIXTURE), 'utf8')
      writeFileSync(join(texts, `${kind}.csv`), csv)
      const rows = typedRows(csv)
      writeFileSync(join(sheets, `${kind}.xlsx`), await writeXlsx({ sheets: [{ name: kind, rows }] }))
    }
    const outcomes = await loadFolder(other, sheets, AT)
    expect(outcomes.map(outcome => outcome.ok && outcome.added)).toEqual([258, 8, 2, 3072, 6, 2062])
    await loadFolder(one, texts, AT)
    expect(await other.read.catalog.get()).toEqual(await one.read.catalog.get())
    expect(await figures(other)).toEqual(await figures(one))
  })

  const cell = fc.constantFrom('1', '2', '7', '12.5', '40,3', '0', '-1', '100', '101', 'x', '')
  const row = fc.tuple(
    fc.constantFrom('S1', 'S2', 'H1', 'X1', 'X2', 'S9', ''),
    fc.constantFrom('online_rate', 'services', 'score', 'none'),
    fc.constantFrom('2024', '2024-W20', '2024-05-19', '2024-05-02/2024-06-01', 'May'),
    cell,
    cell,
    cell,
    fc.constantFrom('', 'ghi chú', ' đã công bố '),
  )
  const good = fc
    .tuple(
      fc.constantFrom('S1', 'S2', 'H1', 'X1', 'X2'),
      fc.constantFrom('online_rate', 'services'),
      fc.constantFrom('2024', '2024-W20', '2024-05-19', '2024-05-02/2024-06-01'),
      fc.nat(50),
      fc.nat(50),
    )
    .map(([unit, indicator, period, part, rest]) => [
      unit,
      indicator,
      period,
      `${part}`,
      `${part + rest}`,
      '',
      '',
    ])

  test('says the same, and what is wrong with it is the same', async () => {
    const [one, other] = [await province(), await province()]
    const seen = { taken: 0, refused: 0 }
    const rows = fc.array(fc.oneof({ weight: 9, arbitrary: good }, row), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, async table => {
        const csv = [HEAD, ...table].map(cells => cells.join(';')).join('\n')
        const asText = await importText(one.db, 'observations', csv, { file: 'a' })
        const asSheet = await importRows(
          other.db,
          'observations',
          [HEAD, ...table.map(cells => cells.map(typed))],
          {
            file: 'a',
          },
        )
        expect(withoutNotes(asSheet)).toEqual(withoutNotes(asText))
        seen[asText.ok ? 'taken' : 'refused']++
      }),
      { numRuns: sized({ quick: 40, usual: 50, long: 150 }) },
    )
    expect(await figures(other.db)).toEqual(await figures(one.db))
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20)
  })
})

test('the library is loaded with the first spreadsheet only', () => {
  const source = readFileSync(
    new URL('../../src/imports/files/spreadsheet-worker.ts', import.meta.url),
    'utf8',
  )
  expect(source).toMatch(/^import type \{ Workbook \} from 'hucre\/xlsx'$/m)
  expect(source).not.toMatch(/^import (?!type).*hucre/m)
})
