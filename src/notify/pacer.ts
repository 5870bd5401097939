import { LONGEST_ASKED_MS } from '../channels/failure-table.ts'
import type { Limits } from '../channels/channel.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { believed, channelKey, chatKey, freeAt, leftBy, type Paced, pacedBy } from './pace.ts'

/** A place to which calls are paced. */
export interface Place {
  channel: string
  limits: Limits
  chat: number
  group: boolean
}

type Paces = Pick<Stores, 'pace'>

/** The first moment at which a call into the place is free, not before `now`. */
export async function freeSlot(stores: Paces, place: Place, now: number): Promise<number> {
  let free = now
  for (const paced of pacesOf(place)) free = Math.max(free, await freeFrom(stores, paced, now))
  return free
}

/** Counts a call into the place at `at`. */
export async function bookSlot({ pace }: Paces, place: Place, at: number): Promise<void> {
  for (const paced of pacesOf(place)) {
    const left = believed(await pace.get(paced.key), paced, at)
    await pace.put(paced.key, leftBy(left, paced.rhythm, at))
  }
}

/** When the chat is free for a further call of a message that is under way, whose last one arrived at `now`. */
export async function chatFree(stores: Paces, place: Place, now: number): Promise<number> {
  const rested = now + restAfter(place)
  const own = pacesOf(place).find(({ key }) => key === chatKey(place.channel, place.chat))
  return own === undefined ? rested : Math.max(rested, await freeFrom(stores, own, now))
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

/** A place that the platform wants left alone, seen at `now`. */
export interface Closing {
  what: 'chat' | 'channel'
  until: number
  now: number
}

/** Nothing goes into the chat, or over the channel, before the moment: the platform said so. */
export async function closeUntil({ pace }: Paces, place: Place, closing: Closing): Promise<void> {
  const key = closing.what === 'chat' ? chatKey(place.channel, place.chat) : channelKey(place.channel)
  if (!pacesOf(place).some(one => one.key === key)) return
  const before = await closedUntil({ pace }, key, closing.now)
  if (before >= closing.until) return
  await pace.put(closedKey(key), closing.until)
  await pace.put(closedSinceKey(key), closing.now)
}

/** A chat into which a call has just arrived takes the next one after its rest. */
export async function rest({ pace }: Paces, place: Place, now: number): Promise<void> {
  const own = pacesOf(place).find(({ key }) => key === chatKey(place.channel, place.chat))
  if (own === undefined || restAfter(place) === 0) return
  const left = believed(await pace.get(own.key), own, now)
  await pace.put(
    own.key,
    Math.max(left ?? 0, now + restAfter(place) + (own.rhythm.burst - 1) * own.rhythm.every),
  )
}

/** How long a chat rests after a call has arrived there, milliseconds: 0 where several may come at once. */
function restAfter({ limits, group }: Place): number {
  const limit = (group ? limits.group : null) ?? limits.chat
  return limit?.calls === 1 ? limit.ms : 0
}

export function isPaced(place: Place): boolean {
  return pacesOf(place).length > 0
}

async function freeFrom(stores: Paces, paced: Paced, now: number): Promise<number> {
  const left = believed(await stores.pace.get(paced.key), paced, now)
  return Math.max(freeAt(left, paced.rhythm, now), await closedUntil(stores, paced.key, now))
}

/** Until when the platform wants the place left alone; 0: it does not, or a clock that was wrong noted it. */
async function closedUntil({ pace }: Paces, key: string, now: number): Promise<number> {
  const until = (await pace.get(closedKey(key))) ?? 0
  if (until <= now || until > now + LONGEST_ASKED_MS) return 0
  const since = (await pace.get(closedSinceKey(key))) ?? now
  return since > now ? 0 : until
}

function closedKey(key: string): string {
  return `${key} closed until`
}

function closedSinceKey(key: string): string {
  return `${key} closed since`
}

function pacesOf({ channel, limits, chat, group }: Place): Paced[] {
  return pacedBy(channel, limits, chat, group)
}
