import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/channels/channel.ts'
import { eventually, settle } from '../lib/virtual-time.ts'
import { senderWorld, type SenderWorld, THEIR_LIMITS } from './sender-world.ts'

/** The world, with its sender running, and a count of how often it looked into the outbox. */
function runningWorld(deps: Parameters<typeof senderWorld>[0] = {}): SenderWorld & { looks: () => number } {
  const world = senderWorld(deps)
  let looks = 0
  const writeTogether: SenderWorld['db']['writeTogether'] = (work, terms) => {
    looks++
    return world.db.writeTogether(work, terms)
  }
  const sender = world.another({ db: { ...world.db, writeTogether } })
  void sender.run()
  return { ...world, sender, looks: () => looks }
}

/** Queues a notice into each of so many chats. */
async function broadcast({ db, time }: SenderWorld, many: number, address = (i: number) => `c${i}`) {
  const now = time.clock.now()
  await db.write(async ({ outbox, chats }) => {
    for (let i = 0; i < many; i++) {
      const { id } = await chats.touch('telegram', address(i))
      const row = { key: `n${i}`, topic: 'alert', facts: '{}', member: null, chat: id } as const
      await outbox.add({ ...row, notBefore: now, createdAt: now })
    }
  })
}

/** Lets time pass, wait by wait, until as many have been received. */
async function until({ telegram, time }: SenderWorld, many: number): Promise<void> {
  for (let i = 0; telegram.received.length < many && i < 20 * many; i++) {
    await settle()
    await time.advance(Math.min(time.next() ?? 1, 1_000))
  }
}

/** The most that were received within a second. */
function busiest(at: readonly number[]): number {
  return Math.max(...at.map(from => at.filter(one => one >= from && one < from + 1_000).length))
}

describe('the running sender', () => {
  it('sends a burst at the pace of the platform, and does nothing needless', async () => {
    const world = runningWorld({ limits: THEIR_LIMITS })
    const begin = world.time.clock.now()
    await broadcast(world, 200)
    world.sender.wake()
    await until(world, 200)
    await world.sender.stop()
    const at = world.telegram.received.map(one => one.at)
    expect((at.at(-1) ?? 0) - begin).toBeLessThan(200 * 38)
    expect(busiest(at)).toBeLessThanOrEqual(30)
    expect(new Set(world.telegram.received.map(one => one.text)).size).toBe(200)
    expect(world.looks()).toBeLessThan(700)
  })

  it('counts calls, not messages: one of three takes three turns, a second apart in its chat', async () => {
    const world = runningWorld({ limits: THEIR_LIMITS })
    world.telegram.calls = 3
    await broadcast(world, 12)
    world.sender.wake()
    const begin = world.time.clock.now()
    await until(world, 12)
    await world.sender.stop()
    // 36 calls at 27 a second, and none before its chat has rested twice.
    for (const { at } of world.telegram.received) expect(at - begin).toBeGreaterThanOrEqual(2_000)
    expect((world.telegram.received.at(-1)?.at ?? 0) - begin).toBeLessThan(4_500)
  })

  it('keeps the pace of a group, and over a restart', async () => {
    const world = senderWorld({ limits: THEIR_LIMITS })
    const start = world.time.clock.now()
    const first = world.another()
    void first.run()
    await broadcast(world, 30, () => '-100')
    first.wake()
    await until(world, 10)
    await first.stop()
    const second = world.another()
    void second.run()
    await until(world, 30)
    await second.stop()
    const at = world.telegram.received.map(one => one.at)
    for (const from of at)
      expect(at.filter(one => one >= from && one < from + 60_000).length).toBeLessThanOrEqual(20)
    expect((at.at(-1) ?? 0) - start).toBeLessThan(110_000)
  })

  it('answers within a burst without waiting for its end', async () => {
    const world = runningWorld({ limits: THEIR_LIMITS })
    const { sender, chat, queue, telegram, time } = world
    await broadcast(world, 300)
    sender.wake()
    await until(world, 20)
    await queue('answer', await chat('hoa', { member: 'hoa' }), { topic: 'reply' })
    const asked = time.clock.now()
    sender.wake()
    await until(world, 30)
    const answer = telegram.received.find(one => one.text === 'answer')
    expect((answer?.at ?? Infinity) - asked).toBeLessThan(300)
    const stopping = sender.stop()
    await time.advance(1_000)
    await stopping
  })

  it('is not held up by many chats that do not answer', async () => {
    const world = runningWorld({ limits: THEIR_LIMITS })
    const { sender, telegram } = world
    const { promise: slow, resolve: finish } = Promise.withResolvers<Delivery>()
    for (let i = 0; i < 40; i++) telegram.next(`c${i}`, () => slow)
    await broadcast(world, 100)
    sender.wake()
    await until(world, 60)
    expect(telegram.received).toHaveLength(60)
    finish({ outcome: 'sent', messageId: '1' })
    await until(world, 100)
    await sender.stop()
  })

  it('sleeps until the next row is due, is woken for a new one, and finds those of others', async () => {
    const { sender, chat, queue, telegram, time, looks } = runningWorld()
    const hoa = await chat('hoa')
    await eventually(() => looks() === 1 && time.waiting() === 1)
    expect(time.next()).toBe(2_000)
    await queue('soon', hoa, { notBefore: time.clock.now() + 700 })
    await queue('later', await chat('bình'), { notBefore: time.clock.now() + 3_600_000 })
    sender.wake()
    await eventually(() => looks() === 2 && time.waiting() === 1)
    expect(time.next()).toBe(700)
    await time.advance(700)
    await eventually(() => telegram.received.length === 1)
    await settle()
    await queue('of another process', hoa)
    await time.advance(2_000)
    await eventually(() => telegram.received.length === 2)
    await settle()
    const before = looks()
    await time.advance(600_000)
    expect(looks() - before).toBeLessThanOrEqual(301)
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

  it('goes on when the database fails for a while', async () => {
    const world = senderWorld()
    let broken = 3
    const { db } = world
    const sender = world.another({
      db: {
        ...db,
        writeTogether: (work, terms) =>
          broken-- > 0 ? Promise.reject(new Error('locked')) : db.writeTogether(work, terms),
      },
    })
    await world.queue('a', await world.chat('hoa'))
    const running = sender.run()
    for (let i = 0; i < 3; i++) {
      await eventually(() => world.time.next() === 1_000)
      await world.time.advance(1_000)
    }
    await eventually(() => world.telegram.received.length === 1)
    await sender.stop()
    await running
    const said = world.log.lines.filter(line => line.message === 'the outbox could not be read or written')
    expect(said).toHaveLength(3)
  })

  it('can be stopped before it runs, and then never sends', async () => {
    const { sender, chat, queue, telegram } = senderWorld()
    await queue('a', await chat('hoa'))
    await sender.stop()
    await sender.run()
    expect(telegram.received).toEqual([])
  })
})
