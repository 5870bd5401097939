import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Makes `close()` wait for the requests that are being answered, at most `graceMs`, and for nothing else.
 * Without this, a connection that a browser opened in advance and never used holds it up for a minute.
 */
export function closeInTime(app: FastifyInstance, graceMs: number): void {
  const answering = new Set<ServerResponse>()
  let closing = false

  const cutIfIdle = () => {
    if (closing && answering.size === 0) app.server.closeAllConnections()
  }
  app.addHook('onRequest', async (_request, { raw }) => {
    answering.add(raw)
    raw.once('close', () => {
      answering.delete(raw)
      cutIfIdle()
    })
  })
  app.addHook('preClose', async () => {
    closing = true
    app.server.on('connection', socket => socket.destroy())
    const timer = setTimeout(() => app.server.closeAllConnections(), graceMs)
    app.server.once('close', () => clearTimeout(timer))
    cutIfIdle()
  })
}
