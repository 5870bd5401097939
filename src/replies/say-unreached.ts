import type { Words } from '../i18n/words.ts'

/** Those of a unit whom a message does not reach: none of them has a chat, or all want no messages. */
export interface Unreached {
  unit: string
  names: string
  why: 'unlinked' | 'muted'
}

/** Who is not reached and what to do about it, a sentence for each reason; empty where everybody is. */
export function unreachedLines(words: Words, unreached: readonly Unreached[]): string[] {
  const unlinked = unreached.filter(({ why }) => why === 'unlinked')
  const muted = unreached.filter(({ why }) => why === 'muted')
  const [one, ...more] = unlinked
  const lines: string[] = []
  if (one && more.length === 0) lines.push(words.capital(words.say('system.unreached.one', { ...one })))
  else if (one)
    lines.push(words.say('system.unreached.several', { units: unlinked.map(({ unit }) => unit).join(', ') }))
  if (muted.length > 0)
    lines.push(words.say('system.unreached.muted', { names: muted.map(({ names }) => names).join(', ') }))
  return lines
}
