import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/imports/files/book.ts'
import { nearestUnit } from '../../src/imports/known.ts'
import { asTcvn3 } from './old-fonts.ts'
import { accept, bytes, figures, province, refuse } from './small-province.ts'

const HEADER = 'STT;Tên đơn vị;Đã nhận;Trực tuyến;Trực tiếp'

function ofMonths(...rows: readonly string[]): string {
  return ['KẾT QUẢ NĂM 2024;;;;', 'Tên đơn vị;Tháng;Đã nhận;Trực tuyến;Trực tiếp', ...rows].join('\n')
}

function unitOf(code: string, name: string, kind: 'province' | 'department' | 'commune') {
  const shortName = name.split(' ').slice(1).join(' ')
  const rest = { parent: null, aliases: [], activeFrom: null, activeTo: null, mergedInto: null }
  return { code, name, shortName, kind, ...rest }
}

describe('a unit that is written once', () => {
  test('over rows of months is the unit of each, and that is said', async () => {
    const { db } = await province()
    const rows = ['Sở Y tế;4;9;6;3', ';5;8;4;4', 'Sở Tư pháp;4;7;7;0', ';5;6;3;3']
    const { notes, warnings } = await accept(db, 'observations', ofMonths(...rows))
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-04-01/2024-04-30 6/9',
      'S1 online_rate 2024-05-01/2024-05-31 4/8',
      'S2 online_rate 2024-04-01/2024-04-30 7/7',
      'S2 online_rate 2024-05-01/2024-05-31 3/6',
    ])
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'note_repeated_units', params: { count: 2, lines: '4, 6' } }),
    )
    expect(warnings).toEqual([])
  })

  test.each([
    ['a name of none above', 'Sở Y tế;4;9;6;3', 'Tổng cộng;4;9;6;3', ';5;8;4;4'],
    ['no month', 'Sở Y tế;4;9;6;3', ';;8;4;4'],
  ])('is not that of a row below %s', async (_, ...rows) => {
    const problems = await refuse(await province(), 'observations', ofMonths(...rows))
    expect(problems.map(({ code }) => code)).toContain('empty_cell')
  })
})

test('a unit in many rows is one line, however many rows there are', async () => {
  const rows = ['1;Sở Y tế;9;6;3', '2;Sở Y tế;8;6;2', '3;Sở Y tế;7;6;1', '4;Sở Y tế;6;6;0']
  const problems = await refuse(
    await province(),
    'observations',
    ['Tháng 5/2024', HEADER, ...rows].join('\n'),
  )
  expect(problems).toMatchObject([{ code: 'conflicting_rows', params: { count: 4, lines: '3, 4, 5, 6' } }])
})

test('pairs of counts are taken apart behind titles in an old font', async () => {
  const rows = [
    ['Đơn vị', 'Hồ sơ trực tuyến/ Tổng số hồ sơ tiếp nhận'],
    ['Sở Y tế', '6/9'],
    ['Sở Tư pháp', '4/8'],
  ]
  const text = rows.map(row => row.map(asTcvn3).join(';')).join('\n')
  const book = await readBook('bang.csv', bytes(text))
  const sheets = book.ok ? book.readings[0].sheets() : null
  if (sheets === null || 'code' in sheets) throw new Error('not read')
  expect(sheets.font).toBe('TCVN3')
  expect(sheets.grids[0]?.lines.slice(1).map(({ cells }) => cells)).toEqual([
    ['Sở Y tế', 6, 9],
    ['Sở Tư pháp', 4, 8],
  ])
})

test('to keep a number is a target of it', async () => {
  const { db } = await province()
  const text = `PHỤ LỤC: GIAO CHỈ TIÊU NĂM 2026 (kèm theo Quyết định số 9/QĐ-UBND);;
STT;Đơn vị;Tỷ lệ hồ sơ trực tuyến
1;Sở Y tế;Duy trì 100%
2;Sở Tư pháp;Giữ vững mức 95%`
  await accept(db, 'targets', text)
  const targets = Array.from(await db.read.catalog.records('targets'), ([, { unit, target }]) => [
    unit,
    target,
  ])
  expect(targets).toEqual([
    ['S1', 100],
    ['S2', 95],
  ])
})

describe('the nearest of an unknown unit', () => {
  const units = [
    unitOf('P', 'Tỉnh Gia Lai', 'province'),
    unitOf('S', 'Sở Tư pháp', 'department'),
    unitOf('X', 'Xã Ia Glai', 'commune'),
  ]

  test('is the province where it says so, or where units above are looked for', () => {
    expect(nearestUnit(units)('UBND tỉnh Gia Lay')).toContain('P (')
    expect(nearestUnit(units, true)('Gia Lay')).toContain('P (')
  })

  test('is not the province for an office of it', () => {
    expect(nearestUnit(units)('Báo Gia Lai')).toBe('X (Xã Ia Glai)')
  })
})
