import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are equal, in a time that does not depend on where they differ, nor on their lengths. */
export function sameSecret(given: string | undefined, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(expected)) && given !== undefined
}

/** The text without any of the secrets, whole or as they stand in a URL. Secrets shorter than 4 are left alone. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets
    .filter(secret => secret !== undefined && secret.length >= 4)
    .flatMap(secret => [secret as string, encodeURIComponent(secret as string)])
    .toSorted((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
}
