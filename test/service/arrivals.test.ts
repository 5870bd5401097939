import { expect, test } from 'vitest'
import { createArrivals } from '../../src/arrivals.ts'
import { openArrivals } from '../../src/db/open-arrivals.ts'
import { DatabaseBusyError } from '../../src/db/stores/database.ts'
import { silentLog } from '../../src/lib/log.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { createVirtualTime } from '../lib/virtual-time.ts'

/** A service whose one channel takes what it is given, or fails as the test says. */
async function world(
  bodies: string[],
  fails: (body: string) => Error | null = () => null,
  channel = 'telegram',
) {
  const { db, path } = tempDatabase()
  const keeper = openArrivals(`file:${path}`)
  await keeper.keep(bodies.map(body => ({ channel, body })))
  keeper.close()
  const taken: string[] = []
  const time = createVirtualTime()
  const take = async (body: string) => {
    const error = fails(body)
    if (error) throw error
    taken.push(body)
  }
  const guard = { channel: 'telegram', path: '/', header: 'h', secret: 's', take }
  const arrivals = createArrivals({ db, log: silentLog, timer: time.timer, guards: [guard] })
  const left = async () => (await db.read.arrivals.oldest(1_000)).length
  return { arrivals, taken, time, left }
}

test('what was kept is handed over in order, once, as soon as the channels are open', async () => {
  const bodies = Array.from({ length: 250 }, (_, at) => `{"n":${at}}`)
  const { arrivals, taken, left } = await world(bodies)
  await arrivals.drain()
  expect([taken.length, await left()]).toEqual([0, 250])
  arrivals.open()
  await Promise.all([arrivals.drain(), arrivals.drain()])
  expect(taken).toEqual(bodies)
  expect(await left()).toBe(0)
})

test('while the database is busy it waits and tries again, however often', async () => {
  let busy = 20
  const { arrivals, taken, time, left } = await world(['{}'], () =>
    busy-- > 0 ? new DatabaseBusyError() : null,
  )
  arrivals.open()
  await arrivals.drain()
  expect(await left()).toBe(1)
  await time.advance(30_000)
  expect([taken.length, await left()]).toEqual([1, 0])
})

test('what fails by itself is left out after five tries, and holds nobody up', async () => {
  const { arrivals, taken, time, left } = await world(['{"good":1}', '{"bad":1}', '{"good":2}'], body =>
    body.includes('bad') ? new TypeError('of ours') : null,
  )
  arrivals.open()
  await arrivals.drain()
  expect(taken).toEqual(['{"good":1}', '{"good":2}'])
  await time.advance(10_000)
  expect(await left()).toBe(0)
})

test('what came for a channel that is configured no more is left out', async () => {
  const { arrivals, taken, left } = await world(['{"n":1}'], () => null, 'zalo-bot-2')
  arrivals.open()
  await arrivals.drain()
  expect([taken.length, await left()]).toEqual([0, 0])
})

test('once stopped nothing more is handed over, and all is kept', async () => {
  const { arrivals, left } = await world(['{}'])
  await arrivals.stop()
  arrivals.open()
  await arrivals.drain()
  expect(await left()).toBe(1)
})
