import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

type Rows = (string | number | null)[][]

const PAYMENT = `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
payment,Tỷ lệ thanh toán trực tuyến,Thanh toán trực tuyến,hồ sơ thanh toán trực tuyến,"hồ sơ phải nộp phí, lệ phí",sum,10,thanh toán`

async function suggested(rows: Rows) {
  const program = await smallProgram()
  await program.bring('indicators', PAYMENT)
  const folder = tempFolder()
  const [file, out] = [join(folder, 'b.xlsx'), join(folder, 'm.json')]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  return {
    suggestion: await program.run('profile', 'suggest', file, '--out', out),
    read: async () => await program.run('import', file),
  }
}

const TITLE = 'Thanh toán trực tuyến tháng 4 năm 2024'

test.each([
  ['ĐVT: nghìn đồng', 'Phải nộp', 'Đã thanh toán trực tuyến'],
  ['(Đơn vị tính: 1.000 đ)', 'Phải nộp', 'Thanh toán trực tuyến'],
  ['Don vi tinh: trieu dong', 'Phai nop', 'Thanh toan truc tuyen'],
  ['Số liệu chính thức', 'Lệ phí phải nộp', 'Lệ phí thanh toán trực tuyến'],
  ['Số liệu chính thức', 'Phải nộp (VNĐ)', 'Thanh toán trực tuyến (đồng)'],
  ['Số liệu chính thức', 'Số tiền của hồ sơ phải nộp phí', 'Số tiền thanh toán trực tuyến'],
])(
  '%s, “%s”, “%s”: amounts of money are no dossiers, nor their rate one of dossiers',
  async (above, whole, part) => {
    const { suggestion, read } = await suggested([
      [TITLE],
      [above],
      ['Đơn vị', whole, part, 'Tỷ lệ thanh toán trực tuyến (%)'],
      ['Sở Y tế', 4_000_000, 1_000_000, 25],
      ['Sở Tư pháp', 6_000_000, 3_000_000, 50],
    ])
    expect(suggestion).toMatchObject({ status: 1, err: expect.stringContaining('ghi số tiền') })
    expect(suggestion.err).toContain(whole)
    const direct = await read()
    expect(direct.status).toBe(1)
    expect(direct.err).not.toContain('Thanh toán trực tuyến = ')
  },
)

test('dossiers for which a fee is due are dossiers, and the amounts beside them are left alone', async () => {
  const { suggestion } = await suggested([
    [TITLE],
    ['Đơn vị: Đồng Nai'],
    ['Đơn vị', 'Hồ sơ phải nộp phí', 'Hồ sơ thanh toán trực tuyến', 'Số tiền (đồng)', 'Hồ sơ đồng bộ'],
    ['Sở Y tế', 40, 10, 4_000_000, 3],
    ['Sở Tư pháp', 60, 30, 6_000_000, 4],
  ])
  expect(suggestion.out).toContain('“Hồ sơ thanh toán trực tuyến” / “Hồ sơ phải nộp phí”')
})

test('a rate of something else beside fees is read', async () => {
  const { suggestion } = await suggested([
    [TITLE],
    ['Đơn vị', 'Tỷ lệ hồ sơ trực tuyến (%)', 'Lệ phí đã thu (triệu đồng)'],
    ['Sở Y tế', 40.5, 12.5],
    ['Sở Tư pháp', 60.5, 13.5],
  ])
  expect(suggestion.out).toContain('lấy từ cột “Tỷ lệ hồ sơ trực tuyến (%)”')
})
