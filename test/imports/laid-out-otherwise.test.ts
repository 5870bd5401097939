import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { ImportRequest } from '../../src/imports/request.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { accept, AT, expectSayable, figures, province, refuse } from './small-province.ts'

type Row = (string | number | null)[]
const HEADER = ['STT', 'Tên đơn vị', 'Đã nhận', 'Trực tuyến', 'Trực tiếp']
const MAY = '2024-05-01/2024-05-31'
const TITLE = ['Tháng 5/2024']

const book = async (rows: Row[], more: object = {}) =>
  await writeXlsx({ sheets: [{ name: 'Bảng', rows, ...more }] })

async function taken(bytes: Uint8Array, request: Partial<ImportRequest> = {}) {
  const { db } = await province()
  const outcome = await importFile(db, { file: 'bang.xlsx', bytes, at: AT, ...request })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const said = [...outcome.notes, ...outcome.warnings]
  for (const each of said) expectSayable(each)
  return { db, said: new Map(said.map(({ code, params }): [string, object] => [code, params])) }
}

describe('a row that breaks down the one above it', () => {
  test('by field is left out and named, with a bullet, a word or no number among numbered rows', async () => {
    const { db, said } = await taken(
      await book([
        TITLE,
        HEADER,
        [1, 'Sở Y tế', 9, 6, 3],
        [null, '+ Khám chữa bệnh', 4, 4, 0],
        [null, 'Lĩnh vực dược', 5, 2, 3],
        [2, 'Sở Tư pháp', 8, 4, 4],
        ['2.1', 'Phòng công chứng số một', 8, 4, 4],
      ]),
    )
    expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 6/9`, `S2 online_rate ${MAY} 4/8`])
    expect(said.get('note_parts')).toMatchObject({
      count: 3,
      lines: '4 “+ Khám chữa bệnh”; 5 “Lĩnh vực dược”; 7 “Phòng công chứng số một”',
    })
  })

  test.each(['- Xã Ia Pál', '- Sở Tài chính', '+ Ia Pall'])(
    '%s may be a unit, and is asked for',
    async name => {
      const rows: Row[] = [TITLE, HEADER, [1, 'Sở Y tế', 9, 6, 3], [null, name, 4, 4, 0]]
      const [problem] = await refuse(await province(), 'observations', await book(rows))
      expect(problem).toMatchObject({ line: 4, value: name })
    },
  )
})

describe('a number in a cell that is merged over rows', () => {
  const merges = [{ startRow: 2, startCol: 2, endRow: 3, endCol: 2 }]

  test('is the target of each unit beside it', async () => {
    const rows: Row[] = [
      ['PHỤ LỤC: GIAO CHỈ TIÊU NĂM 2026 (kèm theo Quyết định số 9/QĐ-UBND)'],
      ['STT', 'Đơn vị', 'Tỷ lệ hồ sơ trực tuyến'],
      [1, 'Sở Y tế', 65],
      [2, 'Sở Tư pháp', null],
      [3, 'Xã Ia Pal', 40],
    ]
    const { db, said } = await taken(await book(rows, { merges }))
    const targets = (await db.read.catalog.get()).targets.map(({ unit, target }) => `${unit} ${target}`)
    expect(targets.toSorted()).toEqual(['S1 65', 'S2 65', 'X2 40'])
    expect(said.get('note_merged')).toMatchObject({ count: 1, cells: 'C3 (3–4)' })
  })

  test('is no count of any of them', async () => {
    const rows: Row[] = [TITLE, HEADER, [1, 'Sở Y tế', 9, 6, 3], [2, 'Sở Tư pháp', 8, null, 4]]
    const over = [{ startRow: 2, startCol: 3, endRow: 3, endCol: 3 }]
    const problems = await refuse(await province(), 'observations', await book(rows, { merges: over }))
    expect(problems).toMatchObject([{ code: 'merged_count', line: 3, column: 'Trực tuyến', value: '6' }])
  })
})

describe('tables side by side', () => {
  test('under the same titles are read one below the other, a name by the kind above its table', async () => {
    const { db, said } = await taken(
      await book([
        TITLE,
        ['Các sở, ban, ngành', null, null, null, null, null, 'UBND cấp xã'],
        [...HEADER, null, ...HEADER],
        [1, 'Sở Y tế', 9, 6, 3, null, 1, 'Chư Sê', 7, 3, 4],
        [2, 'Sở Tư pháp', 8, 4, 4, null, 2, 'Ia Pal', 5, 5, 0],
      ]),
    )
    expect(await figures(db)).toEqual([
      `S1 online_rate ${MAY} 6/9`,
      `S2 online_rate ${MAY} 4/8`,
      `X1 online_rate ${MAY} 3/7`,
      `X2 online_rate ${MAY} 5/5`,
    ])
    expect(said.get('note_beside')).toMatchObject({ columns: 'A–E, G–K' })
    expect(said.get('under_kind')).toMatchObject({ tier: 'commune' })
  })

  test('of two periods are refused', async () => {
    const rows: Row[] = [
      ['Tháng 4/2024', null, null, null, null, 'Tháng 5/2024'],
      [...HEADER, ...HEADER],
      [1, 'Sở Y tế', 9, 6, 3, 1, 'Sở Y tế', 7, 3, 4],
    ]
    const [problem] = await refuse(await province(), 'observations', await book(rows))
    expect(['missing_column', 'repeated_header', 'tables_beside']).toContain(problem?.code)
  })
})

test('a number of which a part is struck through is what is left', async () => {
  const richText = [{ text: '4', font: { strikethrough: true } }, { text: '6' }]
  const cells = new Map([['2,3', { value: '46', richText }]])
  const { db, said } = await taken(await book([TITLE, HEADER, [1, 'Sở Y tế', 50, '46', 44]], { cells }))
  expect(await figures(db)).toEqual([`S1 online_rate ${MAY} 6/50`])
  expect(said.get('note_comments')).toMatchObject({ cells: 'D3' })
})

const annex = (title: string): Row[] => [
  [title],
  ['TT', 'Nội dung', 'Các sở, ban, ngành', 'UBND cấp xã'],
  [1, 'Tỷ lệ hồ sơ trực tuyến', '≥ 75', 65],
  [2, 'Tỷ lệ dịch vụ có phát sinh', 60, null],
]

describe('an annex with an indicator in each row and kinds of units across', () => {
  test('assigns one target for each', async () => {
    const title = 'PHỤ LỤC: CHỈ TIÊU GIAO NĂM 2026 (Kế hoạch số 48/KH-UBND)'
    const { db, said } = await taken(await book(annex(title)))
    const { targets } = await db.read.catalog.get()
    expect(targets.map(({ kind, indicator, target }) => `${kind} ${indicator} ${target}`).toSorted()).toEqual(
      ['commune online_rate 65', 'department online_rate 75', 'department services 60'],
    )
    expect(said.has('note_turned')).toBe(true)
  })

  test('that reports assigns nothing', async () => {
    const { db, path } = await province()
    const problems = await refuse({ db, path }, 'targets', await book(annex('KẾT QUẢ THÁNG 5 NĂM 2026')))
    expect(problems.map(({ code }) => code)).not.toContain('target_document_needed')
    expect((await db.read.catalog.get()).targets).toEqual([])
  })
})

test('a unit above behind the name tells which is meant', async () => {
  const { db } = await province()
  await accept(
    db,
    'units',
    'code,name,short_name,kind,parent,aliases\nH2,Huyện Đak Đoa,Đak Đoa,district,P,\nX3,Xã Ia Pal,Ia Pal,commune,H2,\n',
  )
  const rows =
    'Tháng 5/2024;;;;\nTên đơn vị;Thuộc huyện;Đã nhận;Trực tuyến;Trực tiếp\nXã Ia Pal;Đak Đoa;8;2;6\n'
  await accept(db, 'observations', rows)
  expect(await figures(db)).toEqual([`X3 online_rate ${MAY} 2/8`])
})
