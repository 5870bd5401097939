import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/channels/channel.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/core/durations.ts'
import { settle } from '../lib/virtual-time.ts'
import { senderWorld, type SenderWorld, THEIR_LIMITS } from './sender-world.ts'

/** A world whose sender reads a clock that can be put wrong: it shows the time of the world and `ahead`. */
function world() {
  const shown = { ahead: 0 }
  const plain = senderWorld({ limits: THEIR_LIMITS })
  const clock = { now: () => plain.time.clock.now() + shown.ahead }
  return { ...plain, shown, another: () => plain.another({ clock }) }
}

/** Lets so much time pass, wait by wait. */
async function pass({ time }: SenderWorld, ms: number): Promise<void> {
  const end = time.clock.now() + ms
  while (time.clock.now() < end) {
    await settle()
    await time.advance(Math.min(time.next() ?? ms, 500, end - time.clock.now()))
  }
  await settle()
}

async function stopped(at: SenderWorld, sender: SenderWorld['sender']): Promise<void> {
  const stopping = sender.stop()
  await pass(at, 2_000)
  await stopping
}

const LATER: Delivery = {
  outcome: 'retry',
  cause: '429',
  scope: 'channel',
  afterMs: 0,
  named: true,
  mostTries: null,
  ambiguous: false,
}

describe('a clock that was ahead', () => {
  it('leaves nothing mute once a start has the right one', async () => {
    const at = world()
    const group = await at.chat('-100')
    const chats = await Promise.all(['a', 'b', 'c'].map(address => at.chat(address)))
    at.shown.ahead = 2 * HOUR_MS
    const wrong = at.another()
    void wrong.run()
    for (const chat of [group, ...chats]) await at.queue(`first ${chat.address}`, chat)
    wrong.wake()
    await pass(at, 3_000)
    await stopped(at, wrong)
    expect(at.telegram.received).toHaveLength(4)

    at.shown.ahead = 0
    const right = at.another()
    void right.run()
    for (const chat of chats) await at.queue(`then ${chat.address}`, chat)
    await at.queue('answer', group, { topic: 'reply' })
    right.wake()
    await pass(at, 8_000)
    await stopped(at, right)
    expect(
      at.telegram.received
        .map(one => one.text)
        .slice(4)
        .toSorted(),
    ).toEqual(['answer', 'then a', 'then b', 'then c'])
  })

  it('is got over while running: what was on its way, a rest and the window', async () => {
    const at = world()
    const sender = at.another()
    void sender.run()
    const chats = await Promise.all(Array.from({ length: 150 }, (_, i) => at.chat(`c${i}`)))
    at.shown.ahead = 2 * HOUR_MS
    const until = at.time.clock.now() + at.shown.ahead + 30 * MINUTE_MS
    for (const chat of chats) await at.queue(chat.address, chat)
    at.telegram.next('c40', { ...LATER, afterMs: until })
    sender.wake()
    await pass(at, 2_000)
    const before = at.telegram.received.length
    expect(before).toBeLessThan(60)
    expect(before).toBeGreaterThan(20)
    at.shown.ahead = 0
    sender.wake()
    await pass(at, 12_000)
    await stopped(at, sender)
    expect(new Set(at.telegram.received.map(one => one.text)).size).toBe(150)
    expect(at.telegram.received).toHaveLength(150)
  })

  it('a rest that the platform asked for by the right clock holds over a restart', async () => {
    const at = world()
    const chat = await at.chat('a')
    const first = at.another()
    void first.run()
    at.telegram.next('a', { ...LATER, afterMs: at.time.clock.now() + 40_000 })
    await at.queue('one', chat)
    await at.queue('other', await at.chat('b'))
    first.wake()
    await pass(at, 1_000)
    await stopped(at, first)
    const second = at.another()
    void second.run()
    await pass(at, 30_000)
    const early = at.telegram.received.filter(one => one.text === 'one')
    await pass(at, 20_000)
    await stopped(at, second)
    expect(early).toEqual([])
    expect(at.telegram.received.map(one => one.text).toSorted()).toEqual(['one', 'other'])
  })

  it('has its rows put right at the next start: queued, tried again, put aside, but not what is claimed', async () => {
    const { db, chat, queue, another, row, time } = world()
    const now = time.clock.now()
    const [nam, hoa] = [await chat('a', { member: 'nam' }), await chat('b', { member: 'hoa' })]
    const ahead = now + 5 * HOUR_MS
    await queue('queued', nam, { createdAt: ahead, notBefore: ahead + MINUTE_MS, chat: null })
    await queue('again', nam, { chat: null })
    await queue('aside', nam, { chat: null })
    await queue('claimed', hoa)
    await queue('personal', hoa, { notBefore: now + 30 * HOUR_MS, chat: null })
    const id = async (key: string) => (await row(key)).id
    await db.write(async ({ outbox }) => {
      await outbox.claim(await id('again'), nam.id, { owner: 'me', until: now })
      const again = {
        id: await id('again'),
        state: 'queued',
        attempts: 1,
        notBefore: ahead,
        chat: null,
      } as const
      await outbox.conclude(again, 'me')
      await outbox.hold(await id('aside'), ahead + 60 * HOUR_MS, 'window')
      await outbox.claim(await id('claimed'), hoa.id, { owner: 'other', until: ahead })
    })
    const sender = another()
    void sender.run()
    await pass({ ...world(), time }, 3_000)
    const stopping = sender.stop()
    await time.advance(2_000)
    await stopping
    expect(await row('again')).toMatchObject({ state: 'sent' })
    expect(await row('aside')).toMatchObject({ state: 'sent' })
    expect(await row('queued')).toMatchObject({ state: 'queued', createdAt: now, notBefore: now + MINUTE_MS })
    expect(await row('claimed')).toMatchObject({ state: 'claimed', owner: 'other', leaseUntil: ahead })
    expect(await row('personal')).toMatchObject({ state: 'queued', notBefore: now + 30 * HOUR_MS })
  })
})
