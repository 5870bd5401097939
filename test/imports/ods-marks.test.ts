import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { makeZip } from './make-zip.ts'
import { AT, bytes, expectSayable, figures, province } from './small-province.ts'

type OdsCell = string | number | { type: string; value: string; shown: string }

/** A spreadsheet as a program writes it that knows no styles of cells. */
function ods(rows: readonly OdsCell[][], hidden: readonly number[] = [], holds = 'spreadsheet'): Uint8Array {
  const cellOf = (cell: OdsCell) => {
    if (typeof cell === 'string')
      return `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`
    const { type, value, shown } =
      typeof cell === 'number' ? { type: 'float', value: `${cell}`, shown: `${cell}` } : cell
    const name = type === 'date' ? 'date-value' : 'value'
    return `<table:table-cell office:value-type="${type}" office:${name}="${value}"><text:p>${shown}</text:p></table:table-cell>`
  }
  const body = rows.map((row, at) => {
    const filtered = hidden.includes(at) ? ' table:visibility="filter"' : ''
    return `<table:table-row${filtered}>${row.map(cellOf).join('')}</table:table-row>`
  })
  const names = ['office', 'style', 'text', 'table', 'fo']
    .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  const styles =
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
  const content = `<?xml version="1.0"?><office:document-content ${names} office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="T">${body.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`
  return makeZip([
    { name: 'content.xml', data: bytes(content) },
    // Most such zips begin with their type; some programs write it last.
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${holds}` },
  ])
}

async function told(file: Uint8Array) {
  const { db } = await province()
  const outcome = await importFile(db, { file: 'bang.ods', bytes: file, at: AT })
  const said = outcome.ok ? [...outcome.notes, ...outcome.warnings] : outcome.problems
  for (const each of said) expectSayable(each)
  return { said: new Map(said.map(({ code, params }) => [code, params])), figures: await figures(db) }
}

const percent = (value: string, shown: string) => ({ type: 'percentage', value, shown })
const month = (value: string, shown: string) => ({ type: 'date', value, shown })
const raised = (text: string) => `${text}<text:span text:style-name="T1">2</text:span>`

test('percents and months without a style are what they show, and hidden rows are told', async () => {
  const { said, figures: found } = await told(
    ods(
      [
        ['Đơn vị', 'Chỉ số', 'Kỳ', 'Tỷ lệ (%)'],
        ['Sở Y tế', 'online_rate', month('2024-05-01', '05/2024'), percent('0.612', '61,2%')],
        ['Sở Tư pháp', 'online_rate', month('2024-05-01', '05/2024'), percent('0.7', '70%')],
      ],
      [2],
    ),
  )
  expect(found).toEqual([
    'S1 online_rate 2024-05-01/2024-05-31 =61.2',
    'S2 online_rate 2024-05-01/2024-05-31 =70',
  ])
  expect(said.get('note_hidden_rows')).toEqual({ count: 1, lines: '3' })
})

test('raised marks are no part of names and numbers, and three decimals are warned of', async () => {
  const { said, figures: found } = await told(
    ods([
      ['Tháng 5/2024'],
      ['Tên cơ quan', 'Đã nhận', 'Trực tuyến', 'Trực tiếp'],
      [raised('Sở Y tế'), 300, raised('200'), 100],
      ['Sở Tư pháp', { type: 'float', value: '3', shown: '3.000' }, 2, 1],
    ]),
  )
  expect(found).toEqual([
    'S1 online_rate 2024-05-01/2024-05-31 200/300',
    'S2 online_rate 2024-05-01/2024-05-31 2/3',
  ])
  expect(said.get('note_comments')).toEqual({ count: 2, cells: 'A3, C3' })
  expect(said.get('shown_decimals')).toEqual({ count: 1, cells: 'B4' })
})

test('a text in the same format is no spreadsheet', async () => {
  const { said } = await told(ods([['Đơn vị'], ['Sở Y tế']], [], 'text'))
  expect([...said.keys()]).toEqual(['not_a_spreadsheet'])
})
