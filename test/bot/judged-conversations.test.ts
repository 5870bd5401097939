import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newConversation, recall } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { readScene } from '../../src/answers/scene.ts'
import { momentAt } from '../../src/core/moment.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import { createWords } from '../../src/i18n/words.ts'
import { differencesFrom } from '../ask/judge.ts'
import type { Expected } from '../ask/judge.ts'
import { copyReferenceDatabase } from '../db/reference-database.ts'
import { sized } from '../sizes.ts'

/** Conversations of several turns in one chat, written by who had not seen the program; two on choices left open. */
interface Conversation {
  id: string
  as: string
  turns: { at: string; q: string; expect: Expected[] }[]
}

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const folder = new URL('../fixtures/gia-lai-2024', import.meta.url).pathname
const conversations: Conversation[] = readFileSync(`${folder}/conversations.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
/** Of every so many one is held, spread over the whole file, whose kinds stand together. */
const EVERY = sized({ quick: 8, usual: 7, long: 1 })
const held = conversations.filter((_, at) => at % EVERY === 0)
const place = mkdtempSync(join(tmpdir(), 'chitieu-talk-'))
const path = join(place, 'talk.db')
await copyReferenceDatabase(path)
const db = openSqlite(`file:${path}`)
const words = createWords('vi')
const { members } = await db.read.catalog.get()
const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = db.read
const rows = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
afterAll(() => {
  db.close()
  rmSync(place, { recursive: true })
})

/** What each turn understood otherwise than expected. */
async function misread({ as, turns }: Conversation): Promise<string[]> {
  const member = members.find(one => one.member === as)!
  const wrong: string[] = []
  let kept: { state: string; at: number } | null = null
  for (const { at, q, expect: expected } of turns) {
    const now = Date.parse(at)
    const turn = await converse({
      ...rows,
      scene: await readScene(db.read, momentAt(now, TIME_ZONE)),
      words,
      member,
      text: q,
      conversation: kept ? recall(kept, now) : newConversation,
    })
    kept = { state: JSON.stringify(turn.conversation), at: now }
    if (turn.questions.length !== expected.length) wrong.push(`${q}: ${turn.questions.length} questions`)
    else
      wrong.push(
        ...expected.flatMap((one, index) =>
          differencesFrom(one, turn.questions[index]!).map(what => `${q}: ${what}`),
        ),
      )
  }
  return wrong
}

test.each(held.map(one => [one.id, one.turns.map(turn => turn.q).join(' / '), one] as const))(
  '%s: %s',
  async (_, __, conversation) => {
    expect(await misread(conversation)).toEqual([])
  },
)
