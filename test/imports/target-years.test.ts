import { expect, test } from 'vitest'
import { accept, province, refuse } from './small-province.ts'

const annex = (titles: readonly string[], header: string, ...rows: string[]) =>
  [...titles.map(title => `${title};;`), `Đơn vị;${header}`, ...rows].join('\n')
const ONE = ['Sở Y tế;70%', 'Sở Tư pháp;≥ 65%']

test.each([
  ['GIAO CHỈ TIÊU NĂM 2025', '(Thay thế chỉ tiêu năm 2024 tại Quyết định số 9/QĐ-UBND ngày 05/01/2024)'],
  ['PHÂN BỔ CHỈ TIÊU NĂM 2025', '(thay cho phụ lục năm 2024)'],
  ['CHỈ TIÊU GIAO CHO CÁC SỞ NĂM 2025', 'Căn cứ tình hình năm 2024 và dự toán năm 2026'],
])('the year of %s is that of the line that assigns, beside %s', async (...titles) => {
  const { db } = await province()
  const text = annex([...titles, '(Quyết định số 31/QĐ-UBND)'], 'Hồ sơ trực tuyến (%)', ...ONE)
  await accept(db, 'targets', text)
  const { targets } = await db.read.catalog.get()
  expect(targets.map(({ year, unit, target }) => [year, unit, target])).toEqual([
    [2025, 'S1', 70],
    [2025, 'S2', 65],
  ])
})

test('where no line of the title says it, years are named and what to type; once, not for each row', async () => {
  const titles = ['PHỤ LỤC', '(Quyết định số 31/QĐ-UBND; năm 2024, năm 2025)']
  const [first, ...others] = await refuse(
    await province(),
    'targets',
    annex(titles, 'Hồ sơ trực tuyến (%)', ...ONE),
  )
  expect(first).toMatchObject({
    code: 'target_years',
    line: null,
    params: { years: '2024, 2025', example: '2025' },
  })
  expect(others).toEqual([])
  const bare = annex(['PHỤ LỤC (Quyết định số 31/QĐ-UBND)'], 'Hồ sơ trực tuyến (%)', ...ONE)
  expect((await refuse(await province(), 'targets', bare)).map(({ code }) => code)).toEqual([
    'target_year_needed',
  ])
  const { db } = await province()
  expect(await accept(db, 'targets', bare, { period: '2025' })).toMatchObject({ added: 2 })
})

test('a column of targets of which no indicator is known refuses the annex, a column of results does not', async () => {
  const titles = ['GIAO CHỈ TIÊU NĂM 2025 (Quyết định số 31/QĐ-UBND)']
  const of = (header: string) =>
    annex(titles, `Hồ sơ trực tuyến (%);${header}`, 'Sở Y tế;70%;≥ 80%', 'Sở Tư pháp;65%;≥ 90%')
  const problems = await refuse(await province(), 'targets', of('Hồ sơ lưu trữ (%)'))
  expect(problems).toMatchObject([{ code: 'target_column_unread', column: 'Hồ sơ lưu trữ (%)' }])
  for (const other of ['Kết quả năm 2024', 'Thực hiện 2024', 'Ghi chú']) {
    const { db } = await province()
    expect(await accept(db, 'targets', of(other), { dryRun: true })).toMatchObject({ added: 2 })
  }
})

test.each([
  ['KPS', 'target_in_words'],
  ['x', 'bad_number'],
])('"%s" in place of a target is no exemption', async (none, expected) => {
  const text = annex(
    ['GIAO CHỈ TIÊU NĂM 2025 (31/QĐ-UBND)'],
    'Hồ sơ trực tuyến (%)',
    `Sở Y tế;${none}`,
    ...ONE,
  )
  const problems = await refuse(await province(), 'targets', text)
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[3, expected]])
})

test('what a target leaves out in brackets is not kept, and said', async () => {
  const { db } = await province()
  const rows = ['Sở Y tế;100% (trừ hồ sơ cấp lý lịch)', 'Sở Tư pháp;Tối thiểu 65%']
  const text = annex(['GIAO CHỈ TIÊU NĂM 2025 (31/QĐ-UBND)'], 'Hồ sơ trực tuyến (%)', ...rows)
  const { warnings } = await accept(db, 'targets', text)
  const { targets } = await db.read.catalog.get()
  expect(targets.map(({ target }) => target)).toEqual([100, 65])
  expect(warnings).toMatchObject([{ code: 'target_note', params: { note: 'trừ hồ sơ cấp lý lịch' } }])
})
