import Sqlite from 'better-sqlite3'
import { ENDED, FORGOTTEN } from './outbox-states.ts'

/** What a database that was put back brings with it. */
export interface BroughtBack {
  /** Messages that wait in it, and go when the service runs. */
  waiting: number
  /** Messages that waited in the copy and do not any more: they had gone, or ended, in the database that it replaced. */
  ended: number
  /** Who is a member, or has a chat, again, and had left or been unlinked in the database that it replaced. */
  members: readonly string[]
}

const WAIT = `state NOT IN (${ENDED.map(state => `'${state}'`).join(', ')})`

/**
 * Ends what waits in a database that was put back as it had ended in the one that it replaced (`before`), so that it does not
 * come a second time, and tells what it brings with it. Of none (null), and of one that is damaged, nothing is known.
 */
export function settleRestored(client: Sqlite.Database, before: string | null): BroughtBack {
  const known = before === null ? NOTHING : settledBy(client, before)
  const waiting = client.prepare<[], number>(`SELECT count(*) FROM outbox WHERE ${WAIT}`).pluck().get() ?? 0
  return { ...known, waiting }
}

const NOTHING = { ended: 0, members: [] }

function settledBy(client: Sqlite.Database, before: string): Omit<BroughtBack, 'waiting'> {
  try {
    client.prepare('ATTACH ? AS replaced').run(before)
    return { ended: endAsThere(client), members: leftSince(client) }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return NOTHING
    throw error
  }
}

function endAsThere(client: Sqlite.Database): number {
  const ending = client.prepare(
    `UPDATE outbox SET (state, last_error, held_for, owner, lease_until) =
        (SELECT state, last_error, NULL, NULL, NULL FROM replaced.outbox AS old WHERE old.key = outbox.key),
        facts = ${FORGOTTEN}
      WHERE ${WAIT} AND key IN (SELECT key FROM replaced.outbox WHERE NOT (${WAIT}))`,
  )
  return ending.run().changes
}

function leftSince(client: Sqlite.Database): string[] {
  return client
    .prepare<[], string>(
      `SELECT member FROM member AS now WHERE active_to IS NULL
          AND NOT EXISTS (SELECT 1 FROM replaced.member AS old WHERE old.member = now.member AND old.active_to IS NULL)
        UNION SELECT member FROM chat AS now WHERE member IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM replaced.chat AS old
            WHERE old.channel = now.channel AND old.address = now.address AND old.member = now.member)
        ORDER BY 1`,
    )
    .pluck()
    .all()
}
