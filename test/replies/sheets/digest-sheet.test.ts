import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Sheet } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import type { Digest } from '../../../src/answers/digest-facts.ts'
import type { SayContext } from '../../../src/replies/phrases/context.ts'
import { sheetOfDigest } from '../../../src/replies/sheets/digest-sheet.ts'
import { behind, catalog, DUC_CO, figureOf, GIA_LAI, IA_GRAI, saying, SGTVT, WEEK_20 } from '../province.ts'

const whole = figureOf({
  unit: GIA_LAI,
  value: 58.09,
  numerator: 60_205,
  denominator: 103_632,
  dataTo: '2024-05-19',
  reason: 'not_assigned',
  rolledUpFrom: 257,
})
const digest: Digest = {
  kind: 'weekly',
  unit: GIA_LAI,
  day: '2024-05-20',
  window: WEEK_20,
  late: false,
  edge: null,
  phases: [{ phase: catalog.phases[1]!, state: 'running', day: 19, days: 60, daysLeft: 41, met: [] }],
  overall: [
    { figure: whole, met: { met: 92, of: 256 }, change: -0.15 },
    {
      figure: figureOf({ unit: GIA_LAI, indicator: 'service_score', value: 86.74, rolledUpFrom: null }),
      met: null,
      change: null,
    },
  ],
  mainIndicator: 'online_rate',
  best: [],
  worst: [],
  rises: [],
  falls: [],
  newlyBelow: [],
  gaps: [],
  unitCount: 257,
  dataTo: '2024-05-19',
}
const rows: Figure[] = [
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

async function sheetsOf(say: SayContext = saying('bcd-tinh'), given = digest): Promise<Sheet[]> {
  const { bytes } = await sheetOfDigest(given, rows, say)
  return (await readXlsx(bytes, { readStyles: true })).sheets
}

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
  expect(description).toBe('Bảng tính kết quả chi tiết của tỉnh Gia Lai, giai đoạn 2 đến 19/5/2024')
  expect(Buffer.from(bytes.subarray(0, 4)).toString('hex')).toBe('504b0304')
})

test('first the overview: a line for each indicator under its title', async () => {
  const [overview] = await sheetsOf()
  expect(overview?.name).toBe('Tổng quan')
  expect(overview?.rows.slice(0, 3).map(row => row[0] ?? null)).toEqual([
    'Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai',
    'Kết quả giai đoạn 2 đến 19/5/2024',
    null,
  ])
  expect(read(overview, 3, 4)).toEqual({
    'Chỉ số': 'Tỷ lệ hồ sơ TTHC xử lý trực tuyến',
    'Giá trị': 0.5809,
    'Tử số': 60_205,
    'Mẫu số': 103_632,
    'Chỉ tiêu': null,
    'Còn thiếu (điểm %)': null,
    'Kết quả': null,
    'Số đơn vị đạt': 92,
    'Trên số đơn vị': 256,
    'Tăng, giảm (điểm %)': -0.15,
    'Thứ hạng': null,
    'Trong số': null,
    'Số liệu đến ngày': day('2024-05-19'),
    'Ghi chú': 'Không được giao chỉ tiêu',
    'Cách tính': 'hồ sơ nộp trực tuyến / hồ sơ tiếp nhận',
  })
  // A score is not a percent.
  expect(read(overview, 3, 5)).toMatchObject({ 'Giá trị': 86.74, 'Cách tính': null })
  expect(overview?.cells?.get('4,1')?.style?.numFmt).toBe('0.00%')
  expect(overview?.cells?.get('5,1')?.style?.numFmt).toBe('0.00')
})

test('then every unit and indicator, numbers as numbers', async () => {
  const [, units] = await sheetsOf()
  expect(units?.name).toBe('Theo đơn vị')
  expect(read(units, 0, 1)).toEqual({
    'Mã đơn vị': IA_GRAI,
    'Đơn vị': 'Huyện Ia Grai',
    Loại: 'Đơn vị cấp huyện',
    'Đơn vị cấp trên': 'Tỉnh Gia Lai',
    'Chỉ số': 'Hồ sơ trực tuyến',
    'Giá trị': 0.403,
    'Tử số': 403,
    'Mẫu số': 1000,
    'Chỉ tiêu': 0.6,
    'Còn thiếu (điểm %)': 19.7,
    'Kết quả': 'Chưa đạt',
    'Thứ hạng': 9,
    'Trong số': 17,
    'Số liệu đến ngày': day('2024-05-19'),
    'Ghi chú': null,
  })
  expect(['1,5', '1,6', '1,9', '1,13'].map(at => units?.cells?.get(at)?.style?.numFmt)).toEqual([
    '0.00%',
    '#,##0',
    '0.00',
    'dd/mm/yyyy',
  ])
})

test('what does not exist is an empty cell with its reason, never 0', async () => {
  const [, units] = await sheetsOf()
  const notes = [2, 3, 4, 5].map(row => {
    const cells = read(units, 0, row)
    return [cells['Giá trị'], cells['Mẫu số'], cells['Kết quả'], cells['Thứ hạng'], cells['Ghi chú']]
  })
  expect(notes).toEqual([
    [null, null, null, null, 'Chưa có số liệu'],
    [null, 0, null, null, 'Chưa phát sinh lượt đánh giá'],
    [0.05, 1240, 'Đạt', 9, 'Chỉ tiêu: không quá'],
    [0.471, 1240, null, null, 'Được miễn chỉ tiêu'],
  ])
})

test('headers stay in view and filter their columns, which are wide enough to read', async () => {
  const [overview, units] = await sheetsOf()
  expect(overview).toMatchObject({ freezePane: { rows: 4, columns: 1 }, autoFilter: { range: 'A4:O6' } })
  expect(units).toMatchObject({ freezePane: { rows: 1, columns: 2 }, autoFilter: { range: 'A1:O6' } })
  const widths = units?.columns?.map(column => column.width ?? 0) ?? []
  expect(widths).toHaveLength(15)
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(10)
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
  expect(has(await sheetsOf(saying('bcd-tinh', { sample: true })))).toEqual([true, false, true])
  expect(has(await sheetsOf())).toEqual([false, false, false])
})

test('text that looks like a formula stays text', async () => {
  const units = catalog.units.map(unit => (unit.code === IA_GRAI ? { ...unit, name: '=1+1' } : unit))
  const byCode = new Map(units.map(unit => [unit.code, unit]))
  const say = saying('bcd-tinh')
  const [, sheet] = await sheetsOf({ ...say, tree: { ...say.tree, byCode } })
  expect(sheet?.rows[1]?.[1]).toBe('=1+1')
  expect(sheet?.cells?.get('1,1')?.formula).toBeUndefined()
})

test('the same report is the same file, and the library is loaded with the first one only', async () => {
  const say = saying('bcd-tinh')
  const [one, other] = [await sheetOfDigest(digest, rows, say), await sheetOfDigest(digest, rows, say)]
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true)
  const source = readFileSync(
    new URL('../../../src/replies/sheets/write-spreadsheet.ts', import.meta.url),
    'utf8',
  )
  expect(source.split('\n').filter(line => /^import (?!type)/.test(line))).toEqual([])
})
