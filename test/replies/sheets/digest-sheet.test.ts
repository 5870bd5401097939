import { readdirSync, readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Sheet } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import type { SayContext } from '../../../src/replies/phrases/context.ts'
import { sheetOfDigest } from '../../../src/replies/sheets/digest-sheet.ts'
import { digestOf, lineOf } from '../any-digest.ts'
import { behind, catalog, DUC_CO, figureOf, GIA_LAI, IA_GRAI, saying, SGTVT, WEEK_20 } from '../province.ts'
import { textInZip } from './zip-entry.ts'

const whole = figureOf({
  unit: GIA_LAI,
  window: WEEK_20,
  value: 58.09,
  numerator: 60_205,
  denominator: 103_632,
  dataTo: '2024-05-19',
  reason: 'not_assigned',
  rolledUpFrom: 257,
})
const digest = digestOf({
  lines: [
    lineOf({
      figure: whole,
      toDate: { ...whole, value: 55.5, window: { from: '2024-05-02', to: '2024-05-19' } },
      change: -0.15,
    }),
    lineOf({
      figure: figureOf({ unit: GIA_LAI, indicator: 'service_score', value: 86.74, rolledUpFrom: null }),
      met: null,
      change: null,
    }),
    ...['satisfaction_rate', 'late_rate'].map(indicator => lineOf({ figure: { ...whole, indicator } })),
  ],
  alerts: [
    {
      unit: DUC_CO,
      indicator: 'online_rate',
      value: 40,
      target: 60,
      since: '2024-05-13',
      state: 'explained',
      written: [
        { author: 'Siu Mi', day: '2024-05-14', text: 'Hỏng đường truyền' },
        { author: 'Siu Mi', day: '2024-05-16', text: 'Đã nối lại' },
      ],
      newlyExplained: true,
    },
  ],
  gaps: [SGTVT],
})
const figures: Figure[] = [
  behind({ value: 40.3, numerator: 403, denominator: 1000, gap: 19.7 }),
  figureOf({ unit: DUC_CO, target: 60, document: '7/QĐ', reason: 'no_data' }),
  figureOf({
    unit: SGTVT,
    indicator: 'satisfaction_rate',
    numerator: 0,
    denominator: 0,
    reason: 'no_dossiers',
  }),
  behind({ unit: SGTVT, indicator: 'late_rate', value: 5, target: 10, gap: -5, met: true }),
  behind({
    unit: SGTVT,
    target: null,
    gap: null,
    met: null,
    document: null,
    rank: 1,
    of: 1,
    reason: 'exempt',
  }),
]

const rows = figures.map(figure => ({ figure, toDate: null }))

async function sheetsOf(say: SayContext = saying('bcd-tinh'), given = digest): Promise<Sheet[]> {
  const { bytes } = await sheetOfDigest(given, rows, say)
  return (await readXlsx(bytes, { readStyles: true })).sheets
}

const sheetNamed = async (name: string) => (await sheetsOf()).find(sheet => sheet.name === name)

/** A row of the sheet by the titles of its columns. */
function read(sheet: Sheet | undefined, header: number, row: number): Record<string, unknown> {
  const titles = sheet?.rows[header] ?? []
  return Object.fromEntries(titles.map((title, column) => [String(title), sheet?.rows[row]?.[column]]))
}

const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('is an xlsx file, named by its day and described in words', async () => {
  const { name, type, description, bytes } = await sheetOfDigest(digest, rows, saying('bcd-tinh'))
  expect(name).toBe('bao-cao-2024-05-20.xlsx')
  expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect(description).toBe('Bảng tính kết quả chi tiết của tỉnh Gia Lai, tuần 20 (13–19/5/2024)')
  expect(Buffer.from(bytes.subarray(0, 4)).toString('hex')).toBe('504b0304')
})

test('first the overview: a line for each indicator under its title', async () => {
  const [overview] = await sheetsOf()
  expect(overview?.name).toBe('Tổng quan')
  expect(overview?.rows.slice(0, 3).map(row => row[0] ?? null)).toEqual([
    'Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai',
    'Tuần 20 (13–19/5/2024): hồ sơ trực tuyến của tỉnh Gia Lai đạt 58,09%, giảm 0,15 điểm; 164/256 đơn vị chưa đạt',
    null,
  ])
  expect(read(overview, 3, 4)).toEqual({
    'Chỉ số': 'Hồ sơ trực tuyến',
    'Giá trị': 0.5809,
    'Tử số': 60_205,
    'Mẫu số': 103_632,
    'Lũy kế': 0.555,
    'Số đơn vị đạt': 92,
    'Trên số đơn vị': 256,
    'Tăng, giảm (điểm %)': -0.15,
    'Số liệu đến ngày': day('2024-05-19'),
    'Ghi chú': 'Không được giao chỉ tiêu',
    'Cách tính': 'hồ sơ nộp trực tuyến / hồ sơ tiếp nhận',
  })
  // A score is not a percent.
  expect(read(overview, 3, 5)).toMatchObject({ 'Giá trị': 86.74, 'Cách tính': null })
  expect(overview?.cells?.get('4,1')?.style?.numFmt).toBe('0.00%')
  expect(overview?.cells?.get('5,1')?.style?.numFmt).toBe('0.00')
})

test('then a sheet for each indicator, numbers as numbers', async () => {
  const units = await sheetNamed('1. Hồ sơ trực tuyến')
  expect(units?.name).toBe('1. Hồ sơ trực tuyến')
  expect(read(units, 0, 1)).toEqual({
    'Mã đơn vị': IA_GRAI,
    'Đơn vị': 'Huyện Ia Grai',
    Loại: 'Đơn vị cấp huyện',
    'Giá trị': 0.403,
    'Tử số': 403,
    'Mẫu số': 1000,
    'Chỉ tiêu': 0.6,
    'Còn thiếu (điểm %)': 19.7,
    'Kết quả': 'Chưa đạt',
    'Lũy kế': null,
    'Thứ hạng': 9,
    'Trong số': 17,
    'Số liệu đến ngày': day('2024-05-19'),
    'Ghi chú': null,
  })
  expect(['1,3', '1,4', '1,7', '1,12'].map(at => units?.cells?.get(at)?.style?.numFmt)).toEqual([
    '0.00%',
    '#,##0',
    '0.00',
    'dd/mm/yyyy',
  ])
})

async function notes(name: string, row: number): Promise<unknown[]> {
  const cells = read(await sheetNamed(name), 0, row)
  return [cells['Giá trị'], cells['Mẫu số'], cells['Kết quả'], cells['Thứ hạng'], cells['Ghi chú']]
}

test('what does not exist is an empty cell with its reason, never 0', async () => {
  expect(await notes('1. Hồ sơ trực tuyến', 2)).toEqual([null, null, null, null, 'Chưa có số liệu'])
  expect(await notes('1. Hồ sơ trực tuyến', 3)).toEqual([0.471, 1240, null, null, 'Được miễn chỉ tiêu'])
  expect(await notes('3. Mức độ hài lòng', 1)).toEqual([null, 0, null, null, 'Chưa phát sinh lượt đánh giá'])
  expect(await notes('4. Hồ sơ trễ hạn', 1)).toEqual([0.05, 1240, 'Đạt', 9, 'Chỉ tiêu: không quá'])
})

test('units × indicators in colours, those of a kind together, who misses most first, with a place to sign', async () => {
  const summary = await sheetNamed('Bảng tổng hợp')
  expect(summary?.rows.slice(0, 2).map(row => row[0])).toEqual([
    'Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai',
    'Đơn vị báo cáo: Tỉnh Gia Lai',
  ])
  expect(summary?.rows.slice(4, 8).map(row => [row[0], row[1], row[4], row[5]])).toEqual([
    ['Đơn vị', 'Hồ sơ trực tuyến', 'Hồ sơ trễ hạn', 'Số chỉ tiêu chưa đạt'],
    ['Sở Giao thông vận tải', 0.471, 0.05, 0],
    ['Huyện Ia Grai', 0.403, null, 1],
    ['Huyện Đức Cơ', null, null, 0],
  ])
  const fill = (at: string) => summary?.cells?.get(at)?.style?.fill
  expect(fill('6,1')).toMatchObject({ fgColor: { rgb: 'E08214' } })
  expect(fill('5,4')).toMatchObject({ fgColor: { rgb: '8073AC' } })
  expect(fill('5,1')).toMatchObject({ fgColor: { rgb: 'F1F5F9' } })
  const below = summary?.rows.slice(9).flat()
  expect(below).toContain('THỦ TRƯỞNG ĐƠN VỊ')
  expect(below).toContain('……………, ngày …… tháng …… năm ………')
})

test('alerts with their explanations and missing figures have sheets of their own', async () => {
  expect(read(await sheetNamed('Cảnh báo, giải trình'), 0, 1)).toMatchObject({
    'Đơn vị': 'Huyện Đức Cơ',
    'Giá trị': 0.4,
    'Từ ngày': day('2024-05-13'),
    'Trả lời': 'Đã giải trình',
    'Giải trình': '14/5/2024, Siu Mi: Hỏng đường truyền\n16/5/2024, Siu Mi: Đã nối lại',
  })
  const { bytes: written } = await sheetOfDigest(digest, rows, saying('bcd-tinh'))
  // Two texts, one below the other, in a row that is as high as both.
  expect(textInZip(written, 'xl/worksheets/sheet7.xml')).toMatch(/<row r="2"[^>]* ht="30"/)
  expect((await sheetNamed('Chưa có số liệu'))?.rows.slice(1)).toEqual([
    [SGTVT, 'Sở Giao thông vận tải', 'Tỉnh Gia Lai'],
  ])
  const { bytes } = await sheetOfDigest(digestOf(), rows, saying('bcd-tinh'))
  const names = (await readXlsx(bytes)).sheets.map(sheet => sheet.name)
  expect(names).toEqual(['Tổng quan', 'Bảng tổng hợp', '1. Hồ sơ trực tuyến', 'Giới thiệu'])
})

test('headers stay in view, filter their columns, and are printed on each page', async () => {
  const [overview, , units] = await sheetsOf()
  expect(overview).toMatchObject({ freezePane: { rows: 4, columns: 1 }, autoFilter: { range: 'A4:K8' } })
  expect(units).toMatchObject({ freezePane: { rows: 1, columns: 2 }, autoFilter: { range: 'A1:N4' } })
  expect(Math.min(...(units?.columns?.map(column => column.width ?? 0) ?? []))).toBeGreaterThanOrEqual(10)
  const { bytes } = await sheetOfDigest(digest, rows, saying('bcd-tinh'))
  expect(textInZip(bytes, 'xl/worksheets/sheet3.xml')).toContain(
    '<oddHeader>&amp;L&amp;BBáo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter>',
  )
  const workbook = textInZip(bytes, 'xl/workbook.xml')
  const titles = [...workbook.matchAll(/Print_Titles"[^>]*>([^<]*)</g)]
  // A name with a blank must stand in quotation marks, or Excel repairs the file.
  expect(titles.map(([, range]) => range)).toContain("'Bảng tổng hợp'!$5:$5")
  expect(titles).toHaveLength(8)
})

test('last what the figures are: for when, made when, by which decisions', async () => {
  const about = (await sheetsOf()).at(-1)
  expect(about?.name).toBe('Giới thiệu')
  expect(about?.rows.slice(0, 9)).toEqual([
    ['Đơn vị', 'Tỉnh Gia Lai'],
    ['Báo cáo', 'Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai'],
    ['Kỳ báo cáo', 'Tuần 20 (13–19/5/2024)'],
    ['Kết quả tính cho', 'Giai đoạn 2 đến 19/5/2024'],
    ['Ngày lập', day('2024-05-20')],
    ['Số liệu đến ngày', day('2024-05-19')],
    ['Giai đoạn', 'Giai đoạn 2: 2/5/2024 – 30/6/2024'],
    ['Văn bản giao chỉ tiêu', '629/KH-UBND'],
    ['Văn bản giao chỉ tiêu', '7/QĐ'],
  ])
})

test('sample data is called so, on the first page and in the end', async () => {
  const notice = 'Số liệu mẫu để dùng thử, không phải số liệu thật.'
  const has = (sheets: Sheet[]) => sheets.map(sheet => sheet.rows.some(row => row[0] === notice))
  const said = has(await sheetsOf(saying('bcd-tinh', { sample: true })))
  expect([said[0], said.at(-1), said.filter(Boolean).length]).toEqual([true, true, 2])
  expect(has(await sheetsOf())).not.toContain(true)
})

test('text that looks like a formula stays text', async () => {
  const units = catalog.units.map(unit => (unit.code === IA_GRAI ? { ...unit, name: '=1+1' } : unit))
  const byCode = new Map(units.map(unit => [unit.code, unit]))
  const say = saying('bcd-tinh')
  const [, , sheet] = await sheetsOf({ ...say, tree: { ...say.tree, byCode } })
  expect(sheet?.rows[1]?.[1]).toBe('=1+1')
  expect(sheet?.cells?.get('1,1')?.formula).toBeUndefined()
})

test('the same report is the same file, and the library that writes it is loaded in a thread of its own', async () => {
  const say = saying('bcd-tinh')
  const [one, other] = [await sheetOfDigest(digest, rows, say), await sheetOfDigest(digest, rows, say)]
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true)
  const folder = new URL('../../../src/replies/sheets/', import.meta.url)
  const loading = readdirSync(folder).filter(name =>
    readFileSync(new URL(name, folder), 'utf8').includes("'hucre"),
  )
  expect(loading).toEqual(['spreadsheet-writer.ts'])
})
