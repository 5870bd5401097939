import { expect, test } from 'vitest'
import { applyChatWish } from '../../src/bot/chat-wish.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { everybody } from '../stories/everybody.ts'
import { bringWeek } from '../stories/province.ts'

const AT = '2024-05-13T08:00:00+07:00'

test('where notices go is asked about first; a no, or another question, changes nothing', async () => {
  const { app, say, heard, link } = await everybody(AT)
  await link('a', 'gd')
  const muted = async () => (await app.db.read.chats.find('telegram', 'a'))?.mutedAt
  await say('a', 'tat tin o day')
  expect(heard('a').join()).toContain('không có chat nào khác nhận tin')
  await say('a', 'Không phải')
  expect(heard('a').join()).toContain('Không có gì thay đổi')
  await say('a', 'Tắt thông báo ở đây.')
  heard('a')
  await say('a', 'trợ giúp')
  await say('a', 'đúng')
  expect(await muted()).toBeNull()
  heard('a')

  await say('a', 'tắt tin ở đây')
  await say('a', 'Đúng')
  expect(heard('a').join()).toContain('Đã tắt tin ở chat này')
  expect(await muted()).not.toBeNull()
  await say('a', 'bật tin ở đây')
  await say('a', 'đúng')
  expect(heard('a').join()).toContain('đã nhận tin trở lại')
  expect(await muted()).toBeNull()
})

test('words about it inside a question are a question, and a stranger has no wish', async () => {
  const { app, say, heard, link } = await everybody(AT)
  await link('a', 'gd')
  await say('a', 'tại sao tôi nhận tin ở đây')
  expect(heard('a').join()).not.toContain('gửi đến chat này trước')
  await say('b', 'nhận tin ở đây')
  expect(heard('b').join()).toContain('mã mời')
  expect((await app.db.read.chats.find('telegram', 'b'))?.preferredAt).toBeNull()
})

test.each(['bật tin ở đây', 'nhận tin ở đây'])(
  'one chat muted and the other lost afterwards: what waited comes at “%s”, once',
  async words => {
    const { app, say, heard, link, clock, settle } = await everybody(AT)
    await link('a', 'gd')
    await link('b', 'gd')
    await say('a', 'tắt tin ở đây')
    await say('a', 'đúng')
    clock.set('2024-05-13T08:10:00+07:00')
    await app.db.write(async ({ chats }) => {
      const lost = await chats.find('telegram', 'b')
      await chats.markGone(lost?.id ?? 0, clock.now())
    })
    heard('a')
    await bringWeek(app, '2024-W19', 20)
    await settle()
    expect([heard('a'), heard('b')]).toEqual([[], []])
    await say('a', words)
    expect(heard('a').join()).not.toContain('dưới chỉ tiêu')
    await say('a', 'đúng')
    await settle()
    expect(heard('a').filter(text => text.includes('dưới chỉ tiêu'))).toHaveLength(1)
    expect(heard('b')).toEqual([])
  },
)

test('what waits for a channel that is out goes where its person wants to be told, at once', async () => {
  const { db } = tempDatabase()
  await db.write(async stores => {
    const { chats, outbox } = stores
    const chat = await chats.touch('zalo-bot', 'z')
    await chats.link(chat.id, 'gd', 1)
    for (const [key, member] of [
      ['own', 'gd'],
      ['of another', 'pgd'],
      ['of the night', 'gd'],
    ] as const) {
      await outbox.add({ key, topic: 'alert', facts: '{}', member, chat: null, notBefore: 5, createdAt: 5 })
      const [row] = await outbox.withPrefix(key)
      await outbox.hold(row?.id ?? 0, 9_000, key === 'of the night' ? 'window' : 'channel:telegram')
    }
    await applyChatWish(stores, { ...chat, member: 'gd' }, 'prefer', 100)
    expect((await outbox.due(100, 10)).map(row => row.key)).toEqual(['own'])
  })
})
