import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/channels/channel.ts'
import type { Paces } from '../../src/notify/pace.ts'
import { eventually, settle } from '../lib/virtual-time.ts'
import { senderWorld, type SenderWorld } from './sender-world.ts'

/** A platform that takes 25 a second at once, and one a second for each chat. */
const PACES: Paces = () => ({
  channel: { perSecond: 25, burst: 25 },
  chat: { perSecond: 1, burst: 1 },
})
const LOST: Delivery = {
  outcome: 'retry',
  cause: 'no answer',
  scope: 'unclear',
  afterMs: 0,
  named: false,
  mostTries: null,
  ambiguous: true,
}

/** The world, with its sender running, and a count of how often it looked into the outbox. */
function runningWorld(deps: Parameters<typeof senderWorld>[0] = {}): SenderWorld & { looks: () => number } {
  const world = senderWorld(deps)
  let looks = 0
  const { outbox } = world.db.read
  const watched = {
    ...outbox,
    due: (now: number, limit: number) => {
      looks++
      return outbox.due(now, limit)
    },
  }
  const db = { ...world.db, read: { ...world.db.read, outbox: watched } }
  const sender = world.another({ db })
  void sender.run()
  return { ...world, sender, looks: () => looks }
}

describe('the running sender', () => {
  it('sends a burst of 500 at the pace of the platform, eight at once, and does nothing needless', async () => {
    const { sender, chat, queue, telegram, time, looks, db } = runningWorld({ paces: PACES })
    for (let i = 0; i < 500; i++) await queue(`n${i}`, await chat(`c${i}`))
    const begin = time.clock.now()
    sender.wake()
    await eventually(() => telegram.received.length === 25)
    while (telegram.received.length < 500) {
      const before = telegram.received.length
      await time.advance(time.next() ?? 0)
      await settle()
      if (telegram.received.length === before) await settle()
    }
    await sender.stop()
    expect(time.clock.now() - begin).toBeLessThan(25_000)
    expect(telegram.most).toBeLessThanOrEqual(8)
    for (let from = 0; from + 50 < 500; from++) {
      const [first, last] = [telegram.received[from], telegram.received[from + 50]]
      expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(960)
    }
    expect(looks()).toBeLessThan(1_600)
    expect(await db.read.outbox.countByState()).toEqual({ sent: 500 })
    expect(new Set(telegram.received.map(one => one.text)).size).toBe(500)
  })

  it('has eight messages of a channel on their way at once, and each channel its own eight', async () => {
    const { sender, chat, queue, telegram, zalo } = runningWorld()
    const { promise: slow, resolve: finish } = Promise.withResolvers<Delivery>()
    for (let i = 0; i < 12; i++) {
      telegram.next(`c${i}`, () => slow)
      zalo.next(`c${i}`, () => slow)
      await queue(`t${i}`, await chat(`c${i}`))
      await queue(`z${i}`, await chat(`c${i}`, { channel: 'zalo-bot' }))
    }
    sender.wake()
    await eventually(() => telegram.most + zalo.most === 16)
    await settle()
    expect([telegram.most, zalo.most]).toEqual([8, 8])
    finish({ outcome: 'sent', messageId: '1' })
    await eventually(() => telegram.received.length + zalo.received.length === 24)
    expect([telegram.most, zalo.most]).toEqual([8, 8])
    await sender.stop()
  })

  it('answers within a burst without waiting for its end', async () => {
    const { sender, chat, queue, telegram, time } = runningWorld({ paces: PACES })
    for (let i = 0; i < 200; i++) await queue(`n${i}`, await chat(`c${i}`))
    sender.wake()
    await eventually(() => telegram.received.length === 25)
    await queue('answer', await chat('hoa'), { topic: 'reply' })
    sender.wake()
    await settle()
    await time.advance(40)
    await eventually(() => telegram.received.some(one => one.text === 'answer'))
    expect(telegram.received.length).toBeLessThan(30)
    await sender.stop()
  })

  it('gives a chat one message a second', async () => {
    const { sender, chat, queue, telegram, time } = runningWorld({ paces: PACES })
    const hoa = await chat('hoa')
    for (let i = 0; i < 4; i++) await queue(`n${i}`, hoa)
    sender.wake()
    for (let i = 1; i <= 4; i++) {
      await eventually(() => telegram.received.length === i)
      await settle()
      await time.advance(1_000)
    }
    const [first = 0, ...rest] = telegram.received.map(one => one.at)
    expect(rest.map(at => at - first)).toEqual([1_000, 2_000, 3_000])
    await sender.stop()
  })

  it('sleeps until the next row is due, is woken for a new one, and finds those of others', async () => {
    const { sender, chat, queue, telegram, time, looks } = runningWorld()
    const hoa = await chat('hoa')
    await eventually(() => looks() === 1 && time.waiting() === 1)
    expect(time.next()).toBe(10_000)
    await queue('soon', hoa, { notBefore: time.clock.now() + 3_000 })
    await queue('later', await chat('bình'), { notBefore: time.clock.now() + 3_600_000 })
    sender.wake()
    await eventually(() => looks() === 2 && time.waiting() === 1)
    expect(time.next()).toBe(3_000)
    await time.advance(3_000)
    await eventually(() => telegram.received.length === 1)
    await settle()
    await queue('of another process', hoa)
    await time.advance(10_000)
    await eventually(() => telegram.received.length === 2)
    await settle()
    const before = looks()
    await time.advance(600_000)
    expect(looks() - before).toBeLessThanOrEqual(61)
    await sender.stop()
  })

  it('stops only when the message on its way has arrived and is written down', async () => {
    const { sender, chat, queue, row, telegram, time } = runningWorld()
    await queue('a', await chat('hoa'))
    await queue('b', await chat('hoa'))
    const { promise: slow, resolve: finish } = Promise.withResolvers<Delivery>()
    telegram.next('hoa', () => slow)
    sender.wake()
    await eventually(() => telegram.most === 1)
    let stopped = false
    const stopping = sender.stop().then(() => (stopped = true))
    await settle()
    expect(stopped).toBe(false)
    finish({ outcome: 'sent', messageId: '1' })
    await stopping
    expect((await row('a')).state).toBe('sent')
    expect((await row('b')).state).toBe('queued')
    expect(time.waiting()).toBe(0)
    await sender.stop()
  })

  it('does not let a slow chat hold up the others', async () => {
    const { sender, chat, queue, telegram } = runningWorld()
    const { promise: slow, resolve: finish } = Promise.withResolvers<Delivery>()
    telegram.next('hoa', () => slow)
    await queue('slow', await chat('hoa'))
    for (let i = 0; i < 20; i++) await queue(`n${i}`, await chat(`c${i}`))
    sender.wake()
    await eventually(() => telegram.received.length === 20)
    finish({ outcome: 'sent', messageId: '1' })
    await eventually(() => telegram.received.length === 21)
    await sender.stop()
    expect(telegram.received.at(-1)?.text).toBe('slow')
  })

  it('tries a channel that was out with one message at a time', async () => {
    const { sender, chat, queue, telegram, time } = runningWorld()
    for (let i = 0; i < 20; i++) await queue(`n${i}`, await chat(`c${i}`))
    telegram.always = () => LOST
    sender.wake()
    await eventually(() => telegram.most > 0)
    await settle()
    telegram.most = 0
    let sent = 0
    telegram.always = () => {
      sent++
      return LOST
    }
    await time.advance(60_000)
    expect(telegram.most).toBe(1)
    expect(sent).toBeLessThan(8)
    telegram.always = null
    await time.advance(600_000)
    await eventually(() => telegram.received.length === 20)
    await sender.stop()
  })

  it('goes on when the database cannot be read for a while', async () => {
    const world = senderWorld()
    let broken = 3
    const outbox = {
      ...world.db.read.outbox,
      due: (now: number, limit: number) =>
        broken-- > 0 ? Promise.reject(new Error('disk I/O error')) : world.db.read.outbox.due(now, limit),
    }
    const sender = world.another({ db: { ...world.db, read: { ...world.db.read, outbox } } })
    await world.queue('a', await world.chat('hoa'))
    const running = sender.run()
    for (let i = 0; i < 3; i++) {
      await eventually(() => world.time.next() === 1_000)
      await world.time.advance(1_000)
    }
    await eventually(() => world.telegram.received.length === 1)
    await sender.stop()
    await running
    expect(world.log.lines.filter(line => line.message === 'the outbox could not be read')).toHaveLength(3)
  })

  it('can be stopped before it runs, and then never sends', async () => {
    const { sender, chat, queue, telegram } = senderWorld()
    await queue('a', await chat('hoa'))
    await sender.stop()
    await sender.run()
    expect(telegram.received).toEqual([])
  })
})
