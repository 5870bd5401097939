import type { FastifyInstance } from 'fastify'
import type { Webhook } from '../channels/channel.ts'

/**
 * Mounts the webhooks. Who may not come in is sent away before anything of the body is read. Each gets the body as the
 * text that arrived, whatever its content type says, and answers with a status alone; what it throws becomes a 500, so
 * that the platform sends the update again. There is no limit by address: all of a platform comes from a few, and a
 * stranger behind the same proxy must not silence it.
 */
export function webhookRoutes(app: FastifyInstance, webhooks: readonly Webhook[]): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  for (const webhook of webhooks) {
    app.post(
      webhook.path,
      {
        onRequest: async (request, reply) => {
          if (webhook.admits?.(request.headers) === false)
            return await reply.code(401).header('connection', 'close').send()
        },
      },
      async (request, reply) => {
        const { headers, body } = request
        const status = await webhook.handle({ headers, body: typeof body === 'string' ? body : '' })
        return await reply.code(status).send()
      },
    )
  }
}
