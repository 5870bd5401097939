import { afterEach, describe, expect, test } from 'vitest'
import { start } from './server.ts'

describe('webhooks', () => {
  const calls: { secret: unknown; body: string }[] = []
  const webhook = {
    path: '/webhooks/zalo-bot',
    async handle({
      headers,
      body,
    }: {
      headers: Record<string, string | string[] | undefined>
      body: string
    }) {
      calls.push({ secret: headers['x-bot-api-secret-token'], body })
      return headers['x-bot-api-secret-token'] === 's3cret' ? 200 : 403
    },
  }
  const post = { method: 'POST' as const, url: webhook.path, headers: { host: 'chitieu.gialai.gov.vn' } }

  afterEach(() => void calls.splice(0))

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'application/x-www-form-urlencoded',
    '',
  ])('get the raw body whatever the content type: "%s"', async type => {
    const { app } = await start({ webhooks: [webhook] })
    const headers = {
      ...post.headers,
      'x-bot-api-secret-token': 's3cret',
      ...(type ? { 'content-type': type } : {}),
    }
    const reply = await app.inject({ ...post, headers, payload: '{"ok":true, "tên":"Đạt"}' })
    expect([reply.statusCode, reply.body]).toEqual([200, ''])
    expect(calls).toEqual([{ secret: 's3cret', body: '{"ok":true, "tên":"Đạt"}' }])
  })

  test('decide the status; an empty body is an empty text', async () => {
    const { app } = await start({ webhooks: [webhook] })
    expect((await app.inject(post)).statusCode).toBe(403)
    expect(calls).toEqual([{ secret: undefined, body: '' }])
  })

  test('that fail answer 500 and tell nobody why', async () => {
    const failing = {
      path: '/webhooks/telegram',
      handle: () => Promise.reject(new Error('token 123:ABC refused')),
    }
    const { app, logged } = await start({ webhooks: [failing] })
    const reply = await app.inject({ ...post, url: failing.path, payload: '{"text":"lời riêng"}' })
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('123:ABC')
    expect(logged()).toContain('request failed')
    expect(logged()).not.toMatch(/123:ABC|lời riêng/)
  })

  test('send away who may not come in before the body is read, however large it is', async () => {
    const guarded = {
      ...webhook,
      admits: (headers: Record<string, unknown>) => headers['x-secret'] === 's3cret',
    }
    const { app } = await start({ webhooks: [guarded] })
    const huge = 'x'.repeat(2 * 1024 * 1024)
    expect((await app.inject({ ...post, payload: huge })).statusCode).toBe(401)
    const known = { ...post.headers, 'x-secret': 's3cret' }
    expect((await app.inject({ ...post, headers: known, payload: huge })).statusCode).toBe(413)
    expect(calls).toEqual([])
  })

  test('take as much as one address of a platform sends', async () => {
    const { app } = await start({ webhooks: [webhook] })
    const statuses = await Promise.all(
      Array.from({ length: 1_500 }, async () => (await app.inject(post)).statusCode),
    )
    expect(new Set(statuses)).toEqual(new Set([403]))
  })

  test('refuse more than a megabyte and other methods', async () => {
    const { app } = await start({ webhooks: [webhook] })
    expect((await app.inject({ ...post, payload: 'x'.repeat(1024 * 1024 + 1) })).statusCode).toBe(413)
    expect((await app.inject({ ...post, method: 'GET' })).statusCode).toBe(404)
    expect(calls).toEqual([])
  })
})
