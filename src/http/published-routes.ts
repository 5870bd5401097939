import type { FastifyInstance } from 'fastify'

/** A file that is served at an address of its own. */
export interface Published {
  name: string
  type: string
  bytes: Uint8Array
}

/** So many requests a minute from one address: a phone and the platform fetch a file a few times, guessing takes more. */
const PER_MINUTE = 120
/** What a browser may show by itself; everything else is only downloaded. */
const SHOWN = new Set(['image/png', 'image/jpeg'])

/**
 * Serves published files: whoever knows the key and the name gets the file, nobody is told what else there is.
 * @param find the file of a key while it is served.
 */
export function publishedRoutes(
  app: FastifyInstance,
  path: string,
  find: (key: string) => Promise<Published | null>,
): void {
  app.get<{ Params: { key: string; name: string } }>(
    `${path}/:key/:name`,
    { config: { rateLimit: { max: PER_MINUTE, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { key, name } = request.params
      const file = /^[\w-]{32}$/.test(key) ? await find(key) : null
      if (file === null || file.name !== name) return reply.callNotFound()
      const inline = SHOWN.has(file.type) ? 'inline' : 'attachment'
      return reply
        .header('content-disposition', `${inline}; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, max-age=3600')
        .header('x-robots-tag', 'noindex, nofollow')
        .type(file.type)
        .send(Buffer.from(file.bytes))
    },
  )
}
