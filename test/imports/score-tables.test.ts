import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rankAll } from '../../src/core/rank.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { foldName } from '../../src/imports/names/fold-name.ts'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportOutcome } from '../../src/imports/outcome.ts'
import { listImports, undoImport } from '../../src/imports/undo-import.ts'
import { dump, tempDatabase } from '../db/temp-database.ts'
import { accept, INDICATORS, refuse } from './small-province.ts'

/** The day of the published tables. */
const PUBLISHED = Date.parse('2025-10-16T18:00+07:00')

const PROFILE = 'qd766-cong-dvcqg'
const YEAR = 'qd766_34tinh_nam2025_2025-10-16.csv'
const OCTOBER = 'qd766_34tinh_thang10-2025_2025-10-16.csv'

const read = (file: string) => readFileSync(new URL(`../fixtures/qd766-2025/${file}`, import.meta.url))
const PROVINCES = readFileSync(new URL('provinces.csv', import.meta.url), 'utf8')

async function provinces(): Promise<{ db: Database; path: string }> {
  const opened = tempDatabase()
  await accept(opened.db, 'units', PROVINCES)
  return opened
}

function importTable(db: Database, file: string, more: { period?: string } = {}): Promise<ImportOutcome> {
  return importFile(db, {
    kind: 'observations',
    file,
    bytes: read(file),
    at: PUBLISHED,
    profile: PROFILE,
    ...more,
  })
}

/** The published rows by the province's name alone, folded: some have become cities since, and tones are placed in two ways. */
function published(file: string): Map<string, Record<string, string>> {
  const [header = '', ...lines] = read(file).toString('utf8').replace('\uFEFF', '').trim().split(/\r?\n/)
  const names = header.split(',')
  return new Map(
    lines.map(line => {
      const cells = line.split(',')
      const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
      return [foldName((row['ten'] ?? '').replace(/^UBND (tỉnh|Thành phố) /, '')), row]
    }),
  )
}

const PARTS = {
  score_on_time: 'tien_do_giai_quyet_20',
  score_satisfaction: 'muc_do_hai_long_18',
  score_digitization: 'so_hoa_ho_so_22',
  score_payment: 'thanh_toan_truc_tuyen_10',
  score_online: 'dich_vu_truc_tuyen_12',
  score_transparency: 'cong_khai_minh_bach_18',
  service_score: 'tong_diem_100',
}

async function shortNames(db: Database): Promise<(code: string) => string> {
  const { units } = await db.read.catalog.get()
  const names = new Map(units.map(unit => [unit.code, foldName(unit.shortName)]))
  return code => names.get(code) ?? code
}

describe.each([
  [YEAR, { from: '2025-01-01', to: '2025-12-31' }],
  [OCTOBER, { from: '2025-10-01', to: '2025-10-31' }],
])('the published table %s', (file, window) => {
  test('gives every province its parts, its total and its place as published, for the period of the name', async () => {
    const { db } = await provinces()
    const outcome = await importTable(db, file)
    expect(outcome).toMatchObject({ ok: true, rows: 34, added: 34 * 7, changed: 0, warnings: [] })
    const nameOf = await shortNames(db)
    const rows = published(file)
    expect(rows.size).toBe(34)
    const column = (name: string) => new Map(Array.from(rows, ([unit, row]) => [unit, Number(row[name])]))
    for (const [indicator, header] of Object.entries(PARTS)) {
      const stored = await db.read.observations.inWindow({ indicators: [indicator], window })
      expect(stored.every(row => row.from === window.from && row.to === window.to)).toBe(true)
      expect(new Map(stored.map(row => [nameOf(row.unit), row.value ?? -1]))).toEqual(column(header))
    }
    const totals = await db.read.observations.inWindow({ indicators: ['service_score'], window })
    const ranks = rankAll(new Map(totals.map(row => [nameOf(row.unit), row.value ?? 0])), 'higher')
    expect(ranks).toEqual(column('hang'))
  })
})

test('both tables stand beside each other, and again they say nothing new', async () => {
  const { db, path } = await provinces()
  await importTable(db, YEAR)
  await importTable(db, OCTOBER)
  const before = dump(path)
  expect(await importTable(db, YEAR)).toMatchObject({ importId: null, unchanged: 238 })
  expect(await importTable(db, OCTOBER)).toMatchObject({ importId: null, unchanged: 238 })
  expect(dump(path)).toEqual(before)
})

test('the indicators that the profile names come along, as an import of their own that is undone last', async () => {
  const { db } = await provinces()
  await accept(db, 'indicators', INDICATORS)
  const outcome = await importTable(db, YEAR)
  const list = await listImports(db)
  expect(list.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
    `observations ${YEAR}`,
    'indicators built-in/indicators.csv',
    'indicators indicators.csv',
    'units units.csv',
  ])
  const { indicators } = await db.read.catalog.get()
  expect(indicators.map(({ code, max }) => `${code} ${max}`).slice(4)).toEqual([
    'service_score 100',
    'score_on_time 20',
    'score_satisfaction 18',
    'score_digitization 22',
    'score_payment 10',
    'score_online 12',
    'score_transparency 18',
  ])
  expect(await undoImport(db, 3, PUBLISHED)).toMatchObject({ ok: false, problems: [{ code: 'still_used' }] })
  for (const id of [outcome.ok ? (outcome.importId ?? 0) : 0, 3]) {
    expect(await undoImport(db, id, PUBLISHED)).toMatchObject({ ok: true })
  }
  expect((await db.read.catalog.get()).indicators).toHaveLength(4)
})

test('a period that is given goes before that of the name', async () => {
  const { db } = await provinces()
  await importTable(db, YEAR, { period: '2024' })
  const window = { from: '2024-01-01', to: '2024-12-31' }
  expect(await db.read.observations.inWindow({ indicators: ['service_score'], window })).toHaveLength(34)
})

describe('what is wrong in a score table', () => {
  const HEADER = 'TEN,TDGQ,MDHL,MDSH,TTTT,CLGQ,CKMB,TONG_SCORE,ROW_STT\n'
  const table = (...rows: string[]) => HEADER + rows.join('\n')
  const options = { at: PUBLISHED, profile: PROFILE, period: '2025-09' }

  test('a unit that is not there, points above the maximum, a value in words', async () => {
    const problems = await refuse(
      await provinces(),
      'observations',
      table(
        'UBND tỉnh Hà Giang,19,17,20,10,8,15,89,1',
        'UBND tỉnh Gia Lai,20.5,17,20,10,8,15,90.5,2',
        'Ủy ban nhân dân tỉnh Lâm Đồng,sai,17,20,10,8,15,70,3',
      ),
      options,
    )
    expect(problems.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [2, 'TEN', 'UBND tỉnh Hà Giang', 'unknown_unit'],
      [3, 'TDGQ', '20.5', 'value_out_of_range'],
      [4, 'TDGQ', 'sai', 'bad_number'],
    ])
  })

  test('totals and places that do not follow from the parts are only warned of', async () => {
    const { db } = await provinces()
    const { warnings, added } = await accept(
      db,
      'observations',
      table(
        'UBND tỉnh Gia Lai,19,17,20,10,8,15,89.5,1',
        'UBND tỉnh Lâm Đồng,19.05,17,20,10,8,15,89.05,3',
        'UBND tỉnh Bắc Ninh,19,17,20,10,8,15,89,3',
      ),
      options,
    )
    expect(added).toBe(21)
    expect(
      warnings.map(({ line, column, value, code, params }) => [line, column, value, code, params]),
    ).toEqual([
      [2, 'TONG_SCORE', '89.5', 'parts_differ', { sum: 89 }],
      [3, 'ROW_STT', '3', 'rank_differs', { rank: 2 }],
    ])
  })

  test('no period anywhere, or one that is none', async () => {
    const opened = await provinces()
    const text = table('UBND tỉnh Gia Lai,19,17,20,10,8,15,89,1')
    const none = await refuse(opened, 'observations', text, { profile: PROFILE })
    expect(none).toMatchObject([{ code: 'period_needed', line: null }])
    const wrong = await refuse(opened, 'observations', text, { profile: PROFILE, period: 'tháng 9' })
    expect(wrong).toMatchObject([{ code: 'bad_period', value: 'tháng 9' }])
  })

  test('columns that are missing, named as the profile knows them', async () => {
    const text = 'ten,tien_do_giai_quyet_20,hang\nUBND tỉnh Gia Lai,19,1'
    const problems = await refuse(await provinces(), 'observations', text, options)
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, 'muc_do_hai_long_18', 'missing_column'],
      [1, 'so_hoa_ho_so_22', 'missing_column'],
      [1, 'thanh_toan_truc_tuyen_10', 'missing_column'],
      [1, 'dich_vu_truc_tuyen_12', 'missing_column'],
      [1, 'cong_khai_minh_bach_18', 'missing_column'],
      [1, 'tong_diem_100', 'missing_column'],
    ])
  })

  test('without the profile it is recognised, and that is said', async () => {
    const { db } = await provinces()
    const outcome = await importFile(db, { file: YEAR, bytes: read(YEAR), at: PUBLISHED })
    expect(outcome).toMatchObject({ ok: true, kind: 'observations', added: 34 * 7 })
    expect(outcome.ok && outcome.notes).toContainEqual(
      expect.objectContaining({ code: 'note_layout', params: { profile: PROFILE } }),
    )
  })
})
