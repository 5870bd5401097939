import { saySystem } from '../replies/say-system.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import { remember } from './conversation.ts'
import type { PendingAct } from './conversation.ts'
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
  return { ...said, conversation: { ...said.conversation, pending } }
}

/** Does it, and remembers how to take it back. */
export function doneTurn(turn: TurnContext, { effects, undo, done }: PendingAct): Turn {
  const said = saidTurn(turn, done)
  return { ...said, effects, conversation: { ...said.conversation, undo, undoAt: turn.scene.moment.at } }
}
