import { expect, test } from 'vitest'
import type { Delivery } from '../../../src/channels/channel.ts'
import { createMonthlyQuota } from '../../../src/channels/monthly-quota.ts'
import type { MessagePurpose } from '../../../src/lib/message.ts'
import { message, zaloWorld } from './zalo-world.ts'
import { textMessage } from './fake-zalo.ts'

const QUOTA = { messages: 100, people: 4 }
/** The worlds begin in May, Vietnam's time. */
const JUNE = Date.parse('2024-06-01T00:00:00+07:00')

async function bot() {
  const world = await zaloWorld({ quota: QUOTA })
  const send = async (purpose: MessagePurpose, times = 1): Promise<Delivery | undefined> => {
    let last: Delivery | undefined
    for (let i = 0; i < times; i++)
      last = await world.channel.send('hoa', message('Tuần 20. '.repeat(300), { purpose }))
    return last
  }
  const fill = async (to: number): Promise<void> => {
    const { sent = 0, received = 0 } = await world.keep.counts(world.time.clock.now())
    await world.keep.count('sent', to - sent - received, world.time.clock.now())
  }
  return { ...world, send, fill }
}

test('an operator is told at 70 % and at 90 % of the month, under one key each', async () => {
  const { send, fill, alarms, channel, time } = await bot()
  await fill(68)
  await channel.send('hoa', message('a'))
  expect(alarms).toEqual([])
  await channel.send('hoa', message('a'))
  await fill(89)
  await send('answer')
  expect(alarms.map(({ key, about }) => [key, about])).toEqual([
    ['quota:2024-05:70', { what: 'quota', percent: 70, used: 70, of: 100 }],
    ['quota:2024-05:90', { what: 'quota', percent: 90, used: 90, of: 100 }],
    ['quota:2024-05:90', { what: 'quota', percent: 90, used: 91, of: 100 }],
  ])
  expect(time.clock.now()).toBeLessThan(JUNE)
})

test('from 90 % on a digest is one short text; digests stop first, then alerts, answers last, until the month turns', async () => {
  const { send, fill, fake, time } = await bot()
  await fill(90)
  await send('digest')
  expect(fake.of('sendMessage')).toHaveLength(1)
  const text = String(fake.of('sendMessage')[0]?.params.text)
  expect(text.length).toBeLessThan(700)
  expect(text).toMatch(/Bản rút gọn\.$/)
  await fill(96)
  expect(await send('digest')).toMatchObject({
    outcome: 'retry',
    scope: 'message',
    afterMs: JUNE,
    named: true,
  })
  expect((await send('alert'))?.outcome).toBe('sent')
  await fill(99)
  expect(await send('alert')).toMatchObject({ outcome: 'retry', scope: 'message', afterMs: JUNE })
  // The last message that the month holds: an answer of two parts goes as one short one.
  const before = fake.of('sendMessage').length
  expect((await send('answer'))?.outcome).toBe('sent')
  expect(fake.of('sendMessage').length - before).toBe(1)
  expect(await send('answer')).toMatchObject({ outcome: 'retry', scope: 'message', afterMs: JUNE })

  await time.advance(JUNE - time.clock.now())
  expect((await send('digest'))?.outcome).toBe('sent')
})

test('what comes in counts, too, and so do the people: strangers are seen before the bot is full', async () => {
  const { channel, fake, keep, alarms, receive, received, time } = await bot()
  for (const who of ['a', 'b', 'c', 'a'])
    fake.push(
      textMessage('xin chào', {
        chat: { id: who, chat_type: 'PRIVATE' },
        message_id: `${who}${Math.random()}`,
      }),
    )
  await channel.start(receive)
  while (received.length < 4) await time.advance(0)
  expect(await keep.counts(time.clock.now())).toEqual({ received: 4 })
  expect(await keep.people()).toBe(3)
  expect(alarms).toEqual([
    { channel: 'zalo-bot', key: 'people:false', about: { what: 'people', count: 3, of: 4 } },
  ])
})

test('a group is left alone unless that is wanted, and costs no count', async () => {
  const group = textMessage('tỷ lệ của tôi', { chat: { id: 'g1', chat_type: 'GROUP' } })
  const off = await bot()
  off.fake.push(group)
  off.fake.push(textMessage('của riêng tôi'))
  await off.channel.start(off.receive)
  while (off.received.length < 1) await off.time.advance(0)
  expect(off.received.map(({ text }) => text)).toEqual(['của riêng tôi'])
  expect(await off.keep.counts(off.time.clock.now())).toEqual({ received: 1 })

  const on = await zaloWorld({ groups: true })
  on.fake.push(group)
  await on.channel.start(on.receive)
  while (on.received.length < 1) await on.time.advance(0)
  expect(on.received[0]).toMatchObject({ address: 'g1', private: false })
})

test('the platform itself ends the month: what others have used up is a wait for everybody, and no fault of a message', async () => {
  const { channel, keep, fake } = await bot()
  // Another program uses the same bot, which our own count does not see.
  for (let sent = 0; sent < 100; sent++) await channel.send('hoa', message('a'))
  await keep.count('sent', -50, Date.parse('2024-05-20T00:00:00+07:00'))
  expect(await channel.send('hoa', message('b'))).toMatchObject({ outcome: 'retry', scope: 'channel' })
  expect(fake.of('sendMessage')).toHaveLength(101)
})

test('what strangers write, and are answered, makes no member wait; an operator is told at 70, 90 and 100 %', async () => {
  const { channel, fake, send, alarms, keep, receive, received, time } = await bot()
  keep.strangers.add('bad')
  fake.push(textMessage('xin chào', { chat: { id: 'bad', chat_type: 'PRIVATE' } }))
  await channel.start(receive)
  while (received.length < 1) await time.advance(0)
  for (const upTo of [69, 89, 200]) {
    const { strangers = 0 } = await keep.counts(time.clock.now())
    await keep.count('strangers', upTo - strangers, time.clock.now())
    await channel.send('bad', message('Chào Anh/Chị.'))
  }
  expect(alarms.map(({ key }) => key)).toEqual(['quota:2024-05:70', 'quota:2024-05:90', 'quota:2024-05:100'])
  expect(await keep.counts(time.clock.now())).toEqual({ strangers: 201 })
  for (const purpose of ['digest', 'alert', 'answer'] as const)
    expect((await send(purpose))?.outcome).toBe('sent')
  expect(channel.health()).toEqual({ ok: true })
})

test('strangers are no more than a twentieth of the month, though the bot may have more people than that', async () => {
  const { channel, keep, time } = await zaloWorld({ quota: { messages: 60, people: 50 } })
  await keep.count('strangers', 750, time.clock.now())
  await keep.count('sent', 20, time.clock.now())
  for (const purpose of ['digest', 'alert', 'answer'] as const)
    expect((await channel.send('hoa', message('a', { purpose }))).outcome).toBe('sent')
})

test('a month that members have used up is no good health until it turns', async () => {
  const { fill, send, channel, fake, keep, time, receive, received } = await bot()
  fake.push(textMessage('xin chào'))
  await channel.start(receive)
  while (received.length < 1) await time.advance(0)
  expect(channel.health()).toEqual({ ok: true })
  await fill(100)
  expect((await send('answer'))?.outcome).toBe('retry')
  expect(channel.health()).toEqual({ ok: false, cause: 'the month is used up' })

  const clock = { at: time.clock.now(), now: () => clock.at }
  const quota = createMonthlyQuota({ channel: 'zalo-bot', quota: QUOTA, keep, clock, alarm: () => undefined })
  expect(quota.isUsedUp()).toBe(false)
  await quota.look()
  expect(quota.isUsedUp()).toBe(true)
  clock.at = JUNE
  expect(quota.isUsedUp()).toBe(false)
})
