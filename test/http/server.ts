import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { page as words } from '../../locales/vi/page.ts'
import type { Incoming, Webhook } from '../../src/channels/channel.ts'
import type { WebMember } from '../../src/channels/web/web-chat.ts'
import { createWebChannel } from '../../src/channels/web/web-channel.ts'
import { createHttpServer, type HttpLimits, type HttpOptions } from '../../src/http/http-server.ts'
import { memoryStore } from '../channels/web/memory-store.ts'
import { PEOPLE } from '../channels/web/people.ts'

const NOW = Date.parse('2024-05-19T20:00:00+07:00')
export { words }

export interface TestServer {
  app: FastifyInstance
  channel: ReturnType<typeof createWebChannel>
  store: ReturnType<typeof memoryStore>
  /** What the chat passed on. */
  received: Incoming[]
  /** `address=member`, for each choosing. */
  links: string[]
  /** Everything that was logged. */
  logged: () => string
}

/** A server with a web chat of three people over a history in memory (`kept.store`: that of another); nothing listens yet. */
export async function testServer(
  change: Partial<HttpOptions> & { webhooks?: Webhook[]; limits?: Partial<HttpLimits> } = {},
  kept: { store?: TestServer['store']; people?: WebMember[] } = {},
): Promise<TestServer> {
  const { store = memoryStore(), people = PEOPLE } = kept
  const received: Incoming[] = []
  const links: string[] = []
  let log = ''
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString()
      done()
    },
  })
  const channel = createWebChannel({
    clock: { now: () => NOW },
    store,
    members: async () => people,
    onChoose: async (address, member) => void links.push(`${address}=${member}`),
    tooLong: () => words.refusals.tooBig,
  })
  await channel.start(async incoming => void received.push(incoming))
  const app = createHttpServer({
    webhooks: [],
    webChat: channel,
    health: async () => ({ ok: true, available: true, parts: { database: { ok: true } } }),
    metrics: async () => 'chitieu_up 1\n',
    words,
    log: pino({ level: 'debug' }, sink),
    pageKey: async () => null,
    metricsToken: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    ...change,
  })
  return { app, channel, store, received, links, logged: () => log }
}

/** The same for one test: it is closed when the test has finished. */
export async function start(change: Parameters<typeof testServer>[0] = {}): Promise<TestServer> {
  const server = await testServer(change)
  onTestFinished(() => server.app.close())
  return server
}
