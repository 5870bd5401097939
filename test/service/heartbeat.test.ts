import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Channel } from '../../src/channels/channel.ts'
import { TELEGRAM_ABILITIES, TELEGRAM_LIMITS } from '../../src/channels/telegram/abilities.ts'
import { createService } from '../../src/service.ts'
import { createVirtualTime, eventually } from '../lib/virtual-time.ts'
import { handClock, smallProvince } from '../stories/province.ts'

test('the heartbeat is heard each minute while all is well, and falls silent while a channel is not', async () => {
  let beats = 0
  const watching = createServer((_request, reply) => {
    beats++
    reply.end('ok')
  })
  watching.listen(0, '127.0.0.1')
  await once(watching, 'listening')
  onTestFinished(() => void watching.close())
  const address = watching.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const clock = handClock('2024-05-13T08:00:00+07:00')
  const { app } = await smallProvince(clock)
  const state = { ok: true }
  let asked = 0
  const channel: Channel = {
    name: 'telegram',
    abilities: TELEGRAM_ABILITIES,
    limits: TELEGRAM_LIMITS,
    start: async () => {},
    stop: async () => {},
    typing: async () => {},
    callsOf: () => 1,
    isGroup: () => false,
    probe: async () => ({ ok: true }),
    health() {
      asked++
      return { ...state }
    },
    send: async () => ({ outcome: 'sent', messageId: null }),
  }
  const { scheduler } = createService(
    { ...app, config: { ...app.config, heartbeatUrl: `http://127.0.0.1:${port}/beat` } },
    {
      channels: new Map([[channel.name, channel]]),
      timer: createVirtualTime(clock.now()).timer,
      logLevel: 'silent',
    },
  )
  await scheduler.tick()
  await eventually(() => beats === 1)
  state.ok = false
  await scheduler.tick()
  await eventually(() => asked === 2)
  state.ok = true
  await scheduler.tick()
  await eventually(() => beats >= 2)
  expect(beats).toBe(2)
})
