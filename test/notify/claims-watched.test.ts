import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/channels/channel.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/durations.ts'
import { newClaimWatch, silentClaims } from '../../src/notify/claims-watched.ts'
import { settle } from '../lib/virtual-time.ts'
import { senderWorld, THEIR_LIMITS, type SenderWorld } from './sender-world.ts'

const CLAIM = { id: 7, owner: 'there/12/x', leaseUntil: 5_000_000 }

/** Watches the claim at these moments; returns at which it was found silent. */
function watched(moments: readonly number[], claimAt: (now: number) => typeof CLAIM = () => CLAIM): number[] {
  const watch = newClaimWatch()
  return moments.filter(now => silentClaims(watch, [claimAt(now)], { now, leaseMs: MINUTE_MS }).length > 0)
}

const every10s = (from: number, many: number) => Array.from({ length: many }, (_, i) => from + i * 10_000)

describe('a claim of another', () => {
  it('is silent once it has been watched unchanged for a lease, whatever moment it names', () => {
    for (const leaseUntil of [0, 5_000_000, 9e15])
      expect(watched(every10s(5_000_000, 8), () => ({ ...CLAIM, leaseUntil }))).toEqual([
        5_060_000, 5_070_000,
      ])
  })

  it('lives while it is renewed, also to an earlier moment, and when another has it', () => {
    expect(watched(every10s(0, 30), now => ({ ...CLAIM, leaseUntil: -Math.floor(now / 50_000) }))).toEqual([])
    expect(watched(every10s(0, 12), now => ({ ...CLAIM, owner: `p${Math.floor(now / 50_000)}` }))).toEqual([])
  })

  it('has been watched no longer because the clock was set, or the machine slept', () => {
    expect(watched([0, 10_000, 2 * HOUR_MS, 2 * HOUR_MS + 10_000])).toEqual([])
    expect(watched([0, 10_000, 20_000, -3 * DAY_MS, -3 * DAY_MS + 10_000])).toEqual([])
    expect(watched([...every10s(0, 4), ...every10s(-DAY_MS, 4)])).toEqual([-DAY_MS + 30_000])
  })
})

/** So long a message takes. */
const SLOW_MS = 6_000

/** Senders with clocks of their own on one database. */
function clocks(...ahead: number[]) {
  const at = senderWorld()
  at.telegram.send = slowly(at)
  const shown = ahead.map(ms => ({ ms }))
  const senders = shown.map(own => at.another({ clock: { now: () => at.time.clock.now() + own.ms } }))
  return { ...at, shown, senders }
}

function slowly({ telegram, time }: SenderWorld): SenderWorld['telegram']['send'] {
  const send = telegram.send.bind(telegram)
  return async (...message): Promise<Delivery> => {
    await time.timer.wait(SLOW_MS)
    return await send(...message)
  }
}

async function pass({ time }: Pick<SenderWorld, 'time'>, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await time.advance(1_000)
}

const KEYS = Array.from({ length: 30 }, (_key, i) => `n${i}`)

describe('processes with clocks of their own', () => {
  it.each([2 * HOUR_MS, -2 * HOUR_MS, 5 * DAY_MS, 90_000])(
    'send each row once: the other %s ms ahead',
    async ahead => {
      const at = clocks(ahead, 0)
      const [wrong, right] = at.senders
      for (const key of KEYS) await at.queue(key, await at.chat(key))
      void wrong?.run()
      await settle()
      await pass(at, 2_000)
      void right?.run()
      await pass(at, 180_000)
      expect(at.telegram.received.map(one => one.text).toSorted()).toEqual(KEYS.toSorted())
      const stopping = Promise.all(at.senders.map(sender => sender.stop()))
      await pass(at, 8_000)
      await stopping
    },
  )

  it('send each row once, though the clock of one is set back while it sends', async () => {
    const at = clocks(2 * HOUR_MS, 2 * HOUR_MS)
    for (const key of KEYS) await at.queue(key, await at.chat(key))
    for (const sender of at.senders) void sender.run()
    await pass(at, 2_000)
    for (const one of at.shown) one.ms = 0
    await pass(at, 180_000)
    expect(at.telegram.received.map(one => one.text).toSorted()).toEqual(KEYS.toSorted())
    const stopping = Promise.all(at.senders.map(sender => sender.stop()))
    await pass(at, 8_000)
    await stopping
  })

  it('take over what one of them had claimed that went silent with a clock days ahead', async () => {
    const at = clocks(0)
    await at.queue('a', await at.chat('a'))
    const { id, chat } = await at.row('a')
    const lease = { owner: 'elsewhere/1/x', until: at.time.clock.now() + 3 * DAY_MS }
    await at.db.write(({ outbox }) => outbox.claim(id, chat ?? 0, lease))
    const [sender] = at.senders
    void sender?.run()
    await pass(at, 50_000)
    expect(at.telegram.received).toEqual([])
    await pass(at, 30_000)
    expect(at.telegram.received.map(one => one.text)).toEqual(['a'])
    await sender?.stop()
  })
  it.each([
    { busy: 0, late: 100 },
    { busy: 0, late: 1_900 },
    { busy: 400, late: 600 },
  ])(
    'have what one of them held within 65 s of its end: the other sends $busy, and looked $late ms before',
    async ({ busy, late }) => {
      const at = senderWorld({ limits: THEIR_LIMITS })
      for (let i = 0; i < busy; i++) await at.queue(`b${i}`, await at.chat(`b${i}`))
      void at.sender.run()
      await at.time.advance(late)
      await at.queue('a', await at.chat('a'))
      const { id, chat } = await at.row('a')
      const lease = { owner: 'elsewhere/1/x', until: at.time.clock.now() + MINUTE_MS }
      await at.db.write(({ outbox }) => outbox.claim(id, chat ?? 0, lease))
      const began = at.time.clock.now()
      const arrived = () => at.telegram.received.find(one => one.text === 'a')?.at
      for (let i = 0; i < 80 && arrived() === undefined; i++) await pass(at, 1_000)
      const took = (arrived() ?? Infinity) - began
      expect(took).toBeGreaterThanOrEqual(MINUTE_MS)
      expect(took).toBeLessThanOrEqual(65_000)
      await at.sender.stop()
    },
  )
})
