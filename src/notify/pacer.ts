import type { Limits } from '../channels/channel.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { channelKey, chatKey, freeAt, leftBy, type Paced, pacedBy } from './pace.ts'

/** A place to which calls are paced. */
export interface Place {
  channel: string
  limits: Limits
  chat: number
  group: boolean
}

/** The first moment at which a call into the place is free, not before `now`. */
export async function freeSlot({ pace }: Pick<Stores, 'pace'>, place: Place, now: number): Promise<number> {
  let free = now
  for (const { key, rhythm } of pacesOf(place))
    free = Math.max(free, freeAt(await pace.get(key), rhythm, now))
  return free
}

/** Counts a call into the place at `at`. */
export async function bookSlot({ pace }: Pick<Stores, 'pace'>, place: Place, at: number): Promise<void> {
  for (const { key, rhythm } of pacesOf(place)) await pace.put(key, leftBy(await pace.get(key), rhythm, at))
}

/** When the chat is free for a further call of a message that is under way, whose last one arrived at `now`. */
export async function chatFree({ pace }: Pick<Stores, 'pace'>, place: Place, now: number): Promise<number> {
  const rested = now + restAfter(place)
  const own = pacesOf(place).find(({ key }) => key === chatKey(place.channel, place.chat))
  return own === undefined ? rested : freeAt(await pace.get(own.key), own.rhythm, rested)
}

/** Books the next free call into a chat that is free. Resolves to its moment, which the channel's pace may put off a little. */
export async function bookNext(
  db: Pick<Database, 'writeTogether'>,
  place: Place,
  now: number,
): Promise<number> {
  return await db.writeTogether(async stores => {
    const at = await freeSlot(stores, place, now)
    await bookSlot(stores, place, at)
    return at
  })
}

/** Nothing goes into the chat, or over the channel, before the moment: the platform said so, or the last call has just arrived. */
export async function closeUntil(
  { pace }: Pick<Stores, 'pace'>,
  place: Place,
  what: 'chat' | 'channel',
  until: number,
): Promise<void> {
  const key = what === 'chat' ? chatKey(place.channel, place.chat) : channelKey(place.channel)
  const paced = pacesOf(place).find(one => one.key === key)
  if (!paced) return
  const left = until + (paced.rhythm.burst - 1) * paced.rhythm.every
  await pace.put(key, Math.max((await pace.get(key)) ?? 0, left))
}

/** How long a chat rests after a call has arrived there, milliseconds: 0 where several may come at once. */
export function restAfter({ limits, group }: Place): number {
  const limit = (group ? limits.group : null) ?? limits.chat
  return limit?.calls === 1 ? limit.ms : 0
}

export function isPaced(place: Place): boolean {
  return pacesOf(place).length > 0
}

function pacesOf({ channel, limits, chat, group }: Place): Paced[] {
  return pacedBy(channel, limits, chat, group)
}
