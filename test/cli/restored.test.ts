import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

const QUEUE = `INSERT INTO outbox (key, topic, facts, member, state, not_before, attempts, created_at)
  VALUES (?, 'operation', '{}', ?, 'queued', 1, 0, 1)`
const LINK = `INSERT INTO chat (channel, address, member, linked_at) VALUES ('telegram', ?, ?, 1)`

/** A copy in which three messages wait, for two people with a chat each. */
async function copied() {
  const program = await smallProgram()
  const change = (...statements: [sql: string, ...values: string[]][]) => {
    const client = new Sqlite(program.path)
    for (const [sql, ...values] of statements) client.prepare(sql).run(...values)
    client.close()
  }
  change([QUEUE, 'a', 'gd'], [QUEUE, 'b', 'gd'], [QUEUE, 'c', 'tp'], [LINK, '6', 'gd'], [LINK, '7', 'tp'])
  const file = join(tempFolder(), 'sao-luu.db')
  await program.run('backup', file)
  const states = async () =>
    (await program.json<{ state: string }[]>(['outbox'])).map(({ state }) => state).toSorted()
  return { ...program, change, file, states }
}

test('what had gone since a copy was made does not wait in it again; who had left is named', async () => {
  const { run, json, change, file, states } = await copied()
  change(["UPDATE outbox SET state = 'sent' WHERE key = 'a'"])
  expect((await run('leave', 'tp')).status).toBe(0)
  const { out } = await run('restore', file)
  expect(out).toContain('2 tin đang chờ trong bản sao lưu đã gửi (hoặc đã thôi)')
  expect(out).toContain('1 tin đang chờ trong bản sao lưu sẽ gửi')
  expect(out).toMatch(/chat đã gỡ sau lúc sao lưu: tp\./)
  expect(await states()).toEqual(['queued', 'sent', 'withdrawn'])
  expect(await json(['restore', file])).toMatchObject({ waiting: 1, ended: 2, members: [] })
})

test('the text of an answer that had gone is not kept', async () => {
  const { run, change, file, path } = await copied()
  const texts = `UPDATE outbox SET topic = 'reply', facts = '{"blocks":[]}' WHERE key = 'a'`
  change([texts])
  await run('backup', file)
  change(["UPDATE outbox SET state = 'sent', facts = '{}' WHERE key = 'a'"])
  await run('restore', file)
  const client = new Sqlite(path, { readonly: true })
  expect(client.prepare("SELECT state, facts FROM outbox WHERE key = 'a'").get()).toEqual({
    state: 'sent',
    facts: '{}',
  })
  client.close()
})

test('of a database that is gone or damaged nothing is known, and what waits is said', async () => {
  const { json, path, file, states } = await copied()
  truncateSync(path, 0)
  expect(await json(['restore', file])).toMatchObject({ waiting: 3, ended: 0, members: [] })
  expect(await states()).toEqual(['queued', 'queued', 'queued'])
})
