import { z } from 'zod'
import { parseJson } from '../../lib/parse-json.ts'
import { type Timer, withDeadline } from '../../lib/timer.ts'
import { type Called, networkFailure, shortReason } from '../api-call.ts'

/**
 * Calls a method of the Zalo Bot API within a time limit in milliseconds. Never rejects. `stopping` gives the call up
 * while nothing has come back; an answer that has begun is read to its end, since the platform hands out an update once.
 */
export type Call = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  timeoutMs: number,
  stopping?: AbortSignal,
) => Promise<Called>

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  errorCode: z.number().optional(),
  description: z.string().optional(),
})

/** The Zalo Bot API at `apiRoot`, with the token in every URL and in no failure. */
export function createApi(deps: {
  token: string
  apiRoot: string
  secrets: readonly (string | undefined)[]
  fetch: typeof globalThis.fetch
  timer: Timer
}): Call {
  const base = `${deps.apiRoot.replace(/\/*$/, '')}/bot${deps.token}`
  return (method, payload, timeoutMs, stopping) =>
    withDeadline(deps.timer, timeoutMs, undefined, async (deadline, timedOut) => {
      try {
        const response = await untilAnswered(stopping, giveUp =>
          deps.fetch(`${base}/${method}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(payload),
            redirect: 'error',
            signal: AbortSignal.any([deadline, giveUp]),
          }),
        )
        return readAnswer(response.status, await response.text(), description =>
          shortReason(description, deps.secrets, payload),
        )
      } catch (error) {
        return { ok: false, failure: networkFailure(error, timedOut()) }
      }
    })
}

async function untilAnswered(
  stopping: AbortSignal | undefined,
  ask: (giveUp: AbortSignal) => Promise<Response>,
): Promise<Response> {
  const controller = new AbortController()
  const giveUp = (): void => controller.abort()
  if (stopping?.aborted === true) giveUp()
  stopping?.addEventListener('abort', giveUp)
  try {
    return await ask(controller.signal)
  } finally {
    stopping?.removeEventListener('abort', giveUp)
  }
}

/** What the platform answered. An answer that is not in its form is judged by the HTTP status. */
function readAnswer(status: number, body: string, reasonOf: (description: string) => string): Called {
  const read = envelope.safeParse(parseJson(body))
  if (!read.success) {
    const code = status >= 400 ? status : null
    return fail(code, `HTTP ${status} without an answer of the platform`, false)
  }
  const { ok, result, error_code: code = read.data.errorCode ?? status, description = '' } = read.data
  if (ok) return { ok: true, result }
  return fail(code, reasonOf(description), true)
}

function fail(code: number | null, description: string, spoken: boolean): Called {
  return { ok: false, failure: { code, description, spoken, retryAfter: null, ambiguous: false } }
}
