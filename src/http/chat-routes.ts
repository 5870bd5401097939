import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PostOutcome, WebChat } from '../channels/web/web-chat.ts'
import type { WebSlot } from '../channels/web/web-store.ts'
import { eventStream, type EventStream } from './event-stream.ts'
import { hasKey, type PageKey } from './page-key.ts'
import { isOwnHost, isOwnPage } from './same-origin.ts'
import type { PageWords } from './page-words.ts'

export interface ChatRouteOptions {
  chat: WebChat
  words: PageWords['refusals']
  pageKey: PageKey
  /** Requests a minute from one address. */
  postsPerMinute: number
  opensPerMinute: number
  /** Pages that may be open at once. */
  maxStreams: number
  /** Milliseconds between two beats of a stream. */
  beatMs: number
}

/** A text of 4,000 characters is far below; a longer one still arrives whole enough to be answered politely. */
const POST_LIMIT = 256 * 1024

const code = z.string().min(1).max(100)
const chosenBody = z.object({ member: code })
const postedBody = z.object({
  member: code,
  id: z.string().regex(/^[\w-]{1,64}$/),
  text: z.string().transform(text => text.toWellFormed().trim()),
  label: z.string().max(500).optional(),
})
const ownQuery = z.object({ member: code, after: z.string().optional() })
const lineParams = z.object({ id: z.coerce.number().int().positive() })

const STATUS = { received: 202, too_long: 200, unknown_member: 404, closed: 503 } as const satisfies Record<
  PostOutcome,
  number
>

/** The routes that the page talks to, under `/chat`, for pages of this server only. */
export function chatRoutes(app: FastifyInstance, options: ChatRouteOptions): void {
  const { chat, words } = options
  const streams = new Set<EventStream>()
  app.addHook('onRequest', guard(options))
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })

  app.get('/chat/members', async (_request, reply) => fresh(reply).send({ members: await chat.members() }))

  app.post('/chat/choose', limited(options.opensPerMinute), async (request, reply) => {
    const body = chosenBody.safeParse(request.body)
    if (!body.success) return refuse(reply, 400, 'bad_request', words.badRequest)
    const member = await chat.choose(body.data.member)
    return member ? fresh(reply).send({ member }) : refuse(reply, 404, 'unknown_member', words.unknownMember)
  })

  app.post('/chat/messages', limited(options.postsPerMinute), async (request, reply) => {
    const body = postedBody.safeParse(request.body)
    if (!body.success) return refuse(reply, 400, 'bad_request', words.badRequest)
    const { member, id, text, label } = body.data
    if (text === '') return refuse(reply, 400, 'empty_text', words.emptyText)
    const outcome = await chat.post({ member, id, text, ...(label ? { label } : {}) })
    if (outcome === 'unknown_member') return refuse(reply, STATUS[outcome], outcome, words.unknownMember)
    if (outcome === 'closed') return refuse(reply, STATUS[outcome], outcome, words.unavailable)
    return fresh(reply).code(STATUS[outcome]).send({ outcome })
  })

  app.get(
    '/chat/events',
    { exposeHeadRoute: false, ...limited(options.opensPerMinute) },
    async (request, reply) => {
      const query = ownQuery.safeParse(request.query)
      if (!query.success) return refuse(reply, 400, 'bad_request', words.badRequest)
      if (streams.size >= options.maxStreams) return refuse(reply, 503, 'too_many', words.tooMany)
      const stream = eventStream(reply, options.beatMs)
      streams.add(stream)
      stream.whenClosed(() => streams.delete(stream))
      const leave = await chat.open(query.data.member, resumeAfter(request, query.data.after), stream)
      if (!leave) return refuse(reply, 404, 'unknown_member', words.unknownMember)
      stream.whenClosed(leave)
      return reply
    },
  )

  attachment(app, '/chat/images/:id', 'image', options)
  attachment(app, '/chat/files/:id', 'file', options)
}

function attachment(
  app: FastifyInstance,
  url: string,
  slot: WebSlot,
  { chat, words }: ChatRouteOptions,
): void {
  app.get(url, async (request, reply) => {
    const query = ownQuery.safeParse(request.query)
    const params = lineParams.safeParse(request.params)
    const file =
      query.success && params.success ? await chat.file(query.data.member, params.data.id, slot) : null
    if (!file) return refuse(reply, 404, 'not_found', words.notFound)
    const place = slot === 'image' ? 'inline' : 'attachment'
    return reply
      .header('content-type', file.type)
      .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, max-age=86400, immutable')
      .send(Buffer.from(file.bytes))
  })
}

/** Refuses what was not asked of this server, or not by one of its own pages, or by a page without the key. */
function guard({ pageKey, words }: ChatRouteOptions) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isOwnHost(request.headers)) return refuse(reply, 403, 'wrong_host', words.wrongHost)
    if (!isOwnPage(request.headers)) return refuse(reply, 403, 'other_site', words.otherSite)
    if (!(await hasKey(request, pageKey))) return refuse(reply, 401, 'locked', words.locked)
    return undefined
  }
}

function refuse(reply: FastifyReply, status: number, error: string, message: string): FastifyReply {
  return fresh(reply).code(status).send({ error, message })
}

function fresh(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store')
}

function limited(max: number) {
  return { bodyLimit: POST_LIMIT, config: { rateLimit: { max, timeWindow: '1 minute' } } }
}

/** The last line that the page has: the browser's own word on reconnecting, else the page's. */
function resumeAfter(request: FastifyRequest, after: string | undefined): number | null {
  const said = String(request.headers['last-event-id'] ?? after ?? '')
  return /^\d{1,15}$/.test(said) ? Number(said) : null
}
