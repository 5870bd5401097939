import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

const MORE = 'code,name,short_name,kind,parent,aliases\nS3,Sở Nội vụ,Sở Nội vụ,department,P,\n'
type Rows = (string | number | null)[][]

/** What `import` says with the profile that `profile suggest` wrote. */
async function imported(rows: Rows) {
  const program = await smallProgram()
  await program.bring('units', MORE)
  const folder = tempFolder()
  const [file, out] = [join(folder, 'b.xlsx'), join(folder, 'm.json')]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  await program.run('profile', 'suggest', file, '--out', out)
  const ended = await program.run('import', file, '--profile', out, '--dry-run')
  return { status: ended.status, said: ended.out + ended.err }
}

const HEADER = ['STT', 'Đơn vị', 'Hồ sơ tiếp nhận', 'Hồ sơ nộp trực tuyến', 'Tỷ lệ (%)']
const rated = (...last: (number | string)[]): Rows => [
  ['Tháng 4 năm 2024'],
  HEADER,
  [1, 'Sở Y tế', 80, 60, 75],
  [2, 'Sở Tư pháp', 90, 30, 33.33],
  [3, 'Sở Nội vụ', ...last],
]

test('counts that do not give the rate beside them are refused where the other rows give theirs', async () => {
  const { status, said } = await imported(rated(170, 79, 10.59))
  expect(status).toBe(1)
  expect(said).toContain('dòng 5, cột “Tỷ lệ (%)”, “10.59”: tỷ lệ ghi ở đây khác tỷ lệ tính từ')
  expect(said).toContain('46,47%')
})

test.each([[52.94], [52.9], [53], [0.53], ['-']])(
  'a rate of %s beside 90 of 170 is rounded, or none',
  async rate => {
    expect((await imported(rated(170, 90, rate))).status).toBe(0)
  },
)

test('a column of what came besides is refused, whoever chose it', async () => {
  const { said } = await imported([
    ['Tháng 4 năm 2024'],
    ['Đơn vị', 'Hồ sơ tiếp nhận', 'Hồ sơ nộp trực tuyến', 'Tỷ lệ hồ sơ trực tuyến tăng thêm (%)'],
    ['Sở Y tế', 80, 60, 5.5],
    ['Sở Tư pháp', 90, 30, 6.5],
  ])
  expect(said).not.toContain('tăng thêm (%)” =')
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, profile] = [join(folder, 'c.csv'), join(folder, 'c.json')]
  writeFileSync(file, 'Tháng 4/2024;;\nĐơn vị;Tiếp nhận tăng thêm;Trực tuyến tăng thêm\nSở Y tế;8;5\n')
  const columns = { unit: ['Đơn vị'], d: ['Tiếp nhận tăng thêm'], n: ['Trực tuyến tăng thêm'] }
  const figures = [{ indicator: 'online', numerator: ['n'], denominator: ['d'] }]
  writeFileSync(profile, JSON.stringify({ name: 'c', about: '', kind: 'observations', columns, figures }))
  const ended = await program.run('import', file, '--profile', profile, '--dry-run')
  expect(ended).toMatchObject({ status: 1, err: expect.stringContaining('phần tăng thêm hoặc chênh lệch') })
})

test('a title whose week is not that of its days is asked about', async () => {
  const title = 'Tuần 21 (từ ngày 13/5/2024 đến ngày 19/5/2024)'
  const { status, said } = await imported([[title], ...rated(170, 90, 52.94).slice(1)])
  expect(status).toBe(1)
  expect(said).toContain('tiêu đề tự mâu thuẫn: ghi cả 20/5/2024 – 26/5/2024 và 13/5/2024 – 19/5/2024')
})

test('sums that are carried from page to page are no units', async () => {
  const rows = rated(170, 90, 52.94)
  const carried: Rows = [
    [null, 'Cộng chuyển trang sau', 170, 90, 52.94],
    [null, 'Trang trước chuyển sang', 170, 90, 52.94],
  ]
  const { status, said } = await imported([...rows.slice(0, 4), ...carried, ...rows.slice(4)])
  expect(status).toBe(0)
  expect(said).toContain(
    '2 dòng tổng không nhập, chỉ đối chiếu: dòng 5 “Cộng chuyển trang sau”; 6 “Trang trước',
  )
})

test('a date that Excel made of two numbers is told as one', async () => {
  const { status, said } = await imported(rated('2024-12-05', 90, 52.94))
  expect(status).toBe(1)
  expect(said).toContain('dòng 5, cột “Hồ sơ tiếp nhận”, “2024-12-05”: ô này là một ngày')
})

test('of an annex only the columns that are taken are said to be read, and who is assigned nothing', async () => {
  const { status, said } = await imported([
    ['PHỤ LỤC GIAO CHỈ TIÊU NĂM 2026 (9/QĐ-UBND)'],
    ['STT', 'Đơn vị', 'Chỉ tiêu hồ sơ trực tuyến', 'Mức đơn vị tự đăng ký'],
    [1, 'Sở Y tế', 65, 70],
    [2, 'Sở Tư pháp', 'Không giao', 71],
  ])
  expect(status).toBe(0)
  expect(said).toContain('các cột được đọc: “Đơn vị”, “Chỉ tiêu hồ sơ trực tuyến”.')
  expect(said).toContain('Sở Tư pháp không được giao chỉ tiêu này')
})

test.each([
  [
    ['Đơn vị', 'Số hồ sơ đã thu phí (đồng)', 'Số hồ sơ phải thu'],
    [4, 8],
  ],
  [
    ['Đơn vị', 'Đã nộp', 'Phải nộp'],
    [45_250_000, 60_500_000],
  ],
])(
  'money that a profile reads as counts is warned of, by its title or its size: %j',
  async (titles, [n, d]) => {
    const program = await smallProgram()
    const folder = tempFolder()
    const [file, profile] = [join(folder, 'c.csv'), join(folder, 'c.json')]
    writeFileSync(file, `Tháng 4/2024;;\n${titles.join(';')}\nSở Y tế;${n};${d}\n`)
    const columns = { unit: [titles[0]], n: [titles[1]], d: [titles[2]] }
    const figures = [{ indicator: 'online', numerator: ['n'], denominator: ['d'] }]
    writeFileSync(profile, JSON.stringify({ name: 'c', about: '', kind: 'observations', columns, figures }))
    const ended = await program.run('import', file, '--profile', profile, '--dry-run')
    expect(ended).toMatchObject({ status: 0, out: expect.stringContaining('có vẻ ghi số tiền') })
  },
)

test.each([
  [['Đơn vị', 'Tiếp nhận tăng thêm', 'Trực tuyến tăng thêm'], [8, 5], 'ghi phần tăng thêm hoặc chênh lệch'],
  [['Đơn vị', 'Đã giải quyết', 'Số hồ sơ trễ hạn'], [80, 5], 'các cột “Số hồ sơ trễ hạn” ghi điều ngược lại'],
  [['Đơn vị', 'Số lượt', 'Ghi chú'], [8, 'x'], 'thiếu tổng số nên chưa tính được tỷ lệ'],
])('what no import takes is not offered for a profile: %j', async (titles, cells, said) => {
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, out] = [join(folder, 'b.xlsx'), join(folder, 'm.json')]
  const rows = [['Tháng 4 năm 2024'], titles, ['Sở Y tế', ...cells], ['Sở Tư pháp', ...cells]]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  const refused = { status: 1, err: expect.stringContaining(said) }
  expect(await program.run('profile', 'suggest', file, '--out', out)).toMatchObject(refused)
  expect(await program.run('import', file)).toMatchObject(refused)
})

test('each indicator and column that is offered for a ? is accepted there', async () => {
  const program = await smallProgram()
  const folder = tempFolder()
  const [file, out] = [join(folder, 'b.xlsx'), join(folder, 'm.json')]
  const rows = [
    ['Tháng 4 năm 2024'],
    ['Đơn vị', 'Số lượt A', 'Số lượt B', 'Số lượt trễ hạn'],
    ['Sở Y tế', 8, 9, 1],
    ['Sở Tư pháp', 7, 9, 2],
  ]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  await program.run('profile', 'suggest', file, '--out', out)
  const text = readFileSync(out, 'utf8').replace('"?"', '"online"').replace('"?"', '"so_luot_b"')
  writeFileSync(out, text)
  const ended = await program.run('import', file, '--profile', out, '--dry-run')
  expect(ended).toMatchObject({ status: 0, out: expect.stringContaining('“Số lượt A” / “Số lượt B”') })
})

test('columns of one name under two titles are found again, beside a rate that says that name, too', async () => {
  const { status, said } = await imported([
    ['Tháng 4 năm 2024'],
    ['Đơn vị', 'Trong kỳ', null, null, 'Lũy kế từ đầu năm', null, null],
    [
      null,
      ...Array.from({ length: 2 }, () => ['Tiếp nhận', 'Hồ sơ trực tuyến', 'Tỷ lệ hồ sơ trực tuyến']).flat(),
    ],
    ['Sở Y tế', 80, 60, 75, 200, 100, 50],
    ['Sở Tư pháp', 90, 45, 50, 300, 210, 70],
  ])
  expect(said).toContain('“Trong kỳ › Hồ sơ trực tuyến” / “Trong kỳ › Tiếp nhận”')
  expect(status).toBe(0)
})

test('a period that was dragged down beside a title of one week refuses the table', async () => {
  const rows = rated(170, 90, 52.94).map((row, at) =>
    at === 0 ? ['Tuần 14 năm 2024'] : [...row, at === 1 ? 'Kỳ' : `Tuần ${12 + at}/2024`],
  )
  const { status, said } = await imported(rows)
  expect(status).toBe(1)
  expect(said).toContain('dòng 4, cột “Kỳ”, “Tuần 15/2024”: kỳ ở dòng này')
})

test('words and places alone are no figures', async () => {
  const program = await smallProgram()
  const file = join(tempFolder(), 'b.xlsx')
  const rows = [
    ['BẢNG ĐÁNH GIÁ TUẦN 14/2024'],
    ['STT', 'Đơn vị', 'Tỷ lệ hồ sơ trực tuyến', 'Xếp hạng'],
    [1, 'Sở Y tế', 'Đạt', 8],
    [2, 'Sở Tư pháp', 'Chưa đạt', 3],
  ]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  expect((await program.run('import', file)).err).toContain('không cột nào ghi số')
  expect((await program.run('profile', 'suggest', file)).err).toContain('không cột nào ghi số')
})

test.each([
  'Sở Văn hóa & Thể thao',
  'so van hoa va the thao',
  'SỞ VĂN HÓA, THỂ THAO',
  'Sở Văn hóa – Thể thao',
])('%s is Sở Văn hóa và Thể thao', async name => {
  const program = await smallProgram()
  await program.bring('units', `${MORE.split('\n')[0]}\nS4,Sở Văn hóa và Thể thao,VHTT,department,P,\n`)
  const file = join(tempFolder(), 'b.csv')
  const text = `Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\n"${name}";online;Tháng 4/2024;3;4\n`
  writeFileSync(file, text)
  expect(await program.run('import', file, '--dry-run')).toMatchObject({ status: 0 })
})

/** What `import` says of the rows with these options. */
async function importedWith(rows: Rows, ...options: string[]) {
  const program = await smallProgram()
  await program.bring('units', MORE)
  const file = join(tempFolder(), 'b.xlsx')
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'B', rows }] }))
  const ended = await program.run('import', file, ...options, '--dry-run')
  return { status: ended.status, said: ended.out + ended.err }
}

test('what an import asks is answered by the one option that it names', async () => {
  const table = rated(170, 90, 52.94)
  const first = await importedWith(table)
  expect(first).toMatchObject({ status: 1, said: expect.stringContaining('--profile goi-y') })
  const { status, said } = await importedWith(table, '--profile', 'goi-y')
  expect(status).toBe(0)
  expect(said).toContain('“Hồ sơ nộp trực tuyến” / “Hồ sơ tiếp nhận”')
})

test('of several columns the one is taken whose title says the words, and none that says others', async () => {
  const annex: Rows = [
    ['PHỤ LỤC GIAO CHỈ TIÊU NĂM 2026 (9/QĐ-UBND)'],
    ['STT', 'Đơn vị', 'Tỷ lệ hồ sơ trực tuyến', null],
    [null, null, 'Trung ương giao', 'UBND tỉnh giao'],
    [1, 'Sở Y tế', 65, 70],
    [2, 'Sở Tư pháp', 66, 71],
  ]
  expect((await importedWith(annex)).said).toContain('--column')
  const { status, said } = await importedWith(annex, '--column', 'UBND tỉnh giao')
  expect(status).toBe(0)
  expect(said).toContain('các cột không được đọc: “Trung ương giao”')
  expect((await importedWith(annex, '--column', 'bộ giao')).status).toBe(1)
})

test('of columns of a period each the one of --period is read', async () => {
  const across: Rows = [
    ['TỶ LỆ HỒ SƠ TRỰC TUYẾN NĂM 2024 (%)'],
    ['Đơn vị', 'Tháng 3', 'Tháng 4', 'Bình quân'],
    ['Sở Y tế', 61.5, 62.5, 62],
    ['Sở Tư pháp', 71.5, 72.5, 72],
  ]
  expect((await importedWith(across)).said).toContain('--profile goi-y --period')
  const { status, said } = await importedWith(across, '--profile', 'goi-y', '--period', '2024-04')
  expect(status).toBe(0)
  expect(said).toContain('= “Tháng 4”')
  expect((await importedWith(across, '--profile', 'goi-y', '--period', '2024-05')).status).toBe(1)
})
