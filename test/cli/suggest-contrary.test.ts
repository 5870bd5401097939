import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

async function tried(title: string, header: string, indicator = 'online') {
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, out] = [join(folder, 'b.xlsx'), join(folder, 'm.json')]
  const rows = [
    ['UBND TỈNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [title],
    ['Đơn vị', header],
    ['Sở Y tế', 3.5],
    ['Sở Tư pháp', 1.25],
  ]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  const said = await program.run('profile', 'suggest', file, '--out', out)
  const text = existsSync(out) ? readFileSync(out, 'utf8') : ''
  writeFileSync(out, text.replace('"?"', `"${indicator}"`))
  return { said, text, read: await program.run('import', file, '--profile', out) }
}

test.each([
  ['Tình hình hồ sơ quá hạn tháng 5 năm 2024', 'Tỷ lệ quá hạn (%)'],
  ['Tỷ lệ hồ sơ trực tuyến tháng 5 năm 2024', 'Tỷ lệ không đạt (%)'],
  ['Tỷ lệ hồ sơ trực tuyến tháng 5 năm 2024', 'Tỷ lệ chậm xử lý (%)'],
])('%s, %s: no profile is suggested for the contrary of every indicator', async (title, header) => {
  const { said, text } = await tried(title, header)
  expect(text).toBe('')
  expect(said).toMatchObject({ status: 1, err: expect.stringContaining(`“${header}” ghi điều ngược lại`) })
})

test('a rate of another name than the title is asked for; one that says no more than it is taken', async () => {
  const title = 'Tỷ lệ hồ sơ trực tuyến tháng 5 năm 2024'
  expect((await tried(title, 'Tỷ lệ phản ánh, kiến nghị (%)')).text).toContain('"?"')
  expect((await tried(title, 'Kết quả đạt được (%)')).text).toContain('"online"')
})
