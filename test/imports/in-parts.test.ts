import { expect, onTestFinished, test } from 'vitest'
import { momentAt } from '../../src/core/moment.ts'
import { addDays } from '../../src/core/period.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { listImports } from '../../src/imports/undo-import.ts'
import { dump } from '../db/temp-database.ts'
import { accept, AT, figures, importText, province } from './small-province.ts'

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

/** What is left of a file when the program ends while it is stored: an import that was begun, and some of its rows. */
async function brokenOff(db: Database): Promise<number> {
  const counts = { rows: 2, added: 2, changed: 0, unchanged: 0 }
  const record = { kind: 'observations', file: 'x.csv', hash: '', at: AT, ...counts }
  const row = { indicator: 'online_rate', from: '2024-05-13', to: '2024-05-19', middle: '2024-05-16' }
  return await db.write(async stores => {
    const id = await stores.imports.begin(record, AT + 1000)
    const rows = ['S1', 'S2'].map(unit => ({
      ...row,
      unit,
      numerator: 1,
      denominator: 2,
      value: null,
      note: '',
    }))
    await stores.observations.addPart(id, rows, AT)
    return id
  })
}

test('many rows are seen all at once, and others write while they are stored', async () => {
  const { db, path } = await province()
  const other = openSqlite(`file:${path}`)
  onTestFinished(() => other.close())
  const storing = { is: true }
  const running = importText(db, 'observations', many).finally(() => (storing.is = false))
  const seen = new Set<number>()
  for (let turn = 0; storing.is; turn++) {
    await other.write(async ({ settings }) => await settings.set('turn', String(turn)))
    seen.add(await count(other))
    await new Promise(setImmediate)
  }
  expect(await running).toMatchObject({ ok: true, added: 3 * WEEKS })
  seen.add(await count(other))
  expect(seen).toEqual(new Set([0, 3 * WEEKS]))
  expect((await listImports(db)).map(({ kind, added }) => [kind, added])[0]).toEqual([
    'observations',
    3 * WEEKS,
  ])
  expect(await importText(db, 'observations', many)).toMatchObject({ importId: null, unchanged: 3 * WEEKS })
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
  expect(await observations.firstCounts()).toEqual(new Map())
  expect(await observations.lastRecordedAt()).toBeNull()
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
