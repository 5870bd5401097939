import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../src/core/durations.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Stores } from '../../src/db/stores/database.ts'
import { dump, tempFolder } from '../db/temp-database.ts'
import type { Program } from './program.ts'
import { smallProgram } from './small-program.ts'

const NAME = 'Giám đốc Sở Y tế'
const LONG_AGO = Date.now() - 40 * DAY_MS

async function within<T>({ path }: Program, work: (stores: Stores) => Promise<T>): Promise<T> {
  const db = openSqlite(`file:${path}`)
  try {
    return await db.write(work)
  } finally {
    db.close()
  }
}

/** A chat of the member with all that a person leaves behind, at a moment. */
async function lived(program: Program, address: string, at: number): Promise<void> {
  await within(program, async stores => {
    const chat = await stores.chats.touch('telegram', address, at)
    const update = { channel: 'telegram', updateId: `${address}-1`, address, private: true }
    const inbox = await stores.inbox.add({ ...update, text: 'câu hỏi', sentAt: at, receivedAt: at })
    await stores.inbox.done(inbox ?? 0, at)
    await stores.conversations.put(String(chat.id), '{"history":[]}', at)
    await stores.channels.heard({
      channel: 'telegram',
      address,
      heardAt: at,
      follows: true,
      phone: '84900000001',
    })
    await stores.chats.countCode({ channel: 'telegram', address }, { at, since: 0, most: 9 })
    await stores.subscriptions.set('gd', 'weekly', true, at)
    const row = { key: `reply:${address}`, topic: 'reply', facts: '{}', member: 'gd', chat: chat.id }
    await stores.outbox.add({ ...row, notBefore: at, createdAt: at })
    for (const { id } of await stores.outbox.withPrefix(row.key))
      await stores.outbox.finish(id, { state: 'sent' })
  })
}

test('what is kept of a person is given out whole, to one file that others cannot read', async () => {
  const program = await smallProgram()
  const { run, json } = program
  await run('link', 'gd', 'telegram', '501')
  await lived(program, '501', Date.now())
  const about = { unit: 'S1', indicator: 'online', term: 'CD/1', episode: 1, author: 'gd', at: 7 }
  await within(program, async ({ explanations }) => await explanations.add({ ...about, text: 'mất mạng' }))
  await run('invite', 'gd')
  const out = join(tempFolder(), 'gd.json')
  const given = await json<Record<string, unknown[]>>(['person', 'export', 'gd', '--out', out])
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(given)
  expect(statSync(out).mode & 0o077).toBe(0)
  expect(given).toMatchObject({
    member: { member: 'gd', name: NAME },
    chats: [{ channel: 'telegram', address: '501', member: 'gd' }],
    contacts: [{ phone: '84900000001' }],
    invites: [{ member: 'gd', usedAt: null }],
    subscriptions: [{ kind: 'weekly', active: true }],
    conversations: [{ state: '{"history":[]}' }],
    received: [{ updateId: '501-1', text: '' }],
    messages: [{ key: 'reply:501', state: 'sent' }],
    explanations: [{ unit: 'S1', text: 'mất mạng', at: 7 }],
    requests: [],
  })
  expect(JSON.stringify(given)).not.toMatch(/codeHash|"facts"/)
  expect((await run('person', 'export', 'ai')).status).toBe(1)
  const actions = (await json<{ action: string; object: string }[]>(['audit'])).map(row => row.action)
  expect(actions.at(-1)).toBe('export')
})

test('an erased person is nowhere any more but in the account of what was done; others are untouched', async () => {
  const program = await smallProgram()
  const { run, json, path } = program
  await run('link', 'gd', 'telegram', '501')
  await run('link', 'tp', 'telegram', '502')
  await lived(program, '501', Date.now())
  // A chat that was the person's and is nobody's: it is found by what is known of it.
  await run('link', 'gd', 'zalo-bot', 'cu')
  await run('unlink', '3')
  await run('invite', 'gd')
  const erased = await json<{ member: string; rows: number }>(['person', 'erase', 'gd'])
  expect(erased.member).toBe('gd')
  const { audit, ...kept } = dump(path)
  const left = JSON.stringify(kept)
  for (const trace of [NAME, '"501', '"cu"', '84900000001', '"gd"', 'reply:501'])
    expect(left).not.toContain(trace)
  expect(left).toContain('"502"')
  expect(JSON.stringify(audit)).toContain('member:gd')
  expect((await json<{ member: string }[]>(['members'])).map(({ member }) => member)).toEqual([
    'tp',
    'bcd',
    'qt',
  ])
  expect((await run('person', 'erase', 'gd')).status).toBe(1)
  expect((await run('ask', 'xin chào', '--as', 'gd')).status).toBe(1)
})

test('what an erased person drafted is with nobody: not in the rows, the talk or the pages of who was to send it', async () => {
  const program = await smallProgram()
  const { run, json, path } = program
  const text = 'đường truyền "hỏng"\ntừ 6/5'
  const at = Date.now()
  await within(program, async stores => {
    const facts = { unit: 'S1', officer: 'gd', at, alerts: [1], text, back: false }
    const rows = [
      { key: `draft:S1:gd:${at}:tp`, topic: 'draft', facts: JSON.stringify(facts) },
      { key: 'reply:1', topic: 'reply', facts: JSON.stringify({ blocks: [{ text: `Gửi “${text}”?` }] }) },
      { key: 'reply:2', topic: 'reply', facts: JSON.stringify({ blocks: [{ text: 'khác' }] }) },
    ]
    for (const row of rows)
      await stores.outbox.add({ ...row, member: 'tp', chat: null, notBefore: at, createdAt: at })
    await stores.conversations.put('99', JSON.stringify({ pending: { text } }), at)
    await stores.conversations.put('98', '{"history":[]}', at)
  })
  const { drafts } = await json<{ drafts: object[] }>(['person', 'export', 'gd'])
  expect(drafts).toEqual([{ at, unit: 'S1', text }])
  await run('person', 'erase', 'gd')
  const { audit: _, ...kept } = dump(path)
  expect(JSON.stringify(kept)).not.toContain('đường truyền')
  expect(JSON.stringify(kept['outbox'])).not.toMatch(/draft:|reply:1/)
  expect(kept['outbox']).toHaveLength(1)
  expect(kept['conversation']).toHaveLength(1)
})

test('what nobody has touched for so long is removed; what waits, who is linked and the audit stay', async () => {
  const program = await smallProgram()
  const { run, json } = program
  await run('link', 'gd', 'telegram', '501')
  await lived(program, '501', LONG_AGO)
  await lived(program, 'người lạ', LONG_AGO)
  await lived(program, 'hôm nay', Date.now())
  await within(program, async ({ outbox, unanswered }) => {
    await unanswered.add('câu cũ', LONG_AGO)
    await unanswered.add('câu mới', Date.now())
    const waits = { key: 'chờ', topic: 'stale', facts: '{}', member: 'gd', chat: null }
    await outbox.add({ ...waits, notBefore: LONG_AGO, createdAt: LONG_AGO })
  })
  for (const days of ['0', 'ba', '1.5']) expect((await run('purge', '--older-than', days)).status).toBe(2)
  expect((await run('purge')).status).toBe(2)
  // Of each of the two old ones a message, its answer, a talk and a wrong code; the question; the stranger's chat.
  expect(await json(['purge', '--older-than', '30'])).toEqual({ days: 30, rows: 10 })
  expect(await json(['purge', '--older-than', '30'])).toEqual({ days: 30, rows: 0 })
  const kept = dump(program.path)
  expect(JSON.stringify(kept['chat'])).toMatch(/"501".*"hôm nay"/)
  expect(JSON.stringify(kept['chat'])).not.toContain('người lạ')
  expect(JSON.stringify(kept['unanswered'])).toContain('câu mới')
  expect(JSON.stringify(kept['unanswered'])).not.toContain('câu cũ')
  expect(kept['outbox']).toHaveLength(2)
  const audit = await json<{ action: string; object: string; after: string }[]>(['audit'])
  expect(audit.map(({ action }) => action)).toContain('link')
  expect(audit.at(-2)).toMatchObject({ action: 'purge', object: 'older_than:30', after: '10' })
})
