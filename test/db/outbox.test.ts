import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/stores/database.ts'
import type { OutboxRow, OutboxStore } from '../../src/db/stores/outbox.ts'
import { tempDatabase } from './temp-database.ts'

const NOW = 1_000_000

async function twoChats(): Promise<{ db: Database; alice: number; bob: number }> {
  const { db } = tempDatabase()
  const [alice, bob] = await db.write(async ({ chats }) => [
    await chats.touch('telegram', 'alice'),
    await chats.touch('telegram', 'bob'),
  ])
  return { db, alice: alice.id, bob: bob.id }
}

function notice(key: string, chat: number | null, more: Partial<Parameters<OutboxStore['add']>[0]> = {}) {
  const facts = { key, topic: 'alert', facts: '{"unit":"U1"}', member: 'gd', chat } as const
  return { ...facts, notBefore: NOW, createdAt: NOW, ...more }
}

async function add(db: Database, ...rows: Parameters<OutboxStore['add']>[0][]): Promise<void> {
  await db.write(async ({ outbox }) => {
    for (const row of rows) expect(await outbox.add(row)).toBe(true)
  })
}

async function get(db: Database, id: number): Promise<OutboxRow> {
  const row = await db.read.outbox.get(id)
  if (row === null) throw new Error(`no row ${id}`)
  return row
}

const due = (db: Database, now = NOW, limit = 10) => db.read.outbox.due(now, limit)

describe('adding', () => {
  test('a fact that was added already adds nothing, whatever became of it', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('below:U1', alice))
    await db.write(({ outbox }) => outbox.finish(1, { state: 'sent', sentAt: NOW }))
    expect(await db.write(({ outbox }) => outbox.add(notice('below:U1', alice)))).toBe(false)
    expect(await db.read.outbox.list()).toHaveLength(1)
    expect(await get(db, 1)).toMatchObject({
      state: 'sent',
      attempts: 0,
      sentAt: NOW,
      facts: '{"unit":"U1"}',
    })
  })

  test('counts and lists by state', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a', alice), notice('b', alice), notice('c', null))
    await db.write(({ outbox }) => outbox.finish(2, { state: 'dead', lastError: '403' }))
    expect(await db.read.outbox.countByState()).toEqual({ queued: 2, dead: 1 })
    expect((await db.read.outbox.list('queued')).map(row => row.key)).toEqual(['a', 'c'])
    expect(await db.read.outbox.get(99)).toBeNull()
  })
})

describe('what is due', () => {
  test('is the oldest of each chat, once its time has come', async () => {
    const { db, alice, bob } = await twoChats()
    await add(
      db,
      notice('a1', alice, { notBefore: NOW + 5 }),
      notice('a2', alice),
      notice('a3', alice),
      notice('b1', bob),
      notice('nobody', null),
    )
    // a1 waits for its time, and does not hold up a2.
    expect(await due(db)).toEqual([2, 4])
    expect(await due(db, NOW, 1)).toEqual([2])
    expect(await due(db, NOW - 1)).toEqual([])
    expect(await due(db, NOW + 5)).toEqual([1, 4])
  })

  test('is nothing of a chat to which something is being sent, until its lease runs out', async () => {
    const { db, alice, bob } = await twoChats()
    await add(db, notice('a1', alice), notice('a2', alice), notice('b1', bob))
    await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))
    expect(await due(db)).toEqual([3])
    expect(await due(db, NOW + 59)).toEqual([3])
    expect(await due(db, NOW + 60)).toEqual([1, 3])
  })

  test('is nothing of a chat that is gone, and all of it when the person writes again', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a1', alice))
    await db.write(({ chats }) => chats.markGone(alice, NOW))
    expect(await due(db)).toEqual([])
    expect(await db.read.outbox.nextDue(NOW)).toBeNull()
    expect(await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))).toBeNull()
    await db.write(({ chats }) => chats.touch('telegram', 'alice'))
    expect(await due(db)).toEqual([1])
  })

  test('next is the earliest moment at which anything can be claimed', async () => {
    const { db, alice, bob } = await twoChats()
    expect(await db.read.outbox.nextDue(NOW)).toBeNull()
    await add(db, notice('a1', alice), notice('a2', alice), notice('b1', bob, { notBefore: NOW + 500 }))
    expect(await db.read.outbox.nextDue(NOW)).toBe(NOW)
    await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))
    // a2 is due but has to wait for a1.
    expect(await db.read.outbox.nextDue(NOW)).toBe(NOW + 60)
    await db.write(({ outbox }) => outbox.finish(1, { state: 'sent' }))
    await db.write(({ outbox }) => outbox.withdraw('a2'))
    expect(await db.read.outbox.nextDue(NOW)).toBe(NOW + 500)
  })
})

describe('claiming', () => {
  test('succeeds for exactly one of those who try', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a1', alice))
    const claims = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60 + index)),
      ),
    )
    expect(claims.filter(row => row !== null)).toEqual([
      expect.objectContaining({ id: 1, state: 'claimed', attempts: 1, leaseUntil: NOW + 60 }),
    ])
  })

  test('is refused before its time, for what is not there, has ended, or has no chat', async () => {
    const { db, alice } = await twoChats()
    await add(
      db,
      notice('later', alice, { notBefore: NOW + 1 }),
      notice('nobody', null),
      notice('done', alice),
    )
    await db.write(({ outbox }) => outbox.finish(3, { state: 'sent' }))
    for (const id of [1, 2, 3, 99]) {
      expect(await db.write(({ outbox }) => outbox.claim(id, NOW, NOW + 60))).toBeNull()
    }
  })

  test('a lease that ran out can be claimed again, and counts a second attempt', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a1', alice))
    await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))
    expect(await db.write(({ outbox }) => outbox.claim(1, NOW + 59, NOW + 120))).toBeNull()
    const again = await db.write(({ outbox }) => outbox.claim(1, NOW + 60, NOW + 120))
    expect(again).toMatchObject({ attempts: 2, leaseUntil: NOW + 120 })
  })

  test('of a process that is no more is given back', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a1', alice))
    await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))
    expect(await db.write(({ outbox }) => outbox.releaseClaims())).toBe(1)
    expect(await get(db, 1)).toMatchObject({ state: 'queued', leaseUntil: null, attempts: 1 })
    expect(await db.read.outbox.due(NOW, 10)).toEqual([1])
    expect(await db.write(({ outbox }) => outbox.releaseClaims())).toBe(0)
  })
})

describe('finishing', () => {
  test('a retry waits for its time and holds no lease', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a1', alice))
    await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))
    await db.write(({ outbox }) =>
      outbox.finish(1, { state: 'queued', notBefore: NOW + 30, lastError: '429' }),
    )
    expect(await get(db, 1)).toMatchObject({
      state: 'queued',
      leaseUntil: null,
      notBefore: NOW + 30,
      lastError: '429',
    })
  })

  test('what was sent stays sent', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('a1', alice))
    await db.write(({ outbox }) => outbox.finish(1, { state: 'sent', sentAt: NOW, messageId: 'm1' }))
    await db.write(({ outbox }) => outbox.finish(1, { state: 'queued', notBefore: 0 }))
    expect(await get(db, 1)).toMatchObject({ state: 'sent', messageId: 'm1', notBefore: NOW })
  })

  test.each(['sent', 'refused', 'dead', 'expired'] as const)(
    'the text of a reply is forgotten: %s',
    async state => {
      const { db, alice } = await twoChats()
      await add(db, notice('r1', alice, { topic: 'reply' }), notice('a1', alice))
      await db.write(({ outbox }) => outbox.finish(1, { state: 'queued', notBefore: NOW + 1 }))
      expect((await get(db, 1)).facts).toBe('{"unit":"U1"}')
      await db.write(async ({ outbox }) => {
        await outbox.finish(1, { state })
        await outbox.finish(2, { state })
      })
      expect(await get(db, 1)).toMatchObject({ key: 'r1', topic: 'reply', facts: '{}', state })
      expect((await get(db, 2)).facts).toBe('{"unit":"U1"}')
    },
  )
})

test('withdrawing takes back what is queued under the prefix, and nothing else', async () => {
  const { db, alice } = await twoChats()
  await add(db, notice('below:U1:x', alice), notice('below:U1:y', alice), notice('below:U10:x', alice))
  await add(db, notice('below%', alice), notice('reply:1', alice, { topic: 'reply' }))
  await db.write(({ outbox }) => outbox.claim(1, NOW, NOW + 60))
  expect(await db.write(({ outbox }) => outbox.withdraw('below:U1:'))).toBe(1)
  expect(await db.write(({ outbox }) => outbox.withdraw('below%'))).toBe(1)
  expect(await db.write(({ outbox }) => outbox.withdraw('reply:'))).toBe(1)
  const states = (await db.read.outbox.list()).map(row => [row.key, row.state])
  expect(states).toEqual([
    ['below:U1:x', 'claimed'],
    ['below:U1:y', 'withdrawn'],
    ['below:U10:x', 'queued'],
    ['below%', 'withdrawn'],
    ['reply:1', 'withdrawn'],
  ])
  expect((await get(db, 5)).facts).toBe('{}')
})

test('what waits for a chat goes to the chat that the member links, unless it is too old', async () => {
  const { db, alice } = await twoChats()
  await add(db, notice('old', null, { createdAt: NOW - 10 }), notice('new', null))
  await add(db, notice('other', null, { member: 'ct' }), notice('mine', alice))
  expect(await db.write(({ outbox }) => outbox.address('gd', alice, NOW))).toBe(1)
  expect((await db.read.outbox.list()).map(row => row.chat)).toEqual([null, alice, null, alice])
})
