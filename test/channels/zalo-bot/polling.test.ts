import { describe, expect, it } from 'vitest'
import { eventually, settle } from '../../lib/virtual-time.ts'
import { textMessage, zaloError } from './fake-zalo.ts'
import { HOA, zaloWorld } from './zalo-world.ts'

describe('receiving by polling', () => {
  it('removes a webhook, then polls, with the time as the documentation has it', async () => {
    const { fake, channel, receive } = await zaloWorld()
    fake.webhook = { url: 'https://old.example', secret: 'x' }
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    expect(fake.calls).toEqual([
      { method: 'deleteWebhook', params: {} },
      { method: 'getUpdates', params: { timeout: '30' } },
    ])
    expect(channel.health()).toEqual({ ok: true })
  })

  it('hands over what a person wrote, one update after the other', async () => {
    const { fake, channel, receive, received } = await zaloWorld()
    fake.push(textMessage('xếp thứ mấy'))
    fake.push(textMessage('hai', { message_id: 'b' }))
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 3)
    expect(received).toEqual([
      {
        channel: 'zalo-bot',
        address: HOA,
        updateId: `${HOA}:2d758cb5e222177a4e35`,
        kind: 'text',
        album: null,
        messageId: null,
        text: 'xếp thứ mấy',
        sentAt: 1_716_120_000_602,
        private: true,
      },
      expect.objectContaining({ updateId: `${HOA}:b`, text: 'hai' }),
    ])
  })

  it('takes an empty poll as normal, and does not ask again in the same instant', async () => {
    const { fake, channel, receive, received, time } = await zaloWorld()
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    await time.advance(30_000)
    fake.endPoll()
    await eventually(() => fake.of('getUpdates').length === 2)
    fake.fail('getUpdates', zaloError(408, 'Request timeout', 408))
    fake.endPoll()
    await eventually(() => time.next() === 1_000)
    expect(channel.health()).toEqual({ ok: true })
    await time.advance(1_000)
    await eventually(() => time.next() === 1_000)
    await time.advance(1_000)
    fake.push(textMessage('a'))
    await eventually(() => received.length === 1)
  })

  it('keeps an update that the platform will not hand out again, until it is stored', async () => {
    const { fake, channel, receive, received, time, breakKeeping } = await zaloWorld()
    breakKeeping(3)
    fake.push(textMessage('đừng mất'))
    await channel.start(receive)
    for (const wait of [200, 400, 800]) {
      await eventually(() => time.next() === wait)
      await time.advance(wait)
    }
    await eventually(() => received.length === 1)
    expect(received[0]?.text).toBe('đừng mất')
    expect(fake.of('getUpdates').length).toBeLessThanOrEqual(2)
  })

  it('says that an update is lost when it must stop before that could be stored', async () => {
    const { fake, channel, receive, time, log, breakKeeping } = await zaloWorld()
    breakKeeping(100)
    fake.push(textMessage('bí mật'))
    await channel.start(receive)
    await eventually(() => time.next() === 200)
    await channel.stop()
    expect(log.lines.at(-1)).toMatchObject({
      level: 'error',
      message: 'an update was lost: it could not be kept',
    })
    expect(log.text()).not.toContain('bí mật')
  })

  it.each([
    ['its "internal server error"', zaloError(403, 'Internal server error'), '403 Internal server error'],
    [
      'an outage behind a proxy',
      { kind: 'html', status: 502 } as const,
      '502 HTTP 502 without an answer of the platform',
    ],
    ['a broken connection', { kind: 'reset' } as const, 'no answer: UND_ERR_SOCKET'],
    [
      'a page where JSON should be',
      { kind: 'html', status: 200 } as const,
      'HTTP 200 without an answer of the platform',
    ],
  ])('comes back after %s, with a growing wait', async (_name, fault, cause) => {
    const { fake, channel, receive, received, time, log } = await zaloWorld()
    fake.fail('getUpdates', fault, fault, fault)
    await channel.start(receive)
    for (const wait of [1_000, 2_000, 4_000]) {
      await eventually(() => !channel.health().ok && time.next() === wait)
      expect(channel.health().cause).toBe(cause)
      await time.advance(wait)
    }
    fake.push(textMessage('còn đó không'))
    await eventually(() => received.length === 1)
    expect(channel.health()).toEqual({ ok: true })
    expect(log.lines.filter(line => line.message === 'not receiving')).toHaveLength(1)
  })

  it('gives up a poll that is never answered', async () => {
    const { fake, channel, receive, received, time } = await zaloWorld()
    fake.fail('getUpdates', { kind: 'hang' })
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    await time.advance(35_000)
    await eventually(() => !channel.health().ok)
    fake.push(textMessage('a'))
    await time.advance(1_000)
    await eventually(() => received.length === 1)
    expect(channel.health()).toEqual({ ok: true })
  })

  it.each([
    ['a refused token', zaloError(401, 'Unauthorized', 401), 60_000, '401 Unauthorized'],
    ['a refused token, said in HTML', { kind: 'html', status: 401 } as const, 60_000, /^401 /],
    ['a used-up quota', zaloError(429, 'Quota exceeded'), 30_000, '429 Quota exceeded'],
  ])('asks rarely after %s', async (_name, fault, wait, cause) => {
    const { fake, channel, receive, time } = await zaloWorld()
    fake.fail('getUpdates', fault)
    await channel.start(receive)
    await eventually(() => time.next() === wait)
    expect(channel.health().cause).toMatch(cause)
  })

  it('removes a webhook that somebody has set meanwhile', async () => {
    const { fake, channel, receive, time } = await zaloWorld()
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    fake.webhook = { url: 'https://other.example', secret: 'x' }
    await time.advance(2_000)
    fake.endPoll()
    await eventually(() => fake.of('getUpdates').length === 2)
    await time.advance(1_000)
    await eventually(() => fake.of('getUpdates').length === 3)
    expect(fake.webhook).toBeNull()
  })

  it('stops at once while it polls, twice if asked, also right after starting', async () => {
    const { fake, channel, receive, time } = await zaloWorld()
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    await channel.stop()
    await channel.stop()
    expect(time.waiting()).toBe(0)

    const second = await zaloWorld()
    const starting = second.channel.start(second.receive)
    await second.channel.stop()
    await starting
    expect(second.channel.health()).toEqual({ ok: false, cause: 'stopped' })
  })

  it('reads an answer that has begun to its end before it stops: it holds an update that comes once', async () => {
    let body: ReadableStreamDefaultController<Uint8Array> | null = null
    const { channel, receive, received } = await zaloWorld({
      fetch: async (url, init) => {
        if (typeof url !== 'string' || !url.endsWith('/getUpdates')) return Response.json({ ok: true })
        const stream = new ReadableStream<Uint8Array>({ start: controller => void (body = controller) })
        init?.signal?.addEventListener('abort', () => body?.error(new Error('aborted')))
        return new Response(stream)
      },
    })
    await channel.start(receive)
    await eventually(() => body !== null)
    await settle()
    const stopping = channel.stop()
    await settle()
    const update = { ok: true, result: textMessage('vừa kịp') }
    const writer: ReadableStreamDefaultController<Uint8Array> | null = body
    if (writer !== null) end(writer, update)
    await stopping
    expect(received.map(incoming => incoming.text)).toEqual(['vừa kịp'])
  })

  it('starts although the platform is out of reach', async () => {
    const { fake, channel, receive, received, time } = await zaloWorld()
    fake.fail('deleteWebhook', { kind: 'reset' })
    await channel.start(receive)
    expect(channel.health().ok).toBe(false)
    fake.push(textMessage('a'))
    await time.advance(1_000)
    await eventually(() => received.length === 1)
  })
})

function end(body: ReadableStreamDefaultController<Uint8Array>, value: object): void {
  body.enqueue(new TextEncoder().encode(JSON.stringify(value)))
  body.close()
}
