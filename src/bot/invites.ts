import { createHash, randomInt } from 'node:crypto'
import { DAY_MS, MINUTE_MS } from '../core/durations.ts'
import type { ChatStore } from '../db/stores/chats.ts'

/** Letters and digits that nobody confuses when reading them aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8
/** A code expires after so long, milliseconds. */
export const INVITE_LIFE_MS = 7 * DAY_MS
/** Wrong codes allowed from one chat within the span, milliseconds. */
const WRONG_AT_MOST = 5
export const WRONG_SPAN_MS = 15 * MINUTE_MS

export type LinkOutcome =
  | { outcome: 'linked'; member: string }
  | { outcome: 'wrong_code' }
  | { outcome: 'too_many' }

/**
 * A one-time code with at least one digit, so that no two words can look like one.
 * `random` gives a whole number from 0 up to, not including, its argument.
 */
export function newCode(random: (below: number) => number = randomInt): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[random(ALPHABET.length)]).join('')
    if (/\d/.test(code)) return code
  }
}

/** What is stored of a code: its SHA-256, hex, with case and spaces folded away. */
export function codeHash(code: string): string {
  return createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, '')).digest('hex')
}

/** The code in a message that is nothing but a code, alone or as `/start CODE`; null otherwise. */
export function codeIn(text: string): string | null {
  const found = /^\s*(?:\/start(?:@\w+)?\s+)?([0-9a-z]{4}[\s-]?[0-9a-z]{4})\s*$/i.exec(text)
  const code = found?.[1]
  return code && /\d/.test(code) ? code : null
}

/** Whether a text has only the letters and digits of codes: a stranger's may have mistaken ones. */
export function isCode(text: string): boolean {
  return new RegExp(`^[${ALPHABET}]+$`).test(text.toUpperCase().replace(/[\s-]/g, ''))
}

/** Makes a code for a member, valid until `expires` (milliseconds). */
export async function invite(
  chats: ChatStore,
  member: string,
  now: number,
  code = newCode(),
): Promise<{ member: string; code: string; expires: number }> {
  const expires = now + INVITE_LIFE_MS
  await chats.addInvite({ codeHash: codeHash(code), member, expiresAt: expires })
  return { member, code, expires }
}

/** Uses a code in a chat: links it, once. After five wrong codes in a quarter of an hour no code is looked at. */
export async function useCode(
  chats: ChatStore,
  chat: { id: number; channel: string; address: string },
  code: string,
  now: number,
): Promise<LinkOutcome> {
  const tried = await chats.countWrongCode(chat.channel, chat.address, now, now - WRONG_SPAN_MS)
  if (tried > WRONG_AT_MOST) return { outcome: 'too_many' }
  const taken = await chats.takeInvite(codeHash(code), now)
  if (!taken) return { outcome: 'wrong_code' }
  await chats.link(chat.id, taken.member, now)
  return { outcome: 'linked', member: taken.member }
}
