import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { accept, AT, bytes, figures, province, refuse } from './small-province.ts'

const LETTERHEAD =
  'UBND HUYỆN CHƯ SÊ;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND XÃ IA PAL;;Độc lập - Tự do\nSố: 8/BC-UBND'
const MAY = '2024-05-01/2024-05-31'

interface Form {
  letterhead?: string
  title?: string
  header?: string
  more?: string
}

const form = ({
  letterhead = LETTERHEAD,
  title = 'Kết quả tháng 5 năm 2024',
  header = 'TT;Chỉ số;Số hồ sơ đạt;Tổng số hồ sơ;Chỉ tiêu giao (%)',
  more = '',
}: Form = {}) =>
  [
    letterhead,
    `${title};;;`,
    header,
    '1;Tỷ lệ hồ sơ trực tuyến;30;40;60',
    '2;Tỷ lệ DVC có phát sinh;8;10;75',
    more,
  ].join('\n')

test('what a commune reports of itself is booked for it, and never for the district of its letterhead', async () => {
  const { db } = await province()
  const { notes } = await accept(db, 'observations', form())
  expect(await figures(db)).toEqual([`X2 online_rate ${MAY} 30/40`, `X2 services ${MAY} 8/10`])
  expect(notes).toContainEqual(
    expect.objectContaining({ code: 'note_own_form', params: { unit: 'Xã Ia Pal' } }),
  )
})

test('without a kind, too: results beside targets are never taken as targets', async () => {
  const { db } = await province()
  const header = 'TT;Chỉ số;Đơn vị;Kết quả;Chỉ tiêu giao (%)'
  const text = form({ header }).replaceAll(/;(\d+);\d+;(\d+)/g, ';%;$1;$2')
  expect(await importFile(db, { file: 'b.csv', bytes: bytes(text), at: AT })).toMatchObject({ ok: true })
  expect((await db.read.catalog.get()).targets).toEqual([])
  expect(await figures(db)).toContain(`X2 online_rate ${MAY} =30`)
})

test('rows of other things are left out by name, and indicators in two ways refuse the form', async () => {
  const { db, path } = await province()
  const { notes } = await accept(db, 'observations', form({ more: '3;Số cuộc họp giao ban;4;4;' }))
  expect(notes).toContainEqual(
    expect.objectContaining({
      code: 'note_no_indicators',
      params: { count: 1, rows: '8 “Số cuộc họp giao ban”' },
    }),
  )
  const twice = form({ more: '3;Tỷ lệ hồ sơ trực tuyến;31;40;' })
  await refuse({ db, path }, 'observations', twice, { file: 'c.csv' })
})

test.each([
  ['a department', { letterhead: 'UBND TỈNH MẪU;;\nSỞ Y TẾ;;' }, 'Sở Y tế'],
  ['a title of more', { title: 'Kết quả trên địa bàn huyện tháng 5 năm 2024' }, 'Xã Ia Pal'],
])('%s is asked for, and --unit says it', async (_, said, unit) => {
  const found = await province()
  const [problem] = await refuse(found, 'observations', form(said))
  expect(problem).toMatchObject({ code: 'indicators_of_unit', params: { unit } })
  await accept(found.db, 'observations', form(said), { unit })
  expect(await figures(found.db)).toHaveLength(2)
})

test('where the letterhead names nobody, or two, whose it is is asked', async () => {
  const found = await province()
  for (const letterhead of ['CỘNG HÒA XÃ HỘI;', 'UBND XÃ IA PAL;;\nUBND THỊ TRẤN CHƯ SÊ;;']) {
    expect(await refuse(found, 'observations', form({ letterhead }))).toMatchObject([
      { code: 'indicators_of_none' },
    ])
  }
})

test('--unit that names nobody, or of a table that has its own units, is refused', async () => {
  const found = await province()
  const asked = async (text: string, unit: string) => {
    const [problem] = await refuse(found, 'observations', text, { unit })
    return problem?.code
  }
  expect(await asked(form(), 'Xã Không Có Ở Đâu')).toBe('no_unit')
  const table = 'Tháng 5/2024;;;\nĐơn vị;Chỉ số;Tử số;Mẫu số\nSở Y tế;Tỷ lệ hồ sơ trực tuyến;3;4\n'
  expect(await asked(table, 'Sở Y tế')).toBe('unit_not_needed')
})

test('the tab says the commune where the sheet does not; what is assigned is no result', async () => {
  const found = await province()
  const rows = [
    ['Tháng 5/2024'],
    ['Chỉ số', 'Kết quả (%)'],
    ['Tỷ lệ hồ sơ trực tuyến', 61],
    ['Tỷ lệ DVC có phát sinh', 71],
  ]
  const tab = await writeXlsx({ sheets: [{ name: 'Xã Ia Pal', rows }] })
  const assigned = form({ letterhead: 'UBND XÃ IA PAL;;', title: 'Giao chỉ tiêu năm 2024' })
  await refuse(found, 'observations', assigned)
  const outcome = await importFile(found.db, { file: 'x.xlsx', bytes: tab, at: AT })
  expect(outcome).toMatchObject({ ok: true, added: 2 })
})

test('counts below one another by month are no table of results: what to do leads on', async () => {
  const found = await province()
  const text = [
    LETTERHEAD,
    'Kết quả tháng 5 năm 2024;;;',
    'STT;Nội dung;ĐVT;Tháng 4/2024;Tháng 5/2024',
    '1;Tổng số hồ sơ tiếp nhận;Hồ sơ;50;60',
    '2;Tỷ lệ hồ sơ trực tuyến;%;70;71',
    '3;Tỷ lệ DVC có phát sinh;%;80;81',
  ].join('\n')
  const columns = '“STT”, “Nội dung”, “ĐVT”, “Tháng 4/2024”, “Tháng 5/2024”'
  expect(await refuse(found, 'observations', text)).toMatchObject([
    { code: 'own_form_columns', params: { columns } },
  ])
  await accept(found.db, 'observations', text.replace('Tháng 5/2024', 'Kết quả'))
  expect(await figures(found.db)).toEqual([`X2 online_rate ${MAY} =71`, `X2 services ${MAY} =81`])
  const rows = text.replace('Nội dung', 'Đơn vị;Nội dung').replaceAll(/^(\d);/gm, '$1;Xã Ia Pal;')
  expect(await refuse(found, 'observations', rows)).toMatchObject([{ code: 'rows_of_unit' }])
})
