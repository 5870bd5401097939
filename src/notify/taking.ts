import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { DueRow, Lease } from '../db/stores/outbox.ts'
import type { View } from './choose.ts'
import type { Passage } from './delivering.ts'
import { type Lane, type Lanes, noteCall, placeOf, roomOf } from './lanes.ts'
import { bookSlot, freeSlot } from './pacer.ts'
import { plan } from './plan.ts'

/** What a look into the outbox works with. */
export interface Look {
  lanes: Lanes
  lease: Lease
  now: number
  /** A row is claimed when its first call is free within this, milliseconds. */
  aheadMs: number
  rules: Pick<View, 'opensAt' | 'fallbackMs'>
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
  /** Rows that ended unsent. */
  ended: { row: DueRow; state: string; reason: string }[]
}

/** Decides about the rows, in the transaction of `stores`: claims what sets out now, puts aside what waits, ends what ends. */
export async function take(
  stores: Pick<Stores, 'outbox' | 'pace'>,
  rows: readonly DueRow[],
  look: Look,
): Promise<Taken> {
  const { now, lanes, rules, chatHolds } = look
  const held = [...chatHolds].filter(([, until]) => until > now).map(([chat]) => chat)
  const made = plan(rows, {
    ...rules,
    now,
    channels: [...lanes.keys()],
    trouble: channel => lanes.get(channel)?.watch.trouble(now) ?? (lanes.has(channel) ? null : 'off'),
    room: channel => roomOf(lanes.get(channel) ?? nowhere(channel), now),
    busy: new Set([...(await stores.outbox.busyChats()), ...held]),
  })
  for (const { row, choice } of made.hold) await stores.outbox.hold(row.id, choice.until, choice.heldFor)
  for (const { row, choice } of made.end)
    await stores.outbox.finish(row.id, { state: choice.state, lastError: choice.reason })
  const started = await startAll(stores, made.send, look)
  const waiting = made.hold.map(({ choice }) => choice.until)
  return {
    passages: started.passages,
    rest: [...started.rest, ...made.rest],
    soonest: Math.min(started.soonest, ...waiting),
    ended: made.end.map(({ row, choice }) => ({ row, state: choice.state, reason: choice.reason })),
  }
}

function nowhere(channel: string): Lane {
  throw new Error(`no channel ${channel}`)
}

/** Claims those whose first call is free about now, and books it. Where a channel's pace is used up, the rest of its rows wait. */
async function startAll(
  stores: Pick<Stores, 'outbox' | 'pace'>,
  send: readonly { row: DueRow; chat: ChatRow }[],
  { lanes, lease, now, aheadMs, rules: { fallbackMs } }: Look,
): Promise<Omit<Taken, 'ended'>> {
  const passages: Passage[] = []
  const rest: DueRow[] = []
  const full = new Set<string>()
  let soonest = Infinity
  for (const { row, chat } of send) {
    const lane = lanes.get(chat.channel) ?? nowhere(chat.channel)
    const place = placeOf(lane, chat)
    const startAt = full.has(chat.channel) ? Infinity : await freeSlot(stores, place, now)
    if (startAt > now + aheadMs) {
      rest.push(row)
      soonest = Math.min(soonest, startAt - aheadMs / 2)
      if (
        startAt !== Infinity &&
        (await freeSlot(stores, { ...place, chat: 0, group: false }, now)) >= startAt
      )
        full.add(chat.channel)
      continue
    }
    if (!(await stores.outbox.claim(row.id, chat.id, lease))) continue
    await bookSlot(stores, place, startAt)
    lane.underway.set(row.id, { chat: chat.id, since: now })
    const fresh = noteCall(lane, place, startAt)
    const { channel, watch } = lane
    passages.push({ row, chat, channel, watch, place, startAt, fresh, fallbackMs, owner: lease.owner })
  }
  return { passages, rest, soonest }
}
