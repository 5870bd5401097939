import { copyFileSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

const MEMBERS = 'member,name,role,unit\nmoi,Người Mới,leader,S2'

test('a copy is made while the database is open, and brings back what stood then', async () => {
  const { run, json, path, bring } = await smallProgram()
  const file = join(tempFolder(), 'sao-luu.db')
  const running = openSqlite(`file:${path}`)
  expect((await run('backup', file)).status).toBe(0)
  expect(statSync(file).mode & 0o077).toBe(0)
  await bring('members', MEMBERS)
  const inUse = await run('restore', file)
  expect([inUse.status, inUse.err]).toEqual([1, expect.stringContaining('đang được dùng')])
  expect(await json<unknown[]>(['members'])).toHaveLength(5)
  running.close()
  expect((await run('restore', file)).status).toBe(0)
  expect(await json<unknown[]>(['members'])).toHaveLength(4)
  expect(existsSync(`${path}.before-restore`)).toBe(true)
  const actions = (await json<{ action: string }[]>(['audit'])).map(row => row.action)
  expect(actions.slice(-2)).toEqual(['backup', 'restore'])
})

test('a copy is put where there is none, but not over a newer database, nor when it is none', async () => {
  const { run, json, path } = await smallProgram()
  const folder = tempFolder()
  const [file, older, other] = [join(folder, 'a.db'), join(folder, 'old.db'), join(folder, 'text.db')]
  await run('backup', file)
  copyFileSync(file, older)
  const client = new Sqlite(older)
  client.exec(
    'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
  )
  client.close()
  const refused = await run('restore', older)
  expect([refused.status, refused.err]).toEqual([1, expect.stringContaining('mới hơn bản sao lưu')])
  writeFileSync(other, 'không phải cơ sở dữ liệu')
  expect((await run('restore', other)).status).toBe(1)
  expect((await run('restore', join(folder, 'khong-co.db'))).status).toBe(1)
  expect(await json<unknown[]>(['members'])).toHaveLength(4)
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
  expect((await run('restore', file)).status).toBe(0)
  expect(await json<unknown[]>(['members'])).toHaveLength(4)
})

test('the version names release and schema', async () => {
  const { run, json } = await smallProgram()
  expect(await json(['version'])).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    commit: expect.toSatisfy((commit: unknown) => commit === null || typeof commit === 'string'),
    schema: expect.stringMatching(/^20\d\d-/),
  })
  expect((await run('version')).out).toContain('Trợ lý Chỉ tiêu')
})

test('who gets which digest is listed, and turned for one or for a role', async () => {
  const { run, json } = await smallProgram()
  expect(await json(['subscriptions', 'bcd'])).toEqual([{ member: 'bcd', kinds: ['weekly', 'phase'] }])
  await run('subscriptions', '--role', 'leader', 'monthly', 'on')
  await run('subscriptions', 'bcd', 'weekly', 'off')
  expect(await json(['subscriptions'])).toEqual([
    { member: 'gd', kinds: ['monthly'] },
    { member: 'tp', kinds: ['monthly'] },
    { member: 'bcd', kinds: ['phase'] },
    { member: 'qt', kinds: [] },
  ])
  for (const wrong of [
    ['gd', 'yearly', 'on'],
    ['weekly', 'on'],
    ['gd', 'weekly'],
    ['--role', 'chief'],
  ]) {
    expect((await run('subscriptions', ...wrong)).status).toBe(2)
  }
  expect((await run('subscriptions', 'ai')).status).toBe(1)
})

test('only what was given up is sent again', async () => {
  const { run, json } = await smallProgram()
  expect((await run('outbox', 'redrive')).status).toBe(2)
  expect((await run('outbox', 'redrive', '7')).err).toContain('Tin 7 không ở trạng thái')
  expect(await json(['outbox', 'redrive', '--all-dead'])).toEqual({ redriven: 0 })
})
