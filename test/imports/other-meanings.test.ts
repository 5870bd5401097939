import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import { accept, AT, bytes, expectSayable, figures, province, refuse } from './small-province.ts'

const HEADER = 'STT;Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp'
const ROWS = ['1;Sở Y tế;30;20;10', '2;Sở Tư pháp;18;14;4']
const table = (title: string, ...rows: readonly string[]) =>
  [...title.split('|'), HEADER, ...rows].map(row => `${row};;;;`).join('\n')

async function taken(text: string, more: Partial<ImportRequest> = {}) {
  const { db } = await province()
  const outcome = await importFile(db, { file: 'bang.csv', bytes: bytes(text), at: AT, ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  for (const each of outcome.warnings) expectSayable(each)
  return { db, warnings: outcome.warnings.map(({ code, line, params }) => ({ code, line, ...params })) }
}

const refused = async (text: string, more: Partial<ImportRequest> = {}) =>
  await refuse(await province(), 'observations', text, more)

describe('a heading between the rows', () => {
  test('that names another indicator begins figures of that one', async () => {
    const other = ['B. Dịch vụ phát sinh hồ sơ: DVC phát sinh', '3;Huyện Chư Sê;9;9;0']
    expect(await refused(table('Tháng 5/2024', ...ROWS, ...other))).toMatchObject([
      { code: 'indicator_within', line: 5, params: { said: 'DVC phát sinh', read: 'Hồ sơ trực tuyến' } },
    ])
  })

  test('that names the indicator that is read, or a group, begins nothing', async () => {
    const others = ['B. Hồ sơ trực tuyến cấp huyện', '3;Huyện Chư Sê;9;9;0']
    const { db } = await taken(table('Tháng 5/2024', ...ROWS, ...others))
    expect(await figures(db)).toHaveLength(3)
  })
})

test('a title that names another indicator alone is a doubt', async () => {
  const { warnings } = await taken(table('Tháng 5/2024|TÌNH HÌNH DVC PHÁT SINH', ...ROWS))
  expect(warnings).toMatchObject([{ code: 'title_of_other', said: 'DVC phát sinh' }])
  expect((await taken(table('Tháng 5/2024|KẾT QUẢ HỒ SƠ TRỰC TUYẾN', ...ROWS))).warnings).toEqual([])
})

describe('notes', () => {
  test('that figures are of another period, missing or put right are said', async () => {
    const note = 'Ghi chú: Sở Y tế chưa gửi, lấy số liệu tháng trước'
    const { warnings } = await taken(table('Tháng 5/2024', ...ROWS, note))
    expect(warnings).toMatchObject([{ code: 'doubtful_note', note }])
  })

  test('that compare, and of who has signed, are not', async () => {
    const notes = ['So với tháng trước tăng 5%', 'Người lập biểu']
    expect((await taken(table('Tháng 5/2024', ...ROWS, ...notes))).warnings).toEqual([])
  })

  test('of the month of the figures that is another one are a doubt', async () => {
    const { warnings } = await taken(table('Tháng 5/2024', ...ROWS, '* Số liệu tháng 4/2024'))
    expect(warnings).toMatchObject([{ code: 'period_elsewhere', source: 'note' }])
  })

  test.each(['(Số liệu tính đến hết ngày 28/4/2024)', 'Số liệu chốt đến 17h00 ngày 28/4/2024'])(
    '%s is before the period, and refused unless that was given',
    async note => {
      const text = table('Tháng 5/2024', ...ROWS, note)
      expect(await refused(text)).toMatchObject([{ code: 'known_before' }])
      expect(await refused(table(`Tháng 5/2024|${note}`, ...ROWS))).toMatchObject([{ code: 'known_before' }])
      const { warnings } = await taken(text, { period: '2024-05' })
      expect(warnings).toContainEqual(expect.objectContaining({ code: 'known_before_given' }))
    },
  )

  test('of a row beside it are said with it', async () => {
    const rows = ['1;Sở Y tế;30;20;10;Chưa báo cáo, lấy số kỳ trước', '2;Sở Tư pháp;18;14;4;đủ']
    const { warnings } = await taken(table('Tháng 5/2024', ...rows))
    expect(warnings).toMatchObject([{ code: 'doubtful_row_note', line: 3 }])
  })

  test('with figures that put right those of a unit are asked for', async () => {
    const problems = await refused(table('Tháng 5/2024', ...ROWS, ';Đính chính: Sở Y tế;31;21;10'))
    expect(problems).toMatchObject([{ line: 5, value: 'Đính chính: Sở Y tế' }])
  })
})

/** The table with another column of units, beside both rows. */
function besideUnits(first: string, second: string): string {
  return ['Tháng 5/2024', `${HEADER};Nơi nhận`, `${ROWS[0]};${first}`, `${ROWS[1]};${second}`].join('\n')
}

/** Rates of three units. */
function rates(month: string, ...all: readonly string[]): string {
  const rows = ['Sở Y tế', 'Sở Tư pháp', 'Huyện Chư Sê'].map(
    (unit, at) => `${unit};online_rate;${month};${all[at]}`,
  )
  return ['Đơn vị;Chỉ số;Kỳ;Giá trị', ...rows].join('\n')
}

describe('figures that are all those of the period before', () => {
  const again = ['1;Sở Y tế;30;20;10', '2;Sở Tư pháp;18;14;4', '3;Huyện Chư Sê;25;5;20', '4;Xã Ia Pal;3;3;0']
  const stored = async () => {
    const world = await province()
    await accept(world.db, 'observations', table('Tháng 5/2024', ...again))
    return world
  }

  test('may be those of that period, which is said', async () => {
    const world = await stored()
    const text = table('Tháng 6/2024', ...again)
    const before = '1/5/2024 – 31/5/2024'
    const { warnings } = await accept(world.db, 'observations', text)
    expect(warnings).toMatchObject([{ code: 'same_as_before', params: { count: 3, before } }])
  })

  test('but for one unit, or of few, are new ones', async () => {
    const { db } = await stored()
    const one = [...again.slice(0, 2), '3;Huyện Chư Sê;26;6;20']
    expect((await accept(db, 'observations', table('Tháng 6/2024', ...one))).warnings).toEqual([])
    expect((await accept(db, 'observations', table('Tháng 7/2024', ...one.slice(0, 2)))).warnings).toEqual([])
  })

  test('are it also as rates', async () => {
    const world = await stored()
    const same = rates('Tháng 6/2024', '66,67', '77,8', '20')
    const { warnings } = await accept(world.db, 'observations', same)
    expect(warnings).toMatchObject([{ code: 'same_as_before' }])
    const other = await accept(world.db, 'observations', rates('Tháng 7/2024', '66,67', '77,8', '21'))
    expect(other.warnings).toEqual([])
  })
})

describe('a table of another province', () => {
  test.each(['UBND TỈNH KON TUM', 'BÁO CÁO CỦA TỈNH KON TUM', 'Ủy ban nhân dân thành phố Đà Nẵng'])(
    '%s is refused',
    async title => {
      const [problem] = await refused(table(`${title}|Tháng 5/2024`, ...ROWS))
      expect(problem).toMatchObject({ code: 'other_province', line: 1, params: { own: 'Tỉnh Mẫu' } })
    },
  )

  test('is none where the title names its own as well, or a commune of such a name', async () => {
    const titles = ['TỈNH MẪU SO VỚI TỈNH KON TUM', 'XÃ HÒA BÌNH']
    const found = await Promise.all(titles.map(title => taken(table(`${title}|Tháng 5/2024`, ...ROWS))))
    expect(found.map(({ warnings }) => warnings)).toEqual([[], []])
  })
})

test('a column that names other units beside the one that is read is a doubt', async () => {
  const { warnings } = await taken(besideUnits('Huyện Chư Sê', 'Xã Ia Pal'))
  expect(warnings).toMatchObject([{ code: 'other_units', line: 3, units: 'Tên đơn vị' }])
  expect((await taken(besideUnits('Tỉnh Mẫu', 'Tỉnh Mẫu'))).warnings).toEqual([])
})
