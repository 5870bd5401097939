import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createFloodGuard, MESSAGES_A_MINUTE } from '../../src/bot/flood-guard.ts'
import { createInboxDoor } from '../../src/bot/inbox-door.ts'
import type { Incoming } from '../../src/channels/channel.ts'
import { tempDatabase } from '../db/temp-database.ts'

const NOW = Date.UTC(2024, 4, 13, 1)

function door() {
  const { db, path } = tempDatabase()
  let now = NOW
  let kept = 0
  const outcomes: string[] = []
  const receive = createInboxDoor({
    db,
    clock: { now: () => now },
    patience: async () => ({ blocks: [{ text: 'chờ ít giây' }], choices: [] }),
    kept: () => void kept++,
    told: () => undefined,
    received: (_channel, outcome) => void outcomes.push(outcome),
  })
  const say = (updateId: string, address = 'hoa') => receive(message(updateId, address))
  /** Of each chat the oldest message is answered; how many there were. */
  const answer = async () => {
    const rows = await db.read.inbox.pending(10)
    await db.write(async ({ inbox }) => {
      for (const { id } of rows) await inbox.done(id, now)
    })
    return rows.length
  }
  return { db, path, say, answer, outcomes, kept: () => kept, wait: (ms: number) => void (now += ms) }
}

function message(updateId: string, address: string): Incoming {
  const text = { kind: 'text', text: 'xin chào', album: null, messageId: null } as const
  return { channel: 'telegram', address, updateId, ...text, sentAt: NOW, private: true }
}

describe('the door', () => {
  test('keeps each update once, those that come together in one transaction', async () => {
    const { db, say, outcomes } = door()
    await Promise.all(Array.from({ length: 100 }, () => say('same')))
    await Promise.all(Array.from({ length: 60 }, (_, i) => say(`u${i}`, `chat ${i}`)))
    expect((await db.read.inbox.waiting()).count).toBe(61)
    expect(outcomes.filter(one => one === 'known')).toHaveLength(99)
  })

  test('a member who floods is asked once to be patient, then not heard until the minute is over; others are', async () => {
    const { db, say, answer, wait } = door()
    await db.write(async ({ chats }) => await chats.link((await chats.touch('telegram', 'hoa')).id, 'm1', 1))
    const heard: number[] = []
    for (let i = 0; i < 50; i++) {
      await say(`u${i}`)
      heard.push(await answer())
    }
    await say('of another', 'bình')
    expect(heard.reduce((sum, one) => sum + one)).toBe(MESSAGES_A_MINUTE)
    expect(await answer()).toBe(1)
    const told = (await db.read.outbox.list()).map(row => [row.topic, row.facts.includes('chờ ít giây')])
    expect(told).toEqual([['reply', true]])
    wait(60_000)
    await say('later')
    expect(await answer()).toBe(1)
  })

  test('of a member two wait while one is answered; what comes beside them gets one word about patience', async () => {
    const { db, say, answer, outcomes } = door()
    await db.write(async ({ chats }) => await chats.link((await chats.touch('telegram', 'hoa')).id, 'm1', 1))
    for (let i = 0; i < 5; i++) await say(`u${i}`)
    await say('of another', 'bình')
    expect(outcomes).toEqual(['answer', 'answer', 'answer', 'ask_patience', 'silence', 'answer'])
    expect(await db.read.outbox.list()).toHaveLength(1)
    await answer()
    await say('now')
    expect(outcomes.at(-1)).toBe('answer')
  })

  test('whoever writes on and on is asked to be patient once a minute, though some of it is answered', async () => {
    const { db, say, answer, wait, outcomes } = door()
    await db.write(async ({ chats }) => await chats.link((await chats.touch('telegram', 'hoa')).id, 'm1', 1))
    for (let i = 0; i < 120; i++) {
      await say(`u${i}`)
      if (i % 8 === 0) await answer()
      wait(500)
    }
    expect(outcomes.filter(one => one === 'ask_patience')).toHaveLength(1)
    wait(10_000)
    for (let i = 0; i < 10; i++) await say(`v${i}`)
    expect(outcomes.filter(one => one === 'ask_patience')).toHaveLength(2)
  })

  test('a stranger who floods gets no word', async () => {
    const { db, say } = door()
    for (let i = 0; i < 50; i++) await say(`u${i}`)
    expect(await db.read.outbox.list()).toEqual([])
  })

  test('says soon that nothing was kept while another process holds the database, and goes on afterwards', async () => {
    const { db, path, say } = door()
    const other = new Sqlite(path)
    other.exec('BEGIN IMMEDIATE')
    await expect(say('u1')).rejects.toThrow('the database is busy')
    await expect(db.ping()).rejects.toThrow('the database is busy')
    other.exec('COMMIT')
    other.close()
    await say('u1')
    expect((await db.read.inbox.waiting()).count).toBe(1)
    await db.ping()
  })
})

test('chats that wait are answered in turn: each once before any of them twice', async () => {
  const { db, say } = door()
  for (const update of ['1', '2', '3']) await say(update, 'loud')
  await say('4', 'quiet')
  const rows = await db.read.inbox.pending(10)
  expect(rows.map(row => row.address)).toEqual(['loud', 'quiet'])
})

test('who writes now and then is answered, however far we are behind', () => {
  const guard = createFloodGuard()
  const said = Array.from({ length: 10 }, (_, at) => guard.admit('hoa', at * 5_000, at + 1))
  expect(new Set(said)).toEqual(new Set(['answer']))
  expect([1, 2, 3].map(at => guard.admit('hoa', 46_000 + at, 10 + at))).toEqual([
    'answer',
    'ask_patience',
    'silence',
  ])
})

test('the guard forgets chats that have been quiet', () => {
  const guard = createFloodGuard()
  for (let chat = 0; chat < 30_000; chat++) expect(guard.admit(`c${chat}`, chat * 60, 1)).toBe('answer')
})
