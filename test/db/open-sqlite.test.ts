import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NewerDatabaseError } from '../../src/db/sqlite/migrate.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import { dump, tempDatabase, tempFolder } from './temp-database.ts'

describe('opening', () => {
  test('makes the folder, migrates from nothing, and a second opening finds the same rows', async () => {
    const path = join(tempFolder(), 'a', 'b', 'chitieu.db')
    const first = openSqlite(`file:${path}`)
    await first.write(stores => stores.settings.set('sample', '1'))
    const second = openSqlite(`file:${path}`)
    expect(await second.read.settings.get('sample')).toBe('1')
    await second.write(stores => stores.settings.set('sample', '2'))
    expect(await first.read.settings.get('sample')).toBe('2')
    await first.ping()
    second.close()
    first.close()
    const third = openSqlite(`file:${path}`)
    expect(await third.read.settings.get('sample')).toBe('2')
    third.close()
  })

  test('after closing, nothing is left beside the file but the file', () => {
    const path = join(tempFolder(), 'x.db')
    openSqlite(`file:${path}`).close()
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(statSync(path).size).toBeGreaterThan(0)
  })

  test.each(['postgres://host/db', 'var/chitieu.db', 'file:', ''])('%j is not a database', url => {
    expect(() => openSqlite(url)).toThrow('file:PATH')
  })

  test('a file that is something else is refused and left alone', () => {
    const path = join(tempFolder(), 'x.db')
    writeFileSync(path, 'not a database, but a long enough text that says so. '.repeat(20))
    expect(() => openSqlite(`file:${path}`)).toThrow('not a database')
    expect(statSync(path).size).toBe(20 * 53)
  })

  test('a database of a newer release is refused and left alone', () => {
    const path = join(tempFolder(), 'x.db')
    openSqlite(`file:${path}`).close()
    const client = new Sqlite(path)
    client
      .prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)")
      .run()
    client.close()
    const before = dump(path)
    expect(() => openSqlite(`file:${path}`)).toThrow(NewerDatabaseError)
    expect(dump(path)).toEqual(before)
  })
})

describe('the audit', () => {
  test.each(["UPDATE audit SET actor = 'x'", 'DELETE FROM audit'])(
    '%s is refused by the database itself',
    async sql => {
      const { path, db } = tempDatabase()
      await db.write(async ({ audit }) => await audit.add({ at: 1, action: 'invite', object: 'member:gd' }))
      const client = new Sqlite(path)
      expect(() => client.exec(sql)).toThrow(/the audit is never (changed|removed)/)
      client.close()
      expect(await db.read.audit.since(0)).toHaveLength(1)
    },
  )
})

describe('other processes', () => {
  const module = new URL('../../src/db/sqlite/open-sqlite.ts', import.meta.url).href

  /** Runs a module in a process of its own; `db` is the database at the path. */
  function run(path: string, code: string) {
    const source = `import { openSqlite } from ${JSON.stringify(module)}
      const db = openSqlite(${JSON.stringify(`file:${path}`)})
      ${code}`
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  test('two that start at once on an empty folder both find the tables', async () => {
    const path = join(tempFolder(), 'new', 'x.db')
    const code = `await db.write(stores => stores.unanswered.add('x', 1)); db.close()`
    const codes = await Promise.all(
      Array.from({ length: 3 }, () => once(run(path, code), 'exit').then(([status]) => status)),
    )
    expect(codes).toEqual([0, 0, 0])
    const db = openSqlite(`file:${path}`)
    expect(await db.read.unanswered.list(5)).toEqual([{ text: 'x', times: 3, lastAt: 1 }])
    db.close()
  })

  test('write at the same time without losing anything or failing', async () => {
    const { db, path } = tempDatabase()
    const code = `for (let n = 0; n < 100; n++) await db.write(stores => stores.unanswered.add('x', n)); db.close()`
    const children = [run(path, code), run(path, code)].map(child => once(child, 'exit'))
    for (let n = 0; n < 100; n++) await db.write(stores => stores.unanswered.add('x', n))
    expect((await Promise.all(children)).map(([status]) => status)).toEqual([0, 0])
    expect(await db.read.unanswered.list(1)).toEqual([{ text: 'x', times: 300, lastAt: 99 }])
  })

  test('killed in the middle of a write leaves nothing of it, and the lock is free', async () => {
    const { db, path } = tempDatabase()
    const child = run(
      path,
      `await db.write(async stores => {
         await stores.settings.set('half', '1')
         console.log('half way')
         await new Promise(() => setInterval(() => {}, 1000))
       })`,
    )
    await once(child.stdout, 'data')
    let turns = 0
    const waiting = db.write(stores => stores.settings.set('whole', '1'))
    while (turns < 10) {
      // The event loop turns while this process waits for the lock.
      await new Promise(setImmediate)
      turns++
    }
    expect(await db.read.settings.get('whole')).toBeNull()
    child.kill('SIGKILL')
    await waiting
    expect(await db.read.settings.get('half')).toBeNull()
    expect(await db.read.settings.get('whole')).toBe('1')
  })

  test('an alias added by one is seen by the other at once', async () => {
    const { db, path } = tempDatabase()
    const unit = {
      code: 'U1',
      name: 'Sở Y tế',
      shortName: 'Sở Y tế',
      kind: 'department' as const,
      parent: null,
      aliases: ['SYT'],
      activeFrom: null,
      activeTo: null,
      mergedInto: null,
    }
    await db.write(stores => stores.catalog.put('units', new Map([['U1', unit]])))
    const before = await db.read.catalog.get()
    expect(await db.read.catalog.get()).toBe(before)
    const code = `await db.write(stores => stores.catalog.addAlias('unit', 'U1', 'y tế tỉnh')); db.close()`
    expect(await once(run(path, code), 'exit')).toEqual([0, null])
    const after = await db.read.catalog.get()
    expect(after.revision).toBeGreaterThan(before.revision)
    expect(after.units[0]?.aliases).toEqual(['SYT', 'y tế tỉnh'])
    expect(await db.read.catalog.get()).toBe(after)
  })
})
