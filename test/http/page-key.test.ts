import { describe, expect, test } from 'vitest'
import { question } from './question.ts'
import { start, words } from './server.ts'

const KEY = 'khoa-cua-lan-khoi-dong-nay'
const EVERYTHING = [
  '/',
  '/chat/members',
  '/chat/events?member=gd-sgtvt',
  '/chat/images/1?member=gd-sgtvt',
  '/chat/files/1?member=gd-sgtvt',
] as const

describe('a web chat with a key', () => {
  const locked = async () => await start({ pageKey: async () => KEY })

  test.each([
    ['none', {}],
    ['a wrong one', { cookie: 'chitieu_key=khoa-cua-lan-khoi-dong-truoc' }],
    ['its beginning', { cookie: `chitieu_key=${KEY.slice(0, -1)}` }],
    ['an empty one', { cookie: 'chitieu_key=' }],
  ])('shows and takes nothing with %s', async (_name, headers) => {
    const { app, links, received } = await locked()
    for (const url of EVERYTHING)
      expect([url, (await app.inject({ url, headers })).statusCode]).toEqual([url, 401])
    expect((await app.inject({ ...question(), headers })).statusCode).toBe(401)
    const choice = { method: 'POST', url: '/chat/choose', payload: { member: 'gd-sgtvt' }, headers } as const
    expect((await app.inject(choice)).json()).toEqual({ error: 'locked', message: words.refusals.locked })
    expect((await app.inject({ url: '/', headers })).body).toBe(words.refusals.locked)
    expect([links, received]).toEqual([[], []])
  })

  test('takes the key from the address once, for this browser, and serves it from then on', async () => {
    const { app, received, logged } = await locked()
    const entered = await app.inject(`/?key=${KEY}`)
    expect([entered.statusCode, entered.headers.location, entered.body]).toEqual([303, '/', ''])
    const cookie = String(entered.headers['set-cookie'])
    expect(cookie).toBe(`chitieu_key=${KEY}; Path=/; HttpOnly; SameSite=Lax`)
    const headers = { cookie: `khac=1; ${cookie.split(';')[0]}` }
    expect((await app.inject({ url: '/', headers })).statusCode).toBe(200)
    expect((await app.inject({ url: '/chat/members', headers })).statusCode).toBe(200)
    expect((await app.inject({ ...question(), headers })).statusCode).toBe(202)
    expect(received).toHaveLength(1)
    expect(logged()).not.toContain(KEY)
  })

  test.each([`/?key=${KEY}x`, '/?key=', '/?key', `/?Key=${KEY}`])('is not opened by %s', async url => {
    const { app } = await locked()
    const reply = await app.inject(url)
    expect([reply.statusCode, reply.headers['set-cookie']]).toEqual([401, undefined])
  })

  test('is not opened from a page elsewhere, even with the key', async () => {
    const { app } = await locked()
    const headers = { host: 'evil.example', cookie: `chitieu_key=${KEY}` }
    expect((await app.inject({ url: `/?key=${KEY}`, headers })).statusCode).toBe(403)
  })
})

test('a page that needs no key is served whatever its address says', async () => {
  const { app } = await start()
  expect((await app.inject('/?key=cu')).statusCode).toBe(200)
})
