import { columnsOf } from './columns-of.ts'
import { chats, outbox } from './schema.ts'
import type { ChatRow } from '../stores/chats.ts'
import { isOfChat } from '../stores/outbox.ts'
import type { Claim, Conclusion, DueRow, OutboxRow, OutboxStore } from '../stores/outbox.ts'
import type { Connection } from './connection.ts'
import { ENDED, FORGOTTEN, putBack, WAITING } from './outbox-states.ts'

type Turns = Pick<
  OutboxStore,
  | 'due'
  | 'nextDue'
  | 'busyChats'
  | 'claim'
  | 'takeOver'
  | 'putRight'
  | 'claims'
  | 'renew'
  | 'noteParts'
  | 'conclude'
  | 'hold'
  | 'release'
  | 'address'
>

/** Whose turn it is: what is due, claimed, put aside and concluded. Called for every message, so all is prepared. */
export function outboxTurns(db: Connection): Turns {
  const { $client } = db
  const hold = $client.prepare<{ id: number; until: number; heldFor: string }>(
    `UPDATE outbox SET state = 'held', not_before = @until, held_for = @heldFor,
                       chat = CASE @heldFor WHEN 'recipient' THEN NULL ELSE chat END
      WHERE id = @id AND ${WAITING}`,
  )
  const release = $client.prepare<{ heldFor: string; most: number }>(
    `UPDATE outbox SET state = 'queued', not_before = created_at, held_for = NULL
      WHERE id IN (SELECT id FROM outbox WHERE state = 'held' AND held_for = @heldFor
                    ORDER BY created_at, id LIMIT @most)`,
  )
  const address = $client.prepare<{ member: string; chat: number; since: number }>(
    `UPDATE outbox SET chat = @chat, state = 'queued', held_for = NULL,
                       not_before = CASE state WHEN 'held' THEN created_at ELSE not_before END
      WHERE member = @member AND chat IS NULL AND created_at >= @since
        AND (state = 'queued' OR (state = 'held' AND held_for = 'recipient'))`,
  )
  const due = dueRows(db)
  const conclude = concluding(db)
  const nextDue = $client
    .prepare<{ now: number }, number | null>(
      `SELECT min(at) FROM (SELECT min(not_before) AS at FROM outbox WHERE state = 'queued' AND not_before > @now
                      UNION ALL SELECT min(not_before) FROM outbox WHERE state = 'held' AND not_before > @now)`,
    )
    .pluck()

  return {
    ...claimTurns(db),
    putRight: puttingRight(db),
    due: async (now, limit) => due(now, limit),
    nextDue: async now => nextDue.get({ now }) ?? null,
    conclude: async (conclusion, owner) => conclude(conclusion, owner),
    async hold(id, until, heldFor) {
      hold.run({ id, until, heldFor })
    },
    release: async (heldFor, most) => release.run({ heldFor, most }).changes,
    address: async (member, chat, since) => address.run({ member, chat, since }).changes,
  }
}

/** Who has a row: claims, and what is left of those who are no more. */
function claimTurns({
  $client,
}: Connection): Pick<Turns, 'busyChats' | 'claim' | 'claims' | 'takeOver' | 'renew' | 'noteParts'> {
  const claim = $client.prepare<{ id: number; chat: number; owner: string; until: number }>(
    `UPDATE outbox SET state = 'claimed', chat = @chat, owner = @owner, lease_until = @until, held_for = NULL,
            parts_left = CASE WHEN chat = @chat THEN parts_left END
      WHERE id = @id AND ${WAITING}`,
  )
  const takeOver = $client.prepare<Claim & { now: number }>(
    `UPDATE outbox SET state = ${putBack("'queued'")}, held_for = NULL, owner = NULL, lease_until = NULL, not_before = @now
      WHERE id = @id AND state = 'claimed' AND owner IS @owner AND lease_until IS @leaseUntil`,
  )
  const claims = $client.prepare<[], Claim>(
    `SELECT id, owner, lease_until AS leaseUntil FROM outbox WHERE state = 'claimed' ORDER BY id`,
  )
  const renew = $client.prepare<{ id: number; owner: string; until: number }>(
    `UPDATE outbox SET lease_until = @until WHERE id = @id AND state = 'claimed' AND owner = @owner`,
  )
  const note = $client.prepare<{
    id: number
    owner: string
    partsLeft: number | null
    messageId: string | null
  }>(
    `UPDATE outbox SET parts_left = @partsLeft, message_id = @messageId
      WHERE id = @id AND state = 'claimed' AND owner = @owner`,
  )
  const busy = $client
    .prepare<[], number>(`SELECT chat FROM outbox WHERE state = 'claimed' AND chat IS NOT NULL`)
    .pluck()
  return {
    busyChats: async () => new Set(busy.all()),
    claim: async (id, chat, lease) => claim.run({ id, chat, ...lease }).changes === 1,
    claims: async () => claims.all(),
    async takeOver(now, seen) {
      let changes = 0
      for (const { id, owner, leaseUntil } of seen)
        changes += takeOver.run({ id, owner, leaseUntil, now }).changes
      return changes
    },
    async noteParts(id, owner, parts) {
      note.run({ id, owner, ...parts })
    },
    async renew(ids, lease) {
      for (const id of ids) renew.run({ id, ...lease })
    },
  }
}

/** What lies further ahead than any rule puts it, in an order in which each statement finds what the ones before have left. */
function puttingRight({ $client }: Connection): Turns['putRight'] {
  const statements = [
    `UPDATE outbox SET created_at = @now, not_before = @now + max(0, not_before - created_at)
      WHERE ${WAITING} AND created_at > @now`,
    `UPDATE outbox SET not_before = @now
      WHERE state = 'queued' AND not_before > @now + @waitMs AND (attempts > 0 OR last_error IS NOT NULL OR (chat IS NOT NULL AND member IS NOT NULL))`,
    `UPDATE outbox SET state = 'queued', held_for = NULL, not_before = @now
      WHERE state = 'held' AND (held_for = 'window' OR held_for LIKE 'channel:%')`,
    `UPDATE outbox SET not_before = @now
      WHERE state = 'held' AND not_before > @now + CASE held_for WHEN 'person' THEN @waitMs ELSE @turnMs END`,
    'UPDATE chat SET failing_since = @now WHERE failing_since > @now',
  ].map(one => $client.prepare<Record<string, number>>(one))
  return async (now, most) => {
    for (const one of statements) one.run({ now, ...most })
  }
}

/** In SQL: the row goes to somebody who is neither linked nor being linked. */
const TO_A_STRANGER = `(member IS NULL AND chat IN (SELECT id FROM chat WHERE member IS NULL AND pending IS NULL AND id NOT IN (SELECT chat FROM digest_group)))`

/** Answers first, then what failed before and whose time has come, then the rest in the order of falling due, with their chats. */
function dueRows({ $client }: Connection): (now: number, limit: number) => DueRow[] {
  const rowsOf = (notices: 0 | 1, also: string) =>
    $client.prepare<{ now: number; limit: number }, OutboxRow>(
      `SELECT ${columnsOf(outbox)} FROM outbox
        WHERE (topic <> 'reply') = ${notices} AND ${WAITING} AND not_before <= @now ${also}
        ORDER BY not_before, id LIMIT @limit`,
    )
  const parts = [
    rowsOf(0, `AND NOT ${TO_A_STRANGER}`),
    rowsOf(1, 'AND attempts > 0'),
    rowsOf(1, 'AND attempts = 0'),
    rowsOf(0, `AND ${TO_A_STRANGER}`),
  ]
  const listed = (column: 'id' | 'member') =>
    $client.prepare<[string], ChatRow>(
      `SELECT ${columnsOf(chats)} FROM chat WHERE ${column} IN (SELECT value FROM json_each(?))`,
    )
  const [byId, byMember] = [listed('id'), listed('member')]

  return (now, limit) => {
    const rows: OutboxRow[] = []
    for (const part of parts)
      if (rows.length < limit) rows.push(...part.all({ now, limit: limit - rows.length }))
    const fixed = rows.filter(isOfChat).map(row => row.chat)
    const persons = new Set(rows.filter(row => !isOfChat(row)).map(row => row.member))
    const ofChat = new Map(byId.all(JSON.stringify(fixed)).map(chat => [chat.id, chat]))
    const ofMember = Map.groupBy(byMember.all(JSON.stringify([...persons])), chat => chat.member)
    return rows.map(row => ({ ...row, chats: chatsOf(row, ofChat, ofMember) }))
  }
}

function chatsOf(
  row: OutboxRow,
  ofChat: ReadonlyMap<number, ChatRow>,
  ofMember: ReadonlyMap<string | null, ChatRow[]>,
): ChatRow[] {
  if (!isOfChat(row)) return ofMember.get(row.member) ?? []
  const chat = row.chat === null ? undefined : ofChat.get(row.chat)
  return chat ? [chat] : []
}

function concluding(db: Connection): (conclusion: Conclusion, owner: string) => boolean {
  const columns = [
    ['chat', 'chat'],
    ['notBefore', 'not_before'],
    ['attempts', 'attempts'],
    ['heldFor', 'held_for'],
    ['ambiguousAt', 'ambiguous_at'],
    ['lastError', 'last_error'],
    ['sentAt', 'sent_at'],
    ['messageId', 'message_id'],
  ] as const
  const set = columns.map(
    ([name, column]) => `${column} = CASE WHEN @has_${name} THEN @${name} ELSE ${column} END`,
  )
  const sent = sentConclusion(db)
  const ended = ENDED.map(state => `'${state}'`).join(', ')
  const statement = db.$client.prepare<Record<string, string | number | null>>(
    `UPDATE outbox SET state = ${putBack('@state')}, owner = NULL, lease_until = NULL, ${set.join(', ')},
            facts = CASE WHEN ${putBack('@state')} IN (${ended}) THEN ${FORGOTTEN} ELSE facts END
      WHERE id = @id AND state = 'claimed' AND owner = @owner`,
  )
  return (conclusion, owner) => {
    if (conclusion.state === 'sent') return sent(conclusion, owner)
    const values: Record<string, string | number | null> = {
      id: conclusion.id,
      state: conclusion.state,
      owner,
    }
    for (const [name] of columns) {
      values[`has_${name}`] = conclusion[name] === undefined ? 0 : 1
      values[name] = conclusion[name] ?? null
    }
    return statement.run(values).changes === 1
  }
}

/** Nearly every message ends so: a statement of its own, that writes no more than it must. What was sent is noted although the claim ran out. */
function sentConclusion({ $client }: Connection): (conclusion: Conclusion, owner: string) => boolean {
  const statement = $client.prepare<[number | null, string | null, number, string]>(
    `UPDATE outbox SET state = 'sent', owner = NULL, lease_until = NULL, last_error = NULL, sent_at = ?, message_id = ?,
            facts = ${FORGOTTEN}
      WHERE id = ? AND ((state = 'claimed' AND owner = ?) OR ${WAITING})`,
  )
  return ({ id, sentAt = null, messageId = null }, owner) =>
    statement.run(sentAt, messageId, id, owner).changes === 1
}
