import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

/** A table as no profile knows it: two rows of titles, a numbering row, a group, a total. */
const TABLE = [
  ['BÁO CÁO TUẦN 20 NĂM 2024', null, null, null],
  ['STT', 'Cơ quan thực hiện', 'Hồ sơ trong kỳ', null],
  [null, null, 'Tiếp nhận', 'Nộp trực tuyến'],
  ['I', 'Các sở', null, null],
  [1, 'Sở Y tế', 1240, 620],
  [2, 'Sở Tư pháp', 60, 45],
  [null, 'Tổng cộng', 1300, 665],
]

async function suggested(
  rows: readonly (readonly (string | number | null)[])[],
  cells?: Map<string, { formula: string }>,
) {
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, out] = [join(folder, 'bao-cao-la.xlsx'), join(folder, 'cua-toi.json')]
  writeFileSync(
    file,
    await writeXlsx({ sheets: [{ name: 'Bảng', rows: rows.map(row => [...row]), ...(cells && { cells }) }] }),
  )
  return { program, file, out, ended: await program.run('profile', 'suggest', file, '--out', out) }
}

test('the profile that is suggested for a table that none knows reads it', async () => {
  const { program, file, out, ended } = await suggested(TABLE)
  expect(ended).toMatchObject({ status: 0, err: '' })
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('"cột"')
  expect(text).toContain('"Cơ quan thực hiện"')
  const line = text.split('\n').findIndex(each => each.includes('"online"')) + 1
  expect(line).toBeGreaterThan(0)
  expect(ended.out).toContain(`${line}`)
  expect(await program.run('import', file, '--profile', out)).toMatchObject({ status: 0, err: '' })
  const { out: answer } = await program.run(
    'ask',
    'hồ sơ trực tuyến tuần 20 của tôi',
    '--as',
    'gd',
    '--at',
    '2024-05-20T09:00+07:00',
  )
  expect(answer).toContain('50%')
  expect(answer).toContain('1.240')
})

test('a table without units gets none, and the file is named', async () => {
  const { ended } = await suggested([
    ['Tên', 'Số'],
    ['Bàn', 3],
    ['Ghế', 4],
  ])
  expect(ended.status).toBe(1)
  expect(ended.err).toContain('bao-cao-la.xlsx')
})

test('a guess that finds no indicator is not read as one', async () => {
  const { program, file, out, ended } = await suggested([
    ['Đơn vị báo cáo', 'Mức A'],
    ['Sở Y tế', 1.5],
    ['Sở Tư pháp', 2.5],
  ])
  expect(ended.status).toBe(0)
  const imported = await program.run('import', file, '--profile', out, '--period', '2024-W20')
  expect(imported.status).toBe(1)
})

test('a count of which nothing is known is no rate: which count is the whole is asked for, line by line', async () => {
  const { program, file, out, ended } = await suggested([
    ['Tuần 20 năm 2024'],
    ['Cơ quan báo cáo', 'Nhận qua mạng', 'Nhận tại quầy'],
    ['Sở Y tế', 40, 10],
    ['Sở Tư pháp', 60, 20],
  ])
  const text = readFileSync(out, 'utf8')
  const asked = text.split('\n').flatMap((line, at) => (line.includes('"?"') ? [at + 1] : []))
  expect(asked).toHaveLength(2)
  for (const line of asked) expect(ended.out).toContain(`dòng ${line}`)
  // Whoever answers only the first question is not taken at half his word.
  writeFileSync(out, text.replace('"?"', '"online"'))
  expect((await program.run('import', file, '--profile', out)).err).toContain('dấu ?')
  writeFileSync(out, text.replace('"?"', '"online"').replace('"?"', '"nhan_qua_mang", "nhan_tai_quay"'))
  const imported = await program.run('import', file, '--profile', out)
  expect(imported).toMatchObject({ status: 0, err: '' })
  expect(imported.out).toContain('2 dòng')
})

const linesWith = (text: string, word: string) =>
  text.split('\n').flatMap((line, at) => (line.includes(word) ? [at + 1] : []))

test('a column of formulas without results is one of counts, whose cells are then refused', async () => {
  const cells = new Map([4, 5].map(line => [`${line},2`, { formula: `SUM(D${line + 1})` }] as const))
  const { program, file, out, ended } = await suggested(TABLE, cells)
  expect(ended.status).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('"Tiếp nhận"')
  const read = await program.run('import', file, '--profile', out)
  expect(read).toMatchObject({ status: 1 })
  expect(read.err).toContain('công thức chưa được tính')
})

test('a signature below a column of counts leaves it one of counts', async () => {
  const { ended } = await suggested([
    ['Tình hình tháng 4 năm 2024'],
    ['Đơn vị', 'Tổng số hồ sơ tiếp nhận', 'Trong đó: trực tuyến'],
    ['Sở Y tế', 40, 10],
    ['Sở Tư pháp', 60, 20],
    [null, null, 'TRƯỞNG PHÒNG'],
    [null, null, '(đã ký)'],
  ])
  expect(ended.out).toContain('“Trong đó: trực tuyến”')
})

const bands = (title: string, one: string, two: string) =>
  suggested([
    [title],
    ['TT', 'Đơn vị', one, null, two, null],
    [null, null, 'Tiếp nhận', 'Nộp trực tuyến', 'Tiếp nhận', 'Nộp trực tuyến'],
    [1, 'Sở Y tế', 300, 200, 40, 10],
    [2, 'Sở Tư pháp', 400, 260, 60, 20],
  ])

test('of columns for several periods that of the table is chosen and the others are named; where none is, it is asked', async () => {
  const first = await bands('KẾT QUẢ TUẦN 20 NĂM 2024', 'Lũy kế', 'Tuần 20')
  expect(first.ended.out).toContain('không lấy “Lũy kế | Nộp trực tuyến”')
  expect(await first.program.run('import', first.file, '--profile', first.out)).toMatchObject({ status: 0 })
  const second = await bands('KẾT QUẢ', 'Đợt A', 'Đợt B')
  const text = readFileSync(second.out, 'utf8')
  expect(linesWith(text, '"?"')).toHaveLength(2)
  for (const line of linesWith(text, '"?"'))
    expect(second.ended.out).toContain(`dòng ${line}: chưa chọn được cột`)
  expect(second.ended.out).toContain('“Đợt B | Nộp trực tuyến”')
})

test('a table with a column for each month is refused with its months', async () => {
  const { ended } = await suggested([
    ['TỶ LỆ HỒ SƠ TRỰC TUYẾN NĂM 2024'],
    ['Đơn vị', 'Tháng 3', 'Tháng 4'],
    ['Sở Y tế', 61.5, 62.5],
    ['Sở Tư pháp', 70.5, 71.5],
  ])
  expect(ended.status).toBe(1)
  expect(ended.err).toContain('“Tháng 3”, “Tháng 4”')
})

test('an annex with results beside its targets is one of targets, whose columns are chosen', async () => {
  const { program, file, out, ended } = await suggested([
    ['GIAO CHỈ TIÊU NĂM 2025 (Kế hoạch số 9/KH-UBND)'],
    ['TT', 'Đơn vị', 'Hồ sơ trực tuyến (%)', 'Hồ sơ trực tuyến (%)'],
    [null, null, 'Kết quả năm 2024', 'Chỉ tiêu năm 2025'],
    [1, 'Sở Y tế', 48.5, 60],
    [2, 'Sở Tư pháp', 55, 65],
  ])
  expect(ended.out).toContain('không lấy “Kết quả năm 2024”')
  const imported = await program.run('import', file, '--profile', out, '--json')
  expect(JSON.parse(imported.out)).toMatchObject({ kind: 'targets', added: 2 })
})
