import { momentAt } from '../core/moment.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import { isSubscribed } from '../notices/digest.ts'
import { saySystem } from '../replies/say-system.ts'
import { alertsLeftBy } from './alert-actions.ts'
import type { DoneAct } from './conversation.ts'
import { preferenceOf } from './digest-settings.ts'
import type { Effect, TakingBack } from './effects.ts'
import { recentlyDone, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'

/**
 * Takes an act back: that of the reply under which it is said, else the last one; which, is said where other things were spoken
 * of since. What was done since, of the same thing, stays: where nothing is left of the act, nothing is taken back.
 */
export async function undoTurn(turn: TurnContext): Promise<Turn> {
  const { replyAt, conversation } = turn
  const acts = recentlyDone(turn)
  const act = replyAt === undefined ? acts.at(-1) : acts.findLast(({ at }) => at === replyAt)
  if (!act) return saidTurn(turn, { about: 'nothingToUndo' })
  const effects = await stillToTakeBack(turn, act)
  if (effects.length === 0) return saidTurn(turn, { about: 'undoneSince' })
  const isPlain = replyAt !== undefined || act.at === conversation.saidAt
  const what = isPlain ? null : (saySystem(act.done, turn.say).blocks[0]?.text ?? null)
  const said = saidTurn(turn, { about: 'undone', what })
  return { ...said, effects, conversation: { ...said.conversation, done: acts.filter(one => one !== act) } }
}

/** What takes the act back, as far as things are as it has left them. */
async function stillToTakeBack(turn: TurnContext, { effects, undo, at }: DoneAct): Promise<Effect[]> {
  const found: Effect[] = []
  for (const [place, back] of undo.entries()) {
    const left = await leftOf(turn, effects[place], { ...back, did: at })
    if (left !== null) found.push(left)
  }
  return found
}

/** The same of one effect; null where something else was done since. */
async function leftOf(
  turn: TurnContext,
  effect: Effect | undefined,
  back: TakingBack & { did: number },
): Promise<Effect | null> {
  const { member, subscriptions, scene, alerts, explanations } = turn
  switch (back.do) {
    case 'subscribe':
      return isSubscribed(member, back.kind, await subscriptions.all()) === back.active ? null : back
    case 'prefer':
      if (effect?.do !== 'prefer') return null
      return preferredBefore(await preferenceOf(turn), { was: back.preference, chosen: effect.preference })
    case 'restore_alerts': {
      const act = { ...back, at: momentAt(back.did, scene.moment.zone), member: member.member }
      return (await alertsLeftBy({ alerts, explanations }, act)).length === 0 ? null : back
    }
    case 'withdraw_request':
    case 'take_back':
    case 'forget_reminder':
    case 'take_back_draft':
    case 'give_up':
      return back
  }
}

/** The preference of now without what was chosen; null where something else was chosen since. */
function preferredBefore(
  now: DigestPreference,
  { was, chosen }: Record<'was' | 'chosen', DigestPreference>,
): Effect | null {
  const stands = <K extends keyof DigestPreference>(name: K): DigestPreference[K] =>
    now[name] === chosen[name] ? was[name] : now[name]
  const preference: DigestPreference = {
    member: now.member,
    hour: stands('hour'),
    weekday: stands('weekday'),
    pausedUntil: stands('pausedUntil'),
    onlyNews: stands('onlyNews'),
  }
  const changes = (['hour', 'weekday', 'pausedUntil', 'onlyNews'] as const).some(
    name => preference[name] !== now[name],
  )
  return changes ? { do: 'prefer', preference } : null
}
