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
  /** How many more messages may be on their way over the channel. */
  room: (channel: string) => number
  /** Chats to which something is being sent, or into which nothing may overtake what will be tried again. */
  busy: ReadonlySet<number>
}

/**
 * Goes through what is due, in its order, and decides what becomes of each row now: one message at a time for each
 * chat, no more on a channel than there is room for.
 */
export function plan(rows: readonly DueRow[], view: PlanView): Plan {
  const made: Plan = { send: [], hold: [], end: [], rest: [] }
  const busy = new Set(view.busy)
  const taken = new Map<string, number>()
  for (const row of rows) {
    const choice = choose(row, view)
    if (choice.do === 'hold') made.hold.push({ row, choice })
    else if (choice.do === 'end') made.end.push({ row, choice })
    else {
      const { id, channel } = choice.chat
      const used = taken.get(channel) ?? 0
      if (busy.has(id) || used >= view.room(channel)) made.rest.push(row)
      else {
        made.send.push({ row, chat: choice.chat })
        taken.set(channel, used + 1)
      }
      // What comes later for this chat waits, whether this one goes now or not.
      busy.add(id)
    }
  }
  return made
}
