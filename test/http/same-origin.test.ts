import { describe, expect, test } from 'vitest'
import { question } from './question.ts'
import { start } from './server.ts'

describe('whose page it is', () => {
  test.each([
    ['localhost', 'localhost:3000', 200],
    ['the loopback address', '127.0.0.1:3000', 200],
    ['its IPv6 form', '[::1]:3000', 200],
    ['a name of the province', 'chitieu.gialai.gov.vn', 403],
    ['a name pointed at this machine', 'evil.example:3000', 403],
    ['a name that only begins like ours', 'localhost.evil.example', 403],
    ['a name that is none', 'a b', 403],
  ])('%s as host', async (_name, host, status) => {
    const { app } = await start()
    for (const url of ['/', '/chat/members']) {
      expect([url, (await app.inject({ url, headers: { host } })).statusCode]).toEqual([url, status])
    }
  })

  test('a name in X-Forwarded-Host is not believed', async () => {
    const { app } = await start()
    const headers = { host: 'evil.example', 'x-forwarded-host': 'localhost' }
    expect((await app.inject({ url: '/chat/members', headers })).statusCode).toBe(403)
  })

  test.each([
    ['our own page', { host: 'localhost:3000', origin: 'http://localhost:3000' }, 202],
    ['a program that is no browser', { host: 'localhost:3000' }, 202],
    ['another site', { host: 'localhost:3000', origin: 'https://evil.example' }, 403],
    ['another port of this machine', { host: 'localhost:3000', origin: 'http://localhost:8080' }, 403],
    ['a page without origin', { host: 'localhost:3000', origin: 'null' }, 403],
    [
      'a site that the browser calls foreign',
      { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' },
      403,
    ],
  ])('a question from %s', async (_name, headers, status) => {
    const { app } = await start()
    expect((await app.inject({ ...question(), headers })).statusCode).toBe(status)
  })
})
