import { expect, test } from 'vitest'
import type { Retry } from '../../src/channels/channel.ts'
import { senderWorld } from './sender-world.ts'

const DAY = 86_400_000

/** The platform has no room for this message before the moment. */
const noRoomBefore = (afterMs: number): Retry => ({
  outcome: 'retry',
  cause: "the month's messages are used up",
  scope: 'message',
  afterMs,
  named: true,
  mostTries: null,
  ambiguous: false,
})

test('what a month has no room for waits for the next one, however old it is by then, and stands in nobody’s way', async () => {
  const { sender, chat, queue, row, telegram, time } = senderWorld()
  const hoa = await chat('hoa', { member: 'hoa' })
  const turns = time.clock.now() + 25 * DAY
  telegram.next('hoa', noRoomBefore(turns))
  await queue('digest', hoa, { topic: 'digest' })
  await sender.pass()
  expect(await row('digest')).toMatchObject({ state: 'held', heldFor: 'turn', notBefore: turns })
  await queue('alert', hoa)
  await sender.pass()
  expect(telegram.received.map(({ text }) => text)).toEqual(['alert'])
  await time.advance(25 * DAY)
  // A fault just then does not end it either.
  telegram.next('hoa', { ...noRoomBefore(0), named: false, scope: 'chat' })
  await sender.pass()
  await time.advance(DAY)
  await sender.pass()
  expect(telegram.received.map(({ text }) => text)).toEqual(['alert', 'digest'])
})

test('where the person has another chat it goes there at once; where none has room it waits', async () => {
  const { sender, chat, queue, row, telegram, zalo, time } = senderWorld()
  const bot = await chat('hoa', { member: 'hoa' })
  await chat('hoa-zalo', { channel: 'zalo-bot', member: 'hoa' })
  const turns = time.clock.now() + 10 * DAY
  telegram.next('hoa', noRoomBefore(turns), noRoomBefore(turns))
  await queue('a', bot, { topic: 'digest', chat: null })
  await sender.pass()
  await sender.pass()
  expect(zalo.received.map(({ text }) => text)).toEqual(['a'])
  zalo.next('hoa-zalo', noRoomBefore(turns))
  await queue('b', bot, { topic: 'digest', chat: null })
  for (let looks = 0; looks < 4; looks++) await sender.pass()
  expect(await row('b')).toMatchObject({ state: 'held', notBefore: turns })
  await time.advance(10 * DAY)
  await sender.pass()
  expect(telegram.received.map(({ text }) => text)).toEqual(['b'])
})

test('an answer goes nowhere else, and is no answer any more after a day', async () => {
  const { sender, chat, queue, row, telegram, zalo, time } = senderWorld()
  const bot = await chat('hoa', { member: 'hoa' })
  await chat('hoa-zalo', { channel: 'zalo-bot', member: 'hoa' })
  telegram.next('hoa', noRoomBefore(time.clock.now() + 10 * DAY))
  await queue('a', bot, { topic: 'reply' })
  await sender.pass()
  await time.advance(10 * DAY)
  await sender.pass()
  expect([telegram.received, zalo.received]).toEqual([[], []])
  expect((await row('a')).state).toBe('expired')
})
