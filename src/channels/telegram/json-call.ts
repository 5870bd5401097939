import type { Agent as HttpAgent, IncomingMessage } from 'node:http'
import { request as httpsRequest, type Agent as HttpsAgent } from 'node:https'
import { z } from 'zod'
import { nodeHttp } from '../../lib/node-http.ts'
import { parseJson } from '../../lib/parse-json.ts'
import { type Called, networkFailure } from '../api-call.ts'
import type { TelegramFailure } from './gateway.ts'

const refusal = z.object({
  error_code: z.number(),
  description: z.string(),
  parameters: z
    .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() })
    .optional(),
})

/** Over what a call goes, and until when it is waited for. */
export interface Way {
  agent: HttpAgent | HttpsAgent
  signal: AbortSignal
}

/**
 * One call without a file, straight over the kept connections: nearly all calls are such, and the client's way costs as
 * much as all that is done for a message before. Never rejects.
 */
export async function jsonCall(url: string, payload: object, way: Way): Promise<Called<TelegramFailure>> {
  try {
    const { status, reason, text } = await post(url, JSON.stringify(payload), way)
    // What stands before the platform answers with pages of its own.
    if (status >= 500) return { ok: false, failure: failureOf({ error_code: status, description: reason }) }
    const body = parseJson(text)
    if (typeof body === 'object' && body !== null && 'ok' in body && body.ok === true)
      return { ok: true, result: 'result' in body ? body.result : undefined }
    const said = refusal.safeParse(body).data
    if (said) return { ok: false, failure: failureOf(said) }
    return { ok: false, failure: { ...networkFailure({ type: 'invalid-json' }), migrateTo: null } }
  } catch (error) {
    const given = way.signal.aborted ? { type: 'aborted' } : error
    return { ok: false, failure: { ...networkFailure(given), migrateTo: null } }
  }
}

function failureOf({ error_code: code, description, parameters }: z.infer<typeof refusal>): TelegramFailure {
  const { retry_after: retryAfter = null, migrate_to_chat_id: migrateTo } = parameters ?? {}
  return {
    code,
    description,
    spoken: true,
    ambiguous: false,
    retryAfter,
    migrateTo: migrateTo === undefined ? null : String(migrateTo),
  }
}

interface Answer {
  status: number
  reason: string
  text: string
}

function post(url: string, body: string, { agent, signal }: Way): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const send = url.startsWith('https:') ? httpsRequest : nodeHttp.request
    const asked = send(url, { method: 'POST', agent, headers }, answer => read(answer, resolve, reject))
    const giveUp = () => asked.destroy(new Error('given up'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp)
    asked.on('error', reject)
    asked.on('close', () => signal.removeEventListener('abort', giveUp))
    asked.end(body)
  })
}

function read(
  answer: IncomingMessage,
  resolve: (answer: Answer) => void,
  reject: (error: unknown) => void,
): void {
  let text = ''
  answer.setEncoding('utf8')
  answer.on('data', (part: string) => (text += part))
  answer.on('error', reject)
  answer.on('end', () =>
    resolve({ status: answer.statusCode ?? 0, reason: answer.statusMessage ?? '', text }),
  )
}
