import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sameSecret } from '../lib/secret.ts'
import { faultOf } from './fault.ts'
import { isOwnHost } from './same-origin.ts'

/** What `/healthz` answers with: 200 when `available`, else 503. A cause must hold no token. */
export interface Health {
  /** Everything works, each channel too. */
  ok: boolean
  /** The service itself works. */
  available: boolean
  parts: Record<string, { ok: boolean; cause?: string }>
}

export interface OperationOptions {
  health(): Promise<Health>
  /** The metrics in the text format of Prometheus. */
  metrics(): Promise<string>
  /** With it the metrics are told to other machines too; null: to this machine alone. */
  metricsToken: string | null
  /** What is said to who may not see the metrics. */
  noMetrics: string
}

/** The routes for monitors: `/healthz` for everybody, `/metrics` for this machine or who has the token. */
export function operationRoutes(app: FastifyInstance, options: OperationOptions): void {
  app.get('/healthz', { logLevel: 'warn' }, async (request, reply) => {
    const state = await options.health().catch((error: unknown): Health => {
      request.log.error(faultOf(error), 'health could not be told')
      return { ok: false, available: false, parts: {} }
    })
    return reply
      .code(state.available ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: state.ok, parts: state.parts })
  })
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!isFromHere(request) && !hasToken(request, options.metricsToken))
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .type('text/plain; charset=utf-8')
        .send(options.noMetrics)
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await options.metrics())
  })
}

/** Whether a program on this machine asks, and not a proxy on it for somebody else. */
function isFromHere({ headers, raw }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? ''
  const isLoopback = address === '::1' || /^(?:::ffff:)?127\./.test(address)
  const isProxied = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some(name => name in headers)
  return isLoopback && !isProxied && isOwnHost(headers)
}

function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  return token !== null && sameSecret(headers.authorization, `Bearer ${token}`)
}
