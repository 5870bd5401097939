import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import type { Problem } from '../../src/imports/problem.ts'
import { accept, AT, bytes, expectSayable, province, refuse } from './small-province.ts'

const FORMER = `code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into
X9,Xã Cũ,Cũ,commune,H1,,,2023-12-31,X2
X8,Xã Bỏ,Bỏ,commune,H1,,,2023-12-31,
`

/** Imports a text as an operator would, without saying of what kind it is. */
async function told(text: string, more: Partial<ImportRequest> = {}) {
  const { db } = await province()
  await accept(db, 'units', FORMER)
  const outcome = await importFile(db, { file: 'bang.csv', bytes: bytes(text), at: AT, ...more })
  const said: Problem[] = outcome.ok ? [...outcome.notes, ...outcome.warnings] : outcome.problems
  for (const each of said) expectSayable(each)
  return said
}

const oneOf = (said: readonly Problem[], code: string) => said.filter(each => each.code === code)

const ONE_STOP = `Tuần 20 năm 2024;;;;;;
STT;Tên cơ quan;Đã nhận;Trực tuyến;Trực tiếp;Đã giải quyết;Tỷ lệ (%)
1;Sở Y tế;300;200;100;250;66,7
2;Sở Tư pháp;250;150;100;200;60
`

describe('of a wide table', () => {
  test('the columns of each figure are said, and those of numbers that are not read', async () => {
    const said = await told(ONE_STOP)
    expect(oneOf(said, 'note_figures').map(({ params }) => params)).toEqual([
      {
        figures: 'Hồ sơ trực tuyến = “Trực tuyến” / (“Trực tuyến” + “Trực tiếp”)',
        unit: '“Tên cơ quan”',
      },
    ])
    expect(oneOf(said, 'note_unread_columns').map(({ params }) => params)).toEqual([
      { columns: '“Đã giải quyết”, “Tỷ lệ (%)”' },
    ])
  })

  test('a profile that was asked for is named, too', async () => {
    const said = await told(ONE_STOP, { profile: 'mot-cua-tong-hop' })
    expect(said.map(({ code }) => code)).toContain('note_profile')
    expect(said.map(({ code }) => code)).toContain('note_figures')
  })

  test('titles that stand under several headings are told apart', async () => {
    const said = await told(
      `Tháng 5/2024;;;;;;;;
Đơn vị;Tiếp nhận;;;Đã giải quyết;;;;
;Tổng số;Trực tuyến;Trực tiếp;Tổng số;Trước hạn;Đúng hạn;Quá hạn;
Sở Y tế;30;20;10;20;5;10;5;
Sở Tư pháp;30;20;10;20;5;10;5;
`,
    )
    expect(oneOf(said, 'note_unread_columns').map(({ params }) => params)).toEqual([
      { columns: '“Tiếp nhận › Tổng số”, “Đã giải quyết › Tổng số”' },
    ])
  })

  test('a total that does not add up in a column that is not read is warned of; rates have no sum', async () => {
    const said = await told(`${ONE_STOP};Tổng cộng;550;350;200;460;63,6\n`)
    expect(oneOf(said, 'total_differs').map(({ column, value, params }) => [column, value, params])).toEqual([
      ['Đã giải quyết', '460', { sum: 450 }],
    ])
  })

  test('a row of the province is held against the sum of the others', async () => {
    const said = await told(`${ONE_STOP};Tỉnh Mẫu;550;351;200;450;63,6\n`)
    expect(oneOf(said, 'total_differs').map(({ column, params }) => [column, params])).toEqual([
      ['Trực tuyến', { sum: 350 }],
    ])
    const right = await told(`${ONE_STOP};Tỉnh Mẫu;550;350;200;450;63,6\n`)
    expect(oneOf(right, 'total_differs')).toEqual([])
  })
})

test('of a long table the columns are said that are read, and those that are not', async () => {
  const said = await told('Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số;Người nhập\nSở Y tế;online_rate;2024-05;1;2;An\n')
  expect(oneOf(said, 'note_read_columns').map(({ params }) => params)).toEqual([
    { columns: '“Đơn vị”, “Chỉ số”, “Kỳ”, “Tử số”, “Mẫu số”' },
  ])
  expect(oneOf(said, 'note_unread_columns').map(({ params }) => params)).toEqual([
    { columns: '“Người nhập”' },
  ])
})

const table = (title: string, within = '') =>
  `${title};;;\nTên cơ quan;Đã nhận;Trực tuyến;Trực tiếp\nSở Y tế;300;200;100\n${within}Sở Tư pháp;250;150;100\n`

describe('which days are meant', () => {
  test.each(['Tháng 6/2024;;;\n', 'II;;;\nTuần 25/2024;;;\n'])(
    'a heading of other days within the table: %j',
    async within => {
      const opened = await province()
      const problems = await refuse(opened, 'observations', table('Tháng 5/2024', within))
      expect(problems.map(({ code }) => code)).toEqual(['period_within'])
      const fits = await told(table('Tháng 5/2024', 'Tuần 20/2024;;;\n'))
      expect(oneOf(fits, 'note_period')).toHaveLength(1)
    },
  )

  test('sums since the beginning of the year under the title of a month are warned of', async () => {
    const said = await told(table('Tháng 5/2024 (lũy kế từ đầu năm)'))
    expect(oneOf(said, 'period_cumulated')).toHaveLength(1)
    for (const right of ['Tháng 5/2024', 'Lũy kế từ đầu năm đến hết tháng 5/2024', '5 tháng đầu năm 2024'])
      expect(oneOf(await told(table(right)), 'period_cumulated')).toEqual([])
  })

  test('a single day is warned of, unless it was given', async () => {
    expect(oneOf(await told(table('Ngày 19/05/2024')), 'period_of_day')).toHaveLength(1)
    expect(oneOf(await told(table(''), { period: '2024-05-19' }), 'period_of_day')).toEqual([])
  })
})

test('what is of days after a unit was merged is refused and names its successors', async () => {
  const opened = await province()
  await accept(opened.db, 'units', FORMER)
  const long = 'unit,indicator,period,numerator,denominator\n'
  const problems = await refuse(
    opened,
    'observations',
    `${long}X9,online_rate,2024-05,1,2\nX8,online_rate,2024-05,1,2\n`,
  )
  expect(problems.map(({ line, code, params }) => [line, code, params])).toEqual([
    [2, 'merged_unit', { unit: 'Xã Cũ', day: '2023-12-31', successors: 'Xã Ia Pal' }],
    [3, 'ended_unit', { unit: 'Xã Bỏ', day: '2023-12-31' }],
  ])
  const [target] = await refuse(
    opened,
    'targets',
    'year,unit,indicator,target,document\n2024,X9,online_rate,60,1/QĐ\n',
  )
  expect(target?.code).toBe('merged_unit')
  await accept(opened.db, 'observations', `${long}X9,online_rate,2023-05,1,2\n`)
  await accept(opened.db, 'targets', 'year,unit,indicator,target,document\n2023,X9,online_rate,60,1/QĐ\n')
})
