import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

type Rows = (string | number | null)[][]

/** What `import` says of the rows, read as it suggests. */
async function asSuggested(rows: Rows, ...options: string[]) {
  const program = await smallProgram()
  const file = join(tempFolder(), 'b.xlsx')
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  const ended = await program.run('import', file, ...options, '--dry-run')
  return { status: ended.status, said: ended.out + ended.err }
}

const GOI_Y = ['--profile', 'goi-y'] as const

const byProcedure = (third: number): Rows => [
  ['Tháng 4 năm 2024'],
  ['STT', 'Đơn vị / Thủ tục', 'Tiếp nhận', 'Trực tuyến'],
  ['I', 'Sở Y tế', 80, 60],
  [1, 'Cấp giấy phép hành nghề', 50, 40],
  [2, 'Công bố cơ sở đủ điều kiện', third, 20],
  ['II', 'Sở Tư pháp', 90, 30],
  [1, 'Cấp phiếu lý lịch tư pháp', 90, 30],
]

test('rows that break a unit down by procedures, and add up to it, are left out by name', async () => {
  const { status, said } = await asSuggested(byProcedure(30), ...GOI_Y)
  expect(status).toBe(0)
  expect(said).toContain('sẽ nhập 2 dòng')
  expect(said).toContain('5 “Công bố cơ sở đủ điều kiện”')
})

test('where they do not add up they are asked for', async () => {
  const { status, said } = await asSuggested(byProcedure(31), ...GOI_Y)
  expect(status).toBe(1)
  expect(said).toContain('“Cấp giấy phép hành nghề”: không có đơn vị này')
})

test('two columns that give the rate together are one part of the whole', async () => {
  const program = await smallProgram()
  const label =
    'on_time,Tiến độ giải quyết,Tiến độ,hồ sơ giải quyết đúng hạn và trước hạn,hồ sơ đã giải quyết'
  const header = 'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases'
  await program.bring('indicators', `${header}\n${label},sum,,tỷ lệ đúng hạn\n`)
  const rows: Rows = [
    ['Tháng 4 năm 2024'],
    ['Đơn vị', 'Tổng số đã giải quyết', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Tỷ lệ đúng hạn (%)'],
    ['Sở Y tế', 80, 40, 20, 20, 75],
    ['Sở Tư pháp', 90, 10, 35, 45, 50],
  ]
  const file = join(tempFolder(), 'b.xlsx')
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  expect((await program.run('import', file)).err).toContain(
    '“Trước hạn” + “Đúng hạn” / “Tổng số đã giải quyết”',
  )
  const ended = await program.run('import', file, ...GOI_Y, '--dry-run')
  expect(ended).toMatchObject({ status: 0, out: expect.stringContaining('sẽ nhập 2 dòng') })
})

test('a column of months says the period of each row, and none of its counts', async () => {
  const { status, said } = await asSuggested(
    [
      ['SỐ LIỆU HỒ SƠ TRỰC TUYẾN NĂM 2024'],
      ['Tháng', 'Đơn vị', 'Tiếp nhận', 'Trực tuyến'],
      [3, 'Sở Y tế', 80, 60],
      [4, 'Sở Y tế', 81, 61],
    ],
    ...GOI_Y,
  )
  expect(status).toBe(0)
  expect(said).toContain('sẽ nhập 2 dòng (mới 2')
})

test('a column of what rose and fell, and one of whole numbers, are no rates of the counts', async () => {
  const { status } = await asSuggested(
    [
      ['Tháng 4 năm 2024'],
      ['Đơn vị', 'Tiếp nhận', 'Trực tuyến', 'Tăng/giảm', 'Số cán bộ'],
      ['Sở Y tế', 80, 60, 75, 1],
      ['Sở Tư pháp', 90, 45, 50, 1],
      ['Sở Y tế', 80, 60, 12, 1],
    ],
    ...GOI_Y,
  )
  expect(status).toBe(0)
})

test.each([
  [
    [
      ['THÔNG BÁO LỊCH NGHỈ'],
      ['Ngày', 'Nội dung', 'Ghi chú'],
      ['04/01/2027', 'Nghỉ bù', 'Nghỉ'],
      ['09/01/2027', 'Làm bù', 'Làm việc'],
    ],
  ],
  [
    [
      ['PHỤ LỤC GIAO CHỈ TIÊU NĂM 2027 (12/KH-UBND)'],
      ['TT', 'Nhóm đơn vị', 'Tỷ lệ hồ sơ trực tuyến'],
      [1, 'Các sở, ban, ngành', '85%'],
    ],
  ],
] satisfies [Rows][])('a list is known by what offices call its columns: %j', async rows => {
  expect(await asSuggested(rows)).toMatchObject({ status: 0 })
})
