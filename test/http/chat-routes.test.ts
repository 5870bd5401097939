import { describe, expect, test } from 'vitest'
import { DIRECTOR, PEOPLE } from '../channels/web/people.ts'
import { question } from './question.ts'
import { start, words } from './server.ts'

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

  test('choosing without a name is refused, and asking where nothing is received any more', async () => {
    const { app, channel } = await start()
    const reply = await app.inject({ method: 'POST', url: '/chat/choose', payload: {} })
    expect([reply.statusCode, reply.json()]).toMatchObject([400, { error: 'bad_request' }])
    await channel.stop()
    const late = await app.inject(question())
    expect([late.statusCode, late.json()]).toEqual([
      503,
      { error: 'closed', message: words.refusals.unavailable },
    ])
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
      500,
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
