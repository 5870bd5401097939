import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StreamEvent } from '../../src/http/stream-event.ts'
import { testServer, type TestServer } from './server.ts'

const ADDRESS = 'member:gd-sgtvt'
let server: TestServer
let base = ''
let streams: AbortController[] = []

beforeEach(async () => {
  server = await testServer({ limits: { beatMs: 20, maxStreams: 3 } })
  base = await server.app.listen({ port: 0, host: '127.0.0.1' })
  streams = []
})

afterEach(async () => {
  for (const stream of streams) stream.abort()
  await server.app.close()
})

const say = (text: string) => server.channel.send(ADDRESS, { blocks: [{ text }], choices: [] })

interface Read {
  status: number
  /** The next event that is not a beat, with its id; null when the stream has ended. */
  next(): Promise<{ id: string | null; event: StreamEvent } | null>
  nextOfAnyKind(): Promise<{ id: string | null; event: StreamEvent } | null>
  leave(): void
}

async function openStream(query = 'member=gd-sgtvt', headers: Record<string, string> = {}): Promise<Read> {
  const stop = new AbortController()
  streams.push(stop)
  const reply = await fetch(`${base}/chat/events?${query}`, { headers, signal: stop.signal })
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  async function nextOfAnyKind(): ReturnType<Read['next']> {
    const end = buffer.indexOf('\n\n')
    if (end < 0) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return null
      buffer += chunk.value
      return nextOfAnyKind()
    }
    const block = buffer.slice(0, end)
    buffer = buffer.slice(end + 2)
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (!data) return nextOfAnyKind()
    return { id: /^id: (.*)$/m.exec(block)?.[1] ?? null, event: JSON.parse(data) }
  }
  async function next(): ReturnType<Read['next']> {
    const one = await nextOfAnyKind()
    return one?.event.kind === 'beat' ? next() : one
  }
  return { status: reply.status, next, nextOfAnyKind, leave: () => stop.abort() }
}

/** The next events in short, up to and with `ready`. */
async function untilReady(stream: Read): Promise<string[]> {
  const one = await stream.next()
  if (!one) return ['end']
  const { event, id } = one
  if (event.kind === 'ready') return ['ready']
  const note = event.kind === 'message' ? `${id} ${event.message.blocks[0]?.text}` : event.kind
  return [note, ...(await untilReady(stream))]
}

describe('the stream of a chat', () => {
  test('brings what was said, then what is said, unasked', async () => {
    await say('lúc đóng trang')
    const stream = await openStream()
    expect(await untilReady(stream)).toEqual(['hello', '1 lúc đóng trang', 'ready'])
    await say('cảnh báo')
    expect(await stream.next()).toMatchObject({
      id: '2',
      event: { message: { blocks: [{ text: 'cảnh báo' }] } },
    })
    await server.channel.typing(ADDRESS)
    expect(await stream.next()).toEqual({ id: null, event: { kind: 'typing' } })
  })

  test('resumes after the last line that the browser names, before the one that the page names', async () => {
    for (const text of ['một', 'hai', 'ba']) await say(text)
    expect(await untilReady(await openStream('member=gd-sgtvt&after=2'))).toEqual(['hello', '3 ba', 'ready'])
    const resumed = await openStream('member=gd-sgtvt&after=0', { 'last-event-id': '1' })
    expect(await untilReady(resumed)).toEqual(['hello', '2 hai', '3 ba', 'ready'])
    const nonsense = await openStream('member=gd-sgtvt&after=1%27%3B--')
    expect(await untilReady(nonsense)).toEqual(['hello', '1 một', '2 hai', '3 ba', 'ready'])
  })

  test('beats while nothing is said', async () => {
    const stream = await openStream()
    await untilReady(stream)
    expect(await stream.nextOfAnyKind()).toEqual({ id: null, event: { kind: 'beat' } })
  })

  test('has the headers that keep it open, safe and out of caches', async () => {
    const stop = new AbortController()
    streams.push(stop)
    const { headers } = await fetch(`${base}/chat/events?member=gd-sgtvt`, { signal: stop.signal })
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is refused to nobody and to an unknown person', async () => {
    expect((await openStream('')).status).toBe(400)
    expect((await openStream('member=ke-la')).status).toBe(404)
  })

  test('is refused when too many are open, and given again when one has left', async () => {
    const [first] = await Promise.all([openStream(), openStream(), openStream()])
    expect((await openStream()).status).toBe(503)
    first?.leave()
    let status = 503
    while (status === 503) status = (await openStream()).status
    expect(status).toBe(200)
  })

  test('is cut for who does not read, instead of being kept in memory', async () => {
    const { port } = new URL(base)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write('GET /chat/events?member=gd-sgtvt HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(socket, 'data')
    socket.pause()
    const text = 'x'.repeat(200_000)
    for (let n = 0; n < 100; n += 1) await say(text)
    let read = 0
    socket.on('data', chunk => (read += chunk.length))
    await once(socket.resume(), 'close')
    expect(read).toBeLessThan(100 * text.length)
    expect(server.store.all()).toHaveLength(100)
  })

  test('a page that has left is forgotten', async () => {
    const left = await openStream()
    await untilReady(left)
    left.leave()
    const stays = await openStream()
    await untilReady(stays)
    await say('còn ai')
    expect(await stays.next()).toMatchObject({ id: '1' })
    expect(await left.next().catch(() => null)).toBeNull()
  })

  test('ends when the server closes, which waits for nothing else', async () => {
    const stream = await openStream()
    await untilReady(stream)
    await server.app.close()
    expect(await stream.next()).toBeNull()
  })

  test('ends when the channel stops', async () => {
    const stream = await openStream()
    await untilReady(stream)
    await server.channel.stop()
    expect(await stream.next()).toBeNull()
  })
})
