import { createHash, randomInt } from 'node:crypto'
import { DAY_MS, HOUR_MS } from '../core/durations.ts'
import type { Stores } from '../db/stores/database.ts'

/** Letters and digits that nobody confuses when reading them aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8
/** A code expires after so long, milliseconds. */
const INVITE_LIFE_MS = 48 * HOUR_MS
/** So many codes of one chat are looked at within a day; the next one is told so, and those after it get no answer. */
const CODES_A_DAY = 5

/** What a code that somebody sent is worth. */
export type CodeOutcome =
  | { outcome: 'good'; member: string; codeHash: string }
  | { outcome: 'wrong' }
  | { outcome: 'expired' }
  /** Used, replaced by a newer one, or seen in a group. */
  | { outcome: 'ended' }
  | { outcome: 'too_many' }
  /** The chat was told that it has tried too many. */
  | { outcome: 'silence' }

type Invites = Pick<Stores, 'chats' | 'audit'>

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

/** The codes that may be in a text among other words. */
export function codesAmong(text: string): string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}])(?=([0-9a-z]{4}[\s-]?[0-9a-z]{4})(?![\p{L}\p{N}]))/giu)
  const codes = [...found].map(match => match[1] ?? '')
  return codes.filter(code => /\d/.test(code) && isCode(code))
}

/** Makes a code for a member, valid until `expires` (milliseconds). An earlier one works no more. */
export async function invite(
  stores: Invites,
  member: string,
  now: number,
  code = newCode(),
): Promise<{ member: string; code: string; expires: number }> {
  const expires = now + INVITE_LIFE_MS
  await endInvites(stores, member, now)
  await stores.chats.addInvite({ codeHash: codeHash(code), member, expiresAt: expires })
  await stores.audit.add({ at: now, action: 'invite', object: `member:${member}` })
  return { member, code, expires }
}

/** A code is good for 48 hours from now at most, whatever clock it was made by. */
export async function cutInvites({ chats }: Pick<Stores, 'chats'>, now: number): Promise<void> {
  await chats.cutInvites(now + INVITE_LIFE_MS)
}

/** Takes back the codes of a member that could still be used. */
export async function endInvites({ chats, audit }: Invites, member: string, now: number): Promise<void> {
  for (const live of await chats.liveInvites(member, now)) {
    await chats.endInvite(live.codeHash, now)
    await audit.add({ at: now, action: 'code_ended', object: `member:${member}` })
  }
}

/** Takes back every code in a text that others can read. Returns whose they were. */
export async function endSeenCodes({ chats, audit }: Invites, text: string, now: number): Promise<string[]> {
  const members: string[] = []
  for (const code of codesAmong(text)) {
    const known = await chats.findInvite(codeHash(code))
    if (known === null || known.usedAt !== null || known.endedAt !== null || known.expiresAt <= now) continue
    await chats.endInvite(known.codeHash, now)
    await audit.add({ at: now, action: 'code_ended', object: `member:${known.member}`, after: 'group' })
    members.push(known.member)
  }
  return members
}

/** What a code is worth, and whether it was the last one that is looked at from the chat today. */
export type JudgedCode = CodeOutcome & { last: boolean }

/** Judges a code that was sent in a chat. After five in 24 hours no code is looked at, and after one more none is answered. */
export async function judgeCode(
  { chats, audit }: Invites,
  chat: { id: number; channel: string; address: string },
  code: string,
  now: number,
): Promise<JudgedCode> {
  const tried = await chats.countCode(chat, { at: now, since: now - DAY_MS, most: CODES_A_DAY + 2 })
  const last = tried === CODES_A_DAY
  if (tried > CODES_A_DAY + 1) return { outcome: 'silence', last }
  const refused = async (outcome: 'wrong' | 'expired' | 'ended' | 'too_many'): Promise<JudgedCode> => {
    await audit.add({ at: now, action: 'code_refused', object: `chat:${chat.id}`, after: outcome })
    return { outcome, last }
  }
  if (tried > CODES_A_DAY) return await refused('too_many')
  await cutInvites({ chats }, now)
  const known = await chats.findInvite(codeHash(code))
  if (known === null) return await refused('wrong')
  if (known.usedAt !== null || known.endedAt !== null) return await refused('ended')
  if (known.expiresAt <= now) return await refused('expired')
  return { outcome: 'good', member: known.member, codeHash: known.codeHash, last }
}
