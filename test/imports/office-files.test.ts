import { writeXlsx } from 'hucre/xlsx'
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { writeOds } from 'hucre/ods'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportOutcome } from '../../src/imports/outcome.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import { accept, AT, bytes, expectSayable, figures, importText, province, refuse } from './small-province.ts'

const HEAD = 'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số;Giá trị\n'
const MORE_UNITS = `code,name,short_name,kind,parent,aliases
X3,Xã Tân Thạnh,Tân Thạnh,commune,H1,
X4,Xã Mỹ Đức,Mỹ Đức,commune,H1,
X5,Xã Ia H'Lốp,Ia H'Lốp,commune,H1,
`

async function opened(): Promise<{ db: Database; path: string }> {
  const found = await province()
  await accept(found.db, 'units', MORE_UNITS)
  return found
}

async function codes(db: Database, text: string | Uint8Array, more: Partial<ImportRequest> = {}) {
  const given = typeof text === 'string' ? bytes(text) : text
  const outcome = await importFile(db, { file: 'bang.csv', bytes: given, at: AT, ...more })
  for (const each of outcome.ok ? [...outcome.notes, ...outcome.warnings] : outcome.problems)
    expectSayable(each)
  return { outcome, codes: said(outcome) }
}

function said(outcome: ImportOutcome): string[] {
  return (outcome.ok ? [...outcome.notes, ...outcome.warnings] : outcome.problems).map(each => each.code)
}

const book = (sheets: { name: string; rows: CellValue[][]; more?: Partial<WriteSheet> }[]) =>
  writeXlsx({ sheets: sheets.map(({ name, rows, more }) => ({ name, rows, ...more })) })

const unitList = (name: string) => `Mã ĐVHC;Tên;Loại\nX9;${name};Phường`

const staffList = (post: string, unit: string) => `Họ và tên;Chức vụ;Đơn vị\nLê Văn Đức;${post};${unit}`
const weekOf = (period: string) => `Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\nSở Y tế;online_rate;${period};1;2`

const withTotal = (total: string) =>
  `Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\n${total}\nSở Y tế;online_rate;2024-05;1;2\nSở Tư pháp;online_rate;2024-05;3;4`

const ROWS = (period: string): CellValue[][] => [
  ['Đơn vị', 'Chỉ số', 'Kỳ', 'Tử số', 'Mẫu số'],
  ['Sở Y tế', 'online_rate', period, 1, 2],
]

describe('a unit in its dress', () => {
  test.each([
    ['UBND xã Tân Thạnh - tỉnh Mẫu', 'X3'],
    ['UBND XÃ TÂN THẠNH, HUYỆN CHƯ SÊ, TỈNH MẪU', 'X3'],
    ['xa tan thanh', 'X3'],
    ['X. Mỹ Đức', 'X4'],
    ['Xã Tân Thạnh (1)', 'X3'],
    ['Xã Tân Thạnh (*)', 'X3'],
    ['UBND xã Tân Thạnh – tỉnh Mẫu²', 'X3'],
    ['Xã Mĩ Đức', 'X4'],
    ['Xã Ia Hlốp', 'X5'],
    ['TT. Chư Sê', 'X1'],
    ['Trung tâm Phục vụ hành chính công xã Ia Pal', 'X2'],
    ['2. Sở Y tế', 'S1'],
    ['Sở Tư Pháp tỉnh Mẫu', 'S2'],
    ['Xã Mỹ Ðức', 'X4'],
  ])('%s', async (name, code) => {
    const { db } = await opened()
    await accept(db, 'observations', `${HEAD}${name};online_rate;2024-05;1;2;`)
    expect(await figures(db)).toEqual([`${code} online_rate 2024-05-01/2024-05-31 1/2`])
  })

  test('a shortened kind tells two of one name apart, and a numeral before a name is still none of it', async () => {
    const { db } = await opened()
    await accept(
      db,
      'units',
      'code,name,short_name,kind,parent,aliases\nX8,Xã An Phú,An Phú,commune,H1,\nX9,Phường An Phú,An Phú,commune,H1,',
    )
    const rows = ['X. An Phú', 'P. An Phú', 'X. Sở Y tế', 'V. Xã Mỹ Đức']
    await accept(db, 'observations', HEAD + rows.map(name => `${name};online_rate;2024-05;1;2;`).join('\n'))
    expect((await figures(db)).map(row => row.slice(0, 2))).toEqual(['S1', 'X4', 'X8', 'X9'])
  })

  test.each([
    'Xã Tân Thành',
    'Xã Tân Thanh',
    'Xã Mỹ Dức',
    'Phường Tân Thạnh',
    'Xã Tân Thạnh - tỉnh Khác',
    'Trung tâm Phục vụ hành chính công tỉnh Mẫu',
  ])('%s is somebody else', async name => {
    const problems = await refuse(await opened(), 'observations', `${HEAD}${name};online_rate;2024-05;1;2;`)
    expect(problems.map(({ line, value }) => [line, value])).toEqual([[2, name]])
  })

  test('other marks are taken where that is said, with a line for each row', async () => {
    const { db } = await opened()
    const text = `${HEAD}Xã Tân Thành;online_rate;2024-05;1;2;\nXã Tân Thành;online_rate;2024-06;1;2;`
    const { outcome } = await codes(db, text, { acceptSpelling: true })
    expect(outcome.ok && outcome.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['spelling_accepted', 2],
      ['spelling_accepted', 3],
    ])
  })
})

describe('percents and counts', () => {
  test('parts of one are refused, or taken for what they are where that is said', async () => {
    const fixture = await opened()
    const text = `${HEAD}Sở Y tế;services;2024-05;;;0,85\nSở Tư pháp;services;2024-05;;;1`
    expect((await refuse(fixture, 'observations', text))[0]).toMatchObject({
      code: 'fractions',
      line: 2,
      value: '0,85',
    })
    await accept(fixture.db, 'observations', text, { fractions: true })
    expect((await figures(fixture.db)).map(line => line.split('=')[1])).toEqual(['85', '100'])
    const over = text.replace(';1', ';1,5')
    expect((await refuse(fixture, 'observations', over, { fractions: true }))[0]?.code).toBe(
      'value_out_of_range',
    )
  })

  test('written with its sign a percent is what it says', async () => {
    const { db } = await opened()
    await accept(
      db,
      'observations',
      `${HEAD}Sở Y tế;services;2024-05;;;0,85%\nSở Tư pháp;services;2024-05;;;98,5 %`,
    )
    expect((await figures(db)).map(line => line.split('=')[1])).toEqual(['0.85', '98.5'])
  })

  test('each column has its own custom', async () => {
    const { db } = await opened()
    const text = `${HEAD}Sở Y tế;online_rate;2024-05;1.234;2.468;50.00\nSở Tư pháp;online_rate;2024-05;12;1.000;1.20`
    await accept(db, 'observations', text)
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-05-01/2024-05-31 1234/2468 =50',
      'S2 online_rate 2024-05-01/2024-05-31 12/1000 =1.2',
    ])
  })

  test('far from the usual is warned of', async () => {
    const { db } = await opened()
    await accept(
      db,
      'observations',
      `${HEAD}Sở Y tế;online_rate;2024-04;600;1200;\nSở Y tế;services;2024-04;;;60`,
    )
    const { outcome } = await codes(
      db,
      `${HEAD}Sở Y tế;online_rate;2024-05;1;2;\nSở Y tế;services;2024-05;;;2`,
    )
    expect(said(outcome)).toEqual(expect.arrayContaining(['tiny_count', 'drop']))
  })
})

describe('the sheet', () => {
  test('of several that fit none is taken; the one that is named is read, and the others are named', async () => {
    const { db } = await opened()
    const file = await book([
      { name: 'T5', rows: ROWS('2024-05') },
      { name: 'T6', rows: ROWS('2024-06') },
      { name: 'Ghi chú', rows: [['không']] },
    ])
    expect((await codes(db, file)).codes).toEqual(['several_sheets'])
    const { outcome } = await codes(db, file, { sheet: 'T6' })
    expect(said(outcome)).toEqual(expect.arrayContaining(['note_sheet', 'note_other_sheets', 'note_kind']))
    expect((await codes(db, file, { sheet: 'T9' })).codes).toEqual(['no_sheet'])
    expect(await figures(db)).toEqual(['S1 online_rate 2024-06-01/2024-06-30 1/2'])
  })

  test('hidden rows and columns are said', async () => {
    const { db } = await opened()
    const more = { rowDefs: new Map([[1, { hidden: true }]]), columns: [{}, { hidden: true }] }
    const file = await book([{ name: 'A', rows: ROWS('2024-05'), more }])
    expect((await codes(db, file)).codes).toEqual(
      expect.arrayContaining(['note_hidden_rows', 'note_hidden_columns']),
    )
  })
})

describe('formats and encodings', () => {
  const TABLE = 'Đơn vị\tChỉ số\tKỳ\tTử số\tMẫu số\nSở Tư pháp\tonline_rate\t2024-05\t1\t2'
  const read = ['S2 online_rate 2024-05-01/2024-05-31 1/2']

  test('tabs, UTF-16, HTML called .xls, .ods', async () => {
    const cells = TABLE.split('\n').map(line => line.split('\t'))
    const html = `<html><table>${cells.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    const rows = cells.map(row => row.map((cell): CellValue => (/^\d$/.test(cell) ? Number(cell) : cell)))
    const files = [
      bytes(TABLE),
      Buffer.from(`\uFEFF${TABLE}`, 'utf16le'),
      Buffer.from(TABLE, 'utf16le'),
      bytes(html),
      await writeOds({ sheets: [{ name: 'A', rows }] }),
    ]
    for (const file of files) {
      const { db } = await opened()
      expect((await codes(db, file)).outcome).toMatchObject({ ok: true, added: 1 })
      expect(await figures(db)).toEqual(read)
    }
  })

  test('VNI and TCVN3 are read as what was meant', async () => {
    const tcvn3 = '§¬n vÞ;ChØ sè;Kú;Tö sè;MÉu sè\nSë T\u00AD ph¸p;online_rate;2024-05;1;2'
    const vni = 'Ñôn vò;Chæ soá;Kyø;Töû soá;Maãu soá\nSôû Tö phaùp;online_rate;2024-05;1;2'
    for (const text of [tcvn3, vni]) {
      for (const file of [bytes(text), Buffer.from(text, 'latin1')]) {
        const { db } = await opened()
        expect((await codes(db, file)).codes).toContain('note_font')
        expect(await figures(db)).toEqual(read)
      }
    }
  })

  test('a raised mark in a page of HTML is no digit of its number, and is said', async () => {
    const { db } = await opened()
    const html =
      '<table><tr><td>Tuần 20 năm 2024</td></tr><tr><th>Tên cơ quan</th><th>Đã nhận</th><th>Trực tuyến</th><th>Trực tiếp</th></tr>' +
      '<tr><td>Xã Tân Thạnh<sup>(1)</sup></td><td>60</td><td>20<sup>2</sup></td><td>40</td></tr></table>'
    const { codes: told } = await codes(db, html, { file: 'bang.xls' })
    expect(await figures(db)).toEqual(['X3 online_rate 2024-05-13/2024-05-19 20/60'])
    expect(told).toContain('note_comments')
  })

  test('what is no table is named', async () => {
    const { db } = await opened()
    expect((await codes(db, '{"a": [1]}')).codes).toEqual(['json_file'])
    expect((await codes(db, '%PDF-1.7')).codes).toEqual(['not_a_table'])
  })
})

describe('tables of offices, recognised', () => {
  test('an annex of targets by names: year and decision from its title', async () => {
    const { db } = await opened()
    const text = `PHỤ LỤC CHỈ TIÊU NĂM 2025;;;
(Kèm theo Quyết định số 88/QĐ-UBND ngày 12/02/2025);;;
STT;Đơn vị;Hồ sơ trực tuyến (%);Giải quyết đúng hạn (%)
I;Các sở, ban, ngành;;
1;Sở Y tế;≥75%;99
2;Sở Tư pháp;60,5;-
Tổng cộng;;;`
    const { outcome } = await codes(db, text)
    expect(outcome).toMatchObject({ ok: true, kind: 'targets', added: 3 })
    const { targets } = await db.read.catalog.get()
    expect(targets.map(({ unit, year, target, document }) => [unit, year, target, document])).toEqual([
      ['S1', 2025, 75, '88/QĐ-UBND'],
      ['S2', 2025, 60.5, '88/QĐ-UBND'],
      ['S1', 2025, 99, '88/QĐ-UBND'],
    ])
  })

  test('a staff list: posts are roles, codes come from names, and again nothing changes', async () => {
    const { db } = await opened()
    const text =
      'TT;Họ và tên;Chức vụ;Đơn vị công tác\n1;Lê Văn Đức;Phó Giám đốc;Sở Y tế\n2;Hồ Thị Nga;Chuyên viên;X. Ia Pal'
    expect((await codes(db, text)).outcome).toMatchObject({ ok: true, kind: 'members', added: 2 })
    expect((await db.read.catalog.get()).members).toEqual([
      { member: 'le-van-duc', name: 'Lê Văn Đức', role: 'leader', unit: 'S1' },
      { member: 'ho-thi-nga', name: 'Hồ Thị Nga', role: 'officer', unit: 'X2' },
    ])
    expect((await codes(db, text)).outcome).toMatchObject({ ok: true, importId: null, unchanged: 2 })
  })

  test('a post may name its office; of several units in a cell none is taken', async () => {
    const { db, path } = await opened()
    const roleOf = async (post: string, unit: string) => {
      await accept(db, 'members', staffList(post, unit))
      return (await db.read.catalog.get()).members.find(({ name }) => name === 'Lê Văn Đức')?.role
    }
    expect(await roleOf('Công chức xã', 'Xã Ia Pal')).toBe('officer')
    expect(await roleOf('Phó Chủ tịch UBND xã', 'Xã Ia Pal')).toBe('leader')
    expect(await roleOf('Chuyên viên Xã Ia Pal', 'Xã Ia Pal')).toBe('officer')
    const refused = async (text: string) =>
      (await refuse({ db, path }, 'members', text)).map(({ code, column }) => [code, column])
    expect(await refused(staffList('Giám đốc Trung tâm Công báo', 'Sở Y tế'))).toEqual([
      ['not_one_of', 'Chức vụ'],
    ])
    expect(await refused(staffList('Chuyên viên', 'S1|S2'))).toEqual([['member_units', 'Đơn vị']])
    expect(await refused(staffList('Chuyên viên', 'Sở Y tế | X1'))).toEqual([['member_units', 'Đơn vị']])
    const long = 'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\nSở Y tế|Sở Tư pháp;online_rate;2024-05;1;2'
    expect((await codes(db, long)).codes).toEqual(['several_units'])
  })

  test('units with kinds in words; a name that changes under its code still finds the unit', async () => {
    const { db } = await opened()
    await accept(db, 'units', unitList('Phường Bến Cát'))
    const { outcome } = await codes(db, unitList('Phường Bến Mới'))
    expect(said(outcome)).toContain('note_renamed')
    await accept(db, 'observations', `${HEAD}P. Bến Cát;online_rate;2024-05;1;2;`)
    expect(await figures(db)).toEqual(['X9 online_rate 2024-05-01/2024-05-31 1/2'])
    expect((await codes(db, unitList('Phường Bến Mới'))).outcome).toMatchObject({ importId: null })
  })

  test('a list of new communes: no kinds but in the names, one province', async () => {
    const { db } = await opened()
    await accept(
      db,
      'units',
      'TT;Mã ĐVHC;Tên đơn vị hành chính cấp xã\n1;23001;Phường Hội Nghĩa\n2;23002;Xã Tuy An',
    )
    expect(
      (await db.read.catalog.get()).units
        .slice(-2)
        .map(({ kind, parent, shortName }) => [kind, parent, shortName]),
    ).toEqual([
      ['commune', 'P', 'Hội Nghĩa'],
      ['commune', 'P', 'Tuy An'],
    ])
  })

  test('a period that is not the one in the title is warned of; without one, the title decides', async () => {
    const table =
      'TÌNH HÌNH XỬ LÝ;;\n(Từ ngày 21/4/2024 đến ngày 20/5/2024);;\nTên cơ quan;Đã nhận;Trực tuyến;Trực tiếp\nSở Y tế;3;2;1\n'
    const { db } = await opened()
    expect((await codes(db, table, { period: '2024-05' })).codes).toContain('period_differs')
    expect((await codes(db, table)).codes).toContain('note_period')
    expect(await figures(db)).toContain('S1 online_rate 2024-04-21/2024-05-20 2/3')
  })

  test('a period in the rows that is not the one given is said; a year is taken from it, or asked for', async () => {
    const { db } = await opened()
    const other = await codes(db, weekOf('Tháng 4/2024'), { period: '2024-05' })
    expect(other.codes).toEqual(['given_period_differs'])
    expect((await codes(db, weekOf('2024-05'), { period: '2024-05' })).codes).not.toContain(
      'given_period_differs',
    )
    expect((await codes(db, weekOf('Tuần 20'))).codes).toEqual(['period_without_year'])
    expect((await codes(db, weekOf('hè'))).codes).toEqual(['bad_period'])
    await codes(db, weekOf('Tuần 20'), { period: '2024-W20' })
    expect(await figures(db)).toContain('S1 online_rate 2024-05-13/2024-05-19 1/2')
  })

  test('columns that are not read are named; the sum of a long table is compared, wherever it stands', async () => {
    const { db } = await opened()
    const targets =
      'TT;Đơn vị;Chỉ số;Chỉ tiêu;Văn bản;Năm;Ghi chú;Trống\n1;Sở Y tế;online_rate;60%;9/QĐ;2024;trừ thủ tục đất đai;'
    const read = (await codes(db, targets)).outcome
    expect(read.ok && read.notes.find(({ code }) => code === 'note_unread_columns')?.params).toEqual({
      columns: '“Ghi chú”',
    })
    const differing = async (total: string) => {
      const { outcome } = await codes(db, withTotal(total), { dryRun: true })
      return outcome.ok ? outcome.warnings.map(({ column, value, params }) => [column, value, params]) : null
    }
    expect(await differing('TOÀN TỈNH;online_rate;2024-05;4;7')).toEqual([['Mẫu số', '7', { sum: 6 }]])
    expect(await differing('Tổng cộng;;;4;6')).toEqual([])
    expect(await differing('Tổng cộng;;;5;6')).toEqual([['Tử số', '5', { sum: 4 }]])
    expect(await differing('Tổng cộng;online_rate;2024-04;5;6')).toEqual([])
  })

  test('where sums of a province differ in many rows, one line says so', async () => {
    const { db } = await opened()
    const rows = Array.from({ length: 9 }, (_, at) => {
      const period = `2024-W${10 + at}`
      return `P;online_rate;${period};7;9\nS1;online_rate;${period};1;2`
    })
    const { outcome } = await codes(db, `unit;indicator;period;numerator;denominator\n${rows.join('\n')}`)
    expect(outcome.ok && outcome.warnings.map(({ code, line, params }) => [code, line, params])).toEqual([
      ['totals_differ', 2, { sum: 1, count: 18 }],
    ])
  })

  test('signatures, notes and sums are left out and named; a formula without its result refuses once a cell', async () => {
    const { db, path } = await opened()
    const rows: CellValue[][] = [
      ['Tên cơ quan', 'Đã nhận', 'Trực tuyến', 'Trực tiếp'],
      ['Sở Y tế', 3, 2, 1],
      ['Tổng cộng', 3, 2, 2],
      ['NGƯỜI LẬP BIỂU', null, 'GIÁM ĐỐC', null],
    ]
    const read = await codes(db, await book([{ name: 'T5-2024', rows }]))
    expect(read.codes).toEqual(expect.arrayContaining(['note_totals', 'note_left_out', 'total_differs']))
    const cells = new Map([['1,2', { formula: 'SUM(A1)' }]])
    const formula = await book([{ name: 'T5-2024', rows, more: { cells } }])
    expect(await refuse({ db, path }, 'observations', formula)).toMatchObject([
      { code: 'uncomputed_formula', line: 2, column: 'Trực tuyến' },
    ])
  })

  test('a pattern that would hang another matcher is matched at once', async () => {
    const { parseProfile } = await import('../../src/imports/profile.ts')
    const json = {
      name: 'x',
      about: '',
      kind: 'members',
      columns: { name: ['a'] },
      skipRows: [{ column: 'name', pattern: '^(a+)+$' }],
    }
    expect(parseProfile('x', JSON.stringify(json))).toMatchObject({ name: 'x' })
    const { compilePattern } = await import('../../src/imports/pattern.ts')
    expect(compilePattern('^(a+)+$')?.test(`${'a'.repeat(2_000)}!`)).toBe(false)
    for (const source of ['(?<=a)b', '(a?){1000}', '(?:[a-z]?[0-9]?){200}b', 'a'.repeat(3_000)]) {
      expect(compilePattern(source)).toBeNull()
    }
  })

  test('a text that is not one is refused', async () => {
    const { db } = await opened()
    for (const name of ['An\u202Eh', 'x'.repeat(201), '"A\nB"']) {
      expect(await importText(db, 'members', `member,name,role,unit\na,${name},leader,S1`)).toMatchObject({
        ok: false,
      })
    }
  })
})
