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

test('rows of units that are not known are rows, and refused at their names', async () => {
  const { program, file, out, ended } = await suggested(
    one(
      ['Tháng 5 năm 2024'],
      ['STT', 'Đơn vị', 'Hồ sơ tiếp nhận', 'Hồ sơ trực tuyến'],
      [1, 'Trung tâm Kiểm nghiệm', 30, 12],
      [2, 'Sở Y tế', 40, 10],
    ),
  )
  expect(ended.out).toContain('“Hồ sơ trực tuyến” / “Hồ sơ tiếp nhận”')
  const read = await program.run('import', file, '--profile', out)
  expect(read).toMatchObject({ status: 1, err: expect.stringContaining('Trung tâm Kiểm nghiệm') })
})

test('a part whose whole is not called as the rules call it is chosen, and the whole is asked for', async () => {
  const { ended, figures } = await suggested(
    one(
      ['Tháng 5 năm 2024'],
      ['Đơn vị', 'Tổng HS', 'Hồ sơ nộp trực tuyến'],
      ['Sở Y tế', 40, 10],
      ['Sở Tư pháp', 30, 20],
    ),
  )
  expect(figures()).toEqual([{ 'chỉ số': 'online', 'tử số': ['ho_so_nop_truc_tuyen'], 'mẫu số': ['?'] }])
  expect(ended.out).toContain('“Tổng HS” (tong_hs)')
})

test("the column of the table's own month is taken where the title names the indicator", async () => {
  const { ended, figures } = await suggested(
    one(
      ['TỶ LỆ HỒ SƠ TRỰC TUYẾN THÁNG 5 NĂM 2024'],
      ['Đơn vị', 'Tháng 5/2023', 'Tháng 5/2024', 'Tăng/giảm'],
      ['Sở Y tế', 20.5, 40.5, 20],
      ['Sở Tư pháp', 30.5, 60.5, 30],
    ),
  )
  expect(figures()).toEqual([{ 'chỉ số': 'online', 'giá trị': 'thang_5_2024' }])
  expect(ended.out).toContain('không lấy “Tháng 5/2023”')
})

test.each([
  [
    'units across',
    [
      ['Tháng 5/2024'],
      ['Nội dung', 'Sở Y tế', 'Sở Tư pháp'],
      ['Hồ sơ tiếp nhận', 40, 30],
      ['Hồ sơ trực tuyến', 10, 20],
    ],
    ['“Sở Y tế”, “Sở Tư pháp”', 'xoay bảng'],
  ],
  [
    'two tables of other columns beside one another',
    [
      ['Tháng 5/2024'],
      ['Đơn vị', 'Tiếp nhận', 'Trực tuyến', null, 'Đơn vị', 'Đã giải quyết', 'Đúng hạn'],
      ['Sở Y tế', 40, 10, null, 'Sở Tư pháp', 30, 20],
    ],
    ['“Đơn vị”', 'cạnh nhau'],
  ],
] as [string, Row[], string[]][])(
  '%s are named, by the import and by the suggestion',
  async (_what, rows, words) => {
    const { program, file, ended } = await suggested(one(...rows))
    const read = await program.run('import', file)
    for (const each of [ended, read]) {
      expect(each).toMatchObject({ status: 1, out: '' })
      for (const word of words) expect(each.err).toContain(word)
    }
  },
)

test('a column of "81/100" is no column of numbers', async () => {
  const { ended } = await suggested(one(['Điểm tháng 5/2024'], ['Đơn vị', 'Điểm'], ['Sở Y tế', '81/100']))
  // Nothing but a name: no row of numbers tells which column names units.
  expect(ended).toMatchObject({ status: 1, out: '' })
})

const counted = (...columns: [title: string, one: number, two: number][]) =>
  one(
    ['Tháng 5 năm 2024'],
    ['Đơn vị', ...columns.map(([title]) => title)],
    ['Sở Y tế', ...columns.map(([, value]) => value)],
    ['Sở Tư pháp', ...columns.map(([, , value]) => value)],
  )

test.each([
  'Nộp trực tiếp',
  'Nộp tại quầy',
  'Hồ sơ nộp trực tiếp, bưu chính',
  'Tổng trực tiếp và trực tuyến',
])('%s is no count of what came online', async title => {
  const { figures } = await suggested(counted(['Hồ sơ tiếp nhận', 40, 30], [title, 10, 20]))
  expect(JSON.stringify(figures())).not.toContain('tu_so')
  expect(figures()).toMatchObject([{ 'chỉ số': '?' }])
})

test('counts that the rate beside them contradicts are not taken', async () => {
  const { ended, figures } = await suggested(
    counted(
      ['Hồ sơ tiếp nhận', 40, 30],
      ['Trực tuyến một phần', 10, 6],
      ['Nộp trực tuyến mức 4', 10, 9],
      ['Tỷ lệ trực tuyến (%)', 50, 50],
    ),
  )
  expect(figures()).toMatchObject([{ 'chỉ số': 'online', 'giá trị': 'ty_le_truc_tuyen' }])
  expect(ended.out).toContain('không lấy')
})

test('the whole of a part is found by a rate that has no name', async () => {
  const { ended } = await suggested(
    counted(['Tổng HS', 40, 30], ['Đã trả', 35, 25], ['Hồ sơ nộp trực tuyến', 10, 6], ['Tỷ lệ', 0.25, 0.2]),
  )
  expect(ended.out).toContain('“Hồ sơ nộp trực tuyến” / “Tổng HS”')
})

test.each(['-', 'x', 'KPS', 'không phát sinh', '…'])(
  'a row of “%s” takes no count from a column',
  async none => {
    const { figures } = await suggested(
      one(
        ['Tuần 20 năm 2024'],
        ['Đơn vị', 'Số hồ sơ tiếp nhận', 'Số hồ sơ trực tuyến'],
        ['Sở Y tế', 40, 10],
        ['Sở Tư pháp', none, none],
      ),
    )
    expect(figures()).toEqual([
      { 'chỉ số': 'online', 'tử số': ['so_ho_so_truc_tuyen'], 'mẫu số': ['so_ho_so_tiep_nhan'] },
    ])
  },
)

/** Imports one column of whole numbers by a profile that calls it a percent. */
async function readAsPercents(title: string) {
  const { program, file, out } = await suggested(
    one(['Tuần 20 năm 2024'], ['Đơn vị', title], ['Sở Y tế', 40], ['Sở Tư pháp', 30]),
  )
  const columns = { unit: ['Đơn vị'], so: [title] }
  const profile = { tên: 'm', 'mô tả': 'm', loại: 'observations', cột: columns, 'số dòng tiêu đề': [1] }
  writeFileSync(out, JSON.stringify({ ...profile, 'số liệu': [{ 'chỉ số': 'online', 'giá trị': 'so' }] }))
  return await program.run('import', file, '--profile', out)
}

test('a column of counts is never read as one of percents, unless its title says that it is', async () => {
  for (const title of ['Số hồ sơ trực tuyến', 'Hồ sơ nộp qua mạng', 'Tổng HS trực tuyến']) {
    expect(await readAsPercents(title)).toMatchObject({
      status: 1,
      err: expect.stringContaining(`“${title}”`),
    })
    expect((await readAsPercents(title)).err).toContain('“tử số”')
  }
  for (const title of ['Hồ sơ trực tuyến (%)', 'Tỷ lệ hồ sơ trực tuyến', 'Số hóa'])
    expect(await readAsPercents(title)).toMatchObject({ status: 0 })
})
