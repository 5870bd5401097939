import type { FastifyReply } from 'fastify'
import type { Page } from '../channels/web/web-chat.ts'
import type { StreamEvent } from './stream-event.ts'

/** What a reader may leave unread, in bytes, before the stream is cut; the page then resumes where it was. */
const MAX_BACKLOG = 1_000_000
const RECONNECT_MS = 2_000

/** A `Page` at the other end of a reply: Server-Sent Events, each line of the chat with its id. */
export interface EventStream extends Page {
  /** Calls back once, when the connection is gone. */
  whenClosed(then: () => void): void
}

/** Makes the stream. The reply is taken over at the first event, so that before it a refusal can still be sent. */
export function eventStream(reply: FastifyReply, beatMs: number): EventStream {
  const { raw } = reply
  let beat: NodeJS.Timeout | null = null
  raw.once('close', () => clearInterval(beat ?? undefined))

  function start(): void {
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) raw.setHeader(name, value)
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // A stream that has ended must not leave a connection that the server waits for when it closes.
      connection: 'close',
    })
    raw.write(`retry: ${RECONNECT_MS}\n\n`)
    beat = setInterval(() => write({ kind: 'beat' }), beatMs)
  }

  function write(event: StreamEvent): void {
    if (raw.destroyed || raw.writableEnded) return
    if (raw.writableLength > MAX_BACKLOG) return void raw.destroy()
    const id = event.kind === 'message' ? `id: ${event.message.id}\n` : ''
    raw.write(`${id}data: ${JSON.stringify(event)}\n\n`)
  }

  return {
    tell(event) {
      if (raw.destroyed || raw.writableEnded) return
      if (!beat) start()
      write(event)
    },
    end: () => void raw.end(),
    whenClosed: then => void (raw.destroyed ? then() : raw.once('close', then)),
  }
}
