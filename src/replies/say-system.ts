import type { DigestKind } from '../core/digest.ts'
import type { IncomingKind } from '../channels/channel.ts'
import type { Choice, Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { ask } from './phrases/next-questions.ts'
import { type DraftNotice, isOfDrafts, sayDrafts } from './say-drafts.ts'
import { type DeadLetterNotice, isOfDeadLetters, sayDeadLetters } from './say-dead-letters.ts'
import {
  type DigestTime,
  digestTime,
  isOfSettings,
  saySettings,
  type SettingsNotice,
} from './say-settings.ts'
import { type Unreached, unreachedLines } from './say-unreached.ts'

/** What is said about the conversation itself, for whoever writes: only words are needed, no member. */
export type SystemNotice =
  | { about: 'stranger' }
  | { about: 'groupChat' }
  | { about: 'tooLong'; limit: number }
  /** What was sent has no words, or words of somebody else. */
  | { about: 'wordless'; kind: Wordless }
  | { about: 'notWhatWasMeant' }
  | { about: 'empty' }
  | { about: 'failed' }
  | { about: 'notAllowed' }
  | { about: 'subscribed'; digest: DigestKind; time?: DigestTime }
  | { about: 'alreadySubscribed'; digest: DigestKind }
  /** Null: all digests. */
  | { about: 'unsubscribed'; digest: DigestKind | null }
  | { about: 'notSubscribed'; digest: DigestKind }
  | { about: 'acknowledged'; count: number }
  | { about: 'snoozed' | 'snoozedOwn'; days: number; until: string }
  | { about: 'explained'; count: number }
  | { about: 'explainHow' }
  | { about: 'noAlerts' }
  /** The alerts of the message under which it was said stand no more. */
  | { about: 'alertOver' | 'termOver' | 'notOwnAlerts' }
  | { about: 'notYours' }
  | { about: 'alreadyAcknowledged'; name: string; day: string }
  | { about: 'noAlertsOf' | 'nobodyLeads'; unit: string }
  | { about: 'noSuchDue' }
  /** A request is of all alerts of a unit: which indicators were named is said not to matter. */
  | {
      about: 'confirmRequest'
      names: string
      due: string
      indicators: string
      unreached?: readonly Unreached[]
    }
  /** `isKept`: it reaches none of the units as things stand. */
  | { about: 'requested'; names: string; due: string; isKept?: boolean; unreached?: readonly Unreached[] }
  /** Alerts go to an officer. */
  | { about: 'confirmHandOn'; name: string; count: number; alerts: string; unreached?: Unreached }
  | { about: 'handedOn'; name: string; count: number; unreached?: Unreached }
  /** Nobody in the unit can be handed an alert. */
  | { about: 'noOfficer' }
  | { about: 'whichOfficer'; names: string }
  | { about: 'nothingBefore' }
  /** A name that was meant as a unit and fits none, as typed. */
  | { about: 'unknownUnit'; typed: string }
  | { about: 'noSuchChoice'; number: number }
  | { about: 'expiredChoice' }
  | { about: 'tooFast' }
  | { about: 'changeData' }
  /** An act that was read from a text waits for a yes. */
  | { about: 'confirmSubscribe'; digest: DigestKind; time?: DigestTime }
  | { about: 'confirmUnsubscribe'; digest: DigestKind | null }
  /** `alerts`: which they are, in words. */
  | { about: 'confirmAcknowledge'; count: number; alerts: string }
  | { about: 'confirmSnooze'; days: number; until: string; alerts: string }
  | { about: 'confirmExplain'; count: number; text: string; alerts: string }
  | SettingsNotice
  | DeadLetterNotice
  | DraftNotice
  | { about: 'actDropped' }
  /** `what`: what had been said of it when it was done, where that does not stand above. */
  | { about: 'undone'; what: string | null }
  /** Something else was done since about the same thing. */
  | { about: 'undoneSince' }
  /** A yes or a no, where what was asked is done, or nothing was asked. */
  | { about: 'alreadyDone' }
  | { about: 'nothingWaits' }
  | { about: 'nothingToUndo' }

export type Wordless = Exclude<IncomingKind, 'text' | 'button' | 'edited'>

type SystemContext = Pick<SayContext, 'words' | 'sample'>

/** A notice about the conversation → message. Strangers learn how to be invited and nothing else, sample or not. */
export function saySystem(notice: SystemNotice, ctx: SystemContext): Message {
  if (notice.about === 'stranger' || notice.about === 'groupChat')
    return { blocks: [{ text: ctx.words.say(`system.${notice.about}`) }], choices: [] }
  if (notice.about === 'wordless') return plain(ctx.words.say(`system.wordless.${notice.kind}`), ctx)
  if (isHandingOn(notice)) return handingOn(notice, ctx)
  if (isOfDrafts(notice)) return sayDrafts(notice, ctx)
  if (isOfSettings(notice)) return saySettings(notice, ctx)
  if (isOfDeadLetters(notice)) return sayDeadLetters(notice, ctx)
  switch (notice.about) {
    case 'tooLong':
    case 'empty':
    case 'unknownUnit':
    case 'noSuchChoice':
    case 'undone':
      return plain(aboutText(notice, ctx), ctx)
    case 'subscribed':
    case 'alreadySubscribed':
    case 'unsubscribed':
    case 'notSubscribed':
      return subscription(notice, ctx)
    case 'acknowledged':
    case 'explained':
    case 'snoozed':
    case 'snoozedOwn':
      return handled(notice, ctx)
    case 'alreadyAcknowledged':
    case 'noAlertsOf':
    case 'nobodyLeads':
    case 'confirmRequest':
    case 'requested':
      return aboutRequest(notice, ctx)
    case 'confirmSubscribe':
    case 'confirmUnsubscribe':
    case 'confirmAcknowledge':
    case 'confirmSnooze':
    case 'confirmExplain':
      return compose(ctx, [confirmation(notice, ctx)], [ask(ctx, 'yes'), ask(ctx, 'no')])
    case 'actDropped':
    case 'undoneSince':
    case 'alreadyDone':
    case 'nothingWaits':
    case 'nothingToUndo':
    case 'notWhatWasMeant':
    case 'failed':
    case 'notAllowed':
    case 'explainHow':
    case 'noAlerts':
    case 'alertOver':
    case 'termOver':
    case 'notOwnAlerts':
    case 'notYours':
    case 'noSuchDue':
    case 'nothingBefore':
    case 'expiredChoice':
    case 'tooFast':
    case 'changeData':
      break
  }
  return plain(ctx.words.say(`system.${notice.about}`), ctx)
}

/** What is said to a text that cannot be read as it stands, and of what was taken back. */
function aboutText(
  notice: Extract<SystemNotice, { about: 'tooLong' | 'empty' | 'unknownUnit' | 'noSuchChoice' | 'undone' }>,
  { words }: SystemContext,
): string {
  switch (notice.about) {
    case 'tooLong':
      return words.say('system.tooLong', { limit: notice.limit })
    case 'empty':
      return words.say('system.empty', { example: words.say('features.value.example') })
    case 'unknownUnit':
      return words.say('system.unknownUnit', { typed: shortened(notice.typed) })
    case 'noSuchChoice':
      return words.say('system.noSuchChoice', { number: notice.number })
    case 'undone':
      return notice.what === null
        ? words.say('system.undone')
        : words.say('system.undoneThat', { what: notice.what })
  }
}

/** At most so many letters of what a person typed are repeated. */
const MAX_ECHO = 60

function shortened(typed: string): string {
  return typed.length <= MAX_ECHO ? typed : `${typed.slice(0, MAX_ECHO)}…`
}

function plain(text: string, ctx: SystemContext): Message {
  return compose(ctx, [text], [ask(ctx, 'ownUnit'), ask(ctx, 'help')])
}

type Handled = Extract<SystemNotice, { about: 'acknowledged' | 'explained' | 'snoozed' | 'snoozedOwn' }>

function handled(notice: Handled, ctx: SystemContext): Message {
  const text =
    'until' in notice
      ? ctx.words.say(`system.${notice.about}`, { days: notice.days, until: notice.until })
      : ctx.words.say(`system.${notice.about}`, { count: notice.count })
  return compose(ctx, [text], [ask(ctx, 'undo'), ask(ctx, 'ownNeeds'), ask(ctx, 'alerts')])
}

type RequestNotice = Extract<
  SystemNotice,
  {
    about: 'alreadyAcknowledged' | 'noAlertsOf' | 'nobodyLeads' | 'confirmRequest' | 'requested'
  }
>

/** What becomes of a request for an explanation, or of a press that somebody else was before. */
function aboutRequest(notice: RequestNotice, ctx: SystemContext): Message {
  const { words } = ctx
  switch (notice.about) {
    case 'alreadyAcknowledged':
      return plain(words.say('system.alreadyAcknowledged', { name: notice.name, day: notice.day }), ctx)
    case 'noAlertsOf':
    case 'nobodyLeads':
      return plain(words.capital(words.say(`system.${notice.about}`, { unit: notice.unit })), ctx)
    case 'confirmRequest':
    case 'requested':
      break
  }
  const { names, due } = notice
  const unreached = unreachedLines(words, notice.unreached ?? [])
  if (notice.about !== 'confirmRequest')
    return compose(
      ctx,
      [words.say(notice.isKept ? 'system.requestKept' : 'system.requested', { names, due }), ...unreached],
      [ask(ctx, 'undo'), ask(ctx, 'progress')],
    )
  const { indicators } = notice
  const said =
    indicators === ''
      ? words.say('system.confirmRequest', { names, due })
      : words.say('system.confirmRequestAll', { names, due, indicators })
  return compose(ctx, [...unreached, said], [ask(ctx, 'yes'), ask(ctx, 'no')])
}

type HandingOn = Extract<SystemNotice, { about: 'confirmHandOn' | 'handedOn' | 'whichOfficer' | 'noOfficer' }>

function isHandingOn(notice: SystemNotice): notice is HandingOn {
  return ['confirmHandOn', 'handedOn', 'whichOfficer', 'noOfficer'].includes(notice.about)
}

/** What becomes of alerts that a leader hands on. */
function handingOn(notice: HandingOn, ctx: SystemContext): Message {
  if (notice.about === 'noOfficer') return plain(ctx.words.say('system.noOfficer'), ctx)
  if (notice.about === 'whichOfficer')
    return plain(ctx.words.say('system.whichOfficer', { names: notice.names }), ctx)
  const { name, count } = notice
  const unreached = unreachedLines(ctx.words, notice.unreached ? [notice.unreached] : [])
  if (notice.about === 'handedOn')
    return compose(
      ctx,
      [ctx.words.say('system.handedOn', { name, count }), ...unreached],
      [ask(ctx, 'undo'), ask(ctx, 'alerts')],
    )
  const asked = ctx.words.say('system.confirmHandOn', { name, count, alerts: notice.alerts })
  return compose(ctx, [...unreached, asked], [ask(ctx, 'yes'), ask(ctx, 'no')])
}

type Confirmation = Extract<
  SystemNotice,
  {
    about:
      | 'confirmSubscribe'
      | 'confirmUnsubscribe'
      | 'confirmAcknowledge'
      | 'confirmSnooze'
      | 'confirmExplain'
  }
>

/** What would be done, as a question. */
function confirmation(notice: Confirmation, ctx: SystemContext): string {
  const { words } = ctx
  switch (notice.about) {
    case 'confirmSubscribe': {
      const digest = words.say(`system.digests.${notice.digest}`)
      return words.say('system.confirmSubscribe', { digest, when: digestTime(notice, ctx) })
    }
    case 'confirmUnsubscribe':
      return notice.digest === null
        ? words.say('system.confirmUnsubscribeAll')
        : words.say('system.confirmUnsubscribe', { digest: words.say(`system.digests.${notice.digest}`) })
    case 'confirmAcknowledge':
      return words.say('system.confirmAcknowledge', { count: notice.count, alerts: notice.alerts })
    case 'confirmSnooze':
      return words.say('system.confirmSnooze', {
        days: notice.days,
        until: notice.until,
        alerts: notice.alerts,
      })
    case 'confirmExplain':
      return words.say('system.confirmExplain', {
        count: notice.count,
        text: notice.text,
        alerts: notice.alerts,
      })
  }
}

function undoOf({ about }: Subscription, ctx: SystemContext): Choice[] {
  return about === 'subscribed' || about === 'unsubscribed' ? [ask(ctx, 'undo')] : []
}

type Subscription = Extract<
  SystemNotice,
  { about: 'subscribed' | 'alreadySubscribed' | 'unsubscribed' | 'notSubscribed' }
>

function subscription(notice: Subscription, ctx: SystemContext): Message {
  const choices = [...undoOf(notice, ctx), ask(ctx, 'ownUnit'), ask(ctx, 'progress')]
  return compose(ctx, [subscriptionText(notice, ctx)], choices)
}

function subscriptionText(notice: Subscription, ctx: SystemContext): string {
  const { words } = ctx
  if (notice.digest === null) return words.say('system.unsubscribedAll')
  const digest = words.say(`system.digests.${notice.digest}`)
  if (notice.about === 'unsubscribed' || notice.about === 'notSubscribed') {
    return words.say(`system.${notice.about}`, { digest })
  }
  const { digest: kind } = notice
  const time = 'time' in notice ? notice.time : undefined
  return words.say(`system.${notice.about}`, { digest, when: digestTime({ digest: kind, time }, ctx) })
}
