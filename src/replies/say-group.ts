import type { Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { ask } from './phrases/next-questions.ts'

/** What is said about digests in a group: to the administrator who wants them there, and in the group. */
export interface GroupNotice {
  about: 'openAsked' | 'closeAsked' | 'askedInPrivate' | 'opened' | 'closed' | 'dropped'
}

export function sayGroup({ about }: GroupNotice, ctx: Pick<SayContext, 'words' | 'sample'>): Message {
  const choices = about === 'openAsked' || about === 'closeAsked' ? [ask(ctx, 'yes'), ask(ctx, 'no')] : []
  return compose({ words: ctx.words, sample: false }, [ctx.words.say(`people.group.${about}`)], choices)
}
