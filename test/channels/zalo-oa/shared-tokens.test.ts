import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Channel } from '../../../src/channels/channel.ts'
import { ended } from '../../lib/virtual-time.ts'
import { HOUR, type OaWorld, oaWorld } from './oa-world.ts'

/** Several processes on one platform and one set of rows, when their token has ended. */
async function processes(
  many: number,
): Promise<OaWorld & { all: Channel[]; probeAll: () => Promise<boolean[]> }> {
  const world = await oaWorld()
  const all = [world.channel, ...Array.from({ length: many - 1 }, () => world.again())]
  await world.time.advance(26 * HOUR)
  const probeAll = async () => {
    const answers = Promise.all(all.map(async one => (await one.probe()).ok))
    await ended(
      answers.then(() => undefined),
      ms => world.time.advance(ms),
    )
    return await answers
  }
  return { ...world, all, probeAll }
}

const stored = z.looseObject({ refresh: z.string(), turn: z.string().optional() })

/** Notes on disk that a process of this name is using the refresh token. */
function claimed({ keep }: OaWorld, by: string): void {
  const pair = stored.parse(JSON.parse(keep.values.get('tokens') ?? '{}'))
  keep.values.set('tokens', JSON.stringify({ ...pair, turn: by }))
}

describe('a refresh token, which works once', () => {
  test.each([2, 5])(
    'is used by one of %i processes that need it at once, and all have the new pair',
    async many => {
      const { probeAll, fake, alarms } = await processes(many)
      expect(await probeAll()).toEqual(Array.from({ length: many }, () => true))
      expect([fake.refreshes, alarms]).toEqual([2, []])
    },
  )

  test('the same when the platform takes the access token back before its time', async () => {
    const { probeAll, fake, alarms } = await processes(3)
    await probeAll()
    fake.revoke()
    expect(await probeAll()).toEqual([true, true, true])
    expect([fake.refreshes, alarms]).toEqual([3, []])
  })

  test('once refused, is told of under one name by all of them', async () => {
    const { probeAll, fake, alarms } = await processes(3)
    fake.refuseRefresh = true
    for (let i = 0; i < 3; i++) expect(await probeAll()).toEqual([false, false, false])
    expect(new Set(alarms.map(({ key }) => key)).size).toBe(1)
    fake.refuseRefresh = false
  })

  test('is not waited for while the old access token is good', async () => {
    const world = await oaWorld()
    await world.time.advance(21 * HOUR)
    claimed(world, 'elsewhere/1/x')
    expect((await world.channel.probe()).ok).toBe(true)
    expect(world.fake.refreshes).toBe(1)
  })

  test('is taken over from a process of this machine that is no more at once, from one elsewhere after 20 seconds', async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', ''])
    const world = await processes(1)
    claimed(world, `${hostname()}/${pid}/x`)
    expect((await world.channel.probe()).ok).toBe(true)
    expect(world.fake.refreshes).toBe(2)

    await world.time.advance(26 * HOUR)
    claimed(world, 'elsewhere/1/x')
    const began = world.time.clock.now()
    expect(await world.probeAll()).toEqual([true])
    expect(world.fake.refreshes).toBe(3)
    expect(world.time.clock.now() - began).toBeGreaterThanOrEqual(20_000)
    expect(world.time.clock.now() - began).toBeLessThan(30_000)
  })
})
