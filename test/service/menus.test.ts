import { expect, onTestFinished, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { endMembership, linkChat } from '../../src/bot/links.ts'
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts'
import { createMenus } from '../../src/menus.ts'
import { silentLog } from '../../src/lib/log.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { startFakeTelegram, TOKEN } from '../channels/telegram/fake-telegram.ts'
import { type HandClock, handClock, smallProvince } from '../stories/province.ts'

const [DIRECTOR, COMMITTEE] = ['5000001', '5000002']

async function scene() {
  const clock = handClock('2024-05-06T08:00:00+07:00')
  const { app } = await smallProvince(clock)
  const fake = await startFakeTelegram()
  const words = { part: (part: number, of: number) => `(${part}/${of})` }
  const channel = createTelegramChannel({ token: TOKEN, apiRoot: fake.root, clock, words })
  onTestFinished(async () => await channel.stop())
  const begin = () =>
    createMenus({ ...app, clock, channels: new Map([['telegram', channel]]), log: silentLog })
  /** What the platform was asked since the last look: chat, and the commands or that they go. */
  let seen = 0
  const asked = () => {
    const calls = fake.calls.slice(seen).filter(({ method }) => method.endsWith('MyCommands'))
    seen = fake.calls.length
    return calls.map(({ params }) => {
      const commands = Array.isArray(params.commands) ? params.commands.map(one => one.command) : null
      return { ...Object(params.scope), commands }
    })
  }
  return { app, clock, fake, begin, asked }
}

async function link(app: App, clock: HandClock, address: string, code: string): Promise<void> {
  const { members } = await app.db.read.catalog.get()
  const member = members.find(one => one.member === code)!
  await app.db.write(async stores => {
    await linkChat(stores, await stores.chats.touch('telegram', address), member, clock.now())
  })
}

async function becomes(app: App, clock: HandClock, role: string): Promise<void> {
  const bytes = Buffer.from(`member,name,role,unit\ngd,Giám đốc Sở GTVT,${role},P-S1`)
  await importFile(app.db, { kind: 'members', file: 'members.csv', bytes, at: clock.now() })
}

test('a chat has the commands of its role from the link on, others when the role changes, everybody’s when it ends', async () => {
  const { app, clock, begin, asked } = await scene()
  const menus = begin()
  await link(app, clock, DIRECTOR, 'gd')
  await link(app, clock, COMMITTEE, 'bcd')
  await menus.tick()
  expect(asked()).toEqual([
    {
      type: 'chat',
      chat_id: DIRECTOR,
      commands: ['so_lieu', 'xep_hang', 'can_them', 'bieu_do', 'du_bao', 'canh_bao', 'help'],
    },
    {
      type: 'chat',
      chat_id: COMMITTEE,
      commands: ['bieu_do', 'chua_dat', 'bang_xep_hang', 'tien_do', 'canh_bao', 'bao_cao', 'help'],
    },
  ])

  await becomes(app, clock, 'officer')
  await menus.tick()
  expect(asked().map(({ chat_id, commands }) => [chat_id, commands.includes('chua_dat')])).toEqual([
    [DIRECTOR, true],
  ])

  await app.db.write(async stores => await endMembership(stores, 'gd', clock.now()))
  await menus.tick()
  expect(asked()).toEqual([{ type: 'chat', chat_id: DIRECTOR, commands: null }])
})

test('the same is asked once, also after a restart; what did not get through is tried an hour later', async () => {
  const { app, clock, fake, begin, asked } = await scene()
  const menus = begin()
  await link(app, clock, DIRECTOR, 'gd')
  fake.fail('setMyCommands', { kind: 'reset' })
  await menus.tick()
  expect(asked()).toHaveLength(1)
  clock.set('2024-05-06T08:59:00+07:00')
  await menus.tick()
  expect(asked()).toEqual([])
  clock.set('2024-05-06T09:00:00+07:00')
  await menus.tick()
  expect(asked()).toHaveLength(1)
  await menus.tick()
  await begin().tick()
  expect(asked()).toEqual([])
})

test('a chat that the platform will not have is not asked about again, and one that is gone not at all', async () => {
  const { app, clock, begin, asked } = await scene()
  const menus = begin()
  await link(app, clock, 'nobody', 'gd')
  await link(app, clock, COMMITTEE, 'bcd')
  await app.db.write(async ({ chats }) => {
    await chats.markGone((await chats.find('telegram', COMMITTEE))!.id, clock.now())
  })
  await menus.tick()
  expect(asked().map(({ chat_id }) => chat_id)).toEqual(['nobody'])
  await menus.tick()
  await menus.stop()
  await menus.tick()
  expect(asked()).toEqual([])
})
