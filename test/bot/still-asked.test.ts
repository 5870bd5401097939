import { expect, test } from 'vitest'
import { linkChat, unlinkChat } from '../../src/bot/links.ts'
import { plainText } from '../../src/lib/message.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

const QUESTION = 'tỷ lệ trực tuyến tuần 18 của tôi'

/** Somebody has asked; the answer waits for its second try. */
async function asked() {
  const talk = await startTalk('2024-05-06T08:00:00+07:00')
  const { app } = talk
  await bringWeek(app, '2024-W18', 20)
  await bring(app, 'members', 'member,name,role,unit\nqt,Quản trị,admin,P')
  const [chat] = await app.db.read.chats.ofMember('gd')
  if (!chat) throw new Error('no chat')
  await talk.say('gd', QUESTION)
  const row = (await app.db.read.outbox.list()).findLast(one => one.key.startsWith('reply:'))!
  // Its first try is on its way: whatever ends meanwhile does not find it waiting.
  const lease = { owner: 'sender', until: app.clock.now() + 60_000 }
  await app.db.write(async ({ outbox }) => await outbox.claim(row.id, chat.id, lease))
  return {
    ...talk,
    chat,
    row,
    /** What would be sent now. */
    now: async (): Promise<string | null> => {
      const there = await app.db.read.chats.get(chat.id)
      const message = there && (await app.compose(row, there))
      return message && plainText(message)
    },
    at: app.clock.now() + 60_000,
    gd: async () => (await app.db.read.catalog.get()).members.find(({ member }) => member === 'gd')!,
  }
}

test('an answer goes on to who asked, however often it is tried', async () => {
  const { now } = await asked()
  expect(await now()).toContain('20%')
  expect(await now()).toContain('20%')
})

test('not after the link has ended, not to whom the chat was given, not to the same person under another link', async () => {
  const { app, chat, now, at, gd } = await asked()
  await app.db.write(async stores => await unlinkChat(stores, chat, at))
  expect(await now()).toBeNull()
  await app.db.write(async stores => await linkChat(stores, chat, { ...(await gd()), member: 'bcd' }, at))
  expect(await now()).toBeNull()
  await app.db.write(async stores => await linkChat(stores, chat, await gd(), at + 1))
  expect(await now()).toBeNull()
})

test.each([
  'gd,Giám đốc Sở GTVT,leader,P-S2',
  'gd,Giám đốc Sở GTVT,data,P-S1',
  'gd,Trần Văn Bình,leader,P-S1',
])('not to who is another since: %s', async member => {
  const { app, now } = await asked()
  await bring(app, 'members', `member,name,role,unit\n${member}`)
  expect(await now()).toBeNull()
})

test('a clock that was ahead when the chat was linked keeps no answer back', async () => {
  const talk = await startTalk('2024-05-09T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 20)
  talk.clock.set('2024-05-06T08:00:00+07:00')
  await talk.say('gd', 'hạng của tôi')
  const row = (await talk.app.db.read.outbox.list()).findLast(one => one.key.startsWith('reply:'))!
  const [chat] = await talk.app.db.read.chats.ofMember('gd')
  expect(await talk.app.compose(row, chat!)).not.toBeNull()
})

test('who has lost the last chat to another is told nothing that waits, and nothing given up is sent again', async () => {
  const { app, chat, at, clock } = await asked()
  const { outbox } = app.db.read
  const dead = (await outbox.list('queued')).find(
    ({ topic, member }) => topic === 'alert' && member === 'gd',
  )!
  await app.db.write(async stores => {
    await stores.outbox.finish(dead.id, { state: 'dead', lastError: '400' })
    await linkChat(stores, chat, { member: 'qt', name: 'Quản trị', role: 'admin', unit: 'P' }, at)
  })
  expect((await outbox.list()).filter(row => row.member === 'gd').map(({ state }) => state)).toEqual(
    expect.not.arrayContaining(['queued', 'held', 'dead']),
  )
  await app.db.write(async stores => {
    await stores.outbox.finish(dead.id, { state: 'dead' })
    expect(await stores.outbox.redrive('all_dead', clock.now())).toBe(0)
    expect(await stores.outbox.redrive(dead.id, clock.now())).toBe(0)
  })
})

test('who has said to be the one at night is not asked again in the morning', async () => {
  const talk = await startTalk('2024-05-06T22:00:00+07:00')
  const [chat] = await talk.app.db.read.chats.ofMember('gd')
  const gd = (await talk.app.db.read.catalog.get()).members.find(({ member }) => member === 'gd')!
  await talk.app.db.write(async stores => await linkChat(stores, chat!, gd, talk.clock.now()))
  await bring(talk.app, 'members', 'member,name,role,unit\ngd,Trần Văn Bình,leader,P-S1')
  await talk.app.evaluateAfterImport()
  const asks = async () => (await talk.app.db.read.outbox.withPrefix('confirm:')).map(({ state }) => state)
  expect(await asks()).toEqual(['queued'])
  await talk.hear('gd', 'xin chào')
  expect(await talk.hear('gd', 'đúng')).toContain('Đã liên kết')
  expect(await asks()).toEqual(['withdrawn'])
})
