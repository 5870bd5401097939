import { writeFileSync } from 'node:fs'
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
  const ended = await program.run('profile', 'suggest', file, '--out', out)
  return { ended, read: async () => await program.run('import', file, '--profile', out, '--dry-run') }
}

const ANNEX = 'Phụ lục giao chỉ tiêu năm 2026 (9/QĐ-UBND)'

test('of an old and an amended target none is taken: it is asked which, and what is no number is quoted', async () => {
  const { ended, read } = await suggested([
    [ANNEX],
    ['Đơn vị', 'Chỉ tiêu hồ sơ trực tuyến theo Quyết định 4 (%)', 'Chỉ tiêu hồ sơ trực tuyến mới (%)'],
    ['Sở Y tế', 55, 'Không thay đổi'],
    ['Sở Tư pháp', 60, 'Như cũ'],
  ])
  expect(ended.out).toContain('Hồ sơ trực tuyến lấy từ cột ?')
  expect(ended.out).toContain('“Chỉ tiêu hồ sơ trực tuyến mới (%)” (')
  expect(ended.out).toContain('“Không thay đổi”, “Như cũ”')
  expect(await read()).toMatchObject({ status: 1, err: expect.stringContaining('dấu ?') })
})

test.each([
  [ANNEX, ['Tăng 3 điểm', 'Cao hơn quý I 2%']],
  ['Kết quả tháng 4 năm 2024', ['▼ 61,5%', '70,25% (không đạt)']],
  ['Kết quả tháng 4 năm 2024', ['5/12', '31/40']],
])(
  '%s: cells like %j are quoted, and refused by the import, whatever else can be read',
  async (title, cells) => {
    const { ended, read } = await suggested([
      [title],
      ['Đơn vị', 'Tỷ lệ hồ sơ trực tuyến', 'Tỷ lệ số khác (%)'],
      ['Sở Y tế', cells[0]!, 12.5],
      ['Sở Tư pháp', cells[1]!, 13.5],
    ])
    expect(ended.out).toContain('lấy từ cột “Tỷ lệ hồ sơ trực tuyến”')
    expect(ended.out).toContain(`có ô không phải là số (“${cells[0]}”`)
    expect((await read()).status).toBe(1)
  },
)

test('what a target says besides its number is read, and a verdict in words is no column of figures', async () => {
  const { ended, read } = await suggested([
    [ANNEX],
    ['STT', 'Đơn vị', 'Chỉ tiêu hồ sơ trực tuyến', 'Hồ sơ trực tuyến: đánh giá'],
    [1, 'Sở Y tế', 'Từ 61% trở lên', 'Khá'],
    [2, 'Sở Tư pháp', 'Tối thiểu 72%', 'Tốt'],
  ])
  expect(ended.out).toContain('lấy từ cột “Chỉ tiêu hồ sơ trực tuyến”.')
  expect(ended.out).not.toContain('không phải là số')
  expect((await read()).status).toBe(0)
})

test('of rates of which each says more than the indicator none is chosen: it is asked which', async () => {
  const { ended } = await suggested([
    ['Kết quả tháng 4 năm 2024'],
    ['Đơn vị', 'Tỷ lệ trực tuyến cấp xã (%)', 'Tỷ lệ trực tuyến của doanh nghiệp (%)'],
    ['Sở Y tế', 51.5, 60.5],
    ['Sở Tư pháp', 52.5, 61.5],
  ])
  expect(ended.out).toContain('lấy từ cột ?')
  expect(ended.out).toContain('“Tỷ lệ trực tuyến của doanh nghiệp (%)” (')
})

test('counts with a mark between thousands are numbers', async () => {
  const { ended } = await suggested([
    ['Kết quả tháng 4 năm 2024'],
    ['Đơn vị', 'Hồ sơ tiếp nhận', 'Hồ sơ nộp trực tuyến'],
    ['Sở Y tế', '2.450', '1.310'],
    ['Sở Tư pháp', '512', '87'],
  ])
  expect(ended.out).toContain('“Hồ sơ nộp trực tuyến” / “Hồ sơ tiếp nhận”')
  expect(ended.out).not.toContain('không phải là số')
})
