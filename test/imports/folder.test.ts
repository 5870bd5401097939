import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadFolder } from '../../src/imports/load-folder.ts'
import type { ImportOutcome } from '../../src/imports/outcome.ts'
import { listImports, undoImport } from '../../src/imports/undo-import.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import {
  copyReferenceDatabase,
  copyReferenceFolder,
  REFERENCE_FOLDER as FIXTURE,
} from '../db/reference-database.ts'
import { fingerprint, tempDatabase, tempFolder } from '../db/temp-database.ts'
import { AT, expectSayable, figures } from './small-province.ts'

/** The reference province, loaded. */
async function loaded(): Promise<Database> {
  const path = join(tempFolder(), 'province.db')
  await copyReferenceDatabase(path)
  const db = openSqlite(`file:${path}`)
  onTestFinished(() => db.close())
  return db
}

/** A copy of the reference province, to be damaged. */
function copy(): { folder: string; weeklyRows: number } {
  const folder = join(tempFolder(), 'province')
  return { folder, weeklyRows: copyReferenceFolder(folder) }
}

function problemsOf(outcomes: readonly ImportOutcome[]) {
  const problems = outcomes.flatMap(outcome => (outcome.ok ? [] : outcome.problems))
  for (const problem of problems) expectSayable(problem)
  expect(outcomes.every(outcome => !outcome.ok)).toBe(true)
  return problems
}

describe('the reference province', () => {
  test('is loaded whole, in the order in which its files need each other, and again changes nothing', async () => {
    const { db, path } = tempDatabase()
    const { folder, weeklyRows } = copy()
    const outcomes = await loadFolder(db, folder, AT)
    const said = outcomes.map(
      outcome => outcome.ok && [outcome.file, outcome.added, outcome.warnings.map(({ code }) => code)],
    )
    expect(said).toEqual([
      // Xã Ia Bang and Xã Ia Băng are two communes of one district.
      ['units.csv', 258, ['names_alike', 'names_alike']],
      ['indicators.csv', 8, []],
      ['campaigns.csv', 2, []],
      ['targets.csv', 3072, []],
      ['members.csv', 6, []],
      // Five indicators had units with less than one percent the year before: a line for each indicator, not each cell.
      ['observations-baseline.csv', 2062, Array<string>(5).fill('maybe_shares')],
      ['observations-weekly.csv', weeklyRows, []],
    ])
    const before = fingerprint(path)
    const again = await loadFolder(db, folder, AT + 1)
    expect(again.every(outcome => outcome.ok && outcome.importId === null)).toBe(true)
    expect(again.map(outcome => outcome.ok && outcome.unchanged)).toEqual([
      258,
      8,
      2,
      3072,
      6,
      2062,
      weeklyRows,
    ])
    expect(fingerprint(path)).toEqual(before)
  })

  test('says of every figure what its files say', async () => {
    const db = await loaded()
    const lines = ['observations-baseline.csv', 'observations-weekly.csv'].flatMap(file =>
      readFileSync(join(FIXTURE, file), 'utf8').trim().split('\n').slice(1),
    )
    const said = lines.map(line => {
      const [unit, indicator, , numerator, denominator, value] = line.split(',')
      return `${unit} ${indicator}${numerator ? ` ${numerator}/${denominator}` : ''}${value ? ` =${Number(value)}` : ''}`
    })
    const stored = (await figures(db)).map(line => line.replace(/ \S+\/\d{4}-\d\d-\d\d/, ''))
    expect(stored.toSorted()).toEqual(said.toSorted())
  })

  test('can be undone file by file, the last first, until nothing is left', async () => {
    const db = await loaded()
    for (const { id } of await listImports(db))
      expect(await undoImport(db, id, AT)).toMatchObject({ ok: true })
    const { units, indicators, phases, targets, members } = await db.read.catalog.get()
    expect([units, indicators, phases, targets, members].flat()).toEqual([])
    expect(await db.read.observations.lastRecordedAt(Infinity)).toBeNull()
  })
})

test('a file of a folder may have no rows: a header alone, or nothing at all', async () => {
  const { db } = tempDatabase()
  const { folder } = copy()
  for (const name of ['campaigns.csv', 'targets.csv']) {
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(0, 1).join(''))
  }
  writeFileSync(join(folder, 'members.csv'), '')
  const outcomes = await loadFolder(db, folder, AT)
  expect(outcomes.map(outcome => outcome.ok && outcome.file)).toEqual([
    'units.csv',
    'indicators.csv',
    'observations-baseline.csv',
    'observations-weekly.csv',
  ])
})

describe('a folder in which something is wrong', () => {
  test('is refused whole: one bad row in the last file, and the database stays empty', async () => {
    const { db, path } = tempDatabase()
    const before = fingerprint(path)
    const { folder, weeklyRows } = copy()
    const weekly = join(folder, 'observations-weekly.csv')
    writeFileSync(weekly, `${readFileSync(weekly, 'utf8')}GL-S99,online_rate,2024-W20,1,2,,\n`)
    expect(problemsOf(await loadFolder(db, folder, AT))).toMatchObject([
      { file: 'observations-weekly.csv', line: weeklyRows + 2, code: 'unknown_unit' },
    ])
    expect(fingerprint(path)).toEqual(before)
  })

  test('lists what is wrong in all files, but not what only follows from another file being wrong', async () => {
    const { db, path } = tempDatabase()
    const before = fingerprint(path)
    const { folder } = copy()
    writeFileSync(join(folder, 'campaigns.csv'), 'campaign,name\nC,D\n')
    writeFileSync(join(folder, 'members.csv'), 'member,name,role,unit\na,A,boss,GL\n')
    const files = problemsOf(await loadFolder(db, folder, AT)).map(({ file, code }) => `${file} ${code}`)
    expect(new Set(files)).toEqual(new Set(['campaigns.csv missing_column', 'members.csv not_one_of']))
    rmSync(join(folder, 'units.csv'))
    writeFileSync(join(folder, 'units.xlsx'), Buffer.from('504b030414', 'hex'))
    const found = problemsOf(await loadFolder(db, folder, AT)).map(({ file, code }) => `${file} ${code}`)
    expect(new Set(found)).toEqual(new Set(['units.xlsx broken_spreadsheet', 'campaigns.csv missing_column']))
    expect(fingerprint(path)).toEqual(before)
  })

  test('that is not there, or has no file of data', async () => {
    const { db } = tempDatabase()
    const folder = tempFolder()
    writeFileSync(join(folder, 'README.md'), '# Nothing here')
    writeFileSync(join(folder, 'units.txt'), 'code\n')
    expect(problemsOf(await loadFolder(db, folder, AT))).toMatchObject([{ file: folder, code: 'no_files' }])
    expect(problemsOf(await loadFolder(db, join(folder, 'none'), AT))).toMatchObject([{ code: 'no_folder' }])
  })
})

test('a folder may hold only some of the files', async () => {
  const db = await loaded()
  const folder = tempFolder()
  writeFileSync(
    join(folder, 'observations-w28.csv'),
    'unit,indicator,period,numerator,denominator\nGL-S01,online_rate,2024-W28,61,100\n',
  )
  expect(await loadFolder(db, folder, AT)).toMatchObject([
    { ok: true, added: 1, file: 'observations-w28.csv' },
  ])
})
