import { expect, test } from 'vitest'
import { testServer } from './server.ts'

const KEY = 'Ab_-'.repeat(8)
const CHART = { name: 'biểu đồ.png', type: 'image/png', bytes: new Uint8Array([137, 80]) }
const PAGE = { name: 'x.html', type: 'text/html', bytes: new Uint8Array([60]) }

async function server() {
  const { app, logged } = await testServer({
    published: {
      path: '/tep',
      find: async key => (key === KEY ? CHART : key === KEY.toLowerCase() ? PAGE : null),
    },
  })
  return { get: async (url: string) => await app.inject({ method: 'GET', url }), logged }
}

test('who knows the address gets the file, as what it is, and no search engine keeps it', async () => {
  const { get, logged } = await server()
  const came = await get(`/tep/${KEY}/${encodeURIComponent(CHART.name)}`)
  expect(came.statusCode).toBe(200)
  expect(came.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(CHART.name)}`,
  })
  expect([...came.rawPayload]).toEqual([137, 80])
  expect((await get(`/tep/${KEY.toLowerCase()}/x.html`)).headers['content-disposition']).toMatch(
    /^attachment/,
  )
  expect(logged()).not.toContain(KEY)
})

test('everything else is not there: other keys, other names, lists, ways up', async () => {
  const { get } = await server()
  const wrong = [
    '/tep',
    '/tep/',
    `/tep/${KEY}`,
    `/tep/${KEY}/`,
    `/tep/${KEY}/khac.png`,
    `/tep/${KEY.slice(1)}/${encodeURIComponent(CHART.name)}`,
    `/tep/${'A'.repeat(32)}/${encodeURIComponent(CHART.name)}`,
    `/tep/..%2F..%2Fetc/passwd`,
    `/tep/${'%00'.repeat(3)}/a`,
  ]
  for (const url of wrong) expect([url, (await get(url)).statusCode]).toEqual([url, 404])
})
