import type { Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { ask } from './phrases/next-questions.ts'
import { type Unreached, unreachedLines } from './say-unreached.ts'

/** What becomes of an explanation that an officer drafts and a leader sends. */
export type DraftNotice =
  | {
      about: 'confirmDraft'
      count: number
      names: string
      text: string
      alerts: string
      unreached?: Unreached
    }
  | { about: 'drafted'; names: string; unreached?: Unreached }
  | { about: 'draftHow' | 'noDraft' }
  | { about: 'draftSent'; name: string; day: string }

type Saying = Pick<SayContext, 'words' | 'sample'>

export function isOfDrafts(notice: { about: string }): notice is DraftNotice {
  return ['confirmDraft', 'drafted', 'draftHow', 'noDraft', 'draftSent'].includes(notice.about)
}

export function sayDrafts(notice: DraftNotice, ctx: Saying): Message {
  const { words } = ctx
  const unreachedBy = ({ unreached }: { unreached?: Unreached }): string[] =>
    unreachedLines(words, unreached ? [unreached] : [])
  switch (notice.about) {
    case 'confirmDraft': {
      const { count, names, text, alerts } = notice
      const said = words.say('system.confirmDraft', { count, names, text, alerts })
      return compose(ctx, [...unreachedBy(notice), said], [ask(ctx, 'yes'), ask(ctx, 'no')])
    }
    case 'drafted':
      return compose(
        ctx,
        [words.say('system.drafted', { names: notice.names }), ...unreachedBy(notice)],
        [ask(ctx, 'undo'), ask(ctx, 'alerts')],
      )
    case 'draftSent': {
      const said = words.say('system.draftSent', { name: notice.name, day: notice.day })
      return compose(ctx, [said], [ask(ctx, 'alerts')])
    }
    case 'draftHow':
    case 'noDraft':
      return compose(ctx, [words.say(`system.${notice.about}`)], [ask(ctx, 'alerts'), ask(ctx, 'help')])
  }
}
