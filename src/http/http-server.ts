import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
} from 'fastify'
import type { Webhook } from '../channels/channel.ts'
import { MAX_INCOMING, type WebChat } from '../channels/web/web-chat.ts'
import { chatRoutes } from './chat-routes.ts'
import { faultOf } from './fault.ts'
import { type OperationOptions, operationRoutes } from './operation-routes.ts'
import type { PageKey } from './page-key.ts'
import { pageRoutes } from './page-routes.ts'
import type { PageWords } from './page-words.ts'
import { type Published, publishedRoutes } from './published-routes.ts'
import { closeInTime } from './shutdown.ts'
import { webhookRoutes } from './webhook-routes.ts'

export interface HttpOptions extends Omit<OperationOptions, 'noMetrics'> {
  webhooks: readonly Webhook[]
  /** Files that are served to whoever knows their address; absent: none are. */
  published?: { path: string; find: (key: string) => Promise<Published | null> }
  /** Null: there is no web chat, and `/` says so. */
  webChat: WebChat | null
  /** The key that the page's address must have. */
  pageKey: PageKey
  words: PageWords
  /** Null: nothing is logged. */
  log: FastifyBaseLogger | null
  timeZone: string
  limits?: Partial<HttpLimits>
}

export interface HttpLimits {
  /** Bytes of a webhook's body. */
  bodyLimit: number
  /** Requests a minute from one address: sent messages; opened pages. */
  postsPerMinute: number
  opensPerMinute: number
  /** Pages that may be open at once. */
  maxStreams: number
  /** Milliseconds between two beats of an open page's stream. */
  beatMs: number
  /** Milliseconds for which closing waits for what is being answered. */
  graceMs: number
}

const LIMITS: HttpLimits = {
  bodyLimit: 1024 * 1024,
  postsPerMinute: 60,
  opensPerMinute: 120,
  maxStreams: 200,
  beatMs: 20_000,
  graceMs: 5_000,
}

const CONTENT_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

/** No route describes what it takes in a schema of the server's: its compilers, a tenth of a start, stay where they are. */
const NO_SCHEMAS = { buildValidator: noSchema, buildSerializer: noSchema }

function noSchema(): never {
  throw new Error('a route with a schema: give the server its compilers')
}

/**
 * The HTTP server: webhooks, health, metrics and the web chat. It is not listening yet; `close()` ends the open
 * pages' streams and waits for what is being answered. Throws when a part of the page cannot be read.
 */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { webChat: chat } = options
  const limits = { ...LIMITS, ...options.limits }
  const app = Fastify({
    ...(options.log ? { loggerInstance: options.log } : { logger: false }),
    schemaController: { compilersFactory: NO_SCHEMAS },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyLimit,
    requestTimeout: 30_000,
    // A logger of its own for each request would only add a number to it.
    childLoggerFactory: logger => logger,
    // The web chat is for this machine alone: nobody there may choose an address of their own.
    trustProxy: chat ? false : 'loopback',
  })
  closeInTime(app, limits.graceMs)
  answerErrors(app, options)
  logRequests(app)
  // A platform looks at no header: its many calls do without.
  void app.register(async scope => webhookRoutes(scope, options.webhooks))
  void app.register(async scope => browserRoutes(scope, options, limits))
  return app
}

/** What a browser may open, and those who watch the service. */
function browserRoutes(app: FastifyInstance, options: HttpOptions, limits: HttpLimits): void {
  const { webChat: chat, words, pageKey, timeZone } = options
  void app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })
  void app.register(rateLimit, { global: false })
  const { noMetrics } = words.refusals
  void app.register(async scope => operationRoutes(scope, { ...options, noMetrics }))
  const { published } = options
  if (published) void app.register(async scope => publishedRoutes(scope, published.path, published.find))
  if (chat) {
    void app.register(async scope => pageRoutes(scope, { words, pageKey, timeZone, maxText: MAX_INCOMING }))
    void app.register(async scope => chatRoutes(scope, { ...limits, chat, words: words.refusals, pageKey }))
  }
}

/** Says no in a sentence; what went wrong inside is logged without any text that was sent. */
function answerErrors(app: FastifyInstance, { webChat, words: { refusals } }: HttpOptions): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error(faultOf(error), 'request failed')
    const [name, message] = refusalOf(status, refusals)
    return reply.code(status).header('cache-control', 'no-store').send({ error: name, message })
  })
  app.setNotFoundHandler((request, reply) => {
    const sentence = request.url === '/' && !webChat ? refusals.noWebChat : refusals.notFound
    return reply.code(404).type('text/plain; charset=utf-8').send(sentence)
  })
}

function refusalOf(
  status: number,
  refusals: PageWords['refusals'],
): readonly [name: string, message: string] {
  if (status === 413) return ['too_big', refusals.tooBig]
  if (status === 429) return ['too_many', refusals.tooMany]
  if (status >= 500) return ['unavailable', refusals.unavailable]
  return ['bad_request', refusals.badRequest]
}

/** One line for each request: its route, never its address line, headers or body. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'request')
  })
}
