import { MINUTE_MS } from '../core/durations.ts'
import { errorName } from '../lib/error-name.ts'
import type { Abilities, Channel, ChannelName, Delivery } from '../channels/channel.ts'
import { fitMessage } from '../channels/fit-message.ts'
import type { Parts } from '../channels/parts.ts'
import { type ChatRow, openOf } from '../db/stores/chats.ts'
import type { Database } from '../db/stores/database.ts'
import { type DueRow, isOfChat, type OutboxRow } from '../db/stores/outbox.ts'
import type { Clock } from '../lib/clock.ts'
import type { Message } from '../lib/message.ts'
import type { Timer } from '../lib/timer.ts'
import type { ChannelWatch } from './channel-watch.ts'
import { mayGoOver } from './choose.ts'
import { bookNext, chatFree, isPaced, type Place } from './pacer.ts'
import { chosenAnew, judge, noLongerTrue, notComposed, type Verdict } from './verdict.ts'

export interface DeliveringDeps {
  db: Pick<Database, 'read' | 'writeTogether'>
  /**
   * The words of a row for its chat, made at the moment of sending. What the channel cannot show is left out afterwards,
   * with what speaks of it, so it need not be made.
   * Null when what it says is no longer true: the row is withdrawn.
   */
  compose: (row: OutboxRow, chat: ChatRow, can: Abilities) => Promise<Message | null>
  clock: Clock
  timer: Timer
  random: () => number
}

/** A claimed row on its way to a chat. */
export interface Passage {
  row: DueRow
  chat: ChatRow
  channel: Channel
  watch: ChannelWatch
  place: Place
  /** When its first call may be made: that one is paid for. */
  startAt: number
  /** Whether something went into the chat just before. */
  fresh: boolean
  /** Who has claimed the row. */
  owner: string
  /** How long a person's next chat waits for this one, milliseconds. */
  fallbackMs: number
}

/** What came of a passage. */
export interface Outcome {
  passage: Passage
  verdict: Verdict
  /** How many calls were made. */
  calls: number
  /** What a limit that the platform named closes: the chat in any case, unless it is surely the bot's, and the channel unless it is surely the chat's. */
  closed: { what: 'chat' | 'channel'; until: number }[]
}

/** What the stages hand on. */
interface Underway extends Passage {
  deps: DeliveringDeps
  message: Message
  delivery: Delivery
  calls: number
  /** What of it has arrived. */
  arrived: Pick<Parts, 'left' | 'messageId'>
}

/** A stage hands on, or decides. */
type Stage = (underway: Underway) => Promise<Underway | Verdict>

/** No call is booked further ahead than this. */
const LONGEST_TURN_OFF_MS = 2 * MINUTE_MS

/** From the claim to the verdict. */
const STAGES: readonly Stage[] = [known, composed, sent, followed, judged]

/** Takes a claimed row through all stages. Never rejects: what goes wrong inside is a message that could not be composed. */
export async function deliver(deps: DeliveringDeps, passage: Passage): Promise<Outcome> {
  const nothing: Message = { blocks: [], choices: [] }
  const { row } = passage
  const began: Underway = {
    ...passage,
    deps,
    message: nothing,
    delivery: { outcome: 'refused', cause: 'not sent', ours: true },
    calls: 0,
    arrived: { left: row.chat === passage.chat.id ? row.partsLeft : null, messageId: row.messageId },
  }
  let underway = began
  try {
    for (const stage of STAGES) {
      const next = await stage(underway)
      if ('outcome' in next) return outcomeOf(underway, next)
      underway = next
    }
  } catch (error) {
    return outcomeOf(underway, failed(underway, error))
  }
  return outcomeOf(underway, failed(underway, null))
}

/**
 * Asks once more whose chat it is: since the row was read that may have changed. What is for a person whose chat it is no
 * more, or is not told there now, is chosen anew; what belongs to its chat is composed for whoever is there.
 */
async function known(underway: Underway): Promise<Underway | Verdict> {
  const { deps, row, watch } = underway
  const rests = watch.rests() - deps.clock.now()
  if (rests > 0) await deps.timer.wait(rests)
  const chat = await deps.db.read.chats.get(underway.chat.id)
  if (chat === null || (!isOfChat(row) && !isAsChosen(chat, underway.chat)))
    return chosenAnew(row, deps.clock.now())
  return { ...underway, chat }
}

function isAsChosen(chat: ChatRow, chosen: ChatRow): boolean {
  const { member, goneAt, mutedAt, pending } = chat
  return (
    member === chosen.member &&
    goneAt === chosen.goneAt &&
    mutedAt === chosen.mutedAt &&
    (pending === 'confirm') === (chosen.pending === 'confirm')
  )
}

async function composed(underway: Underway): Promise<Underway | Verdict> {
  const { deps, row, chat, channel } = underway
  try {
    const message = await deps.compose(row, chat, channel.abilities)
    if (message === null) return noLongerTrue(row)
    return { ...underway, message: fitMessage(message, channel.abilities) }
  } catch (error) {
    return failed(underway, error)
  }
}

async function sent(underway: Underway): Promise<Underway> {
  return await sendTo(underway, underway.chat.address)
}

/** Follows the chat once to a new address. */
async function followed(underway: Underway): Promise<Underway> {
  const { delivery, deps, chat } = underway
  if (delivery.outcome !== 'moved') return underway
  const { address } = delivery
  await deps.db.writeTogether(stores => stores.chats.move(chat.id, address))
  return await sendTo({ ...underway, startAt: deps.clock.now() }, address)
}

async function judged({ row, chat, watch, delivery, fresh, fallbackMs, deps }: Underway): Promise<Verdict> {
  const outage = await watch.learn(chat.id, delivery, fresh)
  const now = deps.clock.now()
  const elsewhere = openOf(row.chats).some(({ id }) => id !== chat.id)
  const handsOverAt = elsewhere && mayGoOver(row) ? (chat.failingSince ?? now) + fallbackMs : Infinity
  return judge(row, delivery, { now, random: deps.random(), outage, elsewhere, handsOverAt })
}

/** Sends, each call in its turn. */
async function sendTo(underway: Underway, address: string): Promise<Underway> {
  const { deps, channel, watch, place, message, startAt } = underway
  const { clock, timer } = deps
  let { calls } = underway
  let booked: number | null = startAt
  const waitUntil = async (at: number, most = Infinity): Promise<void> => {
    const wait = at - clock.now()
    if (wait > 0 && wait <= most) await timer.wait(wait)
  }
  const turn = async (): Promise<void> => {
    calls++
    if (booked === null && isPaced(place)) {
      await waitUntil(await chatFree(deps.db.read, place, clock.now()))
      booked = await bookNext(deps.db, place, clock.now())
    }
    // A turn that is further off was booked before the clock went back.
    await waitUntil(booked ?? 0, LONGEST_TURN_OFF_MS)
    // What others have learned meanwhile holds for whoever has set out already.
    await waitUntil(watch.rests())
    booked = null
  }
  const parts: Parts = {
    ...underway.arrived,
    note: async (left, messageId) => await noteParts(underway, parts, { left, messageId }),
  }
  const delivery = await channel.send(address, message, turn, parts)
  return { ...underway, delivery, calls, arrived: parts }
}

/** Keeps what has arrived. Where that fails a part may come twice; the message goes on. */
async function noteParts(
  { deps, row, owner }: Underway,
  parts: Parts,
  { left, messageId }: Pick<Parts, 'left' | 'messageId'>,
): Promise<void> {
  Object.assign(parts, { left, messageId })
  const kept = { partsLeft: left, messageId }
  await deps.db.writeTogether(({ outbox }) => outbox.noteParts(row.id, owner, kept)).catch(() => undefined)
}

function failed({ row, deps }: Underway, error: unknown): Verdict {
  const cause = errorName(error)
  const now = deps.clock.now()
  const about = { now, random: deps.random(), outage: false, elsewhere: false, handsOverAt: Infinity }
  return notComposed(row, cause, about)
}

function outcomeOf(underway: Underway, verdict: Verdict): Outcome {
  return { passage: underway, verdict, calls: underway.calls, closed: closedBy(underway) }
}

function closedBy({ delivery, fresh, watch }: Underway): Outcome['closed'] {
  if (delivery.outcome !== 'retry' || !delivery.named || delivery.scope === 'message') return []
  const { scope, afterMs } = delivery
  const chat = { what: 'chat' as const, until: afterMs }
  const channel = { what: 'channel' as const, until: watch.rests() }
  if (scope === 'channel') return [channel]
  return scope === 'chat' || fresh ? [chat] : [chat, channel]
}

/** One message that was dealt with, for counting. */
export interface Delivered {
  channel: ChannelName
  topic: OutboxRow['topic']
  outcome: Verdict['outcome']
  /** From claim to record. */
  ms: number
  calls: number
  /** How long it had been due when it was sent. */
  lagMs: number
}
