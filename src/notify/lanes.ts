import type { Channel, ChannelName, Limits } from '../channels/channel.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Clock } from '../lib/clock.ts'
import type { Standing } from './channel-standing.ts'
import { type ChannelWatch, createChannelWatch } from './channel-watch.ts'
import type { Place } from './pacer.ts'

/** A channel with what is known of its health, and what is on its way over it. */
export interface Lane {
  channel: Channel
  limits: Limits
  watch: ChannelWatch
  /** When each message on its way was claimed, by row. */
  underway: Map<number, { chat: number; since: number }>
  /** When something last went into a chat. */
  lastCall: Map<number, number>
}

export type Lanes = ReadonlyMap<ChannelName, Lane>

/** A message under way for longer than this makes room for others. */
const SLOW_MS = 1_000
/** So many messages may be on their way over a channel, slow ones included. */
const MOST_UNDERWAY = 120
/** Something that went into a chat so shortly before makes a limit likely to be the chat's. */
const FRESH_MS = { chat: 2_000, group: 60_000 }
/** Beyond so many chats the oldest are forgotten. */
const MOST_CHATS = 5_000

export function createLanes(parts: {
  channels: ReadonlyMap<ChannelName, Channel>
  limits?: Readonly<Record<ChannelName, Limits>>
  clock: Clock
  random: () => number
  changed: (channel: ChannelName, standing: Standing | null) => void
  trying: (channel: ChannelName) => void
}): Lanes {
  const { channels, clock, random, changed, trying } = parts
  const lanes = [...channels.values()].map((channel): [ChannelName, Lane] => [
    channel.name,
    {
      channel,
      limits: parts.limits?.[channel.name] ?? channel.limits,
      watch: createChannelWatch({ channel, now: () => clock.now(), random, changed, trying }),
      underway: new Map(),
      lastCall: new Map(),
    },
  ])
  return new Map(lanes)
}

/** How many more messages may set out over the lane now. */
export function roomOf({ watch, underway }: Lane, now: number): number {
  const quick = [...underway.values()].filter(({ since }) => now - since < SLOW_MS).length
  return Math.min(watch.room(now) - quick, MOST_UNDERWAY - underway.size)
}

export function placeOf({ channel, limits }: Lane, chat: ChatRow): Place {
  return { channel: channel.name, limits, chat: chat.id, group: channel.isGroup(chat.address) }
}

/** Notes that something goes into the chat, and tells whether something did just before. */
export function noteCall({ lastCall }: Lane, { chat, group }: Place, now: number): boolean {
  const before = lastCall.get(chat)
  lastCall.delete(chat)
  lastCall.set(chat, now)
  if (lastCall.size > MOST_CHATS) for (const [oldest] of lastCall) if (lastCall.delete(oldest)) break
  return before !== undefined && Math.abs(now - before) < (group ? FRESH_MS.group : FRESH_MS.chat)
}
