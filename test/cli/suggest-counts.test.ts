import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

type Row = (string | number | null)[]

async function suggested(sheets: { name: string; rows: Row[] }[], ...more: string[]) {
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, out] = [join(folder, 'bao cao.xlsx'), join(folder, 'mau.json')]
  writeFileSync(file, await writeXlsx({ sheets }))
  const ended = await program.run('profile', 'suggest', file, '--out', out, ...more)
  const figures = (): unknown => JSON.parse(readFileSync(out, 'utf8'))['số liệu']
  return { program, file, out, ended, figures }
}

const one = (...rows: Row[]) => [{ name: 'Bảng', rows }]

test('counts that give the rate beside them are taken whatever they are called, and the rate is compared', async () => {
  const { ended, figures } = await suggested(
    one(
      ['Tuần 20 năm 2024'],
      ['Đơn vị', 'Tổng HS', 'Qua mạng', 'Tại quầy', 'Tỷ lệ trực tuyến (%)'],
      ['Sở Y tế', 40, 10, 30, 25],
      ['Sở Tư pháp', 60, 20, 40, 33.33],
    ),
  )
  expect(ended.out).toContain('“Qua mạng” / “Tổng HS”')
  expect(figures()).toEqual([
    {
      'chỉ số': 'online',
      'tử số': ['qua_mang'],
      'mẫu số': ['tong_hs'],
      'so với cột': 'ty_le_truc_tuyen',
    },
  ])
})

test('where no counts give the rate it is taken, and a count of that name is named', async () => {
  const { ended, figures } = await suggested(
    one(
      ['Tuần 20 năm 2024'],
      ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tỷ lệ trực tuyến (%)'],
      ['Sở Y tế', 40, 25],
      ['Sở Tư pháp', 60, 33.33],
    ),
  )
  expect(figures()).toMatchObject([{ 'chỉ số': 'online', 'giá trị': 'ty_le_truc_tuyen' }])
  expect(ended.out).toContain('không lấy “Hồ sơ nộp trực tuyến”')
})

test('rates of 0 and 100 alone tell no counts', async () => {
  const { figures } = await suggested(
    one(
      ['Tuần 20 năm 2024'],
      ['Đơn vị', 'A', 'B', 'Tỷ lệ trực tuyến (%)'],
      ['Sở Y tế', 40, 40, 100],
      ['Sở Tư pháp', 60, 60, 100],
    ),
  )
  expect(figures()).toMatchObject([{ 'giá trị': 'ty_le_truc_tuyen' }])
})

const TABLE: Row[] = [
  ['Tuần 20 năm 2024'],
  ['Đơn vị', 'Tiếp nhận', 'Nộp trực tuyến'],
  ['Sở Y tế', 40, 10],
  ['Sở Tư pháp', 60, 20],
]

test('which sheet was read is said, which others hold tables, and what to type next', async () => {
  const sheets = [
    { name: 'Bìa', rows: [['Báo cáo']] as Row[] },
    { name: 'Sở', rows: TABLE },
    { name: 'Xã', rows: TABLE },
  ]
  const first = await suggested(sheets)
  expect(first.ended.out).toContain('của trang tính “Sở”')
  expect(first.ended.out).toContain('cũng có bảng: “Xã”')
  expect(first.ended.out).toContain(`"${first.file}" --profile ${first.out} --sheet Sở`)
  const second = await suggested(sheets, '--sheet', 'xã')
  expect(second.ended.out).toContain('của trang tính “Xã”')
  const none = await suggested(sheets, '--sheet', 'Huyện')
  expect(none.ended).toMatchObject({ status: 1, err: expect.stringContaining('“Bìa”, “Sở”, “Xã”') })
})

test('one column as part and whole is refused with its name', async () => {
  const { program, file, out } = await suggested(one(...TABLE))
  const text = readFileSync(out, 'utf8')
  writeFileSync(
    out,
    text.replace('"mẫu số": [\n        "tiep_nhan"', '"mẫu số": [\n        "nop_truc_tuyen"'),
  )
  const read = await program.run('import', file, '--profile', out)
  expect(read).toMatchObject({ status: 1, err: expect.stringContaining('“nop_truc_tuyen”') })
  expect(read.err).toContain('vừa là tử số vừa là mẫu số')
})

test('a report that no layout reads is told what its columns may be, never that it is an annex of targets', async () => {
  const program = await smallProgram()
  const file = join(tempFolder(), 'ket-qua.xlsx')
  const rows: Row[] = [
    ['KẾT QUẢ TIẾP NHẬN TUẦN 20 NĂM 2024'],
    ['TT', 'Đơn vị', 'Tổng số hồ sơ tiếp nhận', 'Hồ sơ trực tuyến', 'Tỷ lệ (%)'],
    [1, 'Sở Y tế', 40, 10, 25],
    [2, 'Sở Tư pháp', 60, 20, 33.33],
  ]
  writeFileSync(file, await writeXlsx({ sheets: one(...rows) }))
  const { status, err } = await program.run('import', file)
  expect(status).toBe(1)
  expect(err).toContain('“Hồ sơ trực tuyến” / “Tổng số hồ sơ tiếp nhận”')
  expect(err).not.toContain('phụ lục')
  expect(err).not.toContain('import targets')
})
