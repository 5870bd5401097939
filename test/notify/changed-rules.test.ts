import { expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../src/core/durations.ts'
import { settle } from '../lib/virtual-time.ts'
import { senderWorld } from './sender-world.ts'

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
