import { describe, expect, test } from 'vitest'
import type { Database } from '../../../src/db/stores/database.ts'
import type { OutboxRow, OutboxStore } from '../../../src/db/stores/outbox.ts'
import { databases } from './databases.ts'

const NOW = 1_000_000

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

const MINE = { owner: 'me', until: NOW + 60 }

const due = async (db: Database, now = NOW, limit = 10) =>
  (await db.read.outbox.due(now, limit)).map(row => row.id)

describe.each(databases)('the outbox of $name', ({ empty }) => {
  async function twoChats(): Promise<{ db: Database; alice: number; bob: number }> {
    const { db } = await empty()
    const [alice, bob] = await db.write(async ({ chats }) => [
      await chats.touch('telegram', 'alice'),
      await chats.touch('telegram', 'bob'),
    ])
    return { db, alice: alice.id, bob: bob.id }
  }

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
    test('is what is queued or held and has come to its time: answers first, then in the order of falling due', async () => {
      const { db, alice, bob } = await twoChats()
      await add(
        db,
        notice('a1', alice, { notBefore: NOW + 5 }),
        notice('a2', alice),
        notice('a3', alice, { notBefore: NOW - 1 }),
        notice('answer', bob, { topic: 'reply' }),
        notice('held', bob),
      )
      await db.write(({ outbox }) => outbox.hold(5, NOW + 3, 'window'))
      expect(await due(db)).toEqual([4, 3, 2])
      expect(await due(db, NOW, 1)).toEqual([4])
      expect(await due(db, NOW + 5)).toEqual([4, 3, 2, 5, 1])
      expect(await db.read.outbox.nextDue(NOW)).toBe(NOW + 3)
    })

    test('comes with the chats of its person; an answer with the chat of its question', async () => {
      const { db, alice, bob } = await twoChats()
      await db.write(async ({ chats }) => {
        await chats.link(alice, 'gd', 1)
        await chats.link(bob, 'gd', 2)
      })
      await add(
        db,
        notice('news', null),
        notice('answer', bob, { topic: 'reply' }),
        notice('group', alice, { member: null }),
      )
      const rows = await db.read.outbox.due(NOW, 10)
      expect(rows.map(row => [row.key, row.chats.map(chat => chat.id)])).toEqual([
        ['answer', [bob]],
        ['news', [alice, bob]],
        ['group', [alice]],
      ])
    })

    test('next is the earliest moment at which anything falls due, whatever is claimed', async () => {
      const { db, alice, bob } = await twoChats()
      expect(await db.read.outbox.nextDue(NOW)).toBeNull()
      await add(db, notice('a1', alice), notice('b1', bob, { notBefore: NOW + 500 }))
      expect(await db.read.outbox.nextDue(NOW)).toBe(NOW + 500)
      await db.write(({ outbox }) => outbox.claim(1, alice, MINE))
      expect(await db.read.outbox.nextDue(NOW)).toBe(NOW + 500)
    })
  })

  describe('claiming', () => {
    test('succeeds for exactly one of those who try, and names who has it and where it goes', async () => {
      const { db, alice } = await twoChats()
      await add(db, notice('a1', null))
      const claims = await Promise.all(
        ['a', 'b', 'c'].map(owner =>
          db.write(({ outbox }) => outbox.claim(1, alice, { owner, until: NOW + 60 })),
        ),
      )
      expect(claims).toEqual([true, false, false])
      expect(await get(db, 1)).toMatchObject({ state: 'claimed', owner: 'a', chat: alice, attempts: 0 })
      expect(await db.read.outbox.busyChats()).toEqual(new Set([alice]))
      await db.write(({ outbox }) => outbox.conclude({ id: 1, state: 'dead' }, 'a'))
      expect(await db.read.outbox.busyChats()).toEqual(new Set())
    })

    test('only what has not changed since it was seen is taken over, and goes to the end', async () => {
      const { db, alice, bob } = await twoChats()
      await add(db, notice('a1', alice), notice('b1', bob, { notBefore: NOW + 30 }))
      await db.write(({ outbox }) => outbox.claim(1, alice, MINE))
      const seen = await db.read.outbox.claims()
      expect(seen).toEqual([{ id: 1, owner: 'me', leaseUntil: NOW + 60 }])
      await db.write(({ outbox }) => outbox.renew([1], { owner: 'me', until: NOW + 30 }))
      expect(await db.write(({ outbox }) => outbox.takeOver(NOW + 900, seen))).toBe(0)
      await db.write(({ outbox }) => outbox.renew([1], { owner: 'another', until: NOW + 999 }))
      const again = await db.read.outbox.claims()
      expect(again).toEqual([{ id: 1, owner: 'me', leaseUntil: NOW + 30 }])
      expect(await db.write(({ outbox }) => outbox.takeOver(NOW + 60, again))).toBe(1)
      expect(await get(db, 1)).toMatchObject({ state: 'queued', leaseUntil: null, owner: null, attempts: 0 })
      expect(await due(db, NOW + 60)).toEqual([2, 1])
    })

    test('is concluded by its owner alone; what was sent is noted even after the claim was lost, unless claimed again', async () => {
      const { db, alice } = await twoChats()
      await add(db, notice('a1', alice))
      await db.write(({ outbox }) => outbox.claim(1, alice, MINE))
      const conclude = (owner: string, state: 'dead' | 'sent') =>
        db.write(({ outbox }) => outbox.conclude({ id: 1, state, lastError: null }, owner))
      expect(await conclude('another', 'sent')).toBe(false)
      await db.write(async ({ outbox }) => outbox.takeOver(NOW + 60, await outbox.claims()))
      expect(await conclude('me', 'dead')).toBe(false)
      expect(await conclude('me', 'sent')).toBe(true)
      expect(await get(db, 1)).toMatchObject({ state: 'sent', leaseUntil: null })
    })

    test('what waits for something named is due again when that is there, the oldest first', async () => {
      const { db, alice } = await twoChats()
      await add(db, notice('a', alice, { createdAt: NOW - 2 }), notice('b', alice, { createdAt: NOW - 3 }))
      await db.write(async ({ outbox }) => {
        for (const id of [1, 2]) await outbox.hold(id, NOW + 999, 'channel:telegram')
      })
      expect(await db.write(({ outbox }) => outbox.release('channel:zalo-bot', -1))).toBe(0)
      expect(await db.write(({ outbox }) => outbox.release('channel:telegram', 1))).toBe(1)
      expect(await due(db)).toEqual([2])
      expect(await db.write(({ outbox }) => outbox.release('channel:telegram', -1))).toBe(1)
      expect(await get(db, 1)).toMatchObject({ state: 'queued', heldFor: null })
    })
  })

  describe('accounts', () => {
    test('what was given up is sent again, once or all of it, but not what nobody kept the words of, nor of who left', async () => {
      const { db, alice } = await twoChats()
      await db.write(({ chats }) => chats.link(alice, 'gd', NOW))
      await add(
        db,
        notice('a', alice),
        notice('b', alice),
        notice('c', alice, { topic: 'reply' }),
        notice('d', alice),
        notice('e', null, { member: 'who has left' }),
      )
      await db.write(async ({ outbox }) => {
        for (const id of [1, 2, 3, 5]) await outbox.finish(id, { state: 'dead' })
        await outbox.finish(4, { state: 'expired' })
        expect(await outbox.redrive(1, NOW)).toBe(1)
        expect(await outbox.redrive(1, NOW)).toBe(0)
        expect(await outbox.redrive('all_dead', NOW)).toBe(1)
        expect(await outbox.redrive(4, NOW)).toBe(1)
      })
      expect((await db.read.outbox.list()).map(row => row.state)).toEqual([
        'queued',
        'queued',
        'dead',
        'queued',
        'dead',
      ])
    })

    test('a day adds up, and what is missing is named', async () => {
      const { db, alice } = await twoChats()
      await add(db, ...['a', 'b', 'c', 'd', 'e'].map(key => notice(key, alice)))
      await add(
        db,
        notice('tomorrow', alice, { createdAt: NOW + 10 }),
        notice('at dawn', alice, { notBefore: NOW + 99 }),
      )
      await db.write(async ({ outbox }) => {
        await outbox.finish(1, { state: 'sent' })
        await outbox.hold(2, NOW + 99, 'recipient')
        await outbox.finish(3, { state: 'dead' })
        await outbox.finish(4, { state: 'withdrawn' })
      })
      const audit = await db.read.outbox.audit({ from: NOW, to: NOW + 10 }, NOW + 20)
      expect(audit).toEqual({ due: 6, sent: 1, held: 2, failed: 1, withdrawn: 1, missing: ['e'] })
      expect(await db.read.outbox.oldestDue(NOW)).toEqual({ replies: null, notices: NOW })
    })

    test('what ended long ago is removed, what waits is not', async () => {
      const { db, alice } = await twoChats()
      await add(
        db,
        notice('old', alice),
        notice('waits', alice),
        notice('new', alice, { createdAt: NOW + 5 }),
      )
      await db.write(async ({ outbox, people }) => {
        for (const id of [1, 3]) await outbox.finish(id, { state: 'sent' })
        expect(await people.forgetOld(NOW + 5, 100)).toBe(1)
      })
      expect((await db.read.outbox.list()).map(row => row.key)).toEqual(['waits', 'new'])
    })
  })

  describe('finishing', () => {
    test('a retry waits for its time and holds no lease', async () => {
      const { db, alice } = await twoChats()
      await add(db, notice('a1', alice))
      await db.write(({ outbox }) => outbox.claim(1, alice, MINE))
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

  test('withdrawing takes back what waits for the member, and nothing else', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('going', alice), notice('queued', alice), notice('chatless', null))
    await add(db, notice('reply:1', alice, { topic: 'reply' }), notice('other', alice, { member: 'ct' }))
    await db.write(({ outbox }) => outbox.claim(1, alice, MINE))
    expect(await db.write(({ outbox }) => outbox.withdrawOf('gd'))).toBe(3)
    expect(await db.write(({ outbox }) => outbox.withdrawOf('gd'))).toBe(0)
    const states = (await db.read.outbox.list()).map(row => [row.key, row.state])
    expect(states).toEqual([
      ['going', 'claimed'],
      ['queued', 'withdrawn'],
      ['chatless', 'withdrawn'],
      ['reply:1', 'withdrawn'],
      ['other', 'queued'],
    ])
    expect((await get(db, 4)).facts).toBe('{}')
  })

  test('or what waits under a key, or the notices that wait for a chat', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('told:a:1', alice), notice('told:b:1', alice), notice('told:a:2', null))
    await add(db, notice('reply:1', alice, { topic: 'reply' }), notice('told:c:1', null))
    expect(await db.write(({ outbox }) => outbox.withdrawUnder('told:a:'))).toBe(2)
    expect(await db.write(({ outbox }) => outbox.withdrawIn(alice))).toBe(1)
    const waiting = await db.read.outbox.list('queued', 'held')
    expect(waiting.map(row => row.key)).toEqual(['reply:1', 'told:c:1'])
  })

  test('what waits for a chat goes to the chat that the member links, unless it is too old', async () => {
    const { db, alice } = await twoChats()
    await add(db, notice('old', null, { createdAt: NOW - 10 }), notice('new', null))
    await add(db, notice('other', null, { member: 'ct' }), notice('mine', alice))
    expect(await db.write(({ outbox }) => outbox.address('gd', alice, NOW))).toBe(1)
    expect((await db.read.outbox.list()).map(row => row.chat)).toEqual([null, alice, null, alice])
  })
})
