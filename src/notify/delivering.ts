import type { Abilities, Channel, ChannelName, Delivery } from '../channels/channel.ts'
import { fitMessage } from '../channels/fit-message.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Database } from '../db/stores/database.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Message } from '../lib/message.ts'
import type { Timer } from '../lib/timer.ts'
import type { Holds } from './holds.ts'
import { gone, judge, noLongerTrue, notComposed, type Verdict, waits } from './verdict.ts'

/** A claim lasts this long without a sign of life; while a message is on its way it is renewed. */
export const LEASE_MS = 60_000
/** Rows of a channel that is not configured are looked at again after this long. */
export const OFF_MS = 10 * 60_000
const RECORD_TRIES = 5
const RECORD_WAIT_MS = 200

/** One message that was dealt with, for counting. */
export interface Delivered {
  channel: ChannelName | null
  topic: OutboxRow['topic']
  outcome: Verdict['outcome']
  /** From claim to record. */
  ms: number
}

export interface DeliveringDeps {
  db: Pick<Database, 'read' | 'write'>
  channels: ReadonlyMap<ChannelName, Channel>
  /**
   * The words of a row for its chat, made at the moment of sending. What the channel cannot show is left out afterwards,
   * with what speaks of it, so it need not be made.
   * Null when what it says is no longer true: the row is withdrawn.
   */
  compose: (row: OutboxRow, chat: ChatRow, can: Abilities) => Promise<Message | null>
  clock: Clock
  timer: Timer
  log: Log
  metrics?: { delivered(event: Delivered): void }
}

interface Recipient {
  chat: ChatRow
  channel: Channel
}

/** Takes a claimed row to its end: recipient, words, sending, record. Never rejects. */
export function createDelivering(deps: DeliveringDeps, holds: Holds): (row: OutboxRow) => Promise<void> {
  const { db, channels, clock, timer, log } = deps

  async function recipientOf(row: OutboxRow): Promise<Recipient | Verdict> {
    const chat = row.chat === null ? null : await db.read.chats.get(row.chat)
    if (chat === null || chat.goneAt !== null) return gone(row, 'no chat')
    const channel = [...channels.values()].find(({ name }) => name === chat.channel)
    return channel === undefined
      ? waits('the channel is off', { notBefore: clock.now() + OFF_MS })
      : { chat, channel }
  }

  async function composed(row: OutboxRow, { chat, channel }: Recipient): Promise<Message | Verdict> {
    try {
      const message = await deps.compose(row, chat, channel.abilities)
      return message === null ? noLongerTrue() : fitMessage(message, channel.abilities)
    } catch (error) {
      return notComposed(row, nameOf(error), clock.now())
    }
  }

  /** Sends, following the chat once to a new address. */
  async function sent({ chat, channel }: Recipient, message: Message): Promise<Delivery> {
    const first = await channel.send(chat.address, message)
    if (first.outcome !== 'moved') return first
    await db.write(stores => stores.chats.move(chat.id, first.address))
    return channel.send(first.address, message)
  }

  /** The stages; each either hands on or decides. */
  async function decide(row: OutboxRow): Promise<{ verdict: Verdict; to: Recipient | null }> {
    const to = await recipientOf(row)
    if ('outcome' in to) return { verdict: to, to: null }
    const message = await composed(row, to)
    if ('outcome' in message) return { verdict: message, to }
    const delivery = await sent(to, message)
    const now = clock.now()
    const outage = holds.learn(to.channel.name, to.chat.id, delivery, to.channel.health().ok, now)
    const verdict = judge(row, delivery, outage, now)
    if (verdict.outcome === 'later' && verdict.change.notBefore !== undefined)
      holds.holdChat(to.chat.id, verdict.change.notBefore, now)
    return { verdict, to }
  }

  /** What was done is written down, if need be at the fifth try: forgotten, it would be done twice. */
  async function record(row: OutboxRow, verdict: Verdict, chat: ChatRow | null): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await db.write(async ({ outbox, chats }) => {
          await outbox.finish(row.id, verdict.change)
          if (verdict.chatGone && chat !== null) await chats.markGone(chat.id, clock.now())
        })
      } catch (error) {
        log.error(
          { row: row.id, outcome: verdict.outcome, error: nameOf(error) },
          'a delivery was not recorded',
        )
        if (tries === RECORD_TRIES) return
        await timer.wait(RECORD_WAIT_MS * tries)
      }
    }
  }

  async function renewLease(row: OutboxRow, done: AbortSignal): Promise<void> {
    for (;;) {
      await timer.wait(LEASE_MS / 2, done)
      if (done.aborted) return
      await db.write(async ({ outbox }) => {
        if (!done.aborted) await outbox.finish(row.id, { leaseUntil: clock.now() + LEASE_MS })
      })
    }
  }

  return async function deliver(row) {
    const began = clock.now()
    const done = new AbortController()
    const renewing = renewLease(row, done.signal).catch(() => undefined)
    const { verdict, to } = await decide(row)
      .catch((error: unknown) => ({ verdict: notComposed(row, nameOf(error), clock.now()), to: null }))
      .finally(() => done.abort())
    await renewing
    await record(row, verdict, to?.chat ?? null)
    const { outcome, reason } = verdict
    const channel = to?.channel.name ?? null
    const ms = clock.now() - began
    const fields = {
      row: row.id,
      key: row.key,
      topic: row.topic,
      channel,
      outcome,
      attempts: row.attempts,
      ms,
    }
    const level = outcome === 'dead' || outcome === 'refused' ? 'error' : outcome === 'sent' ? 'info' : 'warn'
    log[level](reason === null ? fields : { ...fields, cause: reason }, 'notice')
    deps.metrics?.delivered({ channel, topic: row.topic, outcome, ms })
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
