import type { Member } from '../core/member.ts'
import type { Choice, Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { Paragraph } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'

/** What is said about the link between a chat and a member. */
export type LinkNotice =
  /** `last`: no further code is looked at in this chat today. */
  | { about: 'code'; outcome: 'wrong' | 'expired' | 'ended' | 'too_many'; last: boolean }
  /** `from`: whom the chat is linked to now; `channels`: where the person has other chats. */
  | { about: 'linkAsked'; member: Member; from: Member | null; channels: string[] }
  | { about: 'notLinked' }
  | { about: 'changed'; member: Member }
  | { about: 'unlinkAsked'; member: Member }
  | { about: 'stillLinked'; member: Member }
  | { about: 'unlinked' }
  /** Where notices go; `channels`: those of the other chats that get them. */
  | { about: 'wishAsked'; wish: ChatWish; channels: string[] }
  | { about: 'wishDone'; wish: ChatWish }
  | { about: 'wishDropped' }
  /** To the other chats of a person. */
  | { about: 'linkedElsewhere'; member: Member; channel: string }
  /** To the other chats of whom a chat belonged to. */
  | { about: 'linkedAway'; channel: string }
  /** To those who look after the members. */
  | { about: 'linkTold'; member: Member; channel: string; from: string | null; others: number }
  | { about: 'leftTold'; member: Member }
  | { about: 'codeSeen'; names: string[] }
  /** In the group itself. */
  | { about: 'codeEnded' }

/** What a person may want of a chat: notices come there first, none come there, they come there again. */
export type ChatWish = 'prefer' | 'mute' | 'unmute'

type LinkContext = Pick<SayContext, 'words' | 'sample'> & { unitName: (code: string) => string }

/** A word about a link → message. */
export function sayLink(notice: LinkNotice, ctx: LinkContext): Message {
  const { words } = ctx
  const who = (member: Member) =>
    words.say('people.talk.who', { name: member.name, unit: ctx.unitName(member.unit) })
  const say = (paragraphs: Paragraph[], choices: Choice[] = []) =>
    compose({ words, sample: false }, paragraphs, choices)
  switch (notice.about) {
    case 'code':
      return say([
        words.say(`people.code.${notice.outcome}`),
        ...(notice.last ? [words.say('people.code.last')] : []),
      ])
    case 'linkAsked':
      return say(linkQuestion(notice, ctx, who), yesOrNo(ctx))
    case 'changed':
      return say(
        [words.say('people.talk.changed', { who: who(notice.member), role: roleOf(notice.member, ctx) })],
        yesOrNo(ctx),
      )
    case 'unlinkAsked':
      return say([words.say('people.talk.unlinkAsked', { who: who(notice.member) })], unlinkOrNot(ctx))
    case 'stillLinked':
      return say([words.say('people.talk.stillLinked', { who: who(notice.member) })])
    case 'linkedElsewhere':
      return say([words.say('people.talk.linkedElsewhere', { channel: channelName(notice.channel, ctx) })])
    case 'linkedAway':
      return say([words.say('people.talk.linkedAway', { channel: channelName(notice.channel, ctx) })])
    case 'linkTold':
      return say([linkTold(notice, ctx, who(notice.member))])
    case 'leftTold':
      return say([words.say('people.talk.leftTold', { who: who(notice.member) })])
    case 'codeSeen':
      return say([words.say('people.talk.codeSeen', { names: notice.names.join(', ') })])
    case 'wishAsked':
      return say([wishQuestion(notice, ctx)], yesOrNo(ctx))
    case 'wishDone':
      return say([words.say(`people.talk.wishDone.${notice.wish}`)])
    case 'notLinked':
    case 'wishDropped':
    case 'unlinked':
    case 'codeEnded':
      break
  }
  return say([words.say(`people.talk.${notice.about}`)])
}

function linkQuestion(
  { member, from, channels }: Extract<LinkNotice, { about: 'linkAsked' }>,
  ctx: LinkContext,
  who: (member: Member) => string,
): Paragraph[] {
  const { words } = ctx
  const names = [...new Set(channels.map(channel => channelName(channel, ctx)))].join(', ')
  return [
    words.say('people.talk.linkAsked', { who: who(member) }),
    from && words.say('people.talk.linkReplaces', { who: who(from) }),
    channels.length > 0 ? words.say('people.talk.linkBeside', { channels: names }) : null,
  ]
}

function wishQuestion(
  { wish, channels }: Extract<LinkNotice, { about: 'wishAsked' }>,
  ctx: LinkContext,
): string {
  if (wish !== 'mute') return ctx.words.say(`people.talk.wishAsked.${wish}`)
  if (channels.length === 0) return ctx.words.say('people.talk.wishAsked.muteLast')
  const names = [...new Set(channels.map(channel => channelName(channel, ctx)))].join(', ')
  return ctx.words.say('people.talk.wishAsked.mute', { channels: names })
}

function linkTold(
  { channel, from, others }: Extract<LinkNotice, { about: 'linkTold' }>,
  ctx: LinkContext,
  who: string,
): string {
  const about = { who, channel: channelName(channel, ctx) }
  if (from !== null) return ctx.words.say('people.talk.toldReplaced', { ...about, from })
  return ctx.words.say('people.talk.toldBeside', { ...about, count: others })
}

function roleOf({ role }: Member, { words }: LinkContext): string {
  return words.say(`people.roles.${role}`)
}

function yesOrNo({ words }: LinkContext): Choice[] {
  return [choice(words.say('people.talk.isMe')), choice(words.say('people.talk.isNotMe'))]
}

function unlinkOrNot({ words }: LinkContext): Choice[] {
  return [choice(words.say('people.talk.doUnlink')), choice(words.say('people.talk.doNotUnlink'))]
}

function choice(label: string): Choice {
  return { label, send: label }
}

/** A channel by the name that people know; a second one of a kind (`zalo-bot-2`) goes by its kind. */
export function channelName(channel: string, { words }: Pick<SayContext, 'words'>): string {
  const kind = (['telegram', 'zalo-bot', 'zalo-oa', 'web'] as const).find(one => channel.startsWith(one))
  return kind ? words.say(`people.channels.${kind}`) : channel
}
