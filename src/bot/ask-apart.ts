import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import { newConversation } from './conversation.ts'
import { converse } from './converse.ts'
import { applyEffects, isSample } from './take-turn.ts'
import type { Turn } from './turn.ts'
import { acts } from './turn-json.ts'

/** What answering outside any chat needs. */
export interface ApartParts {
  db: Database
  words: Words
  timeZone: string
}

/** A conversation outside any chat: who asks, when, and what they say one after the other. */
export interface Apart {
  member: string
  moment: Moment
  texts: readonly string[]
}

/** One question of a member in a conversation of its own, with all that it changes; null when there is no such member. */
export async function askApart(parts: ApartParts, asked: Omit<Apart, 'texts'> & { text: string }) {
  const { db } = parts
  const member = await memberOf(db.read, asked.member)
  if (!member) return null
  const { moment, text } = asked
  const [turn] = await talk(parts, { stores: db.read, member, moment, texts: [text], keeps: false })
  if (turn && turn.effects.length > 0)
    await db.write(async stores => await applyEffects(stores, member, turn.effects, moment))
  return turn ?? null
}

/**
 * One conversation of a member of which nothing is kept: its later turns see what its earlier ones did. Null when
 * there is no such member.
 */
export async function rehearse(parts: ApartParts, asked: Apart): Promise<Turn[] | null> {
  const { db } = parts
  const member = await memberOf(db.read, asked.member)
  if (!member) return null
  const { moment, texts } = asked
  const turns = await talk(parts, { stores: db.read, member, moment, texts, keeps: false })
  // Reading needs no lock; only what was done before another turn has to be done for that one to see.
  if (!turns.slice(0, -1).some(acts)) return turns
  return await db.rehearse(async stores => await talk(parts, { stores, member, moment, texts, keeps: true }))
}

interface Talk {
  stores: Stores
  member: Member
  moment: Moment
  texts: readonly string[]
  /** Whether `stores` can be written, and what a turn does is. */
  keeps: boolean
}

async function talk({ words, timeZone }: ApartParts, asked: Talk): Promise<Turn[]> {
  const { stores, member, moment, texts, keeps } = asked
  const sample = await isSample(stores)
  const turns: Turn[] = []
  let conversation = newConversation
  for (const text of texts) {
    const turn = await converse({ stores, words, timeZone, member, text, moment, conversation, sample })
    if (keeps) await applyEffects(stores, member, turn.effects, moment)
    conversation = turn.conversation
    turns.push(turn)
  }
  return turns
}

async function memberOf(stores: Stores, code: string): Promise<Member | null> {
  return (await stores.catalog.get()).members.find(one => one.member === code) ?? null
}
