import type { Stores } from '../db/stores/database.ts'
import type { Log } from '../lib/log.ts'
import type { Outcome } from './delivering.ts'
import { closeUntil, rest } from './pacer.ts'

/** Writes down what became of messages, in the transaction of `stores`. */
export async function record(
  stores: Pick<Stores, 'outbox' | 'chats' | 'pace'>,
  outcomes: readonly Outcome[],
  { owner, now, log }: { owner: string; now: number; log: Log },
): Promise<void> {
  for (const { passage, verdict, calls, closed } of outcomes) {
    const { row, chat, place } = passage
    const isOurs = await stores.outbox.conclude(verdict.conclusion, owner)
    if (!isOurs)
      log.warn({ row: row.id, outcome: verdict.outcome }, 'a row was taken over by another process')
    if (verdict.chatGone) await stores.chats.markGone(chat.id, now)
    if (verdict.chatFailedAt !== undefined) await stores.chats.markFailing(chat.id, verdict.chatFailedAt)
    else if (verdict.outcome === 'sent' && chat.failingSince !== null)
      await stores.chats.markFailing(chat.id, null)
    for (const one of closed) await closeUntil(stores, place, { ...one, now })
    if (closed.length === 0 && calls > 0) await rest(stores, place, now)
  }
}
