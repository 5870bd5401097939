import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { programOn } from '../cli/program.ts'
import { tempFolder } from '../db/temp-database.ts'

type Filled = Record<string, string | number>

const UNITS: Filled[] = [
  { 'Mã đơn vị': '77', 'Tên đơn vị': 'Tỉnh Bình Minh', Loại: 'tỉnh' },
  { 'Mã đơn vị': '77.01', 'Tên đơn vị': 'Sở Y tế', Loại: 'sở', 'Trực thuộc': 'Tỉnh Bình Minh' },
  { 'Mã đơn vị': '77.02', 'Tên đơn vị': 'Sở Tư pháp', Loại: 'sở', 'Trực thuộc': 'Tỉnh Bình Minh' },
  { 'Mã đơn vị': '07701', 'Tên đơn vị': 'Xã Đông Hòa', Loại: 'xã', 'Trực thuộc': 'Tỉnh Bình Minh' },
]
const INDICATORS: Filled[] = [
  {
    'Mã chỉ số': 'online_rate',
    'Tên chỉ số': 'Tỷ lệ hồ sơ trực tuyến',
    'Tử số là': 'hồ sơ nộp trực tuyến',
    'Mẫu số là': 'hồ sơ tiếp nhận',
    'Cách cộng dồn': 'cộng dồn',
  },
]
const TARGETS: Filled[] = ['Sở Y tế', 'Sở Tư pháp', 'Xã Đông Hòa'].map(unit => ({
  Năm: 2026,
  'Đơn vị': unit,
  'Chỉ số': 'Tỷ lệ hồ sơ trực tuyến',
  'Chỉ tiêu giao': '60%',
  'Văn bản': '12/KH-UBND',
}))
const PEOPLE: Filled[] = [
  { 'Họ và tên': 'Trần Thị Bình', 'Vai trò': 'giám đốc', 'Đơn vị': 'Sở Y tế' },
  { 'Họ và tên': 'Lê Văn Cường', 'Vai trò': 'ban chỉ đạo', 'Đơn vị': 'Tỉnh Bình Minh' },
]
const week = (number: number, counts: readonly [unit: string, of: number, all: number][]): Filled[] =>
  counts.map(([unit, of, all]) => ({
    'Đơn vị': unit,
    'Chỉ số': 'Tỷ lệ hồ sơ trực tuyến',
    Kỳ: `Tuần ${number}/2026`,
    'Tử số': of,
    'Mẫu số': all,
  }))
const WEEK_19 = week(19, [
  ['Sở Y tế', 30, 60],
  ['Sở Tư pháp', 45, 60],
  ['UBND xã Đông Hòa', 20, 80],
])
const WEEK_20 = week(20, [
  ['Sở Y tế', 45, 60],
  ['Sở Tư pháp', 33, 60],
  ['UBND xã Đông Hòa', 40, 80],
])

test('an operator with nothing but spreadsheets comes to the first answered question', async () => {
  const folder = tempFolder()
  const { run } = programOn(join(folder, 'tinh.db'))

  /** Asks for the template of a kind, fills it in as a person does, and loads it without saying what it is. */
  const load = async (kind: string, rows: readonly Filled[]) => {
    const template = join(folder, `mau-${kind}.xlsx`)
    expect(await run('template', kind, template)).toMatchObject({ status: 0 })
    const { sheets } = await readXlsx(readFileSync(template))
    const titles = (sheets[0]?.rows[0] ?? []).map(String)
    for (const title of rows.flatMap(row => Object.keys(row))) expect(titles).toContain(title)
    const file = join(folder, `${kind}.xlsx`)
    const cells = rows.map(row => titles.map(title => row[title] ?? null))
    writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Bảng nhập', rows: [titles, ...cells] }] }))
    const ended = await run('import', file)
    expect(ended).toMatchObject({ status: 0, err: '' })
    return ended.out
  }

  expect(await load('units', UNITS)).toContain('4 dòng')
  await load('indicators', INDICATORS)
  await load('targets', TARGETS)
  await load('members', PEOPLE)
  await load('observations', WEEK_19)
  const said = await load('observations', WEEK_20)
  expect(said).toContain('chưa có lãnh đạo nhận tin')

  const ask = async (member: string, question: string) => {
    const ended = await run('ask', question, '--as', member, '--at', '2026-05-18T09:00:00+07:00')
    expect(ended).toMatchObject({ status: 0, err: '' })
    return ended.out
  }
  const own = await ask('tran-thi-binh', 'Tỷ lệ hồ sơ trực tuyến tuần 20 của tôi là bao nhiêu?')
  expect(own).toContain('Sở Y tế')
  expect(own).toContain('75%')
  expect(own).toContain('60%')
  const all = await ask('le-van-cuong', 'Đơn vị nào chưa đạt chỉ tiêu hồ sơ trực tuyến?')
  expect(all).not.toContain('Sở Tư pháp')
  expect(all).toContain('Xã Đông Hòa')
  expect(all).not.toContain('Sở Y tế')
})
