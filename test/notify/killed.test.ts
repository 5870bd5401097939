import { array, assert, asyncProperty, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Timer } from '../../src/lib/timer.ts'
import { LEASE_MS } from '../../src/notify/looking.ts'
import { sized } from '../sizes.ts'
import { type SenderWorld, senderWorld, THEIR_LIMITS } from './sender-world.ts'

const PEOPLE = 40
const RECORDED_MS = 20
/** So many may be claimed together with others whose calls have not begun when the process is killed. */
const CLAIMED = 4

/** A process that sends until it is killed: from then on nothing in it goes on, and a call of its may have arrived or not. */
function processOf(
  { another, telegram, time }: SenderWorld,
  latencyMs: () => number,
  began: (address: string) => void,
) {
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
      began(address)
      const way = latencyMs()
      await alive(time.timer.wait(way / 2))
      const delivery = await telegram.send(address, message)
      await alive(time.timer.wait(way / 2))
      // What became of it is yet to be recorded.
      void time.timer.wait(RECORDED_MS).then(() => life.calls--)
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
    const begun: string[] = []
    const begins = (address: string) => void begun.push(address)
    for (const { lives: ms, way } of killed) {
      const running = processOf(world, () => way, begins)
      await time.advance(ms)
      underway += running.kill()
      await time.advance(LEASE_MS)
      // The next process finds at once that this one is no more.
      await world.db.write(async ({ outbox }) => outbox.takeOver(time.clock.now(), await outbox.claims()))
    }
    processOf(world, () => 50, begins)
    await time.advance(2 * LEASE_MS)
    const copies = Map.groupBy(telegram.received, ({ address }) => address)
    expect([...copies.keys()].toSorted()).toEqual(people.toSorted())
    expect(telegram.received.length - PEOPLE).toBeLessThanOrEqual(underway)
    // Who was on its way goes to the end: nobody is tried a third time while others wait for their first.
    const thirds = begun.flatMap((address, at) =>
      begun.slice(0, at).filter(before => before === address).length === 2
        ? [new Set(begun.slice(0, at + 1)).size]
        : [],
    )
    expect(Math.min(PEOPLE, ...thirds)).toBeGreaterThanOrEqual(PEOPLE - CLAIMED)
  })
  await assert(property, { numRuns: sized({ quick: 2, usual: 4, long: 100 }), endOnFailure: true })
})
