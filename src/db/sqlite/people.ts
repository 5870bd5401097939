import { and, eq, inArray, or, sql } from './drizzle.ts'
import {
  alerts,
  audit,
  channelContacts,
  chats,
  conversations,
  digestPreferences,
  explanationRequests,
  explanations,
  inbox,
  invites,
  outbox,
  subscriptions,
  webLines,
} from './schema.ts'
import type { PeopleStore } from '../stores/people.ts'
import type { Connection } from './connection.ts'
import { ENDED } from './outbox-states.ts'

/** Chats of the person: linked now, or once and nobody's since. `@member` is the code. */
const CHATS_OF = `SELECT id FROM chat WHERE member = @member OR (member IS NULL AND id IN (
    SELECT chat FROM outbox WHERE member = @member
    UNION SELECT chat FROM audit WHERE actor = 'member:' || @member
    UNION SELECT CAST(substr(object, 6) AS INTEGER) FROM audit
      WHERE object LIKE 'chat:%' AND (before_value = @member OR after_value = @member OR after_value LIKE @member || ': %')))`
const AT_THEIR_CHATS = `EXISTS (SELECT 1 FROM chat WHERE chat.channel = it.channel AND chat.address = it.address
    AND chat.id IN (${CHATS_OF}))`
const MEMBERS_FILES = `SELECT id FROM import WHERE kind = 'members'`

/** Drafts that the person handed in to leaders, whose rows they are; the text as it stands within JSON, too. */
const DRAFTS_OF = `SELECT text, substr(json_quote(text), 2, length(json_quote(text)) - 2) AS quoted FROM (
    SELECT DISTINCT json_extract(facts, '$.text') AS text FROM outbox
    WHERE topic = 'draft' AND json_extract(facts, '$.officer') = @member) WHERE text <> ''`
const DRAFTED = `SELECT DISTINCT json_extract(facts, '$.at') AS at, json_extract(facts, '$.unit') AS unit,
    json_extract(facts, '$.text') AS text FROM outbox
    WHERE topic = 'draft' AND json_extract(facts, '$.officer') = @member ORDER BY at`
const quotes = (column: string, as: 'text' | 'quoted') =>
  `EXISTS (SELECT 1 FROM (${DRAFTS_OF}) AS draft WHERE instr(${column}, draft.${as}) > 0)`

/** What is removed of a person: the chats last, since the others are found by them. */
const FORGOTTEN_OF_PERSON = [
  `DELETE FROM conversation WHERE ${quotes('state', 'quoted')}`,
  `DELETE FROM inbox WHERE done_at IS NOT NULL AND ${quotes('text', 'text')}`,
  `DELETE FROM web_line WHERE ${quotes('json', 'quoted')}`,
  `DELETE FROM outbox WHERE topic = 'reply' AND state <> 'claimed' AND ${quotes('facts', 'quoted')}`,
  `DELETE FROM outbox WHERE topic = 'draft' AND json_extract(facts, '$.officer') = @member`,
  `DELETE FROM conversation WHERE CAST(chat_key AS INTEGER) IN (${CHATS_OF})`,
  `DELETE FROM inbox AS it WHERE ${AT_THEIR_CHATS}`,
  `DELETE FROM wrong_code AS it WHERE ${AT_THEIR_CHATS}`,
  `DELETE FROM channel_contact AS it WHERE ${AT_THEIR_CHATS}`,
  `DELETE FROM web_line WHERE address = 'member:' || @member`,
  `DELETE FROM invite WHERE member = @member`,
  `DELETE FROM subscription WHERE member = @member`,
  `DELETE FROM digest_preference WHERE member = @member`,
  `DELETE FROM import_change WHERE key = @member AND import_id IN (${MEMBERS_FILES})`,
  `DELETE FROM chat WHERE id IN (${CHATS_OF})`,
  `DELETE FROM outbox WHERE member = @member`,
]

const ENDED_STATES = ENDED.map(state => `'${state}'`).join(', ')
/** Tables with the condition of what is old: `@before` is a moment. */
const OLD = {
  inbox: 'done_at < @before',
  outbox: `created_at < @before AND state IN (${ENDED_STATES})`,
  conversation: 'at < @before',
  unanswered: 'last_at < @before',
  web_line: 'at < @before',
  wrong_code: 'at < @before',
  invite: 'expires_at < @before',
  // The address of somebody who only once asked for nothing.
  chat: 'member IS NULL AND coalesce(seen_at, stranger_told_at) < @before',
}

/** What is kept of people: shown, and forgotten. Statements are made when they are used: that is seldom. */
export function peopleStore(db: Connection): PeopleStore {
  const { $client } = db
  return {
    async record(member) {
      return recordOf(db, member)
    },
    async forget(member) {
      return FORGOTTEN_OF_PERSON.reduce((sum, text) => sum + $client.prepare(text).run({ member }).changes, 0)
    },
    async forgetOld(before, limit) {
      const removed = Object.entries(OLD).map(([table, old]) => {
        const some = `SELECT rowid FROM ${table} WHERE ${old} LIMIT @limit`
        return $client.prepare(`DELETE FROM ${table} WHERE rowid IN (${some})`).run({ before, limit }).changes
      })
      return removed.reduce((sum, count) => sum + count, 0)
    },
  }
}

function recordOf(db: Connection, member: string): Awaited<ReturnType<PeopleStore['record']>> {
  const ids = db.$client.prepare<{ member: string }, number>(CHATS_OF).pluck().all({ member })
  const own = db.select().from(chats).where(inArray(chats.id, ids)).all()
  const at = ({ channel, address }: typeof inbox | typeof channelContacts) =>
    or(sql`false`, ...own.map(chat => and(eq(channel, chat.channel), eq(address, chat.address))))
  const known = db.select().from(invites).where(eq(invites.member, member)).all()
  const sent = db.select().from(outbox).where(eq(outbox.member, member)).all()
  const objects = [`member:${member}`, ...ids.map(id => `chat:${id}`)]
  const done = or(eq(audit.actor, `member:${member}`), inArray(audit.object, objects))
  return {
    chats: own,
    contacts: db.select().from(channelContacts).where(at(channelContacts)).all(),
    invites: known.map(({ codeHash: _codeHash, ...rest }) => rest),
    subscriptions: db.select().from(subscriptions).where(eq(subscriptions.member, member)).all(),
    digestPreferences: db.select().from(digestPreferences).where(eq(digestPreferences.member, member)).all(),
    conversations: db
      .select()
      .from(conversations)
      .where(inArray(conversations.chatKey, ids.map(String)))
      .all(),
    received: db.select().from(inbox).where(at(inbox)).all(),
    messages: sent.map(({ facts: _facts, owner: _owner, ...rest }) => rest),
    lines: db
      .select({ at: webLines.at, json: webLines.json })
      .from(webLines)
      .where(eq(webLines.address, `member:${member}`))
      .all(),
    alerts: db.select().from(alerts).where(eq(alerts.acknowledgedBy, member)).all(),
    drafts: db.$client
      .prepare<{ member: string }, { at: number; unit: string; text: string }>(DRAFTED)
      .all({ member }),
    explanations: db.select().from(explanations).where(eq(explanations.author, member)).all(),
    requests: db.select().from(explanationRequests).where(eq(explanationRequests.asker, member)).all(),
    audit: db.select().from(audit).where(done).all(),
  }
}
