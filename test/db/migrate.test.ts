import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/db/sqlite/migrate.ts'
import { dump, tempFolder } from './temp-database.ts'

/** A folder of migrations as drizzle-kit writes them. */
function migrations(...scripts: string[]): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'meta'))
  const entries = scripts.map((script, index) => {
    const tag = `000${index}_step`
    writeFileSync(join(folder, `${tag}.sql`), script)
    return { idx: index, version: '6', when: 1000 + index, tag, breakpoints: true }
  })
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  )
  return folder
}

function open(): { client: Sqlite.Database; path: string } {
  const path = join(tempFolder(), 'x.db')
  const client = new Sqlite(path)
  onTestFinished(() => void client.close())
  return { client, path }
}

const FIRST = 'CREATE TABLE a (x integer);\n--> statement-breakpoint\nINSERT INTO a VALUES (1);'
const SECOND = 'ALTER TABLE a ADD y integer;'

test('a database is brought from where it stands to the newest step, and no step is taken twice', () => {
  const { client, path } = open()
  migrate(client, migrations(FIRST))
  client.exec('INSERT INTO a VALUES (2)')
  migrate(client, migrations(FIRST, SECOND))
  expect(dump(path)['a']).toEqual([
    [1, null],
    [2, null],
  ])
  const before = dump(path)
  migrate(client, migrations(FIRST, SECOND))
  expect(dump(path)).toEqual(before)
})

test('a step that fails leaves nothing of any, and the connection usable', () => {
  const { client, path } = open()
  migrate(client, migrations(FIRST))
  const before = dump(path)
  expect(() => migrate(client, migrations(FIRST, SECOND, 'INSERT INTO nowhere VALUES (1)'))).toThrow(
    'nowhere',
  )
  expect(client.inTransaction).toBe(false)
  expect(dump(path)).toEqual(before)
  migrate(client, migrations(FIRST, SECOND))
  expect(dump(path)['a']).toEqual([[1, null]])
})
