import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import { type DueRow, FOR_RECIPIENT, type Lease } from '../db/stores/outbox.ts'
import type { View } from './choose.ts'
import type { Passage } from './delivering.ts'
import { type Lane, type Lanes, noteCall, placeOf, roomOf } from './lanes.ts'
import { bookSlot, freeSlot } from './pacer.ts'
import { type Plan, plan, type PlanView } from './plan.ts'

/** What a look into the outbox works with. */
export interface Look {
  lanes: Lanes
  lease: Lease
  now: number
  /** A row is claimed when its first call is free within this, milliseconds. */
  aheadMs: number
  rules: Pick<View, 'opensAt' | 'fallbackMs' | 'doubtedUntil'>
  /** Until when nothing may go into a chat, lest it overtake what will be tried again. */
  chatHolds: ReadonlyMap<number, number>
}

/** What came of it. */
export interface Taken {
  passages: Passage[]
  /** Rows that wait for their turn. */
  rest: DueRow[]
  /** When the first of them that only its pace keeps back may go; `Infinity`: none. */
  soonest: number
  /** Topics of rows for whom there is nobody as things stand: they wait for a recipient, or ended. */
  unreached: string[]
  /** Rows that ended unsent. */
  ended: { row: DueRow; state: string; reason: string }[]
}

/** Decides about the rows, in the transaction of `stores`: claims what sets out now, puts aside what waits, ends what ends. */
export async function take(
  stores: Pick<Stores, 'outbox' | 'pace'>,
  rows: readonly DueRow[],
  look: Look,
): Promise<Taken> {
  const held = [...look.chatHolds].filter(([, until]) => until > look.now).map(([chat]) => chat)
  const busy = new Set([...(await stores.outbox.busyChats()), ...held])
  const taken: Taken = { passages: [], rest: [], soonest: Infinity, unreached: [], ended: [] }
  let left = rows
  for (let blocked = true; blocked;) {
    const made = plan(left, viewOf(look, busy))
    await putAside(stores, made, taken)
    const started = await startAll(stores, made.send, look)
    taken.passages.push(...started.passages)
    taken.rest.push(...started.rest)
    taken.soonest = Math.min(taken.soonest, started.soonest)
    for (const { chat } of made.send) busy.add(chat.id)
    left = made.rest
    // A message whose chat has no turn yet keeps no room from others.
    blocked = started.blocked && left.length > 0
  }
  taken.rest.push(...left)
  return taken
}

function viewOf({ lanes, rules, now }: Look, busy: ReadonlySet<number>): PlanView {
  return {
    ...rules,
    now,
    channels: [...lanes.keys()],
    trouble: channel => lanes.get(channel)?.watch.trouble(now) ?? (lanes.has(channel) ? null : 'off'),
    room: channel => roomOf(lanes.get(channel) ?? nowhere(channel), now),
    busy,
  }
}

/** Writes down what waits for something named, and what ends. */
async function putAside(
  { outbox }: Pick<Stores, 'outbox'>,
  { hold, end }: Plan,
  taken: Taken,
): Promise<void> {
  for (const { row, choice } of hold) {
    await outbox.hold(row.id, choice.until, choice.heldFor)
    taken.soonest = Math.min(taken.soonest, choice.until)
    if (choice.heldFor === FOR_RECIPIENT) taken.unreached.push(row.topic)
  }
  for (const { row, choice } of end) {
    await outbox.finish(row.id, { state: choice.state, lastError: choice.reason })
    taken.ended.push({ row, state: choice.state, reason: choice.reason })
    taken.unreached.push(row.topic)
  }
}

function nowhere(channel: string): Lane {
  throw new Error(`no channel ${channel}`)
}

interface Started extends Pick<Taken, 'passages' | 'rest' | 'soonest'> {
  /** Whether a chat, not its channel, kept something back. */
  blocked: boolean
}

/** Claims those whose first call is free about now, and books it. Where a channel's pace is used up, the rest of its rows wait. */
async function startAll(
  stores: Pick<Stores, 'outbox' | 'pace'>,
  send: readonly { row: DueRow; chat: ChatRow }[],
  { lanes, lease, now, aheadMs, rules: { fallbackMs } }: Look,
): Promise<Started> {
  const passages: Passage[] = []
  const rest: DueRow[] = []
  const full = new Set<string>()
  let soonest = Infinity
  let blocked = false
  for (const { row, chat } of send) {
    const lane = lanes.get(chat.channel) ?? nowhere(chat.channel)
    const place = placeOf(lane, chat)
    const startAt = full.has(chat.channel) ? Infinity : await freeSlot(stores, place, now)
    if (startAt > now + aheadMs) {
      rest.push(row)
      soonest = Math.min(soonest, startAt - aheadMs / 2)
      if (startAt === Infinity) continue
      const ofAll = await freeSlot(stores, { ...place, chat: 0, group: false }, now)
      if (ofAll >= startAt) full.add(chat.channel)
      else blocked = true
      continue
    }
    if (!(await stores.outbox.claim(row.id, chat.id, lease))) continue
    await bookSlot(stores, place, startAt)
    lane.underway.set(row.id, { chat: chat.id, since: now })
    const fresh = noteCall(lane, place, startAt)
    const { channel, watch } = lane
    passages.push({ row, chat, channel, watch, place, startAt, fresh, fallbackMs, owner: lease.owner })
  }
  return { passages, rest, soonest, blocked }
}
