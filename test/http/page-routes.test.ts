import { describe, expect, test } from 'vitest'
import { question } from './question.ts'
import { start, words } from './server.ts'

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
    const hostile = { ...words, page: { ...words.page, noScript: '</script><script>alert(1)</script>' } }
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

  test('cannot be made with a word missing: the server says which, before it listens', async () => {
    const incomplete: typeof words = JSON.parse(
      JSON.stringify(words, (key, value) => (key === 'pick' ? {} : value)),
    )
    const { app } = await start({ words: incomplete })
    await expect(app.ready()).rejects.toThrow('page.pick.title')
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
