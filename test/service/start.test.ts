import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { createService } from '../../src/service.ts'
import { startLocalServer } from '../channels/http-server.ts'
import { dump, tempFolder } from '../db/temp-database.ts'
import { createVirtualTime } from '../lib/virtual-time.ts'
import { configOf, smallProvince } from '../stories/province.ts'
import { TOKEN } from './holding-telegram.ts'
import { startService } from './service-process.ts'

test('on an empty database it loads the sample, talks to this machine alone, and ends in order', async () => {
  const path = join(tempFolder(), 'data', 'chitieu.db')
  const environment = { DATABASE_URL: `file:${path}` }
  const first = await startService(environment)
  expect(first.said).toContain('nạp tỉnh mẫu')
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const [health, metrics, page, members] = await Promise.all([
    fetch(`${first.url}/healthz`),
    fetch(`${first.url}/metrics`),
    fetch(first.url),
    fetch(`${first.url}/chat/members`),
  ])
  expect([health.status, metrics.status, page.status]).toEqual([200, 200, 200])
  expect(await health.json()).toEqual({
    ok: true,
    parts: {
      database: { ok: true },
      disk: { ok: true },
      schedule: { ok: true },
      'channel:web': { ok: true },
    },
  })
  expect(await metrics.text()).toMatch(/^chitieu_outbox_rows\{state="\w+"\} \d+$/m)
  expect(await members.text()).toContain('gd-sxd')
  expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null })
  const before = Object.keys(dump(path)['unit'] ?? []).length
  const second = await startService(environment)
  expect(second.said).not.toContain('nạp tỉnh mẫu')
  const { port } = new URL(second.url)
  await expect(
    startService({ DATABASE_URL: `file:${join(tempFolder(), 'other.db')}`, PORT: port }),
  ).rejects.toThrow(`ended with 2: PORT: cổng ${port} đang được dùng`)
  expect(await second.kill('SIGINT')).toEqual({ code: 0, signal: null })
  expect(Object.keys(dump(path)['unit'] ?? [])).toHaveLength(before)
})

test('where the port is taken nothing is touched, and stopping is safe, twice', async () => {
  const taken = await startLocalServer((_request, _body, response) => response.end())
  onTestFinished(() => taken.close())
  const path = join(tempFolder(), 'chitieu.db')
  const app = await createApp(configOf(path, { PORT: new URL(taken.root).port }), { clock: systemClock })
  onTestFinished(() => app.close())
  const service = createService(app)
  await expect(service.start()).rejects.toThrow('EADDRINUSE')
  expect(await app.db.read.catalog.isEmpty()).toBe(true)
  await service.stop()
  await service.stop()
})

test('a platform that does not answer keeps nothing from starting, and from stopping', async () => {
  const silent = await startLocalServer(() => undefined)
  onTestFinished(() => silent.close())
  const environment = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: silent.root, WEB_CHAT: 'on' }
  const { app } = await smallProvince(systemClock, environment)
  const time = createVirtualTime(Date.now())
  const service = createService(app, { timer: time.timer })
  const { url } = await service.start()
  const health = await fetch(`${url}/healthz`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({
    ok: false,
    parts: { 'channel:telegram': { ok: false, cause: expect.any(String) }, 'channel:web': { ok: true } },
  })
  const stopping = service.stop()
  await time.advance(15_000)
  await stopping
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})
