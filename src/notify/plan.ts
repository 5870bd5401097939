import type { ChatRow } from '../db/stores/chats.ts'
import type { DueRow } from '../db/stores/outbox.ts'
import { choose, type Choice, type View } from './choose.ts'

/** What may be started now, what waits for something named, and what ends. Rows that only wait for their turn are in none. */
export interface Plan {
  send: { row: DueRow; chat: ChatRow }[]
  hold: { row: DueRow; choice: Extract<Choice, { do: 'hold' }> }[]
  end: { row: DueRow; choice: Extract<Choice, { do: 'end' }> }[]
  /** Rows that stay for their turn. */
  rest: DueRow[]
}

/** What planning looks at, besides what choosing does. */
export interface PlanView extends View {
  /** The channels that there are. */
  channels: readonly string[]
  /** How many more messages may be on their way over the channel. */
  room: (channel: string) => number
  /** Chats to which something is being sent, or into which nothing may overtake what will be tried again. */
  busy: ReadonlySet<number>
}

/**
 * Goes through what is due, in its order, and decides what becomes of each row now: one message at a time for each
 * chat, no more on a channel than there is room for. Where no channel has room for more, the rest stays as it is.
 */
export function plan(rows: readonly DueRow[], view: PlanView): Plan {
  const made: Plan = { send: [], hold: [], end: [], rest: [] }
  const busy = new Set(view.busy)
  const room = new Map(view.channels.map(channel => [channel, view.room(channel)]))
  const takesMore = (channel: string): boolean =>
    view.trouble(channel) !== null || (room.get(channel) ?? 0) > 0
  let isFull = !view.channels.some(takesMore)
  for (const row of rows) {
    if (isFull) {
      made.rest.push(row)
      continue
    }
    const choice = choose(row, view)
    if (choice.do === 'hold') made.hold.push({ row, choice })
    else if (choice.do === 'end') made.end.push({ row, choice })
    else {
      const { id, channel } = choice.chat
      const left = room.get(channel) ?? 0
      if (busy.has(id) || left <= 0) made.rest.push(row)
      else {
        made.send.push({ row, chat: choice.chat })
        room.set(channel, left - 1)
        isFull = left === 1 && !view.channels.some(takesMore)
      }
      // What comes later for this chat waits, whether this one goes now or not.
      busy.add(id)
    }
  }
  return made
}
