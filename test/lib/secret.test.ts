import { describe, expect, it } from 'vitest'
import { sameSecret, withoutSecrets } from '../../src/lib/secret.ts'

describe('sameSecret', () => {
  it('is true only for the same text', () => {
    expect(sameSecret('abc', 'abc')).toBe(true)
    expect(sameSecret('abd', 'abc')).toBe(false)
    expect(sameSecret('ab', 'abc')).toBe(false)
    expect(sameSecret(undefined, '')).toBe(false)
  })
})

describe('withoutSecrets', () => {
  it('takes out every secret, plain and encoded for a URL', () => {
    expect(withoutSecrets('x 12:ab/x 12%3Aab y', ['12:ab', undefined])).toBe('x [secret]/x [secret] y')
  })

  it('takes out the longer one first, and leaves very short ones alone', () => {
    expect(withoutSecrets('abcdef abcd a', ['abcd', 'abcdef', 'a'])).toBe('[secret] [secret] a')
  })
})
