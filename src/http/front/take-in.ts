import type { IncomingMessage, ServerResponse } from 'node:http'
import { statusOf } from '../../channels/guarded-webhook.ts'
import type { Arrival } from '../../db/stores/arrivals.ts'
import { isSecret } from '../../lib/secret.ts'
import type { FrontHook } from './front-messages.ts'

export interface TakeInParts {
  hooks: readonly FrontHook[]
  /** Bytes of a body. */
  bodyLimit: number
  /** Resolves when the body is kept. */
  keep: (arrival: Arrival) => Promise<void>
  refused: (path: string, status: number) => void
}

/**
 * Takes in what platforms deliver to webhooks: 401 without the secret, before anything of the body is read; 413 for more
 * than is taken; else as `statusOf` says. Gives back false, having done nothing, for every other request.
 */
export function takeIn(parts: TakeInParts): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { bodyLimit, keep, refused } = parts
  const hooks = new Map(parts.hooks.map(hook => [hook.path, { ...hook, isOurs: isSecret(hook.secret) }]))

  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const hook = hooks.get(path)
    if (hook === undefined || request.method !== 'POST') return false
    const refuse = (status: number) => {
      refused(path, status)
      response.writeHead(status, { 'content-length': 0 }).end()
      discard(request)
    }
    const given = request.headers[hook.header]
    if (!hook.isOurs(typeof given === 'string' ? given : undefined)) refuse(401)
    else
      void bodyOf(request, bodyLimit).then(async came => {
        if (came === null) return
        if (came === 'too much') return refuse(413)
        const body = came.text
        const { channel } = hook
        const status = await statusOf(
          body,
          async () => await keep({ channel, body }),
          () => undefined,
        )
        if (status !== 200) refused(path, status)
        response.writeHead(status, { 'content-length': 0 }).end()
      })
    return true
  }
}

/** What of a refused body is read, and thrown away, before its connection ends, bytes. */
const DISCARDED = 16 << 20

/** Reads on and keeps nothing: who is still writing when the connection ends does not hear why he was refused. */
function discard(request: IncomingMessage): void {
  let length = 0
  request.on('data', (part: Buffer) => {
    length += part.length
    if (length > DISCARDED) request.destroy()
  })
}

/** The body as text; null when the connection ended before it did. */
function bodyOf(request: IncomingMessage, limit: number): Promise<{ text: string } | 'too much' | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too much')
  return new Promise(resolve => {
    const parts: Buffer[] = []
    let length = 0
    request.on('data', (part: Buffer) => {
      length += part.length
      if (length > limit) resolve('too much')
      else parts.push(part)
    })
    request.on('end', () => resolve({ text: Buffer.concat(parts).toString('utf8') }))
    request.on('close', () => resolve(null))
  })
}
