import { civilDay } from '../core/moment.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { DeadLetter } from '../replies/say-dead-letters.ts'
import { refusedTurn } from './alert-acts.ts'
import type { PendingAct } from './conversation.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'

/** An administrator looks at the messages that were given up. */
export async function deadLettersTurn(turn: TurnContext): Promise<Turn> {
  if (turn.member.role !== 'admin') return refusedTurn(turn, 'redrive')
  const letters = (await deadOf(turn)).map(row => letterOf(row, turn))
  return saidTurn(turn, letters.length === 0 ? { about: 'noDeadLetters' } : { about: 'deadLetters', letters })
}

/** An administrator has them sent again, those that are dead at this moment. `atOnce`: it needs no yes. */
export async function redriveTurn(turn: TurnContext, atOnce: boolean): Promise<Turn> {
  if (turn.member.role !== 'admin') return refusedTurn(turn, 'redrive')
  const rows = (await deadOf(turn)).map(({ id }) => id)
  if (rows.length === 0) return saidTurn(turn, { about: 'noDeadLetters' })
  const count = rows.length
  const act: PendingAct = {
    effects: [{ do: 'redrive', rows }],
    undo: [{ do: 'give_up', rows }],
    done: { about: 'redriven', count },
  }
  return atOnce ? doneTurn(turn, act) : confirmTurn(turn, act, { about: 'confirmRedrive', count })
}

/** The newest first. Answers are not among them: nobody keeps their words; nor what was for who has left. */
async function deadOf({ outbox, scene }: TurnContext): Promise<OutboxRow[]> {
  const dead = await outbox.list('dead')
  const isThere = (member: string | null) => member === null || scene.members.has(member)
  return dead.filter(({ topic, member }) => topic !== 'reply' && isThere(member)).toReversed()
}

function letterOf(
  { member, topic, createdAt, attempts, lastError }: OutboxRow,
  { scene }: TurnContext,
): DeadLetter {
  const name = member === null ? null : (scene.members.get(member)?.name ?? member)
  return { name, topic, day: civilDay(createdAt, scene.moment.zone), attempts, reason: lastError }
}
