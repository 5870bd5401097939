import { readScene } from '../answers/scene.ts'
import type { Scene } from '../answers/scene.ts'
import { fitMessage, SHOWS_ALL } from '../channels/fit-message.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import { recall } from './conversation.ts'
import { converse } from './converse.ts'
import { applyEffects } from './apply-effects.ts'
import type { Turn } from './turn.ts'
import { acts } from './turn-json.ts'

/** What answering outside any chat needs. */
export interface ApartParts {
  db: Database
  words: Words
}

/** What is said outside any chat, and when. */
export interface Said {
  text: string
  moment: Moment
}

/** One question of a member in a conversation of its own, with all that it changes; null when there is no such member. */
export async function askApart(parts: ApartParts, code: string, said: Said): Promise<Turn | null> {
  const { db } = parts
  const scene = await readScene(db.read, said.moment)
  const member = scene.members.get(code)
  if (!member) return null
  const turn = await turnOf(parts, db.read, { member, text: said.text, scene, stored: null })
  if (turn.effects.length > 0)
    await db.write(async stores => await applyEffects(stores, member, turn.effects, said.moment))
  return turn
}

/**
 * One conversation of a member of which nothing is kept: its later turns see what its earlier ones did. Null when
 * there is no such member.
 */
export async function rehearse(
  parts: ApartParts,
  code: string,
  turns: readonly Said[],
): Promise<Turn[] | null> {
  const { db } = parts
  const member = turns[0] && (await readScene(db.read, turns[0].moment)).members.get(code)
  if (!member) return null
  const taken = await talk(parts, db.read, { member, turns, keeps: false })
  // Reading needs no lock; only what was done before another turn has to be done for that one to see.
  if (!taken.slice(0, -1).some(acts)) return taken
  return await db.rehearse(async stores => await talk(parts, stores, { member, turns, keeps: true }))
}

interface Talk {
  member: Member
  turns: readonly Said[]
  /** Whether the stores can be written, and what a turn does is. */
  keeps: boolean
}

async function talk(parts: ApartParts, stores: Stores, { member, turns, keeps }: Talk): Promise<Turn[]> {
  const taken: Turn[] = []
  let stored: Kept = null
  for (const { text, moment } of turns) {
    const scene = await readScene(stores, moment)
    const turn = await turnOf(parts, stores, { member, text, scene, stored })
    if (keeps) await applyEffects(stores, member, turn.effects, moment)
    stored = { state: JSON.stringify(turn.conversation), at: moment.at }
    taken.push(turn)
  }
  return taken
}

/** The conversation so far, as it is kept. */
type Kept = Parameters<typeof recall>[0]

interface Saying {
  member: Member
  text: string
  scene: Scene
  stored: Kept
}

async function turnOf({ words }: ApartParts, stores: Stores, saying: Saying): Promise<Turn> {
  const { member, text, scene, stored } = saying
  const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = stores
  const rows = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
  const conversation = recall(stored, scene.moment.at)
  const said = await converse({ ...rows, scene, words, member, text, conversation })
  return { ...said, message: fitMessage(said.message, SHOWS_ALL) }
}
