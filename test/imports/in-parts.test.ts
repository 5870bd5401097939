import { expect, onTestFinished, test } from 'vitest'
import { momentAt } from '../../src/core/moment.ts'
import { addDays } from '../../src/core/period.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFolder } from '../../src/imports/load-folder.ts'
import { listImports, undoImport } from '../../src/imports/undo-import.ts'
import { dump, tempFolder } from '../db/temp-database.ts'
import { accept, AT, CAMPAIGNS, figures, importText, INDICATORS, province, UNITS } from './small-province.ts'

const HEADER = 'unit,indicator,period,numerator,denominator'
const WEEKS = 850
const LATER = AT + 3_600_000

/** More rows than are stored in one go: weeks of two departments and a commune. */
const many = [
  HEADER,
  ...['S1', 'S2', 'X1'].flatMap(unit =>
    Array.from({ length: WEEKS }, (_, week) => {
      const monday = addDays('2024-05-13', -7 * week)
      return `${unit},online_rate,${monday}/${addDays(monday, 6)},${week % 40},100`
    }),
  ),
].join('\n')

const count = async (db: Database) => (await figures(db)).length
const counted = async (db: Database) => String(await count(db))

/** What is left of a file when the program ends while it is stored: an import that was begun, and some of its rows. */
async function brokenOff(db: Database, unit = 'S1'): Promise<number> {
  const counts = { rows: 2, added: 2, changed: 0, unchanged: 0 }
  const record = { kind: 'observations', file: 'x.csv', hash: '', at: AT, ...counts }
  const row = { indicator: 'online_rate', from: '2024-05-13', to: '2024-05-19', middle: '2024-05-16' }
  const rest = { numerator: 1, denominator: 2, value: null, note: '' }
  const id = await db.write(async ({ imports }) => await imports.begin(record, AT + 1000))
  const rows = [unit, 'S2'].map(each => ({ ...row, ...rest, unit: each }))
  await db.writeEach([rows], async ({ observations }, part) => await observations.addPart(id, part, AT))
  return id
}

/** What another process sees, again and again, while something runs; it writes meanwhile, too. */
async function meanwhile<T>(
  path: string,
  work: () => Promise<T>,
  look: (other: Database) => Promise<string>,
) {
  const other = openSqlite(`file:${path}`)
  onTestFinished(() => other.close())
  const seen = new Set([await look(other)])
  const running = { is: true }
  const ending = work().finally(() => (running.is = false))
  for (let turn = 0; running.is; turn++) {
    await other.write(async ({ settings }) => await settings.set('turn', String(turn)))
    seen.add(await look(other))
    await new Promise(setImmediate)
  }
  const outcome = await ending
  seen.add(await look(other))
  return { outcome, seen: [...seen] }
}

/** A folder of the province with one department more, of which there are many figures. */
function folderWithMore(more: readonly string[] = []): string {
  const folder = tempFolder()
  const rows = many.replaceAll(/^X1,/gm, 'S9,')
  writeFileSync(join(folder, 'units.csv'), `${UNITS}S9,Sở Nội vụ,Sở Nội vụ,department,P,\n`)
  writeFileSync(join(folder, 'indicators.csv'), INDICATORS)
  writeFileSync(join(folder, 'campaigns.csv'), CAMPAIGNS)
  writeFileSync(join(folder, 'observations-1.csv'), rows)
  writeFileSync(
    join(folder, 'observations-2.csv'),
    [HEADER, 'S9,online_rate,2024-W20,77,100', ...more].join('\n'),
  )
  return folder
}

test('many rows are seen all at once, and others write while they are stored', async () => {
  const { db, path } = await province()
  const { outcome, seen } = await meanwhile(path, () => importText(db, 'observations', many), counted)
  expect(outcome).toMatchObject({ ok: true, added: 3 * WEEKS })
  expect(seen).toEqual(['0', String(3 * WEEKS)])
  expect((await listImports(db)).map(({ kind, added }) => [kind, added])[0]).toEqual([
    'observations',
    3 * WEEKS,
  ])
  expect(await importText(db, 'observations', many)).toMatchObject({ importId: null, unchanged: 3 * WEEKS })
})

test('many rows are gone all at once when they are undone, while others write, and the earlier figures stand', async () => {
  const { db, path } = await province()
  await accept(db, 'observations', `${HEADER}\nS1,online_rate,2024-W20,99,100\n`)
  const { importId } = await accept(db, 'observations', many, { at: LATER })
  await accept(db, 'observations', `${HEADER}\nS2,online_rate,2024-W21,1,2\n`, { at: LATER })
  const { outcome, seen } = await meanwhile(path, () => undoImport(db, importId ?? 0, LATER), counted)
  expect(outcome).toMatchObject({ ok: true, rows: 3 * WEEKS })
  expect(seen).toEqual([String(3 * WEEKS + 1), '2'])
  expect(await figures(db)).toEqual([
    'S1 online_rate 2024-05-13/2024-05-19 99/100',
    'S2 online_rate 2024-05-20/2024-05-26 1/2',
  ])
  expect(dump(path)['observation']).toHaveLength(2)
  expect((await listImports(db)).find(({ id }) => id === importId)?.undoneAt).toBe(LATER)
  expect(await undoImport(db, importId ?? 0, LATER)).toMatchObject({ problems: [{ code: 'already_undone' }] })
})

test('an undoing that the program did not live to end is done all the same, and its rows go with the next file', async () => {
  const { db, path } = await province()
  const { importId } = await accept(db, 'observations', many)
  await db.write(async ({ imports }) => {
    await imports.withdraw(importId ?? 0)
    await imports.markUndone(importId ?? 0, LATER)
  })
  expect(await count(db)).toBe(0)
  expect((await listImports(db))[0]).toMatchObject({ id: importId, undoneAt: LATER })
  await accept(db, 'observations', `${HEADER}\nS2,online_rate,2024-W21,1,2\n`, { at: LATER })
  expect(dump(path)['observation']).toHaveLength(1)
  expect((await listImports(db)).map(({ undoneAt }) => undoneAt)).toContain(LATER)
})

test('a folder is seen all at once, its units with its figures, and others write meanwhile', async () => {
  const { db, path } = await province()
  const look = async (other: Database) =>
    `${(await other.read.catalog.get()).units.length} ${await count(other)}`
  const { outcome, seen } = await meanwhile(path, () => loadFolder(db, folderWithMore(), AT), look)
  expect(outcome.map(each => each.ok && [each.file, each.added, each.changed])).toEqual([
    ['units.csv', 1, 0],
    ['indicators.csv', 0, 0],
    ['campaigns.csv', 0, 0],
    ['observations-1.csv', 3 * WEEKS, 0],
    ['observations-2.csv', 0, 1],
  ])
  expect(seen).toEqual(['6 0', `7 ${3 * WEEKS}`])
  expect(await figures(db)).toContain('S9 online_rate 2024-05-13/2024-05-19 77/100')
  expect(await db.faults()).toEqual([])
  const ids = outcome.map(each => (each.ok ? each.importId : null)).filter(id => id !== null)
  for (const id of ids.toReversed()) expect(await undoImport(db, id, LATER)).toMatchObject({ ok: true })
  expect([await count(db), (await db.read.catalog.get()).units.length]).toEqual([0, 6])
})

test('of a folder with one row that is wrong nothing is stored, and no copy of it either', async () => {
  const { db, path } = await province()
  const before = dump(path)
  const outcomes = await loadFolder(db, folderWithMore(['S9,online_rate,2024-W19,7,5']), AT)
  expect(outcomes).toMatchObject([
    { ok: false, problems: [{ file: 'observations-2.csv', line: 3, code: 'numerator_above' }] },
  ])
  expect(dump(path)).toEqual(before)
})

test('where a unit is stored while a folder is, the folder is checked against it again', async () => {
  const { db, path } = await province()
  const other = openSqlite(`file:${path}`)
  onTestFinished(() => other.close())
  const running = loadFolder(db, folderWithMore(), AT)
  const begun = async () => (await other.read.imports.brokenOff(Infinity)).length > 0
  while (!(await begun())) await new Promise(setImmediate)
  await accept(
    other,
    'units',
    'code,name,short_name,kind,parent,aliases\nS9,Sở Nội vụ,Sở Nội vụ,department,P,\n',
  )
  expect((await running).map(each => each.ok && each.added)).toEqual([0, 0, 0, 3 * WEEKS, 0])
  expect(dump(path)['observation']).toHaveLength(3 * WEEKS + 1)
  expect(await db.faults()).toEqual([])
})

test('a folder that was broken off leaves figures of units that nobody knows: they are no fault, and go with the next file', async () => {
  const { db, path } = await province()
  const id = await brokenOff(db, 'S77')
  expect(await db.faults()).toEqual([])
  await db.write(async ({ imports }) => await imports.breakOff(id))
  await accept(db, 'observations', `${HEADER}\nS2,online_rate,2024-W21,1,2\n`, { at: LATER })
  expect(dump(path)['observation']).toHaveLength(1)
})

test('what was broken off in the middle is seen nowhere, and is gone with the next file', async () => {
  const { db, path } = await province()
  const before = dump(path)
  const id = await brokenOff(db)
  const { observations, imports } = db.read
  const moment = momentAt(LATER, 'Asia/Ho_Chi_Minh')
  expect(await figures(db)).toEqual([])
  expect(await observations.dataTo(moment)).toBeNull()
  expect(await observations.dataToByUnit(moment)).toEqual(new Map())
  const asked = { units: ['S1', 'S2'], indicators: ['online_rate'], day: moment.today }
  expect(await observations.withCounts(asked)).toEqual(new Set())
  expect(await observations.lastRecordedAt(Infinity)).toBeNull()
  expect(await observations.history('S1', 'online_rate')).toEqual([])
  expect(await imports.get(id)).toBeNull()
  expect(await imports.brokenOff(AT)).toEqual([])
  await accept(db, 'observations', `${HEADER}\nS2,online_rate,2024-W21,1,2\n`, { at: LATER })
  expect(await figures(db)).toEqual(['S2 online_rate 2024-05-20/2024-05-26 1/2'])
  const after = dump(path)
  expect(after['observation']).toHaveLength(1)
  expect(after['import']?.length).toBe((before['import']?.length ?? 0) + 1)
})

test('an import that was given up is not completed any more', async () => {
  const { db } = await province()
  const id = await brokenOff(db)
  await db.write(async ({ imports }) => await imports.breakOff(id))
  expect(await db.write(async ({ imports }) => await imports.complete(id, AT + 1000))).toBe(false)
})

test('where somebody else stores figures meanwhile, the file is compared with them again', async () => {
  const { db, path } = await province()
  const other = openSqlite(`file:${path}`)
  onTestFinished(() => other.close())
  const running = importText(db, 'observations', many)
  const begun = async () => (await other.read.imports.brokenOff(Infinity)).length > 0
  while (!(await begun())) await new Promise(setImmediate)
  await accept(other, 'observations', `${HEADER}\nS1,online_rate,2024-W20,99,100\n`)
  expect(await running).toMatchObject({ ok: true, added: 3 * WEEKS - 1, changed: 1 })
  expect(await figures(db)).toContain('S1 online_rate 2024-05-13/2024-05-19 0/100')
  expect(dump(path)['observation']).toHaveLength(3 * WEEKS + 1)
})
