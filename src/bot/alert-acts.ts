import { provinceRhythm } from '../answers/reporting.ts'
import { maySee } from '../answers/scope.ts'
import { standingAlerts } from '../answers/standing.ts'
import type { Question } from '../ask/question.ts'
import { readQuestion } from '../ask/read-question.ts'
import { isAcknowledged } from '../core/alert.ts'
import { civilDay } from '../core/moment.ts'
import { addDays, daysBetween } from '../core/period.ts'
import { periodAt } from '../core/rhythm.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import { membersOf } from '../notices/topic.ts'
import { indicatorOf, lowerFirst, unitName } from '../replies/phrases/names.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import { snoozeEnd } from './alert-actions.ts'
import type { AlertAction } from './alert-actions.ts'
import type { PendingAct } from './conversation.ts'
import { meantAlerts, namedAlerts, noneMeant } from './meant-alerts.ts'
import { ownSnoozeTurn } from './own-snooze.ts'
import { draftTurn } from './drafts.ts'
import { dueIn } from './due-day.ts'
import { lexiconOf } from './lexicons.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'
import { unreachedOf } from './unreached.ts'

/**
 * What a leader does about the alerts of the own unit: those of the message under which it is said, where that is known,
 * else all that stand. An officer snoozes for himself and drafts explanations. `atOnce`: it needs no yes.
 */
export async function alertTurn(turn: TurnContext, action: AlertAction, atOnce: boolean): Promise<Turn> {
  if (turn.member.role === 'officer' && action.do === 'snooze')
    return await ownSnoozeTurn(turn, action.days, atOnce)
  if (turn.member.role === 'officer' && action.do === 'explain')
    return await draftTurn(turn, action.text, atOnce)
  if (turn.member.role !== 'leader') return refusedTurn(turn, action.do)
  const meant = await meantAlerts(turn)
  if (meant.length === 0) return saidTurn(turn, noneMeant(turn))
  const alerts =
    action.do === 'acknowledge' ? meant.filter(row => !isAcknowledged(row, turn.scene.moment.at)) : meant
  if (alerts.length === 0) return saidTurn(turn, alreadyAcknowledged(turn, meant))
  const act: PendingAct = {
    effects: [{ do: 'alerts', action, alerts }],
    undo: [{ do: 'restore_alerts', action, alerts }],
    done: doneNotice(turn, action, alerts.length),
  }
  return atOnce ? doneTurn(turn, act) : confirmTurn(turn, act, confirmNotice(turn, action, alerts))
}

function alreadyAcknowledged({ scene }: TurnContext, rows: readonly AlertRow[]): SystemNotice {
  const [row] = rows.toSorted((a, b) => (b.acknowledgedAt ?? 0) - (a.acknowledgedAt ?? 0))
  const by = row?.acknowledgedBy ?? ''
  const day = civilDay(row?.acknowledgedAt ?? scene.moment.at, scene.moment.zone)
  return { about: 'alreadyAcknowledged', name: scene.members.get(by)?.name ?? by, day }
}

/** The next message is the text, of these alerts. */
export async function explainTurn(turn: TurnContext): Promise<Turn> {
  const { role } = turn.member
  if (role !== 'leader' && role !== 'officer') return refusedTurn(turn, 'explain')
  const meant = await meantAlerts(turn)
  if (meant.length === 0) return saidTurn(turn, noneMeant(turn))
  const said = saidTurn(turn, { about: role === 'leader' ? 'explainHow' : 'draftHow' })
  return { ...said, conversation: { ...said.conversation, explaining: meant.map(row => row.id) } }
}

/** Days until the next period of the province begins. */
export async function daysToNextPeriod(turn: TurnContext): Promise<number> {
  const { today } = turn.scene.moment
  const { to } = periodAt(await provinceRhythm(turn), today)
  return daysBetween(today, addDays(to, 1))
}

function until(days: number, { scene: { moment } }: TurnContext): { days: number; until: string } {
  return { days, until: civilDay(snoozeEnd(days, moment), moment.zone) }
}

function doneNotice(turn: TurnContext, action: AlertAction, count: number): SystemNotice {
  if (action.do === 'snooze') return { about: 'snoozed', ...until(action.days, turn) }
  return { about: action.do === 'explain' ? 'explained' : 'acknowledged', count }
}

function confirmNotice(turn: TurnContext, action: AlertAction, rows: readonly AlertRow[]): SystemNotice {
  const about = { count: rows.length, alerts: namedAlerts(turn, rows) }
  if (action.do === 'snooze') return { about: 'confirmSnooze', ...until(action.days, turn), ...about }
  return action.do === 'explain'
    ? { about: 'confirmExplain', ...about, text: action.text }
    : { about: 'confirmAcknowledge', ...about }
}

/** The committee, or a leader above, asks units to explain themselves until a day. */
export async function requestTurn(
  turn: TurnContext,
  { who, until: said, units }: { who: string; until: string; units: readonly string[] },
): Promise<Turn> {
  if (!mayRequest(turn)) return refusedTurn(turn, 'request')
  if (units.length === 0) return saidTurn(turn, { about: 'unknownUnit', typed: who })
  return await requestOf(turn, units, dueIn(said, turn.scene))
}

function mayRequest({ member: { role } }: TurnContext): boolean {
  return role === 'committee' || role === 'leader'
}

/** The same of units that were read; `due` is a civil day, null where what was said is none. */
export async function requestOf(
  turn: TurnContext,
  units: readonly string[],
  due: string | null,
): Promise<Turn> {
  const { scene, member, say } = turn
  if (!mayRequest(turn)) return refusedTurn(turn, 'request')
  const isBelow = (unit: string) => unit !== member.unit && maySee(scene, member, unit)
  if (!units.every(isBelow)) return refusedTurn(turn, 'request')
  if (due === null) return saidTurn(turn, { about: 'noSuchDue' })
  const fine = await unitWithoutAlerts(turn, units)
  if (fine !== undefined) return saidTurn(turn, { about: 'noAlertsOf', unit: unitName(say, fine) })
  const unled = units.find(unit => membersOf({ scene }, unit, 'leader').length === 0)
  if (unled !== undefined) return saidTurn(turn, { about: 'nobodyLeads', unit: unitName(say, unled) })
  const names = units.map(unit => unitName(say, unit)).join(', ')
  const reached = await Promise.all(
    units.map(async unit => await unreachedOf(turn, unit, membersOf({ scene }, unit, 'leader'))),
  )
  const unreached = reached.filter(one => one !== null)
  const isKept = unreached.length === units.length
  const act: PendingAct = {
    effects: units.map((unit, at) => ({ do: 'request', unit, due, ...(reached[at] && { unreached: true }) })),
    undo: units.map(unit => ({ do: 'withdraw_request', unit })),
    done: { about: 'requested', names, due, isKept, unreached },
  }
  const indicators = turn.indicators?.map(code => lowerFirst(indicatorOf(say, code).shortName)) ?? []
  const notice = { names, due, indicators: indicators.join(', '), unreached }
  return confirmTurn(turn, act, { about: 'confirmRequest', ...notice })
}

async function unitWithoutAlerts(
  { alerts, scene }: TurnContext,
  units: readonly string[],
): Promise<string | undefined> {
  const standing = new Set((await standingAlerts(alerts, scene, units)).map(row => row.unit))
  return units.find(unit => !standing.has(unit))
}

/** Who may not do it is told so, and it is noted. */
export function refusedTurn(
  turn: TurnContext,
  act: AlertAction['do'] | 'request' | 'hand_on' | 'redrive',
): Turn {
  return { ...saidTurn(turn, { about: 'notAllowed' }), effects: [{ do: 'note_refused', act }] }
}

/** The units and indicators that a text names; no units where a name could be several. */
export function namedIn(
  { scene, member }: TurnContext,
  text: string,
): Pick<Question, 'units' | 'indicators'> {
  const { questions } = readQuestion(text, lexiconOf(scene.catalog), {
    unit: member.unit,
    scope: scene.tree.province(member.unit).code,
    today: scene.moment.today,
    previous: null,
    earlier: [],
    shown: [],
    pendingChoices: [],
  })
  return {
    units: questions.flatMap(question => (question.intent === 'clarify' ? [] : question.units)),
    indicators: questions.flatMap(question => question.indicators),
  }
}
