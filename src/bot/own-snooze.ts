import { civilDay } from '../core/moment.ts'
import { handed } from '../notices/handed.ts'
import { snoozeEnd } from './alert-actions.ts'
import type { PendingAct } from './conversation.ts'
import { meantAlerts, namedAlerts, noneMeant } from './meant-alerts.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'

/**
 * An officer has himself reminded of alerts of the unit after some days: nobody else is told less or later by it.
 * `atOnce`: it needs no yes.
 */
export async function ownSnoozeTurn(turn: TurnContext, days: number, atOnce: boolean): Promise<Turn> {
  const { member, scene } = turn
  const meant = await meantAlerts(turn)
  if (meant.length === 0) return saidTurn(turn, noneMeant(turn))
  const at = snoozeEnd(days, scene.moment)
  const until = civilDay(at, scene.moment.zone)
  const about = { unit: member.unit, officer: member.member, at, instead: await waitingReminders(turn) }
  const act: PendingAct = {
    effects: [{ do: 'remind', ...about, days, alerts: meant.map(row => row.id) }],
    undo: [{ do: 'forget_reminder', ...about }],
    done: { about: 'snoozedOwn', days, until },
  }
  return atOnce
    ? doneTurn(turn, act)
    : confirmTurn(turn, act, { about: 'confirmSnooze', days, until, alerts: namedAlerts(turn, meant) })
}

/** The rows that remind the officer of what was asked for before. */
async function waitingReminders({ outbox, member }: TurnContext): Promise<number[]> {
  const rows = await outbox.withPrefix(`${handed.name}:${member.unit}:${member.member}:`)
  return rows.flatMap(({ id, state, facts }) =>
    (state === 'queued' || state === 'held') && handed.read(facts)?.by === member.member ? [id] : [],
  )
}
