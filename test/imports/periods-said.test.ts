import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { tablePeriod } from '../../src/imports/table-period.ts'
import { accept, AT, expectSayable, figures, province, refuse } from './small-province.ts'

const HEAD = 'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\n'

const said = (title: string, sheetName: string, file: string, given: string | null = null) =>
  tablePeriod({
    given,
    titles: [{ line: 1, cells: [title] }],
    notes: [],
    sheetName,
    file,
    profile: null,
    reportMonth: 1,
  }).elsewhere.map(({ source, period }) => `${source} ${period.from}`)

test.each([
  ['Số liệu tuần 19 năm 2024', 'Tuần 20', 'so-lieu.xlsx', ['sheet 2024-05-13']],
  ['Tháng 4 năm 2024', 'Sheet1', 'thang-5-2024.xlsx', ['file 2024-05-01']],
  [
    'Từ ngày 21/4/2024 đến ngày 20/5/2024',
    'T4',
    'bao-cao-thang-4-2024.xlsx',
    ['sheet 2024-04-01', 'file 2024-04-01'],
  ],
  ['Quý I năm 2024', 'Năm 2023', 'a.xlsx', ['sheet 2023-01-01']],
])('%s on the sheet "%s" of %s: what cannot be meant is said', (title, sheet, file, expected) => {
  expect(said(title, sheet, file)).toEqual(expected)
})

test.each([
  ['Số liệu tuần 20 năm 2024', 'Tháng 5', 'bao-cao-2024.xlsx'],
  ['Từ ngày 21/4/2024 đến ngày 20/5/2024', 'T5', 'thang-5-2024.xlsx'],
  ['Tuần 20 năm 2024', 'Bảng 1', 'tuan-20 (ngày 20.05.2024).xlsx'],
  ['Tháng 5 năm 2024', 'Sheet1', 'so-lieu-20.5.2024.xlsx'],
])('%s on the sheet "%s" of %s: all of it may be meant', (title, sheet, file) => {
  expect(said(title, sheet, file)).toEqual([])
})

test('what is given stands, and the names of sheet and file are held against it', () => {
  const found = said('Tuần 20 năm 2024', 'Tuần 19', 'tuan-18-2024.xlsx', '2024-W20')
  expect(found).toEqual(['sheet 2024-05-06', 'file 2024-04-29'])
})

const week = (title: string) =>
  writeXlsx({
    sheets: [
      {
        name: 'Tuần 20',
        rows: [
          [title, null, null, null],
          ['Đơn vị', 'Chỉ số', 'Tử số', 'Mẫu số'],
          ['Sở Y tế', 'online_rate', 40, 60],
          ['Sở Tư pháp', 'online_rate', 41, 61],
        ],
      },
    ],
  })

test('a week that is written over is warned of, with its days and how many figures become others', async () => {
  const { db } = await province()
  await accept(
    db,
    'observations',
    `${HEAD}Sở Y tế;online_rate;2024-W19;30;50\nSở Tư pháp;online_rate;2024-W19;41;61`,
  )
  const outcome = await importFile(db, {
    file: 'a.xlsx',
    bytes: await week('SỐ LIỆU TUẦN 19 NĂM 2024'),
    at: AT,
  })
  const warnings = outcome.ok ? outcome.warnings : []
  warnings.forEach(expectSayable)
  expect(warnings.map(({ code, params }) => ({ code, ...params }))).toEqual([
    {
      code: 'period_elsewhere',
      source: 'sheet',
      said: '13/5/2024 – 19/5/2024',
      used: '6/5/2024 – 12/5/2024',
    },
    { code: 'figures_replaced', count: 1, span: '6/5/2024 – 12/5/2024' },
  ])
})

const rows = (number: number, factor: number) =>
  ['Sở Y tế', 'Sở Tư pháp', 'X. Ia Pal']
    .map(unit => `${unit};online_rate;2024-W${number};${60 * factor};${100 * factor}`)
    .join('\n')

test('counts since the beginning of the year in the place of those of a week are warned of, once', async () => {
  const { db } = await province()
  await accept(db, 'observations', `${HEAD}${rows(18, 1)}\n${rows(19, 1)}`)
  const codesOf = async (text: string) =>
    (await accept(db, 'observations', HEAD + text, { dryRun: true })).warnings.map(({ code }) => code)
  expect(await codesOf(rows(20, 20))).toEqual(['large_counts'])
  expect(await codesOf(rows(20, 4))).toEqual(['large_counts'])
  expect(await codesOf(rows(20, 2))).toEqual([])
  expect(await codesOf('Sở Y tế;online_rate;2024-W20;2500;3000')).toEqual(['large_count'])
  // Nothing came in: no dossiers is no lost mark of thousands.
  expect(await codesOf('Sở Y tế;online_rate;2024-W20;0;0')).toEqual([])
})

const periodIn = (title: string, file = 'bieu.xlsx', sheetName = 'Sheet1') =>
  tablePeriod({
    given: null,
    titles: [{ line: 1, cells: [title] }],
    notes: [],
    sheetName,
    file,
    profile: null,
    reportMonth: 1,
  }).period

test('the year of a document is not the year of the figures', () => {
  const form = '(Ban hành kèm theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020) ; Kỳ báo cáo: Tháng 10'
  expect(periodIn(form)).toBeNull()
  expect(periodIn(form, 'II.06a nam 2026.xlsx')?.from).toBe('2026-10-01')
  expect(periodIn('Mẫu theo Nghị định 61/2018/NĐ-CP ; Quý III năm 2026')?.from).toBe('2026-07-01')
})

test('of two years in a title neither is taken for a month without one', () => {
  expect(periodIn('Kết quả tháng 9 năm nay và chỉ tiêu năm 2026, năm 2027')).toBeNull()
  expect(periodIn('Kết quả tháng 9 so với cùng kỳ năm 2025 và chỉ tiêu năm 2026')?.from).toBe('2026-09-01')
  expect(periodIn('Tuần 45 so với cùng kỳ tuần 45/2025')).toBeNull()
})

test.each([
  ['Lũy kế từ đầu năm đến ngày 31/10/2026', '2026-01-01', '2026-10-31'],
  ['Kết quả thực hiện năm 2026 đến hết tháng 10', '2026-01-01', '2026-10-31'],
  ['Năm 2026 (tính đến 31/10/2026)', '2026-01-01', '2026-10-31'],
  ['Từ tháng 1 đến tháng 10 năm 2026', '2026-01-01', '2026-10-31'],
  ['Từ ngày 15 tháng 9 năm 2026 đến hết ngày 14 tháng 10 năm 2026', '2026-09-15', '2026-10-14'],
  ['Tuần 45 (02-08/11/2026)', '2026-11-02', '2026-11-08'],
  ['Tuần từ thứ Sáu 06/11 đến thứ Năm 12/11/2026', '2026-11-06', '2026-11-12'],
  ['Từ ngày 1 đến ngày 31 tháng 10 năm 2026', '2026-10-01', '2026-10-31'],
  ['Kỳ báo cáo: 10/2026', '2026-10-01', '2026-10-31'],
  ['10/2026', '2026-10-01', '2026-10-31'],
  ['Tháng 9 + 10/2026', '2026-09-01', '2026-10-31'],
  ['Quý I và quý II năm 2026', '2026-01-01', '2026-06-30'],
  ['Tuần 44+45/2026', '2026-10-26', '2026-11-08'],
  ['Tuần 45, 46 năm 2026', '2026-11-02', '2026-11-15'],
  ['Nửa đầu tháng 10/2026', '2026-10-01', '2026-10-15'],
  ['10 ngày cuối tháng 10/2026', '2026-10-22', '2026-10-31'],
  ['Tháng Mười năm 2026', '2026-10-01', '2026-10-31'],
  ['Số liệu tháng 10/2026, tính đến 16h00 ngày 05/11/2026', '2026-10-01', '2026-10-31'],
  ['Tháng 10 năm 2026 so với tháng 9 năm 2026', '2026-10-01', '2026-10-31'],
])('%s is %s to %s', (title, from, to) => {
  expect(periodIn(title)).toMatchObject({ from, to })
})

test.each([
  'Số liệu đến hết ngày 31/10/2026',
  'Số liệu đến hết tháng 10/2026',
  'Từ 01/01/2026 đến nay',
  'Thời điểm báo cáo: 31/10/2026',
  'Ngày xuất báo cáo: 08:15 05/11/2026',
  'Tuần II tháng 11 năm 2026',
  'Kỳ 2 tháng 10/2026',
  'Tháng 8, 10/2026',
  'Tuần từ 26/10 đến 01/11',
])('%s does not say which days are meant', title => {
  expect(periodIn(title)).toBeNull()
})

test('a note under the table that names other days is held against its title', async () => {
  const { db } = await province()
  const outcome = await importFile(db, {
    file: 'a.csv',
    bytes: Buffer.from(
      'Tháng 5 năm 2024;;;\nĐơn vị;Chỉ số;Tử số;Mẫu số\nSở Y tế;online_rate;40;60\nSở Tư pháp;online_rate;41;61\nGhi chú: tính từ ngày 21/4/2024 đến hết ngày 20/5/2024;;;\n',
    ),
    at: AT,
    kind: 'observations',
  })
  expect(outcome.ok && outcome.warnings.map(({ code }) => code)).toContain('period_elsewhere')
  if (outcome.ok) outcome.warnings.forEach(expectSayable)
})

test('a first month in a province that reported by week is held against as many days of these', async () => {
  const { db } = await province()
  await accept(
    db,
    'observations',
    `${HEAD}Sở Y tế;online_rate;2024-W12;180;250\nSở Y tế;online_rate;2024-W13;190;260`,
  )
  const outcome = await accept(db, 'observations', `${HEAD}Sở Y tế;online_rate;2024-04;2;3`)
  expect(outcome.warnings).toContainEqual(
    expect.objectContaining({ code: 'tiny_count', value: 'Sở Y tế: 3' }),
  )
})

test('"KPS" in a column of dossiers is none of them', async () => {
  const { db } = await province()
  const outcome = await accept(db, 'observations', `${HEAD}Sở Y tế;online_rate;2024-W19;KPS;Không phát sinh`)
  expect(outcome.added).toBe(1)
  expect(
    await db.read.observations.inWindow({
      indicators: ['online_rate'],
      window: { from: '2024-05-06', to: '2024-05-12' },
    }),
  ).toMatchObject([{ numerator: 0, denominator: 0 }])
})

test.each([
  ['Thống kê hồ sơ từ ngày 05/02/2024 đến ngày 04/03/2024', '2024-02-05 2024-03-04'],
  ['Báo cáo từ ngày 05/02/2024 đến ngày 04/03/2024', '2024-02-05 2024-03-04'],
  ['Thời gian: từ 00h00 ngày 05/02/2024 đến 24h00 ngày 04/03/2024', '2024-02-05 2024-03-04'],
  ['05/02/2024 00:00:00 - 04/03/2024 23:59:59', '2024-02-05 2024-03-04'],
  ['Tiếp nhận từ 0 giờ ngày 05/02/2024 đến 17 giờ 30 phút ngày 09/02/2024', '2024-02-05 2024-02-09'],
  ['Hồ sơ từ 5 đến 11 tháng 2 năm 2024', '2024-02-05 2024-02-11'],
  ['Từ ngày: 05/02/2024 ; Đến ngày: 04/03/2024', '2024-02-05 2024-03-04'],
  ['Ngày bắt đầu: 05/02/2024 ; Ngày kết thúc: 04/03/2024', '2024-02-05 2024-03-04'],
  ['Kết xuất ngày 06/03/2024, kỳ từ 05/02/2024 đến 04/03/2024', '2024-02-05 2024-03-04'],
  ['(Kèm theo Báo cáo số     /BC-SYT ngày     tháng 3 năm 2024) ; Quý I/2024', '2024-01-01 2024-03-31'],
])('the days of %s are the period', (title, days) => {
  const { from, to } = periodIn(title) ?? {}
  expect(`${from} ${to}`).toBe(days)
})

test.each([
  'Báo cáo số 31/BC-STP ngày 05/3/2024',
  '(Kèm theo Công văn số     /SNV-CCHC ngày     tháng 3 năm 2024)',
  'Số liệu chốt lúc 17h00 ngày 04/3/2024',
  'Số liệu tính đến hết ngày 04/3/2024',
])('%s names no period', title => {
  expect(periodIn(title)).toBeNull()
})

const WIDE = 'STT;Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\n'
const wide = (title: string, note = '') => `${title};;;;\n${WIDE}1;Sở Y tế;9;6;3\n${note};;;;\n`

test('a note below the table says its period where the title says none', async () => {
  const { db } = await province()
  const note = 'Ghi chú: số liệu tính từ ngày 06/5/2024 đến hết ngày 12/5/2024.'
  const taken = await accept(db, 'observations', wide('Tổng hợp hồ sơ', note), { dryRun: true })
  const found = taken.notes.find(({ code }) => code === 'note_period')
  expect(found?.params).toEqual({ from: '2024-05-06', to: '2024-05-12', source: 'note' })
  for (const other of ['Số liệu kỳ trước tính từ ngày 06/5/2024 đến 12/5/2024', 'Mẫu, ngày 02/6/2024']) {
    const problems = await refuse(await province(), 'observations', wide('Tổng hợp hồ sơ', other))
    expect(problems.map(({ code }) => code)).toEqual(['period_needed'])
  }
})

const refusedFor = async (title: string) => (await refuse(await province(), 'observations', wide(title)))[0]

test('a title with an end alone or without a year says so, with what to type', async () => {
  expect(await refusedFor('Số liệu tính đến hết ngày 12/5/2024')).toMatchObject({
    code: 'period_end_alone',
    params: { day: '2024-05-12', example: '2024-01-01/2024-05-12' },
  })
  expect(await refusedFor('Báo cáo tháng 12')).toMatchObject({
    code: 'period_yearless',
    params: { said: 'Báo cáo tháng 12', example: '2023-12' },
  })
})

test.each([
  ['BC_TTHC_16.11-22.11.2026.xlsx', '2026-11-16 2026-11-22'],
  ['bao-cao_02-11-2026 đến 08-11-2026.xlsx', '2026-11-02 2026-11-08'],
  ['tu_ngay_01.10.2026_den_31.10.2026.xlsx', '2026-10-01 2026-10-31'],
  ['bao-cao-thang-10-2026.xlsx', '2026-10-01 2026-10-31'],
])('the days in the name %s are the period', (file, days) => {
  const { from, to } = periodIn('Báo cáo', file) ?? {}
  expect(`${from} ${to}`).toBe(days)
})

test.each(['bao-cao-05-10-2026.xlsx', 'danh-sach-2026-10-05.xlsx'])(
  'the day on which %s was made is none',
  file => {
    expect(periodIn('Báo cáo', file)).toBeNull()
  },
)

test('a week that a title names beside days that are others is warned of; several periods are named', async () => {
  const beside = said('Tuần 19/2024 (từ 13/5/2024 đến 19/5/2024)', 'Sheet1', 'a.xlsx')
  expect(beside).toEqual(['title 2024-05-06'])
  expect(said('Tháng 5 năm 2024 (từ 21/4/2024 đến 20/5/2024)', 'Sheet1', 'a.xlsx')).toEqual([])
  expect(await refusedFor('Tháng 5/2024 và tháng 4/2024')).toMatchObject({
    code: 'periods_several',
    params: { periods: '1/5/2024 – 31/5/2024; 1/4/2024 – 30/4/2024' },
  })
})

test('the sum of all that came in is compared in the row of sums as well', async () => {
  const { db } = await province()
  const below = ['1;Sở Y tế;9;6;3', '2;Sở Tư pháp;8;4;4', ';Tổng cộng;20;10;7']
  const text = `Tháng 5/2024;;;;\n${WIDE}${below.join('\n')}\n`
  const { warnings } = await accept(db, 'observations', text, { dryRun: true })
  expect(warnings.map(({ code, column }) => [code, column])).toEqual([['total_differs', 'Đã nhận']])
})

const usedIn = (title: string, sheetName: string) => {
  const { period } = tablePeriod({
    given: null,
    titles: [{ line: 1, cells: [title] }],
    notes: [],
    sheetName,
    file: 'tong-hop.xlsx',
    profile: null,
    reportMonth: 1,
  })
  return period === null ? null : `${period.from}/${period.to}`
}

test.each([
  ['Tổng hợp năm 2024', 'Tháng 4', '2024-04-01/2024-04-30'],
  ['Kết quả tiếp nhận năm 2024', 'Tuần 19', '2024-05-06/2024-05-12'],
  ['Tổng hợp hồ sơ năm 2023', 'Quý III', '2023-07-01/2023-09-30'],
  ['Tổng hợp năm 2024', 'T4', '2024-04-01/2024-04-30'],
  ['Tổng hợp năm 2024', '20.5.2024', '2024-01-01/2024-12-31'],
  ['Tổng hợp năm 2024', 'Các sở', '2024-01-01/2024-12-31'],
  ['Tháng 4 năm 2024', 'Tuần 17', '2024-04-01/2024-04-30'],
  ['Lũy kế năm 2024', 'Tháng 4', null],
])('“%s” on the sheet “%s” is of %s', (title, sheet, used) => {
  expect(usedIn(title, sheet)).toBe(used)
})

test.each([
  ['Tuần 20 (06/5-12/5/2024)', '13/5/2024 – 19/5/2024', '6/5/2024 – 12/5/2024'],
  ['Tháng 4/2024 (từ ngày 01/3/2024 đến ngày 31/3/2024)', '1/4/2024 – 30/4/2024', '1/3/2024 – 31/3/2024'],
  ['Quý I/2024 (01/4/2024 - 30/6/2024)', '1/1/2024 – 31/3/2024', '1/4/2024 – 30/6/2024'],
])('a cell "%s" names two periods, and is refused', async (cell, named, days) => {
  const world = await province()
  const [problem, ...others] = await refuse(world, 'observations', `${HEAD}Sở Y tế;online_rate;${cell};1;2`)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code: 'two_periods', line: 2, params: { named, days } })
})

test('days of the same week, and the month of reports, are one period', async () => {
  const { db } = await province()
  const cells = ['Tuần 19 (06/5-12/5/2024)', 'Tháng 4/2024 (21/3/2024 - 20/4/2024)']
  await accept(db, 'observations', HEAD + cells.map(cell => `Sở Y tế;online_rate;${cell};1;2`).join('\n'))
  expect(await figures(db)).toEqual([
    'S1 online_rate 2024-03-21/2024-04-20 1/2',
    'S1 online_rate 2024-05-06/2024-05-12 1/2',
  ])
})
