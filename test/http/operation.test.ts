import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { question } from './question.ts'
import { start, words } from './server.ts'

describe('operation', () => {
  test('healthz says what works', async () => {
    const { app } = await start()
    const reply = await app.inject('/healthz')
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ ok: true, parts: { database: { ok: true } } })
  })

  test('healthz is 503 when a part is not well, and when it cannot even be told', async () => {
    const sick = { ok: false, parts: { schedule: { ok: false, cause: 'no tick for 5 minutes' } } }
    const ill = await start({ health: async () => ({ ...sick, available: false }) })
    const reply = await ill.app.inject('/healthz')
    expect([reply.statusCode, reply.json()]).toEqual([503, sick])
    await ill.app.close()
    const { app } = await start({ health: () => Promise.reject(new Error('database is gone')) })
    const broken = await app.inject('/healthz')
    expect([broken.statusCode, broken.json()]).toEqual([503, { ok: false, parts: {} }])
  })

  test('healthz is 200, but not ok, when a channel alone cannot receive or send', async () => {
    const half = {
      ok: false,
      parts: { 'channel:telegram': { ok: false, cause: 'sending: 401 Unauthorized' } },
    }
    const { app } = await start({ health: async () => ({ ...half, available: true }) })
    const reply = await app.inject('/healthz')
    expect([reply.statusCode, reply.json()]).toEqual([200, half])
  })

  test('metrics are text for Prometheus', async () => {
    const { app } = await start()
    const reply = await app.inject('/metrics')
    expect(reply.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(reply.body).toBe('chitieu_up 1\n')
  })

  test('who is well is told to any host; the metrics to this machine, or to who has the token', async () => {
    const metricsToken = 'so-do-rieng-cua-tinh'
    const { app } = await start({ metricsToken })
    const far = { host: '10.0.0.5:3000' }
    const from = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      (await app.inject({ url: '/metrics', headers, remoteAddress })).statusCode
    expect((await app.inject({ url: '/healthz', headers: far })).statusCode).toBe(200)
    const local = { host: '127.0.0.1:3000' }
    expect(await from(local)).toBe(200)
    expect(await from(local, '10.0.0.9')).toBe(401)
    expect(await from(far)).toBe(401)
    for (const proxied of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])
      expect([proxied, await from({ ...local, [proxied]: '127.0.0.1' })]).toEqual([proxied, 401])
    expect(await from({ ...far, authorization: `Bearer ${metricsToken}` }, '10.0.0.9')).toBe(200)
    expect(await from({ ...far, authorization: `Bearer ${metricsToken}x` }, '10.0.0.9')).toBe(401)
    const refused = await app.inject({ url: '/metrics', headers: far })
    expect(refused.body).toBe(words.refusals.noMetrics)
  })

  test('without a token nobody else reads the metrics, whatever is sent', async () => {
    const { app } = await start()
    const headers = { host: '10.0.0.5:3000', authorization: 'Bearer null' }
    expect((await app.inject({ url: '/metrics', headers })).statusCode).toBe(401)
  })
})

/** A webhook that answers when told to. */
const slow = (answer: Promise<number>) => ({ path: '/webhooks/slow', handle: () => answer })

describe('closing', () => {
  test('waits for what is being answered, and not for a connection that was never used', async () => {
    const answer = Promise.withResolvers<number>()
    const { app } = await start({ webhooks: [slow(answer.promise)] })
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    const unused = connect(Number(new URL(base).port), '127.0.0.1')
    const arrived = once(app.server, 'request')
    const reply = fetch(`${base}/webhooks/slow`, { method: 'POST' })
    await arrived
    const closing = app.close()
    answer.resolve(200)
    expect((await reply).status).toBe(200)
    await Promise.all([closing, once(unused, 'close')])
    expect(app.server.listening).toBe(false)
  })

  test('does not wait for ever for what never answers', async () => {
    const { app } = await start({ webhooks: [slow(new Promise(() => {}))], limits: { graceMs: 20 } })
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    const arrived = once(app.server, 'request')
    const reply = fetch(`${base}/webhooks/slow`, { method: 'POST' }).catch(() => 'cut')
    await arrived
    await app.close()
    expect(await reply).toBe('cut')
  })
})

test('the log has one line for a request, and neither who asked nor what', async () => {
  const { app, store, logged } = await start()
  await app.inject(question({ text: 'câu hỏi kín' }))
  await app.inject({
    ...question(),
    payload: '{"text": "câu hỏi kín',
    headers: { 'content-type': 'application/json' },
  })
  store.failing = true
  await app.inject(question({ id: 'b2', text: 'câu hỏi kín' }))
  await app.inject('/chat/members?member=gd-sgtvt')
  const lines = logged().trim().split('\n')
  expect(lines.filter(line => line.includes('"msg":"request"'))).toHaveLength(4)
  expect(logged()).toContain('"route":"/chat/messages"')
  expect(logged()).toContain('"error":"RangeError"')
  expect(logged()).not.toMatch(/câu hỏi|gd-sgtvt|disk full/)
})
