import { asc, sql } from './drizzle.ts'
import { inbox } from './schema.ts'
import type { InboxStore, NewInboxRow } from '../stores/inbox.ts'
import type { Connection } from './connection.ts'

export function inboxStore(db: Connection): InboxStore {
  const { $client } = db
  const pending = db
    .select()
    .from(inbox)
    .where(sql`id IN (SELECT min(id) FROM inbox WHERE done_at IS NULL GROUP BY channel, address)`)
    .orderBy(asc(inbox.id))
    .limit(sql.placeholder('limit'))
    .prepare()
  const waiting = $client.prepare<[], { count: number; since: number | null }>(
    'SELECT count(*) AS count, min(received_at) AS since FROM inbox WHERE done_at IS NULL',
  )
  const waitingIn = $client
    .prepare<[string, string], number>(
      'SELECT count(*) FROM inbox WHERE done_at IS NULL AND channel = ? AND address = ?',
    )
    .pluck()
  const done = $client.prepare<[number, number]>("UPDATE inbox SET done_at = ?, text = '' WHERE id = ?")
  const add = adding(db)
  return {
    add: async row => add(row),
    async pending(limit) {
      return pending.all({ limit })
    },
    async done(id, at) {
      done.run(at, id)
    },
    waitingIn: async (channel, address) => waitingIn.get(channel, address) ?? 0,
    async waiting() {
      return waiting.get() ?? { count: 0, since: null }
    },
  }
}

/** Every update goes through here, known ones too: prepared, and without what a builder of queries costs. */
function adding({ $client }: Connection): (row: NewInboxRow) => number | null {
  const statement = $client
    .prepare<
      [
        string,
        string,
        string,
        string,
        string,
        string | null,
        string | null,
        string | null,
        number,
        number,
        number,
      ],
      number
    >(
      `INSERT INTO inbox (channel, update_id, address, text, kind, album, message_id, sender, private, sent_at, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
    )
    .pluck()
  return row => {
    const {
      channel,
      updateId,
      address,
      text,
      kind = 'text',
      album = null,
      messageId = null,
      sender = null,
    } = row
    const told = [kind, album, messageId, sender, Number(row.private), row.sentAt, row.receivedAt] as const
    return statement.get(channel, updateId, address, text, ...told) ?? null
  }
}
