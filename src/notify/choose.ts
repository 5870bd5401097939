import { DAY_MS } from '../core/durations.ts'
import { type ChatRow, openOf, reachOf } from '../db/stores/chats.ts'
import { type DueRow, FOR_RECIPIENT, isOfChat, MUTED, type OutboxRow } from '../db/stores/outbox.ts'

/** What becomes of a row that is due: it goes to a chat, waits for something, or ends. */
export type Choice =
  | { do: 'send'; chat: ChatRow }
  | { do: 'hold'; until: number; heldFor: string }
  | { do: 'end'; state: 'refused' | 'expired' | 'withdrawn'; reason: string }

/** How a channel stands, for choosing: null when it can be used. */
export interface Trouble {
  /** Since when it cannot be used. */
  since: number
  /** The platform refuses the bot: that does not pass by itself. */
  refused: boolean
  /** When it ends by itself; absent: when something shows that it has. */
  until?: number
}

/** What choosing looks at. */
export interface View {
  now: number
  /** The trouble of a channel; null: none; `off`: it is not configured. */
  trouble: (channel: string) => Trouble | null | 'off'
  /** When an unasked message may be sent, not before now. */
  opensAt: (now: number) => number
  /** How long a person's next chat waits for the one before it, or for its channel, milliseconds. */
  fallbackMs: number
  /** Until when the clock is not believed (0: it is): meanwhile no notice goes, and nothing is too old. */
  doubtedUntil?: number
}

/** How long something is worth sending. */
const LIFE_MS = { reply: DAY_MS, operation: 3 * DAY_MS, notice: 14 * DAY_MS } as const
/** The longest month. */
export const LONGEST_TURN_MS = 31 * DAY_MS
/** Rows of a channel that is not configured are looked at again after this long. */
const OFF_MS = 10 * 60_000
/** A row waits for the hours in which something may be told unasked. */
export const FOR_WINDOW = 'window'
/** A row waits for its person to write again. */
export const FOR_PERSON = 'person'

/** A row waits for the platform to have room for it again; one that is queued for this goes to another chat meanwhile. */
export const FOR_TURN = 'turn'

/** A held row waits for this when the channel is in trouble. */
export function forChannel(channel: string): string {
  return `channel:${channel}`
}

/**
 * Decides where a row goes at this moment. One message for a person: of several chats the first in the order of
 * preference whose channel works, and in which messages arrive. A channel or chat in trouble is waited for as long as the
 * setting says, a channel that refuses the bot not at all; an answer goes nowhere but to the chat of its question.
 */
export function choose(row: DueRow, view: View): Choice {
  const { now, doubtedUntil = 0 } = view
  const isDoubted = doubtedUntil > now
  const dies = Math.max(row.createdAt + lifeOf(row), isDoubted ? doubtedUntil : 0)
  if (now >= dies) return { do: 'end', state: 'expired', reason: row.lastError ?? row.heldFor ?? 'too old' }
  if (row.topic !== 'reply') {
    const opens = isDoubted ? doubtedUntil : view.opensAt(now)
    if (opens > now) return { do: 'hold', until: opens, heldFor: FOR_WINDOW }
  }
  const there = row.chats.filter(chat => chat.goneAt === null)
  if (isOfChat(row) && there.length === 0) return { do: 'end', state: 'refused', reason: 'no chat' }
  const reach = row.topic === 'reply' ? 'open' : reachOf(row.chats)
  if (reach === 'waits') return { do: 'hold', until: dies, heldFor: FOR_RECIPIENT }
  if (reach === 'silent') return { do: 'end', state: 'withdrawn', reason: MUTED }
  const open = begunIn(row, row.topic === 'reply' ? there : openOf(row.chats))
  return among(row, inOrder(row, withRoom(row, open)), { dies, view })
}

/** Where a part of the row's message has arrived the rest follows: that chat alone, as long as it is open. */
function begunIn({ partsLeft, chat }: DueRow, open: readonly ChatRow[]): readonly ChatRow[] {
  const begun = partsLeft === null ? [] : open.filter(({ id }) => id === chat)
  return begun.length > 0 ? begun : open
}

/** The chats, without the one that has no room for the row now; all where there is no other. */
function withRoom({ state, heldFor, chat }: DueRow, open: readonly ChatRow[]): readonly ChatRow[] {
  const others = state === 'queued' && heldFor === FOR_TURN ? open.filter(({ id }) => id !== chat) : open
  return others.length > 0 ? others : open
}

function among(row: DueRow, chats: readonly ChatRow[], { dies, view }: { dies: number; view: View }): Choice {
  let wait: Choice | null = null
  const failing: ChatRow[] = []
  for (const [at, chat] of chats.entries()) {
    const trouble = view.trouble(chat.channel)
    if (trouble === null) {
      if (!hasFailedTooLong(row, chat, view)) return { do: 'send', chat }
      failing.push(chat)
      continue
    }
    if (trouble === 'off') {
      wait ??= { do: 'hold', until: Math.min(dies, view.now + OFF_MS), heldFor: forChannel(chat.channel) }
      continue
    }
    const isLast = at === chats.length - 1
    const patience = trouble.refused ? 0 : view.fallbackMs
    const until = trouble.since + patience
    const ends = Math.min(dies, trouble.until ?? dies)
    if (!isLast && view.now < until)
      return { do: 'hold', until: Math.min(until, ends), heldFor: forChannel(chat.channel) }
    wait ??= { do: 'hold', until: ends, heldFor: forChannel(chat.channel) }
  }
  const next = failing[(failing.findIndex(({ id }) => id === row.chat) + 1) % failing.length]
  if (next !== undefined) return { do: 'send', chat: next }
  return wait ?? { do: 'end', state: 'refused', reason: 'no chat' }
}

/**
 * Whether the row, which has been tried, looks for another chat because nothing has arrived in this one for too long. Where
 * all fail they take turns.
 */
function hasFailedTooLong(row: DueRow, { failingSince }: ChatRow, { now, fallbackMs }: View): boolean {
  return row.attempts > 0 && mayGoOver(row) && failingSince !== null && failingSince + fallbackMs <= now
}

/** Whether another chat of the person may take the row over from one that fails; not what was perhaps, or in part, delivered there. */
export function mayGoOver(row: OutboxRow): boolean {
  return !isOfChat(row) && row.ambiguousAt === null && row.partsLeft === null
}

/** By preference; what was perhaps delivered first of all where it was. */
function inOrder({ ambiguousAt, chat }: DueRow, chats: readonly ChatRow[]): ChatRow[] {
  const isThere = ({ id }: ChatRow): number => Number(ambiguousAt !== null && id === chat)
  return chats.toSorted((a, b) => isThere(b) - isThere(a) || byPreference(a, b))
}

/** The latest wish first, then the web chat last of all, then who was linked first. */
function byPreference(a: ChatRow, b: ChatRow): number {
  const wish = (b.preferredAt ?? 0) - (a.preferredAt ?? 0)
  const web = Number(a.channel === 'web') - Number(b.channel === 'web')
  return wish || web || (a.linkedAt ?? 0) - (b.linkedAt ?? 0) || a.id - b.id
}

/** What the platform itself had no room for outlives the month that it waited for; an old answer helps nobody. */
function lifeOf({ topic, heldFor, state }: DueRow): number {
  if (topic === 'reply') return LIFE_MS.reply
  const life = topic === 'operation' ? LIFE_MS.operation : LIFE_MS.notice
  return state === 'held' && heldFor === FOR_TURN ? life + LONGEST_TURN_MS : life
}
