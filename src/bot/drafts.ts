import type { OutboxRow, OutboxStore } from '../db/stores/outbox.ts'
import { draft } from '../notices/draft.ts'
import { membersOf } from '../notices/topic.ts'
import { unitName } from '../replies/phrases/names.ts'
import type { PendingAct } from './conversation.ts'
import { meantAlerts, namedAlerts } from './meant-alerts.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'
import { unreachedOf } from './unreached.ts'

type Told = Pick<OutboxStore, 'withPrefix'>
type Draft = NonNullable<ReturnType<typeof draft.read>>

/** An officer drafts an explanation of the alerts that are meant, for the leaders of the unit. `atOnce`: it needs no yes. */
export async function draftTurn(turn: TurnContext, text: string, atOnce: boolean): Promise<Turn> {
  const { member, scene, say } = turn
  const leaders = membersOf({ scene }, member.unit, 'leader').map(
    code => scene.members.get(code)?.name ?? code,
  )
  if (leaders.length === 0) return saidTurn(turn, { about: 'nobodyLeads', unit: unitName(say, member.unit) })
  const meant = await meantAlerts(turn)
  const alerts = meant.map(row => row.id)
  if (alerts.length === 0) return saidTurn(turn, { about: turn.about ? 'alertOver' : 'noAlerts' })
  const about = { unit: member.unit, officer: member.member }
  const names = leaders.join(', ')
  const unreached = await unreachedOf(turn, member.unit, membersOf({ scene }, member.unit, 'leader'))
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

/** The drafts for a leader that were not taken back, oldest first. */
export async function draftsFor(outbox: Told, leader: { member: string; unit: string }): Promise<Draft[]> {
  const rows = await rowsOf(outbox, `draft:${leader.unit}:`)
  const own = rows.filter(({ row }) => row.member === leader.member && row.state !== 'withdrawn')
  const back = new Set(own.filter(({ facts }) => facts.back).map(({ facts }) => facts.at))
  return own.flatMap(({ facts }) => (facts.back || back.has(facts.at) ? [] : [facts]))
}

async function rowsOf(outbox: Told, prefix: string): Promise<{ row: OutboxRow; facts: Draft }[]> {
  return (await outbox.withPrefix(prefix)).flatMap(row => {
    const facts = draft.read(row.facts)
    return facts ? [{ row, facts }] : []
  })
}

/** The drafts whose rows have keys that begin so, as far as leaders were told of them; each once. */
export async function toldDrafts(outbox: Told, prefix: string): Promise<Draft[]> {
  const rows = await rowsOf(outbox, prefix)
  const told = rows.filter(({ row, facts }) => row.state !== 'withdrawn' && !facts.back)
  return [...new Map(told.map(({ facts }) => [facts.at, facts])).values()]
}
