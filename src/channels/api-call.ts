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
  /** The request may have been carried out all the same. */
  ambiguous: boolean
}

/** Codes of errors that happen before a request has left: certainly nothing was carried out. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * The failure of a request without a usable answer. Of the error only its code is read: messages may hold the URL.
 * A request that was given up is ambiguous, too.
 */
export function networkFailure(error: unknown): ApiFailure {
  const code = codeOf(error)
  return { code: null, description: `no answer: ${code}`, ambiguous: !NEVER_SENT.has(code) }
}

/** The system's code (`ECONNRESET`) of an error or of what caused it, else the kind of error (`AbortError`). */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code
    at = 'cause' in at ? at.cause : 'error' in at ? at.error : null
  }
  const named: unknown = typeof error === 'object' && error !== null && 'type' in error ? error.type : null
  return typeof named === 'string' ? named : error instanceof Error ? error.name : 'unknown'
}

/**
 * The first words of a platform's description: enough to know the reason ("Bad Request: can't parse entities"), without
 * the part that may quote what was sent, and without the secrets.
 */
export function shortReason(description: string, secrets: readonly (string | undefined)[]): string {
  const clean = withoutSecrets(description, secrets)
  return clean
    .split(':')
    .slice(0, 2)
    .join(':')
    .replaceAll(/["“].*/g, '')
    .trim()
    .slice(0, 80)
}
