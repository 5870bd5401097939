import type { Question, SettingChange } from '../ask/question.ts'
import { DIGEST_KINDS } from '../core/digest.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import { isSubscribed } from '../notices/digest.ts'
import type { PendingAct } from './conversation.ts'
import { confirmTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'

/** Whether any digest comes. */
export async function getsDigests({ member, subscriptions }: TurnContext): Promise<boolean> {
  const chosen = await subscriptions.all()
  return DIGEST_KINDS.some(kind => isSubscribed(member, kind, chosen))
}

/** Which digests come and when; a change is asked for first. */
export async function settingsTurn(turn: TurnContext, { setting }: Question): Promise<Turn> {
  const { member, subscriptions } = turn
  const chosen = await subscriptions.all()
  const kinds = DIGEST_KINDS.filter(kind => isSubscribed(member, kind, chosen))
  const before = await preferenceOf(turn)
  if (setting === null) return saidTurn(turn, { about: 'digestSettings', kinds, preference: before })
  if (kinds.length === 0) return saidTurn(turn, { about: 'notSubscribed', digest: 'weekly' })
  const act: PendingAct = {
    effects: [{ do: 'prefer', preference: changedBy(before, setting) }],
    undo: [{ do: 'prefer', preference: before }],
    done: { about: 'settingsChanged', setting },
  }
  return confirmTurn(turn, act, { about: 'confirmSettings', setting })
}

/** When the member's digests come. */
export async function preferenceOf({
  member: { member },
  subscriptions,
}: TurnContext): Promise<DigestPreference> {
  const kept = (await subscriptions.preferences()).find(one => one.member === member)
  return kept ?? { member, hour: null, weekday: null, pausedUntil: null, onlyNews: false }
}

/** The same after a change. */
export function changedBy(before: DigestPreference, setting: SettingChange): DigestPreference {
  switch (setting.do) {
    case 'pause':
      return { ...before, pausedUntil: setting.until }
    case 'resume':
      return { ...before, pausedUntil: null }
    case 'time':
      return { ...before, hour: setting.hour, weekday: setting.weekday ?? before.weekday }
    case 'only_news':
      return { ...before, onlyNews: true }
  }
}
