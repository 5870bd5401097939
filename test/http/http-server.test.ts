import { afterEach, describe, expect, test } from 'vitest'
import { DIRECTOR, PEOPLE } from '../channels/web/people.ts'
import { testServer, type TestServer, words } from './server.ts'

let server: TestServer | null = null

afterEach(async () => {
  await server?.app.close()
  server = null
})

async function start(change: Parameters<typeof testServer>[0] = {}) {
  server = await testServer(change)
  return server
}

const question = (change: Record<string, unknown> = {}) => ({
  method: 'POST' as const,
  url: '/chat/messages',
  payload: { member: DIRECTOR.member, id: 'a1', text: 'tuần này bao nhiêu?', ...change },
})

describe('operation', () => {
  test('healthz says what works', async () => {
    const { app } = await start()
    const reply = await app.inject('/healthz')
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ ok: true, parts: { database: { ok: true } } })
  })

  test('healthz is 503 when a part is not well, and when it cannot even be told', async () => {
    const sick = { ok: false, parts: { schedule: { ok: false, cause: 'no tick for 5 minutes' } } }
    const ill = await start({ health: async () => sick })
    const reply = await ill.app.inject('/healthz')
    expect([reply.statusCode, reply.json()]).toEqual([503, sick])
    await ill.app.close()
    const { app } = await start({ health: () => Promise.reject(new Error('database is gone')) })
    const broken = await app.inject('/healthz')
    expect([broken.statusCode, broken.json()]).toEqual([503, { ok: false, parts: {} }])
  })

  test('metrics are text for Prometheus', async () => {
    const { app } = await start()
    const reply = await app.inject('/metrics')
    expect(reply.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(reply.body).toBe('chitieu_up 1\n')
  })

  test('monitors may ask from any host', async () => {
    const { app } = await start()
    const headers = { host: '10.0.0.5:3000' }
    expect((await app.inject({ url: '/healthz', headers })).statusCode).toBe(200)
    expect((await app.inject({ url: '/metrics', headers })).statusCode).toBe(200)
  })
})

describe('the page', () => {
  test('is served with its words, in their language, under a strict policy', async () => {
    const { app } = await start()
    const reply = await app.inject('/')
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain(`<title>${words.page.title}</title>`)
    expect(reply.body).toContain('lang="vi-VN"')
    expect(reply.body.replace(/<script type="application.*?<\/script>/s, '')).not.toMatch(/\{\{|<!--data-->/)
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('carries its words as data that cannot close the element around it', async () => {
    const hostile = { ...words, page: { ...words.page, demo: '</script><script>alert(1)</script>' } }
    const { app } = await start({ words: hostile })
    const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(
      (await app.inject('/')).body,
    )
    expect(JSON.parse(data?.[1] ?? '')).toEqual({
      locale: 'vi-VN',
      timeZone: 'Asia/Ho_Chi_Minh',
      maxText: 4000,
      words: hostile.page,
    })
  })

  test('every file that it names is there, and is not sent again while it is the same', async () => {
    const { app } = await start()
    const { body } = await app.inject('/')
    const css = (await app.inject('/page/chat.css')).body
    const named = [...`${body}${css}`.matchAll(/["'(](\/page\/[\w./-]+)["')]/g)].map(match => match[1] ?? '')
    expect(named.length).toBeGreaterThan(4)
    for (const url of new Set(named)) {
      const first = await app.inject(url)
      expect([url, first.statusCode]).toEqual([url, 200])
      const again = await app.inject({ url, headers: { 'if-none-match': String(first.headers['etag']) } })
      expect([url, again.statusCode, again.body]).toEqual([url, 304, ''])
    }
  })

  test('without a web chat there is a sentence instead, and no chat', async () => {
    const { app } = await start({ webChat: null })
    const reply = await app.inject('/')
    expect([reply.statusCode, reply.body]).toEqual([404, words.refusals.noWebChat])
    expect((await app.inject('/chat/members')).statusCode).toBe(404)
    expect((await app.inject(question())).statusCode).toBe(404)
    expect((await app.inject('/page/chat.js')).statusCode).toBe(404)
  })

  test('an unknown address is a sentence', async () => {
    const { app } = await start()
    const reply = await app.inject('/khong-co')
    expect([reply.statusCode, reply.body]).toEqual([404, words.refusals.notFound])
  })
})

describe('choosing and asking', () => {
  test('the members can be listed and one be chosen', async () => {
    const { app, links } = await start()
    expect((await app.inject('/chat/members')).json()).toEqual({ members: PEOPLE })
    const reply = await app.inject({
      method: 'POST',
      url: '/chat/choose',
      payload: { member: DIRECTOR.member },
    })
    expect(reply.json()).toEqual({ member: DIRECTOR })
    expect(links).toEqual(['member:gd-sgtvt=gd-sgtvt'])
  })

  test('nobody can be chosen who is not a member', async () => {
    const { app, links } = await start()
    const reply = await app.inject({ method: 'POST', url: '/chat/choose', payload: { member: 'ke-la' } })
    expect([reply.statusCode, reply.json()]).toEqual([
      404,
      { error: 'unknown_member', message: words.refusals.unknownMember },
    ])
    expect(links).toEqual([])
  })

  test('a question is received', async () => {
    const { app, received } = await start()
    const reply = await app.inject(question({ text: '  tuần này bao nhiêu?\n', label: 'Tuần này' }))
    expect([reply.statusCode, reply.json()]).toEqual([202, { outcome: 'received' }])
    expect(received).toMatchObject([{ text: 'tuần này bao nhiêu?', address: 'member:gd-sgtvt' }])
  })

  test('ten thousand characters get a reply in the chat', async () => {
    const { app, received, store } = await start()
    const reply = await app.inject(question({ text: 'ế'.repeat(10_000) }))
    expect([reply.statusCode, reply.json()]).toEqual([200, { outcome: 'too_long' }])
    expect(store.all().at(-1)?.json).toContain(words.refusals.tooBig)
    expect(received).toEqual([])
  })

  test('markup, SQL, emoji and broken Unicode arrive as they are, well-formed', async () => {
    const { app, received } = await start()
    const texts = ['<img src=x onerror=alert(1)>', "'; DROP TABLE members; --", '👍🏽', 'a\uD800b']
    for (const [n, text] of texts.entries()) await app.inject(question({ id: `m${n}`, text }))
    expect(received.map(one => one.text)).toEqual([...texts.slice(0, 3), 'a\uFFFDb'])
  })

  test.each([
    ['an empty text', { text: ' \n ' }, 400, 'emptyText'],
    ['no text', { text: undefined }, 400, 'badRequest'],
    ['a text that is none', { text: { $gt: '' } }, 400, 'badRequest'],
    ['an id with other signs', { id: '../x' }, 400, 'badRequest'],
    ['an id too long', { id: 'x'.repeat(65) }, 400, 'badRequest'],
    ['an unknown person', { member: 'ke-la' }, 404, 'unknownMember'],
    ['a body of half a megabyte', { text: 'x'.repeat(500_000) }, 413, 'tooBig'],
  ] as const)('%s is refused in a sentence', async (_name, change, status, word) => {
    const { app, received } = await start()
    const reply = await app.inject(question(change))
    expect([reply.statusCode, reply.json<{ message: string }>().message]).toEqual([
      status,
      words.refusals[word],
    ])
    expect(received).toEqual([])
  })

  test.each([
    ['broken JSON', '{"member": "gd-s', 'application/json', 400],
    ['a form', 'member=gd-sgtvt&text=x&id=1', 'application/x-www-form-urlencoded', 415],
    ['nothing', '', 'application/json', 400],
  ])('%s is refused in a sentence', async (_name, payload, type, status) => {
    const { app } = await start()
    const reply = await app.inject({ ...question(), payload, headers: { 'content-type': type } })
    expect([reply.statusCode, reply.json()]).toEqual([
      status,
      { error: 'bad_request', message: words.refusals.badRequest },
    ])
  })

  test('is answered with 500 and a sentence when it cannot be kept', async () => {
    const { app, store } = await start()
    store.failing = true
    const reply = await app.inject(question())
    expect([reply.statusCode, reply.json<{ message: string }>().message]).toEqual([
      503,
      words.refusals.unavailable,
    ])
  })

  test('is refused politely when it comes too often', async () => {
    const { app } = await start({ limits: { postsPerMinute: 2 } })
    const codes: number[] = []
    for (const id of ['1', '2', '3']) codes.push((await app.inject(question({ id }))).statusCode)
    expect(codes).toEqual([202, 202, 429])
    expect((await app.inject(question({ id: '4' }))).json()).toEqual({
      error: 'too_many',
      message: words.refusals.tooMany,
    })
  })
})

describe('whose page it is', () => {
  const publicUrl = 'https://chitieu.gialai.gov.vn'

  test.each([
    ['localhost', 'localhost:3000', 200],
    ['the loopback address', '127.0.0.1:3000', 200],
    ['its IPv6 form', '[::1]:3000', 200],
    ['the public name', 'chitieu.gialai.gov.vn', 200],
    ['a name pointed at this machine', 'evil.example:3000', 403],
    ['a name that only begins like ours', 'localhost.evil.example', 403],
    ['a name that is none', 'a b', 403],
  ])('%s as host', async (_name, host, status) => {
    const { app } = await start({ publicUrl })
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
    ['our own page by its public name, behind a proxy', { host: '127.0.0.1:3000', origin: publicUrl }, 202],
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
    const { app } = await start({ publicUrl })
    expect((await app.inject({ ...question(), headers })).statusCode).toBe(status)
  })
})

describe('pictures and files', () => {
  test('are given to the person of the chat, with their type and name', async () => {
    const { app, channel } = await start()
    const bytes = Uint8Array.from([137, 80, 78, 71])
    const image = { name: 'biểu đồ.png', type: 'image/png', bytes, description: 'Biểu đồ' }
    const file = { ...image, name: 'báo cáo.xlsx', type: 'application/vnd.ms-excel' }
    await channel.send('member:gd-sgtvt', { blocks: [], choices: [], image, file })
    const picture = await app.inject('/chat/images/1?member=gd-sgtvt')
    expect(picture.headers['content-type']).toBe('image/png')
    expect(new Uint8Array(picture.rawPayload)).toEqual(bytes)
    const sheet = await app.inject('/chat/files/1?member=gd-sgtvt')
    expect(sheet.headers['content-disposition']).toBe("attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.xlsx")
    expect((await app.inject('/chat/images/1?member=ct-iagrai')).statusCode).toBe(404)
  })

  test.each([
    '/chat/images/1',
    '/chat/images/x?member=gd-sgtvt',
    '/chat/images/9?member=gd-sgtvt',
    '/chat/files/-1?member=a',
  ])('%s is not found', async url => {
    const { app } = await start()
    expect((await app.inject(url)).statusCode).toBe(404)
  })
})

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

  test('refuse more than a megabyte, other methods and a flood', async () => {
    const { app } = await start({ webhooks: [webhook], limits: { webhooksPerMinute: 2 } })
    expect((await app.inject({ ...post, payload: 'x'.repeat(1024 * 1024 + 1) })).statusCode).toBe(413)
    expect((await app.inject({ ...post, method: 'GET' })).statusCode).toBe(404)
    expect((await app.inject(post)).statusCode).toBe(403)
    expect((await app.inject(post)).statusCode).toBe(429)
    expect(calls).toHaveLength(1)
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
