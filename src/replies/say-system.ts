import type { DigestKind } from '../core/digest.ts'
import type { Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { ask } from './phrases/next-questions.ts'

/** What is said about the conversation itself, for whoever writes: only words are needed, no member. */
export type SystemNotice =
  | { about: 'stranger' }
  | { about: 'groupChat' }
  | { about: 'tooLong'; limit: number }
  | { about: 'unsupported' }
  | { about: 'empty' }
  | { about: 'failed' }
  | { about: 'notAllowed' }
  | { about: 'subscribed'; digest: DigestKind }
  | { about: 'alreadySubscribed'; digest: DigestKind }
  /** Null: all digests. */
  | { about: 'unsubscribed'; digest: DigestKind | null }
  | { about: 'notSubscribed'; digest: DigestKind }
  | { about: 'acknowledged'; count: number }
  | { about: 'snoozed'; days: number; until: string }
  | { about: 'explained'; count: number }
  | { about: 'explainHow' }
  | { about: 'noAlerts' }
  | { about: 'nothingBefore' }
  /** A name that was meant as a unit and fits none, as typed. */
  | { about: 'unknownUnit'; typed: string }
  | { about: 'noSuchChoice'; number: number }
  | { about: 'expiredChoice' }
  | { about: 'tooFast' }
  | { about: 'changeData' }

type SystemContext = Pick<SayContext, 'words' | 'sample'>

/** A notice about the conversation → message. Strangers learn how to be invited and nothing else, sample or not. */
export function saySystem(notice: SystemNotice, ctx: SystemContext): Message {
  switch (notice.about) {
    case 'stranger':
    case 'groupChat':
      return { blocks: [{ text: ctx.words.say(`system.${notice.about}`) }], choices: [] }
    case 'tooLong':
      return plain(ctx.words.say('system.tooLong', { limit: notice.limit }), ctx)
    case 'empty':
      return plain(ctx.words.say('system.empty', { example: ctx.words.say('features.value.example') }), ctx)
    case 'subscribed':
    case 'alreadySubscribed':
    case 'unsubscribed':
    case 'notSubscribed':
      return compose(ctx, [subscription(notice, ctx)], [ask(ctx, 'ownUnit'), ask(ctx, 'progress')])
    case 'acknowledged':
    case 'explained':
      return handled(ctx.words.say(`system.${notice.about}`, { count: notice.count }), ctx)
    case 'snoozed':
      return handled(ctx.words.say('system.snoozed', { days: notice.days, until: notice.until }), ctx)
    case 'unknownUnit':
      return plain(ctx.words.say('system.unknownUnit', { typed: shortened(notice.typed) }), ctx)
    case 'noSuchChoice':
      return plain(ctx.words.say('system.noSuchChoice', { number: notice.number }), ctx)
    case 'unsupported':
    case 'failed':
    case 'notAllowed':
    case 'explainHow':
    case 'noAlerts':
    case 'nothingBefore':
    case 'expiredChoice':
    case 'tooFast':
    case 'changeData':
      break
  }
  return plain(ctx.words.say(`system.${notice.about}`), ctx)
}

/** At most so many letters of what a person typed are repeated. */
const MAX_ECHO = 60

function shortened(typed: string): string {
  return typed.length <= MAX_ECHO ? typed : `${typed.slice(0, MAX_ECHO)}…`
}

function plain(text: string, ctx: SystemContext): Message {
  return compose(ctx, [text], [ask(ctx, 'ownUnit'), ask(ctx, 'help')])
}

function handled(text: string, ctx: SystemContext): Message {
  return compose(ctx, [text], [ask(ctx, 'ownNeeds'), ask(ctx, 'alerts')])
}

type Subscription = Extract<
  SystemNotice,
  { about: 'subscribed' | 'alreadySubscribed' | 'unsubscribed' | 'notSubscribed' }
>

function subscription(notice: Subscription, ctx: SystemContext): string {
  const { words } = ctx
  if (notice.digest === null) return words.say('system.unsubscribedAll')
  const digest = words.say(`system.digests.${notice.digest}`)
  if (notice.about === 'unsubscribed' || notice.about === 'notSubscribed') {
    return words.say(`system.${notice.about}`, { digest })
  }
  return words.say(`system.${notice.about}`, { digest, when: words.say(`system.when.${notice.digest}`) })
}
