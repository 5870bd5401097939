import { theseWords, theyWords } from '../../locales/vi/ask/acts.ts'
import { emptyQuestion } from '../ask/intents/assemble.ts'
import type { Question } from '../ask/question.ts'
import { foldSet, foldWord, foldWords } from '../ask/words/fold.ts'
import { addDays } from '../core/period.ts'
import type { Choice } from '../lib/message.ts'
import { askFigure, askGroup } from '../replies/phrases/next-questions.ts'
import { clampDays } from './act-forms.ts'
import type { ActForm } from './act-forms.ts'
import { alertTurn, daysToNextPeriod, explainTurn, namedIn, requestOf, requestTurn } from './alert-acts.ts'
import { previousQuestion } from './conversation.ts'
import type { PendingAct } from './conversation.ts'
import { deadLettersTurn, redriveTurn } from './dead-letters.ts'
import { dayNamedIn, dueIn } from './due-day.ts'
import { getsDigests, settingsTurn } from './digest-settings.ts'
import { subscriptionTurn } from './subscription-turn.ts'
import { handOnTurn } from './hand-on.ts'
import { sendDraftTurn } from './send-draft.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import { undoTurn } from './undo.ts'
import type { Turn, TurnContext } from './turn.ts'

/**
 * Acts: what was read from a text only asks for a yes; what comes from a button, from its number, or as "đã nhận" right under
 * the alert is done at once. Everything done can be undone for ten minutes, whatever was asked or done meanwhile.
 */

/** The turn of a message that is an exact form, or the answer to a question about an act; null for any other message. */
export async function formTurn(turn: TurnContext, form: ActForm): Promise<Turn | null> {
  const { conversation } = turn
  if (isOver(turn, form)) return { ...saidTurn(turn, { about: 'expiredChoice' }), conversation }
  switch (form.do) {
    case 'yes':
      return conversation.pending ? yesTurn(turn, conversation.pending) : null
    case 'no':
      if (conversation.pending) return settling(saidTurn(turn, { about: 'actDropped' }))
      return form.denies === true ? wrongTurn(turn) : null
    case 'undo':
      return settling(await undoTurn(turn))
    case 'how_to_explain':
      return asAsked(await explainTurn(turn), emptyQuestion('explain'))
    case 'wrong':
      return wrongTurn(turn)
    case 'dead_letters':
      return await deadLettersTurn(turn)
    case 'redrive':
      return await redriveTurn(turn, turn.pressed === true && turn.olderAt === undefined)
    case 'frequency':
      return asAsked(saidTurn(turn, { about: 'notSettable', parts: form.said }), emptyQuestion('settings'))
    case 'acknowledge':
      return asAsked(
        await alertTurn(turn, { do: 'acknowledge' }, isUnderMessage(turn) || isUnderAlert(turn)),
        emptyQuestion('acknowledge'),
      )
    case 'snooze': {
      const question = { ...emptyQuestion('snooze'), snooze: form.days }
      return asAsked(await alertTurn(turn, form, isUnderMessage(turn)), question)
    }
    case 'snooze_period': {
      const days = await daysToNextPeriod(turn)
      const question = { ...emptyQuestion('snooze'), snooze: 'next_period' as const }
      return asAsked(await alertTurn(turn, { do: 'snooze', days }, isUnderMessage(turn)), question)
    }
    case 'explain': {
      const question = { ...emptyQuestion('explain'), explanation: form.text }
      return asAsked(await alertTurn(turn, form, isUnderMessage(turn)), question)
    }
    case 'send_draft':
      return asAsked(await sendDraftTurn(turn), emptyQuestion('explain'))
    case 'hand_on':
      return await handOnTurn(turn, form.who, isUnderMessage(turn))
    case 'ask_explanation': {
      const told = areTold(form.who) ? previousQuestion(turn.conversation) : null
      const units = told ? toldOf(told, turn) : namedIn(turn, form.who).units
      const named = namedIn(turn, form.until).indicators
      const indicators = named.length > 0 ? named : (told?.indicators ?? [])
      const about = { ...turn, indicators }
      return asAsked(await requestTurn(about, { ...form, units }), {
        ...emptyQuestion('ask_explanation'),
        units,
        indicators,
      })
    }
  }
}

/** "Họ", "các sở này": of whom the answer before was. */
function areTold(who: string): boolean {
  const words = who.split(/\s+/).map(foldWord)
  return (
    THEY.has(foldWords(who)) ||
    (SEVERAL.has(words[0] ?? '') && THESE.has(words.at(-1) ?? '') && words.length > 2)
  )
}

/** The units of the question before, or those that its list showed. */
function toldOf({ units, group }: Question, { conversation }: TurnContext): string[] {
  return units.length === 0 && group !== null ? (conversation.shown ?? []) : units
}

const THEY = new Set(theyWords.map(foldWords))
const SEVERAL = foldSet(theseWords.first)
const THESE = foldSet(theseWords.last)

/** A yes or a no under an older message: what waits now is not what it means. */
function isOver({ olderAt }: TurnContext, { do: wish }: ActForm): boolean {
  return olderAt !== undefined && (wish === 'yes' || wish === 'no')
}

/** What was asked is done; where something was told since, that may be what is agreed to: it is asked again. */
function yesTurn(turn: TurnContext, pending: PendingAct): Turn {
  const { asks, ...act } = pending
  if (asks !== undefined && turn.isToldSince === true) return confirmTurn(turn, act, asks)
  return settling(doneTurn(turn, act))
}

/** A question of ours that was answered by a press becomes its answer, and what was done becomes undone, in its place. */
function settling(turn: Turn): Turn {
  return { ...turn, settles: true }
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
  if (OF_DIGESTS.has(intent) && question.notAnswered.length > 0) return notSettable(turn, question)
  const until = intent === 'unsubscribe' ? dayNamedIn(turn.text, turn.scene) : null
  if (until !== null) {
    const setting = { do: 'pause', until: addDays(until, 1) } as const
    return await settingsTurn(turn, { ...question, intent: 'settings', setting })
  }
  if (intent === 'subscribe' || intent === 'unsubscribe') return await subscriptionTurn(turn, question)
  if (intent === 'settings') {
    const wantsOne = question.setting?.do === 'time' && !(await getsDigests(turn))
    return wantsOne
      ? await subscriptionTurn(turn, { ...question, intent: 'subscribe' })
      : await settingsTurn(turn, question)
  }
  if (intent === 'explain') return await explainTurn(turn)
  if (intent === 'acknowledge')
    return await alertTurn({ ...turn, indicators: question.indicators }, { do: 'acknowledge' }, false)
  if (intent === 'ask_explanation' && question.units.length > 0)
    return await requestOf(
      { ...turn, indicators: question.indicators },
      question.units,
      dueIn(turn.text, turn.scene),
    )
  if (intent === 'snooze') {
    const days = await snoozeDays(turn, question)
    return await alertTurn(turn, { do: 'snooze', days }, isUnderMessage(turn))
  }
  return null
}

const OF_DIGESTS: ReadonlySet<string> = new Set(['subscribe', 'unsubscribe', 'settings'])

/** Of a wish of which a part cannot be had nothing is done: what can be had is said. */
function notSettable(turn: TurnContext, { notAnswered }: Question): Turn {
  return saidTurn(turn, { about: 'notSettable', parts: notAnswered.map(({ text }) => text).join(', ') })
}

/** What was answered last is kept for the operator as not understood; null where nothing was. */
function wrongTurn(turn: TurnContext): Turn | null {
  const { asked } = turn.conversation
  if (asked === undefined) return null
  const said = saidTurn(turn, { about: 'notWhatWasMeant' })
  const { choices } = said.message
  const message = { ...said.message, choices: [...otherReadings(turn), ...choices] }
  return {
    ...said,
    message,
    conversation: { ...said.conversation, choices: message.choices },
    effects: [{ do: 'keep_unanswered', text: asked }],
  }
}

const OTHERWISE = ['value', 'gap', 'rank', 'need'] as const
const OF_GROUP = ['ranking', 'below', 'met'] as const

/** What else the question that was answered last may have asked, of the same units and indicator. */
function otherReadings({ say, conversation }: TurnContext): Choice[] {
  const question = previousQuestion(conversation)
  const [unit] = question?.units ?? []
  const indicator = question?.indicators[0] ?? say.mainIndicator ?? undefined
  if (indicator === undefined) return []
  if (question?.group)
    return OF_GROUP.filter(one => one !== question.intent).flatMap(
      one => askGroup(say, one, question.group, indicator) ?? [],
    )
  if (!question || unit === undefined) return []
  return OTHERWISE.filter(one => one !== question.intent).flatMap(
    one => askFigure(say, one, unit, indicator) ?? [],
  )
}

async function snoozeDays(turn: TurnContext, { snooze }: Question): Promise<number> {
  return snooze === 'next_period' || snooze === null ? await daysToNextPeriod(turn) : clampDays(snooze)
}

/** It is said as the answer to an alert: that is quoted, or was told last, and not long ago. */
function isUnderAlert({ about, isRight }: TurnContext): boolean {
  return about !== undefined && isRight === true
}

/** A button of ours was pressed, or a choice of the last message was sent. */
function isUnderMessage({ pressed, conversation, text }: TurnContext): boolean {
  const typed = text.trim().toLowerCase()
  return pressed === true || conversation.choices.some(({ send }) => send.toLowerCase() === typed)
}
