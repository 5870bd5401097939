import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are equal, in a time that does not depend on where they differ, nor on their lengths. */
export function sameSecret(given: string | undefined, expected: string): boolean {
  return isSecret(expected)(given)
}

/** The same for one secret that is asked for often. */
export function isSecret(expected: string): (given: string | undefined) => boolean {
  const known = digest(expected)
  return given => given !== undefined && timingSafeEqual(digest(given), known)
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
