import { describe, expect, test } from 'vitest'
import { accept, figures, province, refuse } from './small-province.ts'

const LONG = 'Đơn vị,Chỉ số,Kỳ,Tử số,Mẫu số\n'

const begun = async () => {
  const opened = await province()
  await opened.db.write(async ({ settings }) => await settings.set('report_month', '21'))
  return opened
}

const targetIn = (year: number, target: string) =>
  `year,unit,indicator,target,document\n${year},S1,online_rate,${target},1/KH\n`

const scores = (code: string) =>
  'STT;Mã định danh;Tên đơn vị;Số mới tiếp nhận trực tuyến;Số mới tiếp nhận trực tiếp;Số mới tiếp nhận qua BCCI;Số lượng hồ sơ Đã đồng bộ về cổng DVC QG;Tổng HS có nghĩa vụ tài chính;Số HS đã TTTT cổng DVC QG\n' +
  `1;${code};Sở Y tế;1;2;3;6;4;2\n`

describe('"Tháng 10" where the month of the reports begins on the 21st', () => {
  test.each([
    ['Tháng 10/2024', '2024-09-21/2024-10-20'],
    ['10.2024', '2024-09-21/2024-10-20'],
    ['tháng 1 năm 2025', '2024-12-21/2025-01-20'],
    ['2024-10', '2024-10-01/2024-10-31'],
    ['01/10/2024 - 31/10/2024', '2024-10-01/2024-10-31'],
    ['Quý IV/2024', '2024-10-01/2024-12-31'],
  ])('in a cell %s is %s', async (written, meant) => {
    const { db } = await begun()
    await accept(db, 'observations', `${LONG}Sở Y tế,online_rate,${written},3,4\n`)
    expect(await figures(db)).toEqual([`S1 online_rate ${meant} 3/4`])
  })

  test('in a title, in the name of the file and in --period it is that month, too', async () => {
    const table = 'Đơn vị,Chỉ số,Tử số,Mẫu số\nSở Y tế,online_rate,3,4\n'
    const ways = [
      [`Báo cáo tháng 10/2024,,,\n${table}`, {}],
      [table, { file: 'bao-cao-thang-10-2024.csv' }],
      [table, { period: 'tháng 10/2024' }],
    ] as const
    for (const [text, more] of ways) {
      const { db } = await begun()
      await accept(db, 'observations', text, more)
      expect(await figures(db)).toEqual(['S1 online_rate 2024-09-21/2024-10-20 3/4'])
    }
  })

  test('it is the calendar month where the setting is not changed', async () => {
    const { db } = await province()
    await accept(db, 'observations', `${LONG}Sở Y tế,online_rate,Tháng 10/2024,3,4\n`)
    expect(await figures(db)).toEqual(['S1 online_rate 2024-10-01/2024-10-31 3/4'])
  })
})

describe('a target far from every other of the same units', () => {
  test.each([
    [2024, '2,5'],
    [2025, '2,5'],
  ])('is warned of in %i', async (year, target) => {
    const { db } = await province()
    await accept(db, 'targets', targetIn(2024, '60'))
    const { warnings } = await accept(db, 'targets', targetIn(year, `"${target}"`))
    expect(warnings).toMatchObject([
      { code: 'target_jump', value: 'Sở Y tế', params: { before: 60, after: 2.5, factor: 24 } },
    ])
  })

  test('is not, where any is near, or none is there', async () => {
    const { db } = await province()
    expect((await accept(db, 'targets', targetIn(2024, '2'))).warnings).toEqual([])
    await accept(db, 'targets', targetIn(2025, '60'))
    expect((await accept(db, 'targets', targetIn(2026, '70'))).warnings).toEqual([])
  })
})

test('a code that is of another unit than the name beside it is refused', async () => {
  const options = { profile: 'qd766-theo-doi-18-cot', period: '2024-W20' }
  const problems = await refuse(await province(), 'observations', scores('S2'), options)
  expect(problems).toMatchObject([
    {
      line: 2,
      column: 'Tên đơn vị',
      value: 'Sở Y tế',
      code: 'unit_code_differs',
      params: { unit: 'S2 (Sở Tư pháp)' },
    },
  ])
  const { db } = await province()
  for (const code of ['S1', 'H21.1', '']) await accept(db, 'observations', scores(code), options)
})

test('a code left empty under a Vietnamese heading is made from the name; under its own name it is asked for', async () => {
  const opened = await province()
  await accept(
    opened.db,
    'members',
    'Mã thành viên,Họ và tên,Vai trò,Đơn vị\n,Trần Thị Bình,giám đốc,Sở Y tế\n',
  )
  const { members } = await opened.db.read.catalog.get()
  expect(members).toMatchObject([{ member: 'tran-thi-binh', unit: 'S1' }])
  const problems = await refuse(opened, 'members', 'member,name,role,unit\n,Trần Thị Bình,leader,S1\n')
  expect(problems).toMatchObject([{ code: 'empty_cell', column: 'member' }])
})
