import type { FastifyInstance } from 'fastify'
import type { Webhook } from '../channels/channel.ts'

/**
 * Mounts the webhooks. Each gets the body as the text that arrived, whatever its content type says, and answers
 * with a status alone; what it throws becomes a 500, so that the platform sends the update again.
 */
export function webhookRoutes(app: FastifyInstance, webhooks: readonly Webhook[], perMinute: number): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  for (const webhook of webhooks) {
    app.post(
      webhook.path,
      { config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const { headers, body } = request
        const status = await webhook.handle({ headers, body: typeof body === 'string' ? body : '' })
        return reply.code(status).send()
      },
    )
  }
}
