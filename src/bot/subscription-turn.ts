import type { Question, SettingChange } from '../ask/question.ts'
import { DIGEST_KINDS } from '../core/digest.ts'
import { isSubscribed } from '../notices/digest.ts'
import type { PendingAct } from './conversation.ts'
import { changedBy, preferenceOf, settingsTurn } from './digest-settings.ts'
import type { Effect, TakingBack } from './effects.ts'
import { confirmTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'

/** To get a digest from now on, at the hour that is named with it, or no more; asked for first. */
export async function subscriptionTurn(turn: TurnContext, question: Question): Promise<Turn> {
  return question.intent === 'subscribe'
    ? await subscribeTurn(turn, question)
    : await stopTurn(turn, question)
}

async function subscribeTurn(turn: TurnContext, question: Question): Promise<Turn> {
  const { member, subscriptions } = turn
  const kind = question.digest ?? 'weekly'
  const time = question.setting?.do === 'time' ? question.setting : null
  if (isSubscribed(member, kind, await subscriptions.all())) {
    if (time) return await settingsTurn(turn, question)
    return saidTurn(turn, { about: 'alreadySubscribed', digest: kind })
  }
  const at = time ? await timed(turn, time) : { effects: [], undo: [] }
  const about = { digest: kind, ...(time ? { time } : {}) }
  const act: PendingAct = {
    effects: [{ do: 'subscribe', kind, active: true }, ...at.effects],
    undo: [{ do: 'subscribe', kind, active: false }, ...at.undo],
    done: { about: 'subscribed', ...about },
  }
  return confirmTurn(turn, act, { about: 'confirmSubscribe', ...about })
}

async function timed(
  turn: TurnContext,
  time: SettingChange,
): Promise<{ effects: Effect[]; undo: TakingBack[] }> {
  const before = await preferenceOf(turn)
  return {
    effects: [{ do: 'prefer', preference: changedBy(before, time) }],
    undo: [{ do: 'prefer', preference: before }],
  }
}

async function stopTurn(turn: TurnContext, { digest }: Question): Promise<Turn> {
  const { member, subscriptions } = turn
  const current = await subscriptions.all()
  const kinds = (digest ? [digest] : DIGEST_KINDS).filter(kind => isSubscribed(member, kind, current))
  if (kinds.length === 0) return saidTurn(turn, { about: 'notSubscribed', digest: digest ?? 'weekly' })
  const act: PendingAct = {
    effects: kinds.map(kind => ({ do: 'subscribe', kind, active: false })),
    undo: kinds.map(kind => ({ do: 'subscribe', kind, active: true })),
    done: { about: 'unsubscribed', digest },
  }
  return confirmTurn(turn, act, { about: 'confirmUnsubscribe', digest })
}
