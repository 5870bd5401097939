import type { Delivery, Retry } from '../channels/channel.ts'
import type { OutboxRow, OutboxStore } from '../db/stores/outbox.ts'
import { backOff } from '../lib/back-off.ts'

export type OutboxChange = Parameters<OutboxStore['finish']>[1]

/** What becomes of a row, and why. */
export interface Verdict {
  /** `later`: tried again. `waiting`: for the person to come back, or for the channel. The others end the row. */
  outcome: 'sent' | 'later' | 'waiting' | 'withdrawn' | 'refused' | 'dead'
  reason: string | null
  change: OutboxChange
  /** The chat is gone, too. */
  chatGone: boolean
}

/** After so many tries a row is given up. */
export const MAX_ATTEMPTS = 12
const RETRY_WAITS = { first: 5_000, longest: 60 * 60_000 }

/**
 * Judges what a channel did with the row's message.
 * @param outage the whole channel is out: that is not the message's fault, and it is not given up for it.
 */
export function judge(row: OutboxRow, delivery: Delivery, outage: boolean, now: number): Verdict {
  switch (delivery.outcome) {
    case 'sent': {
      const change: OutboxChange = {
        state: 'sent',
        sentAt: now,
        messageId: delivery.messageId,
        lastError: null,
      }
      return { outcome: 'sent', reason: null, change, chatGone: false }
    }
    case 'retry':
      return again(row, delivery, outage, now)
    case 'refused':
      return ended('refused', delivery.cause)
    case 'gone':
      return gone(row, delivery.cause)
    case 'moved':
      return ended('refused', 'the chat kept moving')
    case 'channel_down':
      break
  }
  return waits(delivery.cause, { notBefore: now })
}

/** The message could not be made: tried again, a while. `cause` names the error, never its text. */
export function notComposed(row: OutboxRow, cause: string, now: number): Verdict {
  return again(row, { cause: `not composed: ${cause}`, afterMs: now, mostTries: null }, false, now)
}

export function noLongerTrue(): Verdict {
  return ended('withdrawn', 'no longer true')
}

/** A notice waits for its member to come back; an answer to a question that was asked there does not. */
export function gone(row: OutboxRow, cause: string): Verdict {
  if (row.topic === 'reply' || row.member === null) return { ...ended('refused', cause), chatGone: true }
  return { ...waits(cause, { chat: null }), chatGone: true }
}

function again(
  row: OutboxRow,
  { cause, afterMs, mostTries }: Pick<Retry, 'cause' | 'afterMs' | 'mostTries'>,
  outage: boolean,
  now: number,
): Verdict {
  if (row.attempts >= (mostTries ?? MAX_ATTEMPTS) && !outage) return ended('dead', cause)
  const notBefore = outage ? afterMs : Math.max(afterMs, now + backOff(row.attempts, RETRY_WAITS))
  const change: OutboxChange = { state: 'queued', notBefore, lastError: cause }
  return { outcome: 'later', reason: cause, change, chatGone: false }
}

/** The row stays, for a better time. */
export function waits(cause: string, change: OutboxChange): Verdict {
  return {
    outcome: 'waiting',
    reason: cause,
    change: { state: 'queued', lastError: cause, ...change },
    chatGone: false,
  }
}

function ended(outcome: 'withdrawn' | 'refused' | 'dead', reason: string): Verdict {
  return { outcome, reason, change: { state: outcome, lastError: reason }, chatGone: false }
}
