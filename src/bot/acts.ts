import { standingAlerts } from '../answers/standing.ts'
import { emptyQuestion } from '../ask/intents/assemble.ts'
import type { Question } from '../ask/question.ts'
import { DIGEST_KINDS } from '../core/digest.ts'
import { civilDay } from '../core/moment.ts'
import { saySystem } from '../replies/say-system.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import { isSubscribed } from '../notices/digest.ts'
import { clampDays } from './act-forms.ts'
import type { ActForm } from './act-forms.ts'
import { snoozeEnd } from './alert-actions.ts'
import type { AlertAction } from './alert-actions.ts'
import { remember } from './conversation.ts'
import type { PendingAct } from './conversation.ts'
import type { Effect } from './effects.ts'
import type { Turn, TurnContext } from './turn.ts'

/**
 * Acts: what was read from a text only asks for a yes; what comes from a button, from its number, or as "đã nhận" is
 * done at once. Everything done can be undone while the conversation is remembered.
 */

/** The turn of a message that is an exact form, or the answer to a question about an act; null for any other message. */
export async function formTurn(turn: TurnContext, form: ActForm): Promise<Turn | null> {
  const { conversation } = turn
  switch (form.do) {
    case 'yes':
      return conversation.pending ? doneTurn(turn, conversation.pending) : null
    case 'no':
      return conversation.pending ? saidTurn(turn, { about: 'actDropped' }) : null
    case 'undo':
      return undoTurn(turn)
    case 'how_to_explain':
      return await explainTurn(turn)
    case 'wrong':
      return null
    case 'acknowledge':
      return asAsked(await alertTurn(turn, { do: 'acknowledge' }, true), emptyQuestion('acknowledge'))
    case 'snooze': {
      const question = { ...emptyQuestion('snooze'), snooze: form.days }
      return asAsked(await alertTurn(turn, form, isUnderMessage(turn)), question)
    }
    case 'explain': {
      const question = { ...emptyQuestion('explain'), explanation: form.text }
      return asAsked(await alertTurn(turn, form, isUnderMessage(turn)), question)
    }
  }
}

function asAsked(turn: Turn, question: Question): Turn {
  return { ...turn, questions: [question] }
}

/** The next message is the text: it is read back, and kept on a yes. */
export async function explanationTurn(turn: TurnContext): Promise<Turn> {
  return await alertTurn(turn, { do: 'explain', text: turn.text.trim() }, false)
}

/** The turn of a question that wants something changed: it asks for a yes, or says why nothing is to be done. */
export async function askedAct(turn: TurnContext, question: Question): Promise<Turn | null> {
  const { intent } = question
  if (intent === 'subscribe' || intent === 'unsubscribe') return await subscriptionTurn(turn, question)
  if (intent === 'acknowledge') return await alertTurn(turn, { do: 'acknowledge' }, false)
  if (intent === 'snooze') return await alertTurn(turn, { do: 'snooze', days: snoozeDays(question) }, false)
  return null
}

const TO_NEXT_PERIOD = 7

function snoozeDays({ snooze }: Question): number {
  return snooze === 'next_period' || snooze === null ? TO_NEXT_PERIOD : clampDays(snooze)
}

/** A button of ours was pressed, or a choice of the last message was sent. */
function isUnderMessage({ pressed, conversation, text }: TurnContext): boolean {
  const typed = text.trim().toLowerCase()
  return pressed === true || conversation.choices.some(({ send }) => send.toLowerCase() === typed)
}

async function explainTurn(turn: TurnContext): Promise<Turn> {
  if (turn.member.role !== 'leader') return refusedTurn(turn, 'explain')
  const said = asAsked(saidTurn(turn, { about: 'explainHow' }), emptyQuestion('explain'))
  return { ...said, conversation: { ...said.conversation, explaining: true } }
}

async function alertTurn(turn: TurnContext, action: AlertAction, atOnce: boolean): Promise<Turn> {
  const { member, scene } = turn
  if (member.role !== 'leader') return refusedTurn(turn, action.do)
  const alerts = await standingAlerts(turn.alerts, scene, [member.unit])
  if (alerts.length === 0) return saidTurn(turn, { about: 'noAlerts' })
  const act: PendingAct = {
    effects: [{ do: 'alerts', action, alerts }],
    undo: [{ do: 'restore_alerts', alerts }],
    done: doneNotice(turn, action, alerts.length),
  }
  return atOnce ? doneTurn(turn, act) : confirmTurn(turn, act, confirmNotice(turn, action, alerts.length))
}

function refusedTurn(turn: TurnContext, act: AlertAction['do']): Turn {
  return { ...saidTurn(turn, { about: 'notAllowed' }), effects: [{ do: 'note_refused', act }] }
}

function doneNotice({ scene: { moment } }: TurnContext, action: AlertAction, count: number): SystemNotice {
  if (action.do === 'snooze')
    return {
      about: 'snoozed',
      days: action.days,
      until: civilDay(snoozeEnd(action.days, moment), moment.zone),
    }
  return { about: action.do === 'explain' ? 'explained' : 'acknowledged', count }
}

function confirmNotice({ scene: { moment } }: TurnContext, action: AlertAction, count: number): SystemNotice {
  if (action.do === 'snooze')
    return {
      about: 'confirmSnooze',
      days: action.days,
      until: civilDay(snoozeEnd(action.days, moment), moment.zone),
    }
  return action.do === 'explain'
    ? { about: 'confirmExplain', count, text: action.text }
    : { about: 'confirmAcknowledge', count }
}

async function subscriptionTurn(turn: TurnContext, { intent, digest }: Question): Promise<Turn> {
  const { member } = turn
  const current = await turn.subscriptions.all()
  if (intent === 'subscribe') {
    const kind = digest ?? 'weekly'
    if (isSubscribed(member, kind, current))
      return saidTurn(turn, { about: 'alreadySubscribed', digest: kind })
    const effects: Effect[] = [{ do: 'subscribe', kind, active: true }]
    const undo: Effect[] = [{ do: 'subscribe', kind, active: false }]
    const act: PendingAct = { effects, undo, done: { about: 'subscribed', digest: kind } }
    return confirmTurn(turn, act, { about: 'confirmSubscribe', digest: kind })
  }
  const kinds = (digest ? [digest] : DIGEST_KINDS).filter(kind => isSubscribed(member, kind, current))
  if (kinds.length === 0) return saidTurn(turn, { about: 'notSubscribed', digest: digest ?? 'weekly' })
  const act: PendingAct = {
    effects: kinds.map(kind => ({ do: 'subscribe', kind, active: false })),
    undo: kinds.map(kind => ({ do: 'subscribe', kind, active: true })),
    done: { about: 'unsubscribed', digest },
  }
  return confirmTurn(turn, act, { about: 'confirmUnsubscribe', digest })
}

function confirmTurn(turn: TurnContext, pending: PendingAct, notice: SystemNotice): Turn {
  const said = saidTurn(turn, notice)
  return { ...said, conversation: { ...said.conversation, pending } }
}

function doneTurn(turn: TurnContext, { effects, undo, done }: PendingAct): Turn {
  const said = saidTurn(turn, done)
  return { ...said, effects, conversation: { ...said.conversation, undo } }
}

function undoTurn(turn: TurnContext): Turn {
  const { undo } = turn.conversation
  return undo
    ? { ...saidTurn(turn, { about: 'undone' }), effects: undo }
    : saidTurn(turn, { about: 'nothingToUndo' })
}

function saidTurn({ conversation, say }: TurnContext, notice: SystemNotice): Turn {
  const message = saySystem(notice, say)
  const { history } = conversation
  return {
    questions: [],
    answers: [],
    message,
    conversation: remember({ history, choices: [] }, null, message.choices),
    effects: [],
    explanation: null,
  }
}
