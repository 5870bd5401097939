import { createHash } from 'node:crypto'
import { sameSecret } from '../../lib/secret.ts'

/** Moments that a body may name; the one at its top is among the first of them. */
const MOMENTS_AT_MOST = 4

/**
 * Whether the platform signed the body: `mac=` and the SHA-256 (no HMAC) of the first term, the raw body, the body's own
 * moment and the secret key of the Official Account. The moment is found without reading the body as JSON; the first term
 * is the application, or, as some accounts do it, the account.
 * @returns which first term fits, for the log; null when none does.
 */
export function signedBy(
  body: string,
  header: string | undefined,
  { appId, secretKey }: { appId: string; secretKey: string },
): 'app' | 'account' | null {
  const given = header?.replace(/^mac=/, '').toLowerCase()
  const accounts = numbersAt(body, 'oa_id').concat(numbersAt(body, 'id'))
  let found: 'app' | 'account' | null = null
  for (const moment of numbersAt(body, 'timestamp')) {
    const fits = (first: string) => sameSecret(given, mac(first, body, moment, secretKey))
    if (fits(appId)) found = 'app'
    else if (accounts.some(fits)) found ??= 'account'
  }
  return found
}

/** The signature of a body, hex. */
export function mac(first: string, body: string, moment: string, secretKey: string): string {
  return createHash('sha256').update(`${first}${body}${moment}${secretKey}`).digest('hex')
}

function numbersAt(body: string, name: string): string[] {
  const found = body.matchAll(new RegExp(`"${name}"\\s*:\\s*"?(\\d{1,25})"?`, 'g'))
  return [...new Set([...found].map(([, digits = '']) => digits))].slice(0, MOMENTS_AT_MOST)
}
