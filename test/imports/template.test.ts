import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { IMPORT_KINDS, type ImportKind } from '../../src/imports/outcome.ts'
import { templateOf } from '../../src/imports/template.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { province } from './small-province.ts'

/** Templates are filled in with an example of 2026. */
const DRAWN = Date.parse('2026-12-01T09:00+07:00')

/** What an import of the bytes gives, the kind being found. */
async function taken(opened: Awaited<ReturnType<typeof province>>, bytes: Uint8Array) {
  const outcome = await importFile(opened.db, { file: 'mau.xlsx', bytes, at: DRAWN })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

const drawn = async ({ db }: Awaited<ReturnType<typeof province>>) => await db.read.catalog.get()

describe.each(IMPORT_KINDS)('the template of %s', kind => {
  test('reads back as it stands, its kind being found', async () => {
    const opened = await province()
    const outcome = await taken(opened, await templateOf(kind, await drawn(opened)))
    expect(outcome).toMatchObject({ kind, rows: 1, warnings: [] })
    expect(outcome.added + outcome.changed + outcome.unchanged).toBe(1)
  })

  test('takes every value that it offers', async () => {
    const opened = await province()
    const bytes = await templateOf(kind, await drawn(opened))
    const { sheets } = await readXlsx(bytes)
    const [table, notes, lists] = sheets
    if (!table || !notes || !lists) throw new Error('a sheet is missing')
    const [titles = [], example = []] = table.rows
    expect(notes.rows.slice(1).map(([title]) => title)).toEqual(titles)
    const [offered = [], ...values] = lists.rows
    for (const [column, name] of offered.entries()) {
      const at = titles.findIndex(title => name === `Chọn cho cột: ${String(title)}`)
      expect(at).toBeGreaterThanOrEqual(0)
      for (const value of values.map(row => row[column]).filter(each => each !== null && each !== '')) {
        const row = example.map((cell, index) => (index === at ? (value ?? null) : cell))
        const filled = await writeXlsx({ sheets: [{ name: 'Bảng nhập', rows: [titles, row] }] })
        const outcome = await importFile(opened.db, {
          kind,
          file: 'mau.xlsx',
          bytes: filled,
          at: DRAWN,
          dryRun: true,
        })
        const codes = outcome.ok ? [] : outcome.problems.map(each => each.code)
        expect({
          name,
          value,
          codes: codes.filter(code => code === 'not_one_of' || /unknown|^no_/.test(code)),
        }).toEqual({ name, value, codes: [] })
      }
    }
  })
})

test.each(['units', 'indicators', 'campaigns'] satisfies ImportKind[])(
  'an empty database has a template of %s, too',
  async kind => {
    const opened = tempDatabase()
    const outcome = await taken(opened, await templateOf(kind, await drawn(opened)))
    expect(outcome).toMatchObject({ kind, added: 1 })
  },
)
