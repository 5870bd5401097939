import type { Delivery, Gone, Retry } from '../channels/channel.ts'
import { type Conclusion, isOfChat, type OutboxRow } from '../db/stores/outbox.ts'
import { LONGEST_REST_MS } from './channel-rest.ts'
import { FOR_PERSON, FOR_TURN } from './choose.ts'

/** What becomes of a row after a try, and why. */
export interface Verdict {
  /** `later`: tried again. `waiting`: for the person to come back, or for the channel. The others end the row. */
  outcome: 'sent' | 'later' | 'waiting' | 'withdrawn' | 'refused' | 'dead'
  reason: string | null
  conclusion: Conclusion
  /** The chat is gone, too. */
  chatGone: boolean
  /** When it did not arrive in the chat, though its channel is well. */
  chatFailedAt?: number
}

/** What judging has to know besides the delivery. */
export interface Circumstances {
  now: number
  /** In [0, 1). */
  random: number
  /** The whole channel is out: that is not the message's fault. */
  outage: boolean
  /** The person has another chat that can be used. */
  elsewhere: boolean
  /** From when on another chat of the person takes over if the message has not arrived in this one; `Infinity`: none does. */
  handsOverAt: number
}

const WAITS = { first: 4_000, longest: 30 * 60_000 }
/** What was perhaps delivered is sent once more after this long, twice this at most. */
export const AMBIGUOUS_PAUSE_MS = 30_000
/** Whether a person has written again is looked at so often. */
const LOOK_AGAIN_MS = 60 * 60_000
/** What could not be composed so often never will be. */
const MOST_COMPOSINGS = 12

/** Judges what a channel did with the row's message. */
export function judge(row: OutboxRow, delivery: Delivery, about: Circumstances): Verdict {
  switch (delivery.outcome) {
    case 'sent':
      return sent(row, delivery.messageId, about.now)
    case 'retry':
      if (delivery.named && delivery.scope === 'message') return untilItsTurn(row, delivery, about)
      return ofChat(
        delivery.ambiguous ? perhapsSent(row, delivery.cause, about) : again(row, delivery, about),
        delivery,
        about,
      )
    case 'refused':
      // What we asked wrongly can be sent again once it is mended: it is given up, not over.
      return ended(row, delivery.ours ? 'dead' : 'refused', delivery.cause)
    case 'gone':
      return gone(row, delivery, about)
    case 'moved':
      return ended(row, 'refused', 'the chat kept moving')
    case 'channel_down':
      return waits(row, delivery.cause, about.now)
  }
}

/** The message could not be made: tried again, a while. `cause` names the error, never its text. */
export function notComposed(row: OutboxRow, cause: string, about: Circumstances): Verdict {
  const retry = { cause: `not composed: ${cause}`, afterMs: 0, named: false, mostTries: MOST_COMPOSINGS }
  return again(row, retry, about)
}

/** Whether the chat is what fails: not where the channel is out, nor where the platform only asks to wait for a moment. */
function ofChat(verdict: Verdict, { named, afterMs }: Retry, { now, outage }: Circumstances): Verdict {
  const isBusy = named && afterMs - now <= LONGEST_REST_MS
  return outage || isBusy ? verdict : { ...verdict, chatFailedAt: now }
}

/** The chat is not what it was when the row was chosen for it. */
export function chosenAnew(row: OutboxRow, now: number): Verdict {
  return waits(row, row.lastError, now)
}

export function noLongerTrue(row: OutboxRow): Verdict {
  return ended(row, 'withdrawn', 'no longer true')
}

/** Milliseconds before the next try, anywhere between none and all of a wait that doubles: nobody comes back together. */
function fullJitter(failures: number, random: number): number {
  return Math.round(
    random * Math.min(WAITS.longest, WAITS.first * 2 ** Math.min(20, Math.max(0, failures - 1))),
  )
}

function sent(row: OutboxRow, messageId: string | null, now: number): Verdict {
  const conclusion: Conclusion = { id: row.id, state: 'sent', sentAt: now, messageId, lastError: null }
  return { outcome: 'sent', reason: null, conclusion, chatGone: false }
}

function again(
  row: OutboxRow,
  { cause, afterMs, named, mostTries }: Pick<Retry, 'cause' | 'afterMs' | 'named' | 'mostTries'>,
  { now, random, outage, handsOverAt }: Circumstances,
): Verdict {
  if (outage) return waits(row, cause, Math.max(now, named ? afterMs : now))
  const attempts = row.attempts + 1
  const isLast = mostTries !== null && attempts >= mostTries
  // Tried as often as it may be it is over, unless another chat of the person takes it, once.
  if (isLast && (attempts > mostTries || handsOverAt === Infinity))
    return { ...ended(row, 'dead', cause), reason: cause }
  const wanted = named ? Math.max(now, afterMs) : Math.max(afterMs, now + fullJitter(attempts, random))
  // Where the other has its turn already only what is tried for the first time goes on at once: perhaps all of them fail.
  const isOver = handsOverAt <= now && row.attempts > 0
  const notBefore = isOver ? wanted : Math.max(now, isLast ? handsOverAt : Math.min(wanted, handsOverAt))
  const conclusion: Conclusion = { id: row.id, ...stillWaiting(row), notBefore, attempts, lastError: cause }
  return { outcome: 'later', reason: cause, conclusion, chatGone: false }
}

/** What waited for the platform to have room keeps the longer life that it has for that. */
function stillWaiting({ state, heldFor }: OutboxRow): Pick<Conclusion, 'state' | 'heldFor'> {
  return state === 'held' && heldFor === FOR_TURN ? { state, heldFor } : { state: 'queued' }
}

/**
 * The platform has no room for this message before a moment: the month turns, the night ends. Another chat of the person
 * may have, at once; where none has, the row waits, however old it is by then.
 */
function untilItsTurn(row: OutboxRow, { cause, afterMs }: Retry, { now, elsewhere }: Circumstances): Verdict {
  const isAnswer = isOfChat(row)
  const goesOn = elsewhere && !isAnswer && row.heldFor !== FOR_TURN
  const conclusion: Conclusion = {
    id: row.id,
    state: goesOn ? 'queued' : 'held',
    notBefore: goesOn ? now : Math.max(now, afterMs),
    heldFor: FOR_TURN,
    attempts: row.attempts + 1,
    lastError: cause,
  }
  return { outcome: goesOn ? 'waiting' : 'later', reason: cause, conclusion, chatGone: false }
}

/** Once more after a pause; then it is left, and said so. */
function perhapsSent(row: OutboxRow, cause: string, { now, random }: Circumstances): Verdict {
  if (row.ambiguousAt !== null) return ended(row, 'dead', `perhaps delivered, twice: ${cause}`)
  const notBefore = now + AMBIGUOUS_PAUSE_MS * (1 + random)
  const conclusion: Conclusion = {
    id: row.id,
    state: 'queued',
    notBefore: Math.round(notBefore),
    ambiguousAt: now,
    attempts: row.attempts + 1,
    lastError: `perhaps delivered: ${cause}`,
  }
  return { outcome: 'later', reason: conclusion.lastError ?? null, conclusion, chatGone: false }
}

/**
 * A notice goes to another chat of its person, or waits for one; an answer to a question that was asked there does not.
 * Where other notices still reach the person's only chat, it is not given up for one that does not.
 */
function gone(row: OutboxRow, { cause, forms }: Gone, { now, elsewhere }: Circumstances): Verdict {
  const kept = forms === true && !elsewhere
  if (isOfChat(row)) return { ...ended(row, 'refused', cause), chatGone: !kept }
  if (kept) return untilHeardOf(row, cause, now)
  return { ...waits(row, cause, row.notBefore), chatGone: true }
}

/** The chat is there, and open only to who has written lately: whether that has changed is looked at from time to time. */
function untilHeardOf(row: OutboxRow, cause: string, now: number): Verdict {
  const notBefore = now + LOOK_AGAIN_MS
  const held = {
    id: row.id,
    state: 'held',
    heldFor: FOR_PERSON,
    notBefore,
    chat: null,
    lastError: cause,
  } as const
  return { outcome: 'waiting', reason: cause, conclusion: held, chatGone: false }
}

/** The row goes back as it was; it is chosen anew where it goes. */
function waits(row: OutboxRow, cause: string | null, notBefore: number): Verdict {
  const chat = isOfChat(row) ? row.chat : null
  const conclusion: Conclusion = { id: row.id, ...stillWaiting(row), notBefore, chat, lastError: cause }
  return { outcome: 'waiting', reason: cause, conclusion, chatGone: false }
}

function ended(row: OutboxRow, outcome: 'withdrawn' | 'refused' | 'dead', reason: string): Verdict {
  return {
    outcome,
    reason,
    conclusion: { id: row.id, state: outcome, attempts: row.attempts + 1, lastError: reason },
    chatGone: false,
  }
}
