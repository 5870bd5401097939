import { errorName } from '../lib/error-name.ts'
import { withoutSecrets } from '../lib/secret.ts'

/** What came of calling a method of a platform's HTTP interface. */
export type Called<F extends ApiFailure = ApiFailure> =
  | { ok: true; result: unknown }
  | { ok: false; failure: F }

export interface ApiFailure {
  /** The platform's own error code, or the HTTP status of an answer that was not the platform's; null without an answer. */
  code: number | null
  /** A few words for the log and for deciding; never the token, the URL or a text. */
  description: string
  /** The platform itself said so, in its own form; otherwise something on the way did, or nobody. */
  spoken: boolean
  /** Seconds to wait, where the platform names them. */
  retryAfter: number | null
  /** The whole request was written and no answer came in time: it may have been carried out all the same. */
  ambiguous: boolean
}

/**
 * The failure of a request without a usable answer. Of the error only its code is read: messages may hold the URL.
 * @param late the wait for the answer was given up; after a reset or a refusal nothing counts as carried out.
 */
export function networkFailure(error: unknown, late = false): ApiFailure {
  const description = `no answer: ${codeOf(error)}`
  return { code: null, description, spoken: false, retryAfter: null, ambiguous: late }
}

/** The system's code (`ECONNRESET`) of an error or of what caused it, else the kind of error (`AbortError`). */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code
    at = 'cause' in at ? at.cause : 'error' in at ? at.error : null
  }
  const named: unknown = typeof error === 'object' && error !== null && 'type' in error ? error.type : null
  return typeof named === 'string' ? named : errorName(error)
}

/** So many letters in a row that also stand in what was sent are a quotation. */
const QUOTED = 8

/**
 * The first words of a platform's description: enough to know the reason ("Bad Request: can't parse entities"), without
 * the secrets, and cut where it quotes what was sent: at a quotation mark, a line break, or words of the request.
 * @param sent the request, of which nothing may be told.
 */
export function shortReason(
  description: string,
  secrets: readonly (string | undefined)[],
  sent: object = {},
): string {
  const clean = withoutSecrets(description, secrets)
    .split(':')
    .slice(0, 2)
    .join(':')
    .replace(/["“”«»<\r\n][^]*/, '')
    .trim()
    .slice(0, 80)
  return clean.slice(0, quotedFrom(clean, textsIn(sent))).trim()
}

/** Where the reason begins to repeat what was sent; its length where it does not. */
function quotedFrom(reason: string, sent: string): number {
  const said = sent.toLowerCase()
  for (let at = 0; at + QUOTED <= reason.length; at++)
    if (said.includes(reason.slice(at, at + QUOTED).toLowerCase())) return at
  return reason.length
}

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return ''
  return Object.values(value).map(textsIn).join('\n')
}
