import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are equal, in a time that does not depend on where they differ, nor on their lengths. */
export function sameSecret(given: string | undefined, expected: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(expected))
}

/** The text without any of the secrets, whole or as they stand in a URL. Secrets shorter than 4 are left alone. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets
    .flatMap(secret =>
      secret === undefined || secret.length < 4 ? [] : [secret, encodeURIComponent(secret)],
    )
    .toSorted((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
