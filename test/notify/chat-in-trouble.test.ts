import { expect, it } from 'vitest'
import type { Delivery, Retry } from '../../src/channels/channel.ts'
import { senderWorld, type SenderWorld } from './sender-world.ts'

const MINUTE = 60_000

function failed(more: Partial<Retry> = {}): Delivery {
  const retry = { scope: 'unclear', afterMs: 0, named: false, mostTries: null, ambiguous: false } as const
  return { outcome: 'retry', cause: 'reset', ...retry, ...more }
}

const waitsFor = (minutes: number) => async () => ({
  opensAt: (now: number) => now,
  fallbackMs: minutes * MINUTE,
  of: String(minutes),
})

/** Hoa has a chat on each channel, the older on Telegram; Bình has one on Telegram, which is always well. */
async function hoaAndBinh(minutes: number) {
  const world = senderWorld({ rules: waitsFor(minutes) })
  const first = await world.chat('hoa', { member: 'm1' })
  await world.chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
  const other = await world.chat('binh', { member: 'm2' })
  return { ...world, first, other, began: world.time.clock.now() }
}

const failing = (): (() => Promise<Delivery>)[] => Array.from({ length: 500 }, () => async () => failed())
const few = async (): Promise<Delivery> => failed({ scope: 'chat', cause: '418 ?', mostTries: 5 })
const textsOf = ({ received }: SenderWorld['telegram']): string[] => received.map(one => one.text)

it('goes by the person’s next chat when one alone has failed as long as the setting says, and never a second time', async () => {
  const { sender, queue, telegram, zalo, first, other, time, began, row } = await hoaAndBinh(30)
  telegram.next('hoa', ...failing())
  void sender.run()
  await queue('a', first)
  await queue('b', other)
  sender.wake()
  await time.advance(29 * MINUTE)
  expect(textsOf(telegram)).toEqual(['b'])
  expect(zalo.received).toEqual([])
  expect(await row('a')).toMatchObject({ state: 'queued', lastError: 'reset' })
  await time.advance(2 * MINUTE)
  expect(textsOf(zalo)).toEqual(['a'])
  expect((zalo.received[0]?.at ?? 0) - began).toBeLessThanOrEqual(31 * MINUTE)
  telegram.next('hoa', { outcome: 'sent', messageId: 'x' })
  await time.advance(120 * MINUTE)
  expect([textsOf(telegram), textsOf(zalo)]).toEqual([['b'], ['a']])
  await sender.stop()
})

it('counts on through a restart', async () => {
  const { sender, another, queue, telegram, zalo, first, time } = await hoaAndBinh(30)
  telegram.next('hoa', ...failing())
  await queue('a', first)
  void sender.run()
  await time.advance(20 * MINUTE)
  await sender.stop()
  const next = another()
  void next.run()
  await time.advance(9 * MINUTE)
  expect(zalo.received).toEqual([])
  await time.advance(2 * MINUTE)
  expect(textsOf(zalo)).toEqual(['a'])
  await next.stop()
})

it('goes on at once where the setting is 0, and where the chat has failed for longer than it says; one that works again is used again', async () => {
  for (const minutes of [0, 10]) {
    const { sender, queue, telegram, zalo, first, time } = await hoaAndBinh(minutes)
    telegram.next('hoa', ...failing().slice(0, minutes === 0 ? 1 : 30))
    void sender.run()
    await queue('1', first)
    sender.wake()
    await time.advance((minutes + 1) * MINUTE)
    expect(textsOf(zalo)).toEqual(['1'])
    telegram.next('hoa', ...failing().slice(0, 1))
    await queue('2', first)
    sender.wake()
    await time.advance(1_000)
    expect(textsOf(zalo)).toEqual(['1', '2'])
    await sender.stop()
  }
  const { sender, queue, telegram, zalo, first, time, db } = await hoaAndBinh(0)
  telegram.next('hoa', failed())
  void sender.run()
  for (const key of ['1', '2']) {
    await queue(key, first)
    sender.wake()
    await time.advance(1_000)
  }
  expect([textsOf(telegram), textsOf(zalo)]).toEqual([['2'], ['1']])
  expect((await db.read.chats.get(first.id))?.failingSince).toBeNull()
  await sender.stop()
})

it('an answer waits for the chat of its question, and what was perhaps delivered there is sent by no other', async () => {
  const { sender, queue, telegram, zalo, first, time, row } = await hoaAndBinh(10)
  telegram.next('hoa', async () => failed({ ambiguous: true }), ...failing())
  await queue('perhaps', first)
  void sender.run()
  await time.advance(40 * MINUTE)
  expect(await row('perhaps')).toMatchObject({ state: 'queued', chat: first.id })
  await queue('answer', first, { topic: 'reply' })
  sender.wake()
  await time.advance(40 * MINUTE)
  expect(await row('answer')).toMatchObject({ state: 'queued', chat: first.id })
  expect(zalo.received).toEqual([])
  await sender.stop()
})

it('an error that nobody knows gives the message up only when the next chat has met it too', async () => {
  for (const next of ['takes it', 'refuses it, too']) {
    const { sender, queue, telegram, zalo, first, time, row } = await hoaAndBinh(30)
    telegram.next('hoa', ...Array.from({ length: 9 }, () => few))
    if (next === 'refuses it, too') zalo.next('hoa-z', few)
    await queue('a', first)
    void sender.run()
    await time.advance(32 * MINUTE)
    expect((await row('a')).state).toBe(next === 'takes it' ? 'sent' : 'dead')
    expect(textsOf(zalo)).toEqual(next === 'takes it' ? ['a'] : [])
    await sender.stop()
  }
})

it('takes turns where all chats of a person fail, at the pace of tries again, and whichever works first has it', async () => {
  const { sender, queue, telegram, zalo, first, time, row } = await hoaAndBinh(0)
  telegram.next('hoa', ...failing())
  let [tried, works] = [0, false]
  zalo.next(
    'hoa-z',
    ...Array.from({ length: 500 }, () => async (): Promise<Delivery> => {
      tried++
      return works ? { outcome: 'sent', messageId: 'z1' } : failed()
    }),
  )
  await queue('a', first)
  void sender.run()
  await time.advance(60 * MINUTE)
  expect(tried).toBeGreaterThan(2)
  expect(tried).toBeLessThan(20)
  works = true
  await time.advance(60 * MINUTE)
  expect(textsOf(zalo)).toEqual(['a'])
  expect((await row('a')).state).toBe('sent')
  await sender.stop()
})

it('does not call a chat in trouble whose platform asks to wait a moment, and does where it asks for long', async () => {
  for (const [seconds, byZalo] of [
    [5, []],
    [1_800, ['a']],
  ] as const) {
    const { sender, queue, telegram, zalo, first, time } = await hoaAndBinh(0)
    const afterMs = time.clock.now() + seconds * 1_000
    telegram.next('hoa', failed({ scope: 'chat', named: true, afterMs }))
    await queue('a', first)
    void sender.run()
    await time.advance(MINUTE)
    expect(textsOf(zalo)).toEqual(byZalo)
    expect(textsOf(telegram)).toEqual(byZalo.length === 0 ? ['a'] : [])
    await sender.stop()
  }
})

it('hands over at once when a setting makes the wait shorter', async () => {
  const wait = { minutes: 600 }
  const { sender, chat, queue, telegram, zalo, time } = senderWorld({
    rules: async () => await waitsFor(wait.minutes)(),
  })
  const first = await chat('hoa', { member: 'm1' })
  await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
  telegram.next('hoa', ...failing())
  await queue('a', first)
  void sender.run()
  await time.advance(60 * MINUTE)
  expect(zalo.received).toEqual([])
  wait.minutes = 10
  await time.advance(5_000)
  expect(textsOf(zalo)).toEqual(['a'])
  await sender.stop()
})
