import { isRecent, UNDO_MS } from '../core/durations.ts'
import { saySystem } from '../replies/say-system.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import { remember } from './conversation.ts'
import type { DoneAct, PendingAct } from './conversation.ts'
import type { Turn, TurnContext } from './turn.ts'

/** A word about what was done or is not to be done; nothing waits for a yes any more. */
export function saidTurn({ conversation, say }: TurnContext, notice: SystemNotice): Turn {
  const message = saySystem(notice, say)
  return {
    questions: [],
    answers: [],
    message,
    conversation: remember(conversation, null, message.choices),
    effects: [],
    explain: null,
  }
}

/** Asks whether it is meant. */
export function confirmTurn(turn: TurnContext, pending: PendingAct, notice: SystemNotice): Turn {
  const said = saidTurn(turn, notice)
  return { ...said, conversation: { ...said.conversation, pending: { ...pending, asks: notice } } }
}

/** Does it, and remembers how to take it back. */
export function doneTurn(turn: TurnContext, { effects, undo, done }: PendingAct): Turn {
  const said = saidTurn(turn, done)
  const { at } = turn.scene.moment
  const before = recentlyDone(turn)
  return {
    ...said,
    effects,
    conversation: { ...said.conversation, done: [...before, { effects, undo, done, at }] },
  }
}

/** What was done so shortly ago that it may be taken back, oldest first. */
export function recentlyDone({ conversation, scene }: TurnContext): DoneAct[] {
  return (conversation.done ?? []).filter(({ at }) => isRecent(at, scene.moment.at, UNDO_MS))
}
