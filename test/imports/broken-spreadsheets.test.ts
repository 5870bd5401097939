import { writeXlsx } from 'hucre/xlsx'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { readZipDirectory } from '../../src/imports/files/zip-directory.ts'
import type { Part } from './make-zip.ts'
import { makeZip, sheetXml, textCell, workbookParts } from './make-zip.ts'
import { AT, bytes, expectSayable, province, refuse } from './small-province.ts'
import { sized } from '../sizes.ts'

const MB = 1024 * 1024
const MEMBERS = [
  ['member', 'name', 'role', 'unit'],
  ['a', 'An', 'leader', 'S1'],
]
const sound = () => writeXlsx({ sheets: [{ name: 'A', rows: MEMBERS }] })
const SHEET = sheetXml(MEMBERS.map(row => row.map(cell => textCell(cell)).join('')))

async function problemsOf(given: Uint8Array, file = 'members.xlsx') {
  const problems = await refuse(await province(), 'members', given, { file })
  return problems.map(({ code, line, column }) => [code, line, column])
}

/** The sound workbook with more in its zip. */
const withPart = (part: Part) => makeZip([...workbookParts(SHEET), part])
const withText = (text: string) =>
  makeZip(
    workbookParts(
      sheetXml(
        [MEMBERS[0], ['a', text, 'leader', 'S1']].map(row =>
          (row ?? []).map(cell => textCell(cell)).join(''),
        ),
      ),
    ),
  )
const wideText = (cell: string) => bytes(`member,name,role,unit${','.repeat(5_000)}${cell}\na,An,leader,S1\n`)
const whole = (code: string) => [[code, null, null]]

test('the hand-made workbook is sound, until something is done to it', async () => {
  const { db } = await province()
  const given = makeZip(workbookParts(SHEET))
  expect(await importFile(db, { kind: 'members', file: 'm.xlsx', bytes: given, at: AT })).toMatchObject({
    ok: true,
    added: 1,
  })
})

describe('a file that is called a spreadsheet and is none', () => {
  test.each([
    ['bytes of no text', 'members.xlsx', Uint8Array.from([200, 0, 129, 3, 255]), 'not_a_spreadsheet'],
    ['a picture', 'MEMBERS.XLSX', Uint8Array.from([137, 80, 78, 71]), 'not_a_table'],
    ['nothing', 'members.xlsx', new Uint8Array(), 'empty_file'],
    ['a web page without a table', 'members.xls', bytes('<html><p>a</p></html>'), 'empty_file'],
    [
      'a text document',
      'members.xlsx',
      makeZip([{ name: 'word/document.xml', data: '<w/>' }]),
      'not_a_table',
    ],
    [
      'an open document',
      'members.ods',
      makeZip([{ name: 'content.xml', data: '<o/>' }]),
      'not_a_spreadsheet',
    ],
    ['an empty zip', 'members.xlsx', makeZip([]), 'not_a_spreadsheet'],
  ])('%s', async (_, file, given, code) => {
    expect(await problemsOf(given, file)).toEqual(whole(code))
  })
})

describe('a spreadsheet of another kind', () => {
  test('of the old kind that holds no workbook is broken, whatever it is called', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')])
    expect(await problemsOf(old, 'members.xls')).toEqual(whole('broken_spreadsheet'))
    expect(await problemsOf(old, 'members.csv')).toEqual(whole('broken_spreadsheet'))
  })

  test('with a password is to be opened first', async () => {
    const encryption = { password: 'bí mật', spinCount: 10 }
    const locked = await writeXlsx({ sheets: [{ name: 'A', rows: MEMBERS }], encryption })
    expect(await problemsOf(locked)).toEqual(whole('locked_spreadsheet'))
    const packed = withPart({ name: 'xl/a.xml', data: 'a', says: { flags: 1 } })
    expect(await problemsOf(packed)).toEqual(whole('locked_spreadsheet'))
  })

  test('with macros is to be saved without', async () => {
    const vbaProject = Uint8Array.from([1, 2, 3])
    const macros = await writeXlsx({ sheets: [{ name: 'A', rows: MEMBERS }], vbaProject })
    expect(await problemsOf(macros)).toEqual(whole('macro_spreadsheet'))
  })
})

describe('a file made to fill the memory is refused for what it declares', () => {
  test.each([
    ['a bomb', withPart({ name: 'xl/a.xml', data: Buffer.alloc(5 * MB) }), 'unsafe_spreadsheet'],
    [
      'more than is allowed in one part',
      withPart({ name: 'xl/a.xml', data: 'a', says: { size: 201 * MB, packed: 100 * MB } }),
      'spreadsheet_too_large',
    ],
    [
      'more than is allowed in all',
      makeZip([
        ...workbookParts(SHEET),
        ...Array.from({ length: 70 }, (_, at) => ({
          name: `xl/${at}.xml`,
          data: 'a',
          says: { size: 3 * MB, packed: MB },
        })),
      ]),
      'spreadsheet_too_large',
    ],
    [
      'too many parts',
      makeZip([
        ...workbookParts(SHEET),
        ...Array.from({ length: 1000 }, (_, at) => ({ name: `xl/${at}.xml`, data: '' })),
      ]),
      'unsafe_spreadsheet',
    ],
  ])('%s', async (_, given, code) => {
    expect(await problemsOf(given)).toEqual(whole(code))
  })

  test.each([
    ['no size at all', { size: 0 }],
    ['no packed size, to be looked for elsewhere', { packed: 0, flags: 8 }],
    ['nothing of either, stored', { size: 0, packed: 0, method: 0, flags: 8 }],
    ['the sign of a zip of 64 bits', { size: 0xffffffff }],
    ['two sizes of what is stored as it is', { method: 0, size: 7, packed: 1 }],
    ['a way of packing that nobody uses', { method: 12 }],
  ])('of which the directory says %s', async (_, says) => {
    const given = withPart({ name: 'xl/a.xml', data: 'a'.repeat(50), says })
    expect(readZipDirectory(given)).toBeNull()
    expect(await problemsOf(given)).toEqual(whole('broken_spreadsheet'))
  })

  test('a part that is larger than it says is unpacked no further', async () => {
    const parts = workbookParts(`${SHEET}${' '.repeat(100_000)}`)
    const lying = parts.map(part => (part.name.includes('sheet1') ? { ...part, says: { size: 400 } } : part))
    expect(await problemsOf(makeZip(lying))).toEqual(whole('broken_spreadsheet'))
  })
})

describe('a broken workbook', () => {
  test('cut off anywhere is refused', async () => {
    const given = await sound()
    const opened = await province()
    for (const share of [0.01, 0.3, 0.6, 0.9, 0.99]) {
      const cut = given.slice(0, Math.max(4, Math.floor(given.length * share)))
      const problems = await refuse(opened, 'members', cut, { file: 'members.xlsx' })
      expect(problems.map(problem => problem.code)).toEqual(['broken_spreadsheet'])
    }
  })

  test.each([
    ['without its sheet', workbookParts(SHEET).slice(0, -1)],
    ['without its list of parts', workbookParts(SHEET).filter(part => !part.name.includes('xml.rels'))],
    ['whose sheet is not XML', workbookParts('<worksheet><sheetData><row><c')],
    [
      'with two cells at the ends of the earth',
      workbookParts(sheetXml([textCell('a', 'A1'), textCell('b', 'DP1048576')])),
    ],
    [
      'whose merged cells overlap',
      workbookParts(
        sheetXml(
          [textCell('a') + textCell('b') + textCell('c')],
          `<mergeCells>${'<mergeCell ref="A1:C1"/>'.repeat(9)}</mergeCells>`,
        ),
      ),
    ],
  ])('%s', async (_, parts) => {
    expect(await problemsOf(makeZip(parts))).toEqual(whole('broken_spreadsheet'))
  })

  test('with bytes changed anywhere is taken or refused, and a refusal changes nothing', async () => {
    const given = await sound()
    const opened = await province()
    const spots = fc.array(fc.tuple(fc.nat(given.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    const codes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(spots, async changes => {
        const damaged = given.slice()
        for (const [at, byte] of changes) damaged[at] = byte
        const outcome = await importFile(opened.db, {
          kind: 'members',
          file: 'members.xlsx',
          bytes: damaged,
          at: AT,
          dryRun: true,
        })
        const problems = outcome.ok ? outcome.warnings : outcome.problems
        for (const problem of problems) {
          expectSayable(problem)
          codes.add(problem.code)
        }
        expect(outcome.ok || problems.length > 0).toBe(true)
      }),
      { numRuns: sized({ quick: 40, usual: 50, long: 300 }) },
    )
    expect(codes).toContain('broken_spreadsheet')
  })
})

describe('a cell that says nothing for certain', () => {
  test('a formula that was never calculated is refused where it stands', async () => {
    const cells = new Map([['2,3', { formula: 'A1' }]])
    const rows = [...MEMBERS, ['b', 'Bình', 'leader', null]]
    const given = makeZip(
      workbookParts(
        sheetXml(
          [...MEMBERS, ['b', 'B', 'leader']].map(
            (row, at) => row.map(cell => textCell(cell)).join('') + (at === 2 ? '<c><f>A1</f></c>' : ''),
          ),
        ),
      ),
    )
    expect(await problemsOf(given)).toEqual([['uncomputed_formula', 3, 'unit']])
    expect(await problemsOf(await writeXlsx({ sheets: [{ name: 'A', rows, cells }] }))).toEqual([
      ['uncomputed_formula', 3, 'unit'],
    ])
  })

  test('an error of the spreadsheet is no number', async () => {
    const head = ['unit', 'indicator', 'period', 'value'].map(text => textCell(text)).join('')
    const row = `${textCell('S1')}${textCell('score')}${textCell('2024')}<c t="e"><v>#DIV/0!</v></c>`
    const problems = await refuse(
      await province(),
      'observations',
      makeZip(workbookParts(sheetXml([head, row]))),
    )
    expect(problems).toMatchObject([{ code: 'error_cell', line: 2, column: 'value', value: '#DIV/0!' }])
  })

  test('text longer than a cell may hold, or with a sign that is no letter', async () => {
    expect(await problemsOf(withText('ab'.repeat(20_000)))).toEqual([['long_text', 2, 'name']])
    expect(await problemsOf(withText('ab'.repeat(101)))).toEqual([['long_text', 2, 'name']])
    expect(await problemsOf(withText('a_x0000_b'))).toEqual([['unfit_text', 2, 'name']])
  })

  test('more columns than a table has', async () => {
    const given = makeZip(workbookParts(sheetXml([textCell('member') + textCell('x', 'DQ1')])))
    expect(await problemsOf(given)).toEqual(whole('too_many_columns'))
    expect(await problemsOf(wideText('x'), 'members.csv')).toEqual(whole('too_many_columns'))
    expect(
      await importFile((await province()).db, { file: 'm.csv', bytes: wideText(''), at: AT }),
    ).toMatchObject({
      ok: true,
    })
  })
})
