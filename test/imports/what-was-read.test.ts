import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import type { Problem } from '../../src/imports/problem.ts'
import { accept, AT, bytes, expectSayable, figures, province, refuse } from './small-province.ts'

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

  test('estimates and a year that is not over are warned of', async () => {
    expect(oneOf(await told(table('Năm 2024')), 'period_not_over')).toHaveLength(1)
    expect(oneOf(await told(table('Năm 2023')), 'period_not_over')).toEqual([])
    expect(oneOf(await told(table('Ước thực hiện tháng 6/2024')), 'period_estimated')).toHaveLength(1)
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

const ofMay = (head: string, ...rows: string[]) => ['Tháng 5/2024;;;;', head, ...rows, ''].join('\n')
const HEAD = 'STT;Tên cơ quan;Đã nhận;Trực tuyến;Trực tiếp'

const below = (title: string) =>
  ofMay(
    `STT;Tên cơ quan;${title};;`,
    ';;Đã nhận;Trực tuyến;Trực tiếp',
    '1;Sở Y tế;300;200;100',
    '2;Sở Tư pháp;250;150;100',
  )

describe('columns of other days', () => {
  test.each(['Lũy kế từ đầu năm', 'Tháng 4/2024', 'Kỳ trước'])('below %j are refused', async title => {
    const problems = await refuse(await province(), 'observations', below(title))
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['column_of_other_days']))
  })

  test.each(['Trong kỳ', 'Tháng 5/2024', 'Số hồ sơ'])("below %j they are the table's own", async title => {
    expect(oneOf(await told(below(title)), 'note_period')).toHaveLength(1)
  })

  test("since the beginning of the year they are the table's own where its period is", async () => {
    const text = below('Lũy kế từ đầu năm').replace('Tháng 5/2024', '5 tháng đầu năm 2024')
    expect(oneOf(await told(text), 'note_period')).toHaveLength(1)
  })
})

describe('a row of a wide table says its own period', () => {
  test('in columns of its month and its year', async () => {
    const { db } = await province()
    const text =
      'Năm;Tháng;Tên cơ quan;Đã nhận;Trực tuyến;Trực tiếp\n2024;4;Sở Y tế;3;2;1\n2024;Tháng 5;Sở Y tế;4;3;1\n'
    await importFile(db, { file: 'bang.csv', bytes: bytes(text), at: AT })
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-04-01/2024-04-30 2/3',
      'S1 online_rate 2024-05-01/2024-05-31 3/4',
    ])
  })

  test('quarters in Roman numbers beside their year', async () => {
    const { db } = await province()
    const text =
      'Năm;Quý;Đơn vị;Chỉ số;Tử số;Mẫu số\n2024;I;Sở Y tế;online_rate;1;2\n2023;Quý IV;Sở Y tế;online_rate;1;3\n'
    await importFile(db, { file: 'bang.csv', bytes: bytes(text), at: AT })
    expect(await figures(db)).toEqual([
      'S1 online_rate 2023-10-01/2023-12-31 1/3',
      'S1 online_rate 2024-01-01/2024-03-31 1/2',
    ])
  })

  test('a year that is not the one of the title is refused', async () => {
    const text = ofMay('Năm;Tên cơ quan;Đã nhận;Trực tuyến;Trực tiếp', '2023;Sở Y tế;3;2;1')
    const problems = await refuse(await province(), 'observations', text)
    expect(problems.map(({ code }) => code)).toEqual(['row_year_differs'])
  })
})

const raised = (text: string, mark: string) => ({
  value: `${text}${mark}`,
  richText: [{ text }, { text: mark, font: { vertAlign: 'superscript' as const } }],
})

describe('what is no row and no digit', () => {
  test.each([
    ['the numbers of columns after one was deleted', '(1);(2);(4);(6);(7)'],
    ['plain numbers of columns', '1;2;4;6;7'],
    ['an average', ';Bình quân chung;275;175;100'],
  ])('%s', async (_, row) => {
    const { db } = await province()
    const text = ofMay(HEAD, row, '1;Sở Y tế;300;200;100', "2;Sở Tư pháp;'250;'150;'100")
    await importFile(db, { file: 'bang.csv', bytes: bytes(text), at: AT })
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-05-01/2024-05-31 200/300',
      'S2 online_rate 2024-05-01/2024-05-31 150/250',
    ])
  })

  test('marks that lead to notes behind titles and names of indicators, and short forms', async () => {
    const { db } = await province()
    const text =
      'Đơn vị*;Chỉ số¹;Kỳ;Tử số;Mẫu số\nSở Y tế;HS trực tuyến (2);2024-05;1;2\nSở Tư pháp;Hồ sơ trực tuyến²;2024-05;1;3\n'
    await importFile(db, { file: 'bang.csv', bytes: bytes(text), at: AT })
    expect(await figures(db)).toHaveLength(2)
  })

  test('raised marks in a cell of a spreadsheet, which are told', async () => {
    const { db } = await province()
    const rows = [
      ['Tháng 5/2024', null, null, null],
      ['Tên cơ quan', 'Đã nhận', 'Trực tuyến', 'Trực tiếp'],
      ['Sở Y tế', 300, 200, 100],
    ]
    const cells = new Map([
      ['2,0', raised('Sở Y tế', '1')],
      ['2,2', raised('200', '2')],
    ])
    const file = await writeXlsx({ sheets: [{ name: 'T', rows, cells }] })
    const outcome = await importFile(db, { file: 'bang.xlsx', bytes: file, at: AT })
    expect(await figures(db)).toEqual(['S1 online_rate 2024-05-01/2024-05-31 200/300'])
    expect(outcome.ok && oneOf(outcome.notes, 'note_comments').map(({ params }) => params)).toEqual([
      { count: 2, cells: 'A3, C3' },
    ])
  })
})

test('a channel that a table may have is counted where it is there', async () => {
  const { db } = await province()
  const rows = ['1;Sở Y tế;310;200;100;10', '2;Sở Tư pháp;250;150;100;']
  await importFile(db, {
    file: 'bang.csv',
    bytes: bytes(ofMay(`${HEAD};Bưu chính công ích`, ...rows)),
    at: AT,
  })
  expect(await figures(db)).toEqual([
    'S1 online_rate 2024-05-01/2024-05-31 200/310',
    'S2 online_rate 2024-05-01/2024-05-31 150/250',
  ])
})

test('a note of a row that names other days is warned of', async () => {
  const rows = ['1;Sở Y tế;300;200;100;số liệu tháng 4/2024', '2;Sở Tư pháp;250;150;100;trong tháng 5']
  const said = await told(ofMay(`${HEAD};Ghi chú`, ...rows))
  expect(oneOf(said, 'note_of_other_days').map(({ line }) => line)).toEqual([3])
})

describe('counts that are none', () => {
  test('a table in percent is refused, many wholes of a hundred are warned of', async () => {
    const rows = ['1;Sở Y tế;100;66;34', '2;Sở Tư pháp;100;60;40', '3;Xã Ia Pal;100;50;50']
    const percent = ofMay(HEAD, ...rows).replace('Tháng 5/2024', 'Tháng 5/2024 (ĐVT: %)')
    const problems = await refuse(await province(), 'observations', percent)
    expect(problems.map(({ code }) => code)).toEqual(['counts_in_percent'])
    expect(oneOf(await told(ofMay(HEAD, ...rows)), 'all_hundreds')).toHaveLength(1)
  })

  test('a number that is shown with three decimals is warned of', async () => {
    const { db } = await province()
    const rows = [
      ['Tháng 5/2024', null, null, null],
      ['Tên cơ quan', 'Đã nhận', 'Trực tuyến', 'Trực tiếp'],
      ['Sở Y tế', 3, 2, 1],
    ]
    const cells = new Map([['2,1', { value: 3, style: { numFmt: '0.000' } }]])
    const file = await writeXlsx({ sheets: [{ name: 'T', rows, cells }] })
    const outcome = await importFile(db, { file: 'bang.xlsx', bytes: file, at: AT })
    expect(outcome.ok && oneOf(outcome.warnings, 'shown_decimals').map(({ params }) => params)).toEqual([
      { count: 1, cells: 'B3' },
    ])
  })

  test('decimal commas in a file that separates by commas are refused', async () => {
    const text =
      'Đơn vị,Chỉ số,Kỳ,Tỷ lệ (%)\nSở Y tế,online_rate,2024-05,61,2\nSở Tư pháp,online_rate,2024-05,70,5\n'
    const problems = await refuse(await province(), 'observations', text)
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'too_many_cells'],
      [3, 'too_many_cells'],
    ])
  })
})

describe('people', () => {
  test.each(['Sở Y tế|Sở Tư pháp', 'Sở Y tế, Sở Tư pháp', 'Sở Y tế và Sở Tư pháp', 'Sở Y tế / Sở Tư pháp'])(
    'two units in one cell are refused with what to write: %s',
    async units => {
      const problems = await refuse(
        await province(),
        'members',
        `Họ và tên;Chức vụ;Đơn vị\nLê Văn Đức;Giám đốc;${units}\n`,
      )
      expect(problems.map(({ code }) => code)).toContain('member_units')
    },
  )

  test('posts in full and shortened', async () => {
    const { db } = await province()
    await accept(
      db,
      'members',
      'Họ và tên;Chức vụ;Đơn vị\nLê A;Công chức Văn phòng - Thống kê;Xã Ia Pal\nLê B;PCT UBND xã;Xã Ia Pal\nLê C;CV;Sở Y tế\n',
    )
    const { members } = await db.read.catalog.get()
    expect(members.map(({ role }) => role)).toEqual(['officer', 'leader', 'officer'])
  })
})

test('rows that say their own periods: how many, and from when to when', async () => {
  const said = await told(
    'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\nSở Y tế;online_rate;2024-04;1;2\nSở Y tế;online_rate;2024-05;1;2\n',
  )
  expect(oneOf(said, 'note_row_periods').map(({ params }) => params)).toEqual([
    { count: 2, from: '2024-04-01', to: '2024-05-31' },
  ])
})
