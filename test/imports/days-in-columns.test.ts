import { describe, expect, test } from 'vitest'
import { accept, figures, province, refuse } from './small-province.ts'

const MONTH = 'Báo cáo tháng 6/2024;;;;\n'
const long = (heading: string, ...cells: string[]) =>
  `Đơn vị;Chỉ số;${heading};Tử số;Mẫu số\n${cells.map((cell, at) => `S${at + 1};online_rate;${cell};${at + 1};9\n`).join('')}`

const codesOf = (problems: readonly { code: string }[]) => [...new Set(problems.map(each => each.code))]

describe('a column of days', () => {
  test.each(['Ngày', 'Ngày báo cáo', 'Ngày số liệu'])(
    'under “%s” is the period of the rows',
    async heading => {
      const { db } = await province()
      await accept(db, 'observations', `${MONTH}${long(heading, '5/6/2024', '06/06/2024')}`)
      expect(await figures(db)).toEqual([
        'S1 online_rate 2024-06-05/2024-06-05 1/9',
        'S2 online_rate 2024-06-06/2024-06-06 2/9',
      ])
    },
  )

  test('on days that are not those of the title is refused', async () => {
    const opened = await province()
    const problems = await refuse(opened, 'observations', `${MONTH}${long('Ngày báo cáo', '2/7/2024')}`)
    expect(codesOf(problems)).toEqual(['day_outside_title'])
    expect(await figures(opened.db)).toEqual([])
  })

  test.each([
    ['Hôm', '5/6/2024'],
    ['Ca trực', '05-06-2024'],
    ['', '2024-06-05'],
    ['Đợt', 'Tuần 23/2024'],
    ['Lượt', 'Từ 1/6/2024 đến 7/6/2024'],
  ])('under “%s” that nobody reads is refused: %s', async (heading, cell) => {
    const opened = await province()
    const table = long(heading, cell, cell)
    expect(codesOf(await refuse(opened, 'observations', `${MONTH}${table}`))).toEqual(['days_differ'])
    expect(codesOf(await refuse(opened, 'observations', table, { period: '2024-06' }))).toEqual([
      'days_differ',
    ])
    expect(codesOf(await refuse(opened, 'observations', table))).toEqual(['days_unread'])
  })

  test.each([
    ['Đợt', '1/6/2024 - 30/6/2024'],
    ['Lượt', 'tháng 6 năm 2024'],
    ['Ngày ký', '2/7/2024'],
    ['Ngày sinh', '2/7/1984'],
    ['Ngày giao', '15/1/2024'],
    ['Điện thoại', '0912 345 678'],
  ])('under “%s” that says the same or something else is left: %s', async (heading, cell) => {
    const { db } = await province()
    await accept(db, 'observations', `${MONTH}${long(heading, cell)}`)
    expect(await figures(db)).toEqual(['S1 online_rate 2024-06-01/2024-06-30 1/9'])
  })
})

describe('--period', () => {
  test.each([
    ['Ngày', '5/6/2024'],
    ['Tuần', '23'],
    ['Kỳ', 'Tháng 5/2024'],
    ['Quý', 'II/2024'],
    ['Tuần', '6/2024'],
  ])('against rows whose “%s” says %s is refused', async (heading, cell) => {
    const opened = await province()
    const problems = await refuse(opened, 'observations', long(heading, cell), { period: '2024-06' })
    expect(codesOf(problems)).toEqual(['given_period_differs'])
  })

  test('that says what the rows say is taken', async () => {
    const { db } = await province()
    await accept(db, 'observations', long('Ngày', '5/6/2024'), { period: '2024-06-05' })
    expect(await figures(db)).toEqual(['S1 online_rate 2024-06-05/2024-06-05 1/9'])
  })
})

test.each(['Từ 27/01/2025 đến 31/01/2025', '27/01/2025 - 31/01/2025', 'Tháng 2/2025'])(
  'days off in one cell are to be told apart: %s',
  async cell => {
    const table = `Ngày;Tên ngày;Loại ngày\n01/05/2025;Lễ;nghỉ\n${cell};Tết;nghỉ\n`
    expect(codesOf(await refuse(await province(), 'holidays', table))).toEqual(['days_span'])
  },
)

test('a total that is not whole is no sum of counts; keys of a software have no sum', async () => {
  const { db } = await province()
  const table =
    'TÌNH HÌNH XỬ LÝ;;;;\n(Từ ngày 21/4/2024 đến ngày 20/5/2024);;;;\nTên cơ quan;Đã nhận;Trực tuyến;Trực tiếp;ID_COQUAN\nSở Y tế;3;2;1;7\nSở Tư pháp;1200;700;500;9\nTổng cộng;1203;702,5;501;4\n'
  const { warnings } = await accept(db, 'observations', table)
  const totals = warnings.filter(each => each.code === 'total_differs')
  expect(totals.map(({ column, value }) => [column, value])).toEqual([['Trực tuyến', '702,5']])
})
