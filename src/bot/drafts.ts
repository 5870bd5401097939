import { membersOf } from '../notices/topic.ts'
import { unitName } from '../replies/phrases/names.ts'
import type { PendingAct } from './conversation.ts'
import { meantAlerts, namedAlerts, noneMeant } from './meant-alerts.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'
import { unreachedOf } from './unreached.ts'

/** An officer drafts an explanation of the alerts that are meant, for the leaders of the unit. `atOnce`: it needs no yes. */
export async function draftTurn(turn: TurnContext, text: string, atOnce: boolean): Promise<Turn> {
  const { member, scene, say } = turn
  const leaders = membersOf({ scene }, member.unit, 'leader')
  if (leaders.length === 0) return saidTurn(turn, { about: 'nobodyLeads', unit: unitName(say, member.unit) })
  const meant = await meantAlerts(turn)
  const alerts = meant.map(row => row.id)
  if (alerts.length === 0) return saidTurn(turn, noneMeant(turn))
  const about = { unit: member.unit, officer: member.member }
  const names = leaders.map(code => scene.members.get(code)?.name ?? code).join(', ')
  const unreached = await unreachedOf(turn, member.unit, leaders)
  const act: PendingAct = {
    effects: [{ do: 'draft', ...about, alerts, text, ...(unreached && { unreached: true }) }],
    undo: [{ do: 'take_back_draft', ...about }],
    done: { about: 'drafted', names, ...(unreached && { unreached }) },
  }
  const notice = {
    about: 'confirmDraft' as const,
    count: alerts.length,
    names,
    text,
    alerts: namedAlerts(turn, meant),
    ...(unreached && { unreached }),
  }
  return atOnce ? doneTurn(turn, act) : confirmTurn(turn, act, notice)
}
