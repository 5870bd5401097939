import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

type Rows = (string | number | null)[][]

async function suggested(rows: Rows) {
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, out] = [join(folder, 'b.xlsx'), join(folder, 'm.json')]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  return { program, file, out, ended: await program.run('profile', 'suggest', file, '--out', out) }
}

test.each([
  ['Phụ lục giao chỉ tiêu (9/QĐ-UBND)', 'Thực hiện năm 2025', 'kết quả đã đạt'],
  ['Chỉ tiêu năm 2027', 'Ước TH 2026', 'kết quả đã đạt'],
  ['Kết quả tháng 4 năm 2024', 'Kế hoạch giao (%)', 'ghi là chỉ tiêu'],
])('“%s” with a column “%s” alone gets no profile', async (title, upper, said) => {
  const { ended, out } = await suggested([
    [title],
    ['Đơn vị', upper],
    [null, 'Hồ sơ trực tuyến'],
    ['Sở Y tế', 41.5],
    ['Sở Tư pháp', 42.5],
  ])
  expect(ended).toMatchObject({ status: 1, err: expect.stringContaining(said) })
  expect(existsSync(out)).toBe(false)
})

test('results beside targets are neither chosen nor offered', async () => {
  const { program, file, out, ended } = await suggested([
    ['Phụ lục giao chỉ tiêu (9/QĐ-UBND)'],
    ['Đơn vị', 'Số hóa hồ sơ (%)', null],
    [null, 'Thực hiện năm 2025', 'Phấn đấu năm 2027'],
    ['Sở Y tế', 41.5, 60],
    ['Sở Tư pháp', 42.5, 70],
  ])
  expect(ended.out).not.toContain('thuc_hien')
  expect(ended.out).toContain('Phấn đấu năm 2027')
  const other = await program.run('import', file, '--profile', out, '--period', '2026')
  expect(other.status).toBe(1)
})

test('of a plan, what was reached and the rate of the two what was reached is chosen', async () => {
  const { ended } = await suggested([
    ['Kết quả tháng 4 năm 2024'],
    ['Đơn vị', 'Hồ sơ trực tuyến (%)', null, null],
    [null, 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'],
    ['Sở Y tế', 60.5, 41.5, 68.3],
    ['Sở Tư pháp', 70.5, 42.5, 60.2],
  ])
  expect(ended.out).toContain('lấy từ cột “Thực hiện”')
})

test('points of a score are no percents', async () => {
  const { ended } = await suggested([
    ['Bảng điểm tháng 4 năm 2024'],
    ['Đơn vị', 'Hồ sơ trực tuyến (12)', 'Điểm hồ sơ trực tuyến'],
    ['Sở Y tế', 11.5, 11.5],
    ['Sở Tư pháp', 9.25, 9.25],
  ])
  expect(ended.out).not.toContain('lấy từ cột')
})

const ofMonth = (month: number): Rows => [
  [`Tình hình tháng ${month} năm 2024`],
  ['Nơi báo cáo', 'HS tiếp nhận', 'HS nộp trực tuyến'],
  ['Sở Y tế', 40, 10],
  ['Sở Tư pháp', 60, 20],
]

test('of several sheets each command that is named says which, also where it was asked for', async () => {
  const program = await smallProgram()
  const file = join(tempFolder(), 'b.xlsx')
  const sheets = [3, 4].map(month => ({ name: `Tháng ${month}`, rows: ofMonth(month) }))
  writeFileSync(file, await writeXlsx({ sheets }))
  expect((await program.run('import', file)).err).toContain('--sheet "Tháng 3"')
  const out = join(tempFolder(), 'm.json')
  for (const sheet of ['Tháng 4', '2']) {
    const ended = await program.run('profile', 'suggest', file, '--sheet', sheet, '--out', out)
    expect(ended.out).toContain(`--profile ${out} --sheet "Tháng 4"`)
  }
  const none = await program.run('profile', 'suggest', file, '--out', join(tempFolder(), 'x', 'm.json'))
  expect(none).toMatchObject({ status: 1, err: expect.stringContaining('thư mục chưa có') })
})
