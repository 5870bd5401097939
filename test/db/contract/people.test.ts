import { describe, expect, test } from 'vitest'
import { databases } from './databases.ts'

const incoming = {
  channel: 'telegram',
  updateId: '7',
  address: 'alice',
  text: 'Tỷ lệ tuần này?',
  private: true,
  sentAt: 1,
  receivedAt: 2,
}

describe.each(databases)('people and chats of $name', ({ empty }) => {
  describe('inbox', () => {
    test('keeps an update once, in order, until it is answered, and then forgets its text', async () => {
      const { db } = await empty()
      const add = (row: typeof incoming) => db.write(({ inbox }) => inbox.add(row))
      const first = await add(incoming)
      expect(await add(incoming)).toBeNull()
      const second = await add({ ...incoming, channel: 'zalo-bot', private: false })
      expect(second).toBeGreaterThan(first ?? 0)
      const pending = await db.read.inbox.pending(10)
      expect(pending.map(row => row.id)).toEqual([first, second])
      expect(pending[1]).toMatchObject({
        ...incoming,
        id: second,
        channel: 'zalo-bot',
        private: false,
        doneAt: null,
      })
      expect(await db.read.inbox.pending(1)).toHaveLength(1)
      await db.write(({ inbox }) => inbox.done(first ?? 0, 9))
      expect((await db.read.inbox.pending(10)).map(row => row.id)).toEqual([second])
      // The update stays known after its text is forgotten.
      expect(await add(incoming)).toBeNull()
    })
  })

  describe('chats', () => {
    test('are made once, found, linked and unlinked', async () => {
      const { db } = await empty()
      expect(await db.read.chats.find('telegram', 'alice')).toBeNull()
      const chat = await db.write(({ chats }) => chats.touch('telegram', 'alice'))
      expect(await db.write(({ chats }) => chats.touch('telegram', 'alice'))).toEqual(chat)
      const other = await db.write(({ chats }) => chats.touch('zalo-bot', 'alice'))
      await db.write(({ chats }) => chats.link(chat.id, 'gd', 5))
      await db.write(({ chats }) => chats.link(other.id, 'gd', 6))
      expect(await db.read.chats.ofMember('gd')).toEqual([
        { ...chat, member: 'gd', linkedAt: 5 },
        { ...other, member: 'gd', linkedAt: 6 },
      ])
      await db.write(({ chats }) => chats.unlink(chat.id))
      expect(await db.read.chats.get(chat.id)).toEqual(chat)
      expect(await db.read.chats.find('zalo-bot', 'alice')).toMatchObject({ member: 'gd' })
    })

    test('know when the person wrote, as whom it was linked, and what was asked; unlinked they know nothing', async () => {
      const { db } = await empty()
      const { id } = await db.write(({ chats }) => chats.touch('telegram', 'alice', 3))
      const stranger = await db.read.chats.get(id)
      expect(stranger).toMatchObject({ seenAt: 3, pending: null })
      expect(await db.read.chats.linked()).toEqual([])
      await db.write(({ chats }) => chats.ask(id, 'link:ab', 4))
      expect(await db.read.chats.get(id)).toMatchObject({ pending: 'link:ab', pendingAt: 4 })
      await db.write(({ chats }) => chats.link(id, 'gd', 5, 'Giám đốc|leader|S1'))
      expect(await db.read.chats.linked()).toEqual([
        { ...stranger, member: 'gd', linkedAt: 5, linkedAs: 'Giám đốc|leader|S1' },
      ])
      // A notice that is sent is no sign of the person.
      expect((await db.write(({ chats }) => chats.touch('telegram', 'alice'))).seenAt).toBe(3)
      await db.write(({ chats }) => chats.unlink(id))
      expect(await db.read.chats.get(id)).toEqual(stranger)
    })

    test('are muted and unmuted', async () => {
      const { db } = await empty()
      const chat = await db.write(async ({ chats }) => await chats.touch('web', 'a'))
      const muted = async () => (await db.read.chats.get(chat.id))?.mutedAt
      await db.write(async ({ chats }) => await chats.mute(chat.id, 7))
      expect(await muted()).toBe(7)
      await db.write(async ({ chats }) => await chats.mute(chat.id, null))
      expect(await muted()).toBeNull()
    })

    test('of groups take digests, until they take none any more', async () => {
      const { db } = await empty()
      const chat = await db.write(({ chats }) => chats.touch('telegram', '-7'))
      const group = { chat: chat.id, unit: 'P', by: 'qt', at: 5 }
      await db.write(({ chats }) => chats.openGroup(group))
      await db.write(({ chats }) => chats.openGroup({ ...group, unit: 'S1', at: 6 }))
      expect(await db.read.chats.groups()).toEqual([{ ...group, unit: 'S1', at: 6 }])
      await db.write(({ chats }) => chats.closeGroup(chat.id))
      expect(await db.read.chats.groups()).toEqual([])
    })

    test('that are gone come back when the person writes', async () => {
      const { db } = await empty()
      const chat = await db.write(({ chats }) => chats.touch('telegram', 'alice'))
      await db.write(({ chats }) => chats.link(chat.id, 'gd', 5))
      await db.write(({ chats }) => chats.markGone(chat.id, 8))
      expect((await db.read.chats.get(chat.id))?.goneAt).toBe(8)
      const back = await db.write(({ chats }) => chats.touch('telegram', 'alice'))
      expect(back).toEqual({ ...chat, member: 'gd', linkedAt: 5, goneAt: null })
    })

    test('fail since the first message that did not arrive, until one does', async () => {
      const { db } = await empty()
      const { id } = await db.write(({ chats }) => chats.touch('telegram', 'alice'))
      for (const at of [8, 9]) await db.write(({ chats }) => chats.markFailing(id, at))
      expect((await db.read.chats.get(id))?.failingSince).toBe(8)
      await db.write(({ chats }) => chats.markFailing(id, null))
      expect((await db.read.chats.get(id))?.failingSince).toBeNull()
    })

    test('move to another address, and take over a chat that is there already', async () => {
      const { db } = await empty()
      const chat = await db.write(({ chats }) => chats.touch('telegram', 'old'))
      await db.write(({ chats }) => chats.move(chat.id, 'new'))
      expect(await db.read.chats.find('telegram', 'old')).toBeNull()
      const early = await db.write(({ chats }) => chats.touch('telegram', 'newer'))
      await db.write(async ({ chats, outbox }) => {
        await chats.link(early.id, 'gd', 5)
        const row = { key: 'k', topic: 'alert', facts: '{}', member: 'gd', chat: early.id } as const
        await outbox.add({ ...row, notBefore: 0, createdAt: 0 })
        await chats.move(chat.id, 'newer')
      })
      expect(await db.read.chats.get(early.id)).toBeNull()
      expect(await db.read.chats.find('telegram', 'newer')).toMatchObject({
        id: chat.id,
        member: 'gd',
        linkedAt: 5,
      })
      expect((await db.read.outbox.list())[0]?.chat).toBe(chat.id)
      await db.write(({ chats }) => chats.move(999, 'nowhere'))
      expect(await db.read.chats.find('telegram', 'nowhere')).toBeNull()
    })
  })

  describe('invitations', () => {
    test('a code works once, before it expires', async () => {
      const { db } = await empty()
      const invite = { codeHash: 'ab', member: 'gd', expiresAt: 100 }
      await db.write(async ({ chats }) => {
        await chats.addInvite(invite)
        await chats.addInvite({ ...invite, codeHash: 'cd' })
      })
      const take = (codeHash: string, now: number) => db.write(({ chats }) => chats.takeInvite(codeHash, now))
      expect(await take('xx', 50)).toBeNull()
      expect(await take('ab', 50)).toEqual({ ...invite, usedAt: 50, endedAt: null })
      expect(await take('ab', 51)).toBeNull()
      expect(await take('cd', 100)).toBeNull()
    })

    test('a code that was taken back works no more', async () => {
      const { db } = await empty()
      const invite = { codeHash: 'ab', member: 'gd', expiresAt: 100 }
      await db.write(({ chats }) => chats.addInvite(invite))
      expect(await db.read.chats.liveInvites('gd', 50)).toHaveLength(1)
      expect(await db.read.chats.liveInvites('gd', 100)).toEqual([])
      expect(await db.read.chats.liveInvites('bcd', 50)).toEqual([])
      await db.write(({ chats }) => chats.endInvite('ab', 60))
      expect(await db.read.chats.liveInvites('gd', 70)).toEqual([])
      expect(await db.read.chats.findInvite('ab')).toEqual({ ...invite, usedAt: null, endedAt: 60 })
      expect(await db.write(({ chats }) => chats.takeInvite('ab', 70))).toBeNull()
    })

    test('codes are counted by chat since a moment, a few at most, and none that a wrong clock dated', async () => {
      const { db } = await empty()
      const wrong = (address: string, at: number, since: number, most = 9) =>
        db.write(({ chats }) => chats.countCode({ channel: 'telegram', address }, { at, since, most }))
      expect(await wrong('alice', 10, 0)).toBe(1)
      expect(await wrong('alice', 20, 0)).toBe(2)
      expect(await wrong('bob', 20, 0)).toBe(1)
      expect(await wrong('alice', 30, 20)).toBe(2)
      expect(await wrong('alice', 40, 20, 2)).toBe(2)
      expect(await wrong('alice', 41, 31)).toBe(1)
      expect(await wrong('alice', 5, 0)).toBe(1)
    })
  })
})
