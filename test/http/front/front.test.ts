import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import Sqlite from 'better-sqlite3'
import type { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createFront } from '../../../src/http/front/front.ts'
import { silentLog } from '../../../src/lib/log.ts'
import { tempDatabase } from '../../db/temp-database.ts'
import { createVirtualTime, eventually } from '../../lib/virtual-time.ts'

const SECRET = 's3cret-of-the-bot'
const HEADER = 'x-bot-api-secret-token'
const PATH = '/webhooks/zalo-bot'

const nothing = () => undefined

/** A service that only says what it was asked. */
async function innerService(): Promise<number> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      const { method, url, headers } = request
      response.writeHead(url === '/no' ? 404 : 200, { 'x-inner': 'yes', 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ method, url, body, host: headers.host, from: headers['x-forwarded-for'] }),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function front() {
  const { db, path } = tempDatabase()
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  const guard = {
    channel: 'zalo-bot',
    path: PATH,
    header: HEADER,
    secret: SECRET,
    take: async () => undefined,
  }
  let unkept = 0
  const time = createVirtualTime()
  const threads: Worker[] = []
  const begun = (thread: Worker) => void threads.push(thread)
  process.on('worker', begun)
  onTestFinished(() => void process.off('worker', begun))
  const made = createFront({
    databaseUrl: `file:${path}`,
    host: '127.0.0.1',
    port: 0,
    inner: await innerService(),
    guards: [guard],
    log: silentLog,
    arrived: resolve,
    unkept: () => void unkept++,
    timer: time.timer,
  })
  const url = `http://127.0.0.1:${await made.listen()}`
  onTestFinished(async () => await made.close())
  const post = async (body: string, secret = SECRET) =>
    (await fetch(`${url}${PATH}`, { method: 'POST', headers: { [HEADER]: secret }, body })).status
  const kept = async () =>
    (await db.read.arrivals.oldest(100)).map(({ channel, body }) => ({ channel, body }))
  /** Ends the thread as a fault in it would; gives back how long the next one is waited for. */
  const breakDown = async () => {
    await threads.at(-1)?.terminate()
    await eventually(() => time.next() !== null)
    return time.next()
  }
  return { db, path, url, post, kept, made, arrived, time, threads, breakDown, unkept: () => unkept }
}

describe('the front', () => {
  test('keeps what a platform delivers, tells it so and the service, too', async () => {
    const { post, kept, arrived } = await front()
    expect(await post('{"tên":"Đạt"}')).toBe(200)
    await arrived
    expect(await kept()).toEqual([{ channel: 'zalo-bot', body: '{"tên":"Đạt"}' }])
  })

  test('lets in nobody without the secret, nothing that is too large or no JSON; who sends nothing is only looking', async () => {
    const { post, kept } = await front()
    const huge = `"${'x'.repeat(2 * 1024 * 1024)}"`
    expect(await post('{}', 'another')).toBe(401)
    expect(await post('{"half":')).toBe(400)
    expect(await post('')).toBe(200)
    expect(await Promise.all([post(huge, 'another'), post(huge)])).toEqual([401, 413])
    expect(await kept()).toEqual([])
  })

  test('who is refused and never ends sending is not listened to for ever', async () => {
    const { url } = await front()
    const { port } = new URL(url)
    const head = `POST ${PATH} HTTP/1.1\r\nhost: x\r\n${HEADER}: another\r\ncontent-length: ${2 ** 30}\r\n\r\n`
    const socket = connect(Number(port), '127.0.0.1')
    const said = once(socket, 'data')
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    socket.on('error', nothing).on('close', () => resolve())
    socket.write(head)
    expect(String(await said)).toContain('401')
    const more = Buffer.alloc(1 << 20, 'x')
    const write = () => void (socket.destroyed || socket.write(more, write))
    write()
    await ended
    expect(socket.bytesWritten).toBeLessThan(2 ** 29)
  })

  test('answers while the service can do nothing at all', async () => {
    const { url, kept } = await front()
    const body = '{"busy":true}'
    const script = `fetch('${url}${PATH}', { method: 'POST', headers: { '${HEADER}': '${SECRET}' }, body: '${body}' })
      .then(({ status }) => console.log(status))`
    // Waiting for another process stops this one, as a long piece of work would.
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('200')
    expect(await kept()).toEqual([{ channel: 'zalo-bot', body }])
  })

  test('says 503 soon while another process holds the database, and goes on afterwards', async () => {
    const { path, post, kept, unkept } = await front()
    const other = new Sqlite(path)
    other.exec('BEGIN IMMEDIATE')
    expect(await post('{"n":1}')).toBe(503)
    expect(unkept()).toBe(1)
    other.exec('COMMIT')
    other.close()
    expect(await post('{"n":2}')).toBe(200)
    expect(await kept()).toHaveLength(1)
  })

  test('passes everything else on, and the answer back', async () => {
    const { url } = await front()
    const page = await fetch(`${url}/chat?key=1`, { method: 'PUT', body: 'chào' })
    expect([page.status, page.headers.get('x-inner')]).toEqual([200, 'yes'])
    expect(await page.json()).toEqual({ method: 'PUT', url: '/chat?key=1', body: 'chào', host: url.slice(7) })
    expect((await fetch(`${url}/no`)).status).toBe(404)
    const looking = await fetch(`${url}${PATH}`)
    expect(await looking.json()).toMatchObject({ method: 'GET', url: PATH })
  })

  test('a thread that has ended is begun anew at the same port: what was kept stays, what comes again is kept', async () => {
    const { time, threads, post, kept, breakDown } = await front()
    expect(await post('{"n":1}')).toBe(200)
    expect(await breakDown()).toBe(1_000)
    await expect(post('{"n":2}')).rejects.toThrow('fetch failed')
    await time.advance(1_000)
    expect(threads).toHaveLength(2)
    const again = async (): Promise<number> => await post('{"n":2}').catch(again)
    expect(await again()).toBe(200)
    expect((await kept()).map(({ body }) => body)).toEqual(['{"n":1}', '{"n":2}'])
  })

  test('one that ends at once again and again is begun ever more seldom, and not at all once closed', async () => {
    const { time, threads, made, breakDown } = await front()
    const pauses: (number | null)[] = []
    for (let ends = 0; ends < 8; ends++) {
      const pause = await breakDown()
      pauses.push(pause)
      await time.advance(pause ?? 0)
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map(seconds => seconds * 1_000))
    await breakDown()
    await made.close()
    await time.advance(120_000)
    expect(threads).toHaveLength(9)
  })

  test('tells whoever started it that the port is taken, and may be closed twice', async () => {
    const { url, made, db, path } = await front()
    const taken = {
      databaseUrl: `file:${path}`,
      host: '127.0.0.1',
      port: Number(new URL(url).port),
      inner: 1,
    }
    const second = createFront({ ...taken, guards: [], log: silentLog, arrived: nothing, unkept: nothing })
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await second.close()
    await made.close()
    await made.close()
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    await db.ping()
  })
})
