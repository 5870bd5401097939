import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { accept, importText, province, refuse } from './small-province.ts'

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)
const annex = (title: string, upper: string) =>
  `${title};;\nTT;Tên đơn vị;${upper}\n;;Hồ sơ trực tuyến\n1;Sở Y tế;41\n2;Sở Tư pháp;42\n`

test('results of a year are no targets of another, whatever is given', async () => {
  const text = annex('PHỤ LỤC CHỈ TIÊU (9/QĐ-UBND)', 'Thực hiện năm 2023')
  const problems = await refuse(await province(), 'targets', text, { period: '2025' })
  expect(problems).toMatchObject([
    { code: 'result_as_target', column: 'Thực hiện năm 2023 › Hồ sơ trực tuyến' },
    { code: 'target_year_differs', params: { said: '2023', used: '2025' } },
  ])
})

test.each([
  ['GIAO CHỈ TIÊU NĂM 2024 (9/QĐ-UBND)', 'Chỉ tiêu (%)', '2025', ['target_year_differs']],
  ['HỒ SƠ TRỰC TUYẾN NĂM 2024 (9/QĐ-UBND)', 'Mức giao', '2025', ['target_year_differs']],
  ['GIAO CHỈ TIÊU (9/QĐ-UBND)', 'Chỉ tiêu năm 2024', '2025', ['target_year_differs']],
  ['GIAO CHỈ TIÊU (9/QĐ-UBND)', 'Chỉ tiêu quý II', '2024', ['target_part_of_year']],
  ['GIAO CHỈ TIÊU QUÝ II NĂM 2024 (9/QĐ-UBND)', 'Chỉ tiêu', '2024', ['target_part_of_year']],
  ['GIAO CHỈ TIÊU GIAI ĐOẠN II NĂM 2024 (9/QĐ-UBND)', 'Chỉ tiêu', '2024', ['target_part_of_year']],
  ['GIAO CHỈ TIÊU NĂM 2024 (9/QĐ-UBND)', 'Chỉ tiêu', '2024-05', ['target_period_no_year']],
  ['GIAO CHỈ TIÊU NĂM 2024 (9/QĐ-UBND)', 'Chỉ tiêu', 'năm nay', ['bad_period']],
  ['GIAO CHỈ TIÊU NĂM 2024', 'Chỉ tiêu', '2024', ['target_document_needed']],
])('“%s”, “%s” with --period %s is refused', async (title, upper, period, expected) => {
  const problems = await refuse(await province(), 'targets', annex(title, upper), { period })
  expect(codes(problems)).toEqual(expected)
})

test.each([
  ['GIAO CHỈ TIÊU NĂM 2024 (9/QĐ-UBND)', 'Chỉ tiêu năm 2024', undefined],
  ['PHỤ LỤC (9/QĐ-UBND ngày 05/01/2024)', 'Phấn đấu (%)', '2025'],
  ['GIAO CHỈ TIÊU GIAI ĐOẠN 2024 - 2026 (9/QĐ-UBND)', 'Chỉ tiêu (%)', '2025'],
])('“%s”, “%s” with --period %s is taken', async (title, upper, period) => {
  const { db } = await province()
  const more = period === undefined ? {} : { period }
  expect(await accept(db, 'targets', annex(title, upper), more)).toMatchObject({ added: 2 })
})

test('a year in the rows and another given are refused', async () => {
  const text = 'Đơn vị;Chỉ số;Chỉ tiêu;Văn bản;Năm\nSở Y tế;online_rate;60;1/QĐ;2024\n'
  const problems = await refuse(await province(), 'targets', text, { period: '2025' })
  expect(codes(problems)).toEqual(['row_year_differs'])
})

const profile = (kind: string, column: string) => {
  const path = join(tempFolder(), 'mau.json')
  const figures = [{ indicator: 'online_rate', value: 'v' }]
  const columns = { unit: ['Đơn vị'], v: [column], document: ['Văn bản'] }
  writeFileSync(
    path,
    JSON.stringify({ name: 'm', about: '', kind, columns, optional: ['document'], figures }),
  )
  return path
}

test('what a profile chose by hand is taken, and doubted with both', async () => {
  const { db } = await province()
  const targets = 'Phụ lục;;\nĐơn vị;Thực hiện năm 2023;Văn bản\nSở Y tế;41;9/QĐ\n'
  const said = await accept(db, 'targets', targets, {
    profile: profile('targets', 'Thực hiện năm 2023'),
    period: '2025',
  })
  expect(said.warnings).toMatchObject([
    { code: 'result_as_target_doubted', column: 'Thực hiện năm 2023' },
    { code: 'target_year_doubted', params: { said: '2023', used: '2025' } },
  ])
  const table = 'Kết quả tháng 4 năm 2024;;\nĐơn vị;Kế hoạch (%);Tháng 3/2024 (%)\nSở Y tế;60;41\n'
  const plan = await accept(db, 'observations', table, { profile: profile('observations', 'Kế hoạch (%)') })
  expect(codes(plan.warnings)).toEqual(['target_as_result_doubted'])
  const march = { profile: profile('observations', 'Tháng 3/2024 (%)') }
  const other = await accept(db, 'observations', table, march)
  expect(other.warnings[0]).toMatchObject({
    code: 'column_period_doubted',
    params: { said: '1/3/2024 – 31/3/2024', used: '1/4/2024 – 30/4/2024' },
  })
  const given = await importText(db, 'observations', table, { ...march, period: '2024-05' })
  expect(given.ok ? [] : codes(given.problems)).toEqual(['column_period_differs'])
})

test('an indicator that a unit is left without is said', async () => {
  const { db } = await province()
  const text =
    'GIAO CHỈ TIÊU NĂM 2024 (9/QĐ-UBND);;\nĐơn vị;Hồ sơ trực tuyến;Số hóa hồ sơ\nSở Y tế;60;80\nSở Tư pháp;70;\n'
  const { notes } = await accept(db, 'targets', text)
  const blank = notes.find(({ code }) => code === 'note_blank_targets')
  expect(blank?.params).toEqual({ count: 1, lines: '4 “Sở Tư pháp”' })
})

test('in a long table a bare rate beside results is that of the results to a target', async () => {
  const head = 'Kết quả tháng 5 năm 2024;;;;\nĐơn vị;Chỉ tiêu;Kế hoạch'
  const text = `${head};Thực hiện;Tỷ lệ (%)\nSở Y tế;Hồ sơ trực tuyến;60;41;68,3\n`
  expect(await refuse(await province(), 'observations', text)).toMatchObject([
    { code: 'value_beside_results', column: 'Tỷ lệ (%)', params: { result: 'Thực hiện' } },
  ])
  const { db } = await province()
  const own = `${head};Ghi chú;Giá trị\nSở Y tế;Hồ sơ trực tuyến;60;;41\n`
  expect(await accept(db, 'observations', own)).toMatchObject({ added: 1 })
})

test('a note below that names the year of a target says nothing of the period above', async () => {
  const { db } = await province()
  const table = 'Tháng 5/2024;;;\nTên đơn vị;Đã nhận;Trực tuyến;Trực tiếp\nSở Y tế;10;5;5\n'
  const { warnings } = await accept(db, 'observations', `${table}Ghi chú: chỉ tiêu năm 2024 là 60%;;;\n`)
  expect(codes(warnings)).toEqual([])
  const other = await accept(db, 'observations', `${table}Ghi chú: số liệu năm 2024;;;\n`)
  expect(codes(other.warnings)).toEqual(['period_elsewhere'])
})
