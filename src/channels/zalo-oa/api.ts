import { z } from 'zod'
import type { Attachment } from '../../lib/message.ts'
import { parseJson } from '../../lib/parse-json.ts'
import { type Timer, withDeadline } from '../../lib/timer.ts'
import { type Called, networkFailure, shortReason } from '../api-call.ts'
import { TOKEN_ERRORS } from './failure.ts'
import type { Tokens } from './tokens.ts'

/** One request: a JSON payload, or a file to upload. `root` where it is not the account's own. */
export interface OaRequest {
  method?: 'GET' | 'POST'
  root?: string
  path: string
  payload?: object
  upload?: Attachment
  timeoutMs: number
}

export type OaCall = (request: OaRequest) => Promise<Called>

const envelope = z.object({ error: z.number(), message: z.string().optional(), data: z.unknown().optional() })

/** The platform's errors without one of its own: there is no good token. */
const NO_TOKEN = -216

/** The OpenAPI of an Official Account: with a token, renewed and tried once more where it is not taken. Never rejects. */
export function createOaApi(deps: {
  apiRoot: string
  tokens: Tokens
  fetch: typeof globalThis.fetch
  timer: Timer
}): OaCall {
  const { apiRoot, tokens, timer } = deps

  async function once(request: OaRequest, token: string): Promise<Called> {
    return await withDeadline(timer, request.timeoutMs, undefined, async (signal, timedOut) => {
      try {
        const response = await deps.fetch(`${request.root ?? apiRoot}${request.path}`, {
          method: request.method ?? 'POST',
          ...bodyOf(request, token),
          redirect: 'error',
          signal,
        })
        const secrets = tokens.secrets()
        return readAnswer(response.status, await response.text(), reason =>
          shortReason(reason, secrets, request.payload),
        )
      } catch (error) {
        return { ok: false, failure: networkFailure(error, timedOut()) }
      }
    })
  }

  return async request => {
    for (let tries = 1; ; tries++) {
      const access = await tokens.access()
      if (!access.ok) return fail(access.refused ? NO_TOKEN : null, access.cause, access.refused)
      const came = await once(request, access.token)
      if (came.ok || tries === 2 || !TOKEN_ERRORS.includes(came.failure.code ?? 0)) return came
      tokens.distrust(access.token)
    }
  }
}

function bodyOf({ payload, upload }: OaRequest, token: string): RequestInit {
  const headers = { access_token: token }
  if (upload !== undefined) {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(upload.bytes)], { type: upload.type }), upload.name)
    return { headers, body: form }
  }
  if (payload === undefined) return { headers }
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(payload) }
}

function readAnswer(status: number, body: string, reasonOf: (reason: string) => string): Called {
  const read = envelope.safeParse(parseJson(body))
  if (!read.success)
    return fail(status >= 400 ? status : null, `HTTP ${status} without an answer of the platform`, false)
  const { error, message = '', data } = read.data
  return error === 0 ? { ok: true, result: data } : fail(error, reasonOf(message), true)
}

function fail(code: number | null, description: string, spoken: boolean): Called {
  return { ok: false, failure: { code, description, spoken, retryAfter: null, ambiguous: false } }
}
