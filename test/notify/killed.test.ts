import { array, assert, asyncProperty, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Timer } from '../../src/lib/timer.ts'
import { LEASE_MS } from '../../src/notify/looking.ts'
import { sized } from '../sizes.ts'
import { type SenderWorld, senderWorld, THEIR_LIMITS } from './sender-world.ts'

const PEOPLE = 40

/** A process that sends until it is killed: from then on nothing in it goes on, and a call of its may have arrived or not. */
function processOf({ another, telegram, time }: SenderWorld, latencyMs: () => number) {
  const life = { over: false, calls: 0 }
  const never = new Promise<never>(() => undefined)
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work
    return life.over ? await never : result
  }
  const timer: Timer = { wait: async (ms, signal) => await alive(time.timer.wait(ms, signal)) }
  const channel: typeof telegram = {
    ...telegram,
    async send(address, message, beforeCall) {
      await alive(beforeCall?.() ?? Promise.resolve())
      life.calls++
      const way = latencyMs()
      await alive(time.timer.wait(way / 2))
      const delivery = await telegram.send(address, message)
      await alive(time.timer.wait(way / 2))
      life.calls--
      return delivery
    },
  }
  const sender = another({ channels: new Map([['telegram', channel]]), timer, limits: THEIR_LIMITS })
  void sender.run()
  return {
    /** Gives back how many messages were on their way. */
    kill(): number {
      life.over = true
      return life.calls
    },
  }
}

test('killed at any moments, again and again, nothing is lost, and only what was on its way comes twice', async () => {
  const moment = record({ lives: integer({ min: 1, max: 700 }), way: integer({ min: 2, max: 280 }) })
  const lives = array(moment, { minLength: 3, maxLength: 12 })
  const property = asyncProperty(lives, async killed => {
    const world = senderWorld()
    const { chat, queue, telegram, time } = world
    const people = Array.from({ length: PEOPLE }, (_, at) => `p${at}`)
    for (const one of people) await queue(one, await chat(one))
    let underway = 0
    for (const { lives: ms, way } of killed) {
      const running = processOf(world, () => way)
      await time.advance(ms)
      underway += running.kill()
      await time.advance(LEASE_MS)
    }
    processOf(world, () => 50)
    await time.advance(2 * LEASE_MS)
    const copies = Map.groupBy(telegram.received, ({ address }) => address)
    expect([...copies.keys()].toSorted()).toEqual(people.toSorted())
    expect(telegram.received.length - PEOPLE).toBeLessThanOrEqual(underway)
    // Who was on its way goes to the end: nobody gets it a third time while others wait for their first.
    const seen = new Map<string, number>()
    for (const { address } of telegram.received) {
      seen.set(address, (seen.get(address) ?? 0) + 1)
      if (seen.get(address) === 3) expect(seen.size).toBe(PEOPLE)
    }
  })
  await assert(property, { numRuns: sized({ quick: 2, usual: 4, long: 100 }), endOnFailure: true })
})
