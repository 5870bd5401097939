import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importWork } from '../../src/imports/import-file.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { accept, AT, bytes, figures, importText, province } from './small-province.ts'

const HEADER = 'unit,indicator,period,numerator,denominator\n'
const WEEK = `${HEADER}S1,online_rate,2024-W20,40,100\nS2,online_rate,2024-W20,50,100\n`

/** The database as another process sees it. */
function beside(path: string): Database {
  const db = openSqlite(`file:${path}`)
  onTestFinished(() => db.close())
  return db
}

test('a file is read and checked while somebody else writes', async () => {
  const { db, path } = await province()
  await accept(db, 'observations', WEEK)
  const outcomes = await beside(path).write(async () => [
    await importText(db, 'observations', WEEK.replaceAll('S2', 'S9')),
    await importText(db, 'observations', WEEK),
    await importText(db, 'observations', WEEK.replaceAll('W20', 'W21'), { dryRun: true }),
  ])
  expect(outcomes.map(outcome => (outcome.ok ? outcome.added : outcome.problems[0]?.code))).toEqual([
    'unknown_unit',
    0,
    2,
  ])
})

test('what somebody else stored between the check and the storing counts', async () => {
  const { db, path } = await province()
  const file = { kind: 'observations', file: 'tuan.csv', bytes: bytes(WEEK), at: AT }
  const [first, second] = [await importWork(db, file), await importWork(db, file)]
  if (typeof first !== 'function' || typeof second !== 'function') throw new Error('nothing to be stored')
  await accept(beside(path), 'observations', `${HEADER}S1,online_rate,2024-W20,30,100\n`)
  expect(await db.write(first)).toMatchObject({ ok: true, added: 1, changed: 1, unchanged: 0 })
  expect(await db.write(second)).toMatchObject({ ok: true, importId: null, unchanged: 2 })
  expect(await figures(db)).toEqual([
    'S1 online_rate 2024-05-13/2024-05-19 40/100',
    'S2 online_rate 2024-05-13/2024-05-19 50/100',
  ])
})

test('a unit that was taken away after the check is unknown when the file is stored', async () => {
  const { db } = await province()
  const { importId } = await accept(
    db,
    'units',
    'code,name,short_name,kind,parent,aliases\nS3,Sở Nội vụ,Sở Nội vụ,department,P,\n',
  )
  const rows = `${HEADER}S3,online_rate,2024-W20,40,100\n`
  const work = await importWork(db, { kind: 'observations', file: 'tuan.csv', bytes: bytes(rows), at: AT })
  if (typeof work !== 'function') throw new Error('nothing to be stored')
  await undoImport(db, importId ?? 0, AT)
  expect(await db.write(work)).toMatchObject({ ok: false, problems: [{ code: 'unknown_unit', value: 'S3' }] })
})
