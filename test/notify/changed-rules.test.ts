import { expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../src/core/durations.ts'
import { settle } from '../lib/virtual-time.ts'
import { senderWorld } from './sender-world.ts'

const halfAnHour = async () => ({ opensAt: (now: number) => now, fallbackMs: 30 * MINUTE_MS })

it('sends at once what the old hours held when a setting opens them, and holds again what the new ones close', async () => {
  const hours = { quiet: true }
  const world = senderWorld({
    rules: async () => ({
      opensAt: now => (hours.quiet ? now + 9 * HOUR_MS : now),
      fallbackMs: 0,
      of: JSON.stringify(hours),
    }),
  })
  const { sender, chat, queue, row, telegram, time } = world
  for (const name of ['a', 'b']) await queue(name, await chat(name))
  void sender.run()
  await settle()
  expect(await row('a')).toMatchObject({ state: 'held', heldFor: 'window' })
  await time.advance(5 * MINUTE_MS)
  expect(telegram.received).toEqual([])

  hours.quiet = false
  await time.advance(10_000)
  expect(telegram.received.map(one => one.text).toSorted()).toEqual(['a', 'b'])

  hours.quiet = true
  await queue('c', await chat('a'))
  await time.advance(20_000)
  expect(await row('c')).toMatchObject({ state: 'held', heldFor: 'window' })
  await sender.stop()
})

it('sends at once what was queued for the end of hours that a setting opens, and nothing that waits for another moment', async () => {
  const hours = { quiet: true }
  const world = senderWorld()
  const morning = world.time.clock.now() + 50 * MINUTE_MS
  const sender = world.another({
    rules: async () => {
      const { quiet } = hours
      return { opensAt: now => (quiet ? morning : now), fallbackMs: 0, of: JSON.stringify(hours) }
    },
  })
  const { chat, queue, telegram, time } = world
  await queue('evening', await chat('a'), { notBefore: morning })
  await queue('tomorrow', await chat('b'), { notBefore: morning + 24 * HOUR_MS })
  await queue('tried', await chat('c'), { notBefore: morning })
  await world.db.write(async ({ outbox }) => {
    const { id, chat: to } = await world.row('tried')
    await outbox.claim(id, to ?? 0, { owner: 'x', until: morning })
    await outbox.conclude({ id, state: 'queued', attempts: 1, notBefore: morning }, 'x')
  })
  await queue('at an hour that was chosen', await chat('d'), { notBefore: morning, topic: 'digest' })
  void sender.run()
  await time.advance(5 * MINUTE_MS)
  expect(telegram.received).toEqual([])
  hours.quiet = false
  await time.advance(10_000)
  expect(telegram.received.map(one => one.text)).toEqual(['evening'])
  await sender.stop()
})

it('counts on how long a channel has been out, through a restart; one that is back meanwhile is used again', async () => {
  for (const isBack of [false, true]) {
    const { another, chat, queue, telegram, zalo, time } = senderWorld({ rules: halfAnHour })
    const first = await chat('hoa', { member: 'm1' })
    await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
    telegram.says = { ok: false, cause: 'no answer', down: false }
    const retry = { scope: 'unclear', afterMs: 0, named: false, mostTries: null, ambiguous: false } as const
    telegram.always = () => ({ outcome: 'retry', cause: 'reset', ...retry })
    await queue('a', first)
    const began = time.clock.now()
    const killed = another()
    void killed.run()
    await time.advance(20 * MINUTE_MS)
    await killed.stop()
    if (isBack) telegram.says = { ok: true }
    if (isBack) telegram.always = null
    await time.advance(15 * MINUTE_MS)
    const next = another()
    void next.run()
    await time.advance(MINUTE_MS)
    const [used, unused] = isBack ? [telegram, zalo] : [zalo, telegram]
    expect(used.received.map(one => one.text)).toEqual(['a'])
    expect((used.received[0]?.at ?? Infinity) - began).toBeLessThanOrEqual(36 * MINUTE_MS)
    expect(unused.received).toEqual([])
    await next.stop()
  }
})

it('hands over at once to the next chat when a setting makes the wait for a channel shorter', async () => {
  const wait = { minutes: 600 }
  const { sender, chat, queue, telegram, zalo, time } = senderWorld({
    rules: async () => ({
      opensAt: now => now,
      fallbackMs: wait.minutes * MINUTE_MS,
      of: String(wait.minutes),
    }),
  })
  const first = await chat('hoa', { member: 'm1' })
  await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
  telegram.says = { ok: false, cause: 'no answer', down: false }
  telegram.always = () => ({
    outcome: 'retry',
    cause: 'reset',
    scope: 'unclear',
    afterMs: 0,
    named: false,
    mostTries: null,
    ambiguous: false,
  })
  await queue('a', first)
  void sender.run()
  await settle()
  await time.advance(10 * MINUTE_MS)
  expect(zalo.received).toEqual([])
  wait.minutes = 5
  await time.advance(20_000)
  expect(zalo.received.map(one => one.text)).toEqual(['a'])
  const stopping = sender.stop()
  await time.advance(2_000)
  await stopping
})
