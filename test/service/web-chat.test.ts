import { expect, onTestFinished, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { digest } from '../../src/commands/digest.ts'
import { inviteMember } from '../../src/commands/invite.ts'
import { chats, members } from '../../src/commands/people.ts'
import { sendTest } from '../../src/commands/send-test.ts'
import { createService } from '../../src/service.ts'
import { handClock, smallProvince } from '../stories/province.ts'

const MORNING = '2024-05-20T09:00:00+07:00'

/** The service over a province's own figures, and a browser that has opened the page as it was printed. */
async function opened() {
  const { app } = await smallProvince(handClock(MORNING))
  const service = createService(app)
  onTestFinished(() => service.stop())
  const { url, page } = await service.start()
  const entered = await fetch(page, { redirect: 'manual' })
  const cookie = String(entered.headers.get('set-cookie')?.split(';')[0])
  const call = async (path: string, body: object) =>
    await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  return { app, service, url, page, cookie, call }
}

test('over real figures the page has a key of its own for every start', async () => {
  const { url, page, cookie } = await opened()
  expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{32}$/)
  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(`${url}/chat/members`)).status).toBe(401)
  expect((await fetch(url, { headers: { cookie } })).status).toBe(200)
  const again = await opened()
  expect(new URL(again.page).search).not.toBe(new URL(page).search)
  expect((await fetch(again.url, { headers: { cookie } })).status).toBe(401)
})

test('whoever looks as a member is noted, is answered, and takes nothing that is for the member', async () => {
  const { app, service, call } = await opened()
  const { db } = app
  const row = { key: 'stale:2', topic: 'stale', facts: '{}', member: 'gd', chat: null } as const
  const at = app.clock.now()
  await db.write(async ({ outbox }) => {
    await outbox.add({ ...row, notBefore: at, createdAt: at })
  })
  expect((await call('/chat/choose', { member: 'gd' })).status).toBe(200)
  const question = { member: 'gd', id: 'a1', text: 'tỷ lệ trực tuyến tuần này' }
  expect((await call('/chat/messages', question)).status).toBe(202)
  await service.settle()
  const rows = await db.read.outbox.list()
  expect(rows.map(({ key, state }) => [key.split(':')[0], state])).toEqual([
    ['stale', 'held'],
    ['reply', 'sent'],
  ])
  const chat = await db.read.chats.find('web', 'member:gd')
  const noted = (await db.read.audit.since(0)).filter(({ action }) => action === 'link')
  expect(noted).toMatchObject([{ actor: 'web', chat: chat?.id, object: `chat:${chat?.id}`, after: 'gd' }])
})

test('whom somebody looked at as in the page has no chat: is invited, and nothing is sent there', async () => {
  const { app, service, call } = await opened()
  const { config, words, clock } = app
  const edge = { config, words, clock, stdin: (async function* () {})(), print: () => {}, operator: 'lan' }
  const run = async (command: Command, positionals: string[], options = {}) =>
    await command.run({ ...edge, positionals, options })
  await call('/chat/messages', { member: 'gd', id: 'a1', text: 'trợ giúp' })
  await service.settle()
  expect(await run(inviteMember, [], { all: true })).toMatchObject({
    json: [{ member: 'gd' }, { member: 'bcd' }],
  })
  expect(await run(members, [])).toMatchObject({ json: [{ chats: [] }, { chats: [] }] })
  expect(await run(chats, [])).toMatchObject({ json: [] })
  expect(await run(sendTest, ['gd'])).toMatchObject({ status: 'refused' })
  const asked = { for: 'gd', kind: 'weekly', send: true }
  expect(await run(digest, [], asked)).toMatchObject({ status: 'refused' })
  await app.db.write(async stores => {
    await stores.chats.link((await stores.chats.touch('telegram', 'gd')).id, 'gd', 1)
  })
  expect(await run(inviteMember, [], { all: true })).toMatchObject({ json: [{ member: 'bcd' }] })
  expect(await run(sendTest, ['gd'])).toMatchObject({ json: { queued: [{ channel: 'telegram' }] } })
  expect(await run(chats, [])).toMatchObject({ json: [{ channel: 'telegram', member: 'gd' }] })
})

test.each(['bật tin ở đây', 'nhận tin ở đây'])(
  '“%s” in the page takes nothing from the person',
  async words => {
    const { app, service, call } = await opened()
    for (const [id, text] of [words, 'Đúng'].entries()) {
      await call('/chat/messages', { member: 'gd', id: `a${id}`, text })
      await service.settle()
    }
    expect(await app.db.read.chats.find('web', 'member:gd')).toMatchObject({
      mutedAt: app.clock.now(),
      preferredAt: null,
    })
  },
)

test('opening a stream links nobody', async () => {
  const { app, url, cookie } = await opened()
  const leaving = new AbortController()
  const stream = await fetch(`${url}/chat/events?member=bcd`, { headers: { cookie }, signal: leaving.signal })
  expect(stream.status).toBe(200)
  expect(await app.db.read.chats.linked()).toEqual([])
  leaving.abort()
})
