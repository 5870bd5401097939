import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import type { Channel, ChannelName, Delivery } from '../../src/channels/channel.ts'
import { TELEGRAM_ABILITIES, TELEGRAM_LIMITS } from '../../src/channels/telegram/abilities.ts'
import { plainText } from '../../src/lib/message.ts'
import { createService } from '../../src/service.ts'
import { invite } from '../../src/bot/invites.ts'
import { createVirtualTime } from '../lib/virtual-time.ts'
import { bringWeek, configOf, handClock, smallProvince } from './province.ts'

/** A chat app on the other side: what arrived, and a way to break down in the middle of sending. */
function fakeChat(): Channel & { received: string[]; hang: boolean } {
  const chat = {
    name: 'telegram' as const,
    abilities: TELEGRAM_ABILITIES,
    limits: TELEGRAM_LIMITS,
    callsOf: () => 1,
    isGroup: () => false,
    probe: async () => ({ ok: true as const }),
    received: [] as string[],
    hang: false,
    start: async () => {},
    stop: async () => {},
    typing: async () => {},
    health: () => ({ ok: true }),
    send: (_address: string, message: Parameters<Channel['send']>[1]): Promise<Delivery> => {
      if (chat.hang) return new Promise(() => {})
      chat.received.push(plainText(message))
      return Promise.resolve({ outcome: 'sent', messageId: String(chat.received.length) })
    },
  }
  return chat
}

function serviceWith(app: App, chat: Channel) {
  const { timer } = createVirtualTime(app.clock.now())
  return createService(app, { channels: new Map<ChannelName, Channel>([['telegram', chat]]), timer })
}

async function linkLeader(app: App): Promise<void> {
  await app.db.write(async stores => {
    const chat = await stores.chats.touch('telegram', '7')
    await stores.chats.link(chat.id, 'gd', app.clock.now())
  })
}

test('a unit falls below and its leader is told once; it recovers and he is told once', async () => {
  const clock = handClock('2024-05-06T08:00:00+07:00')
  const { app } = await smallProvince(clock)
  const chat = fakeChat()
  const service = serviceWith(app, chat)
  await linkLeader(app)

  await bringWeek(app, '2024-W18', 80)
  await service.settle()
  expect(chat.received).toEqual([])

  clock.set('2024-05-13T08:00:00+07:00')
  await bringWeek(app, '2024-W19', 20)
  await service.settle()
  await app.evaluate()
  await service.settle()
  expect(chat.received).toHaveLength(1)
  expect(chat.received[0]).toContain('50%')
  expect(chat.received[0]).toContain('60%')
  expect(chat.received[0]).toContain('Sở GTVT')

  clock.set('2024-05-20T08:00:00+07:00')
  await bringWeek(app, '2024-W20', 95)
  await service.settle()
  await app.evaluate()
  await service.settle()
  expect(chat.received).toHaveLength(2)
  expect(chat.received[1]).toContain('65%')
})

test('a correction before the message went out withdraws it, and nothing is said of a recovery', async () => {
  const clock = handClock('2024-05-13T23:00:00+07:00')
  const { app } = await smallProvince(clock)
  const chat = fakeChat()
  const service = serviceWith(app, chat)
  await linkLeader(app)

  await bringWeek(app, '2024-W19', 20)
  await service.settle()
  expect(chat.received).toEqual([])
  await bringWeek(app, '2024-W19', 90)
  clock.set('2024-05-14T08:00:00+07:00')
  await service.settle()
  expect(chat.received).toEqual([])
  const rows = await app.db.read.outbox.list()
  expect(rows.map(row => row.state)).toEqual(['withdrawn'])
})

test('quiet hours delay a message and do not drop it', async () => {
  const clock = handClock('2024-05-13T22:00:00+07:00')
  const { app } = await smallProvince(clock)
  const chat = fakeChat()
  const service = serviceWith(app, chat)
  await linkLeader(app)
  await bringWeek(app, '2024-W19', 20)
  await service.settle()
  expect(chat.received).toEqual([])
  clock.set('2024-05-14T06:29:00+07:00')
  await service.settle()
  expect(chat.received).toEqual([])
  clock.set('2024-05-14T06:30:00+07:00')
  await service.settle()
  expect(chat.received).toHaveLength(1)
})

test('killed between claim and send, the message arrives after the restart, once', async () => {
  const clock = handClock('2024-05-13T08:00:00+07:00')
  const { app, path } = await smallProvince(clock)
  const chat = fakeChat()
  chat.hang = true
  const killed = serviceWith(app, chat)
  await linkLeader(app)
  await bringWeek(app, '2024-W19', 20)
  void killed.settle()
  await expect.poll(async () => (await app.db.read.outbox.list('claimed')).length).toBe(1)
  expect(chat.received).toEqual([])

  const again = await createApp(configOf(path), { clock })
  onTestFinished(() => again.close())
  const restarted = fakeChat()
  const service = serviceWith(again, restarted)
  for (let second = 0; second <= 60; second += 10) {
    clock.set(`2024-05-13T08:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}+07:00`)
    await service.settle()
  }
  expect(restarted.received).toHaveLength(1)
  await service.settle()
  expect(restarted.received).toHaveLength(1)
})

test('a leader without a chat is told as soon as his first chat is linked', async () => {
  const clock = handClock('2024-05-13T08:00:00+07:00')
  const { app } = await smallProvince(clock)
  const chat = fakeChat()
  const service = serviceWith(app, chat)
  await bringWeek(app, '2024-W19', 20)
  await service.settle()
  expect(chat.received).toEqual([])

  const { code } = await app.db.write(async stores => await invite(stores, 'gd', clock.now()))
  // Not more than one message a second to one chat.
  for (const [at, text] of [`/start ${code}`, 'Đúng', null].entries()) {
    clock.set(`2024-05-13T08:00:0${2 * at}+07:00`)
    const from = { channel: 'telegram', address: '7', private: true, sentAt: clock.now() }
    const heard = text !== null && { ...from, updateId: String(at), text, receivedAt: clock.now() }
    if (heard) await app.db.write(async ({ inbox }) => await inbox.add(heard))
    await service.settle()
  }
  expect(chat.received).toHaveLength(3)
  const [asked, welcome, alert] = chat.received
  expect(asked).toContain('Anh/Chị là Giám đốc Sở GTVT')
  expect(welcome).toContain('Đã liên kết.')
  expect(alert).toContain('thiếu')
})
