import type { Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { ask } from './phrases/next-questions.ts'

/** A message that was given up. */
export interface DeadLetter {
  /** Whom it was for; null: a group. */
  name: string | null
  topic: string
  /** On which civil day it was queued. */
  day: string
  attempts: number
  /** What the platform said last. */
  reason: string | null
}

/** What an administrator is told of messages that were given up. */
export type DeadLetterNotice =
  | { about: 'deadLetters'; letters: readonly DeadLetter[] }
  | { about: 'noDeadLetters' }
  | { about: 'confirmRedrive' | 'redriven'; count: number }

type Saying = Pick<SayContext, 'words' | 'sample'>

const NAMED = [
  'alert',
  'recovered',
  'reminder',
  'escalation',
  'stale',
  'back',
  'request',
  'answered',
  'handed',
  'draft',
  'digest',
  'operation',
] as const
/** A reply has eight lines, title and rest included. */
const MOST_LINES = 6
/** Longer causes are cut: the command tells all. */
const LONGEST_REASON = 60

export function isOfDeadLetters(notice: { about: string }): notice is DeadLetterNotice {
  return ['deadLetters', 'noDeadLetters', 'confirmRedrive', 'redriven'].includes(notice.about)
}

/** What could not be sent, or what becomes of it → message. */
export function sayDeadLetters(notice: DeadLetterNotice, ctx: Saying): Message {
  const { words } = ctx
  switch (notice.about) {
    case 'noDeadLetters':
      return compose(ctx, [words.say('operation.deadLetters.none')], [ask(ctx, 'help')])
    case 'deadLetters':
      return listed(notice.letters, ctx)
    case 'confirmRedrive': {
      const text = words.say('operation.deadLetters.confirm', { count: notice.count })
      return compose(ctx, [text], [ask(ctx, 'yes'), ask(ctx, 'no')])
    }
    case 'redriven': {
      const text = words.say('operation.deadLetters.done', { count: notice.count })
      return compose(ctx, [text], [ask(ctx, 'undo')])
    }
  }
}

function listed(letters: readonly DeadLetter[], ctx: Saying): Message {
  const { words } = ctx
  const rest = letters.length - MOST_LINES
  const lines = letters.slice(0, MOST_LINES).map((letter, at) => lineOf(letter, at + 1, ctx))
  return compose(
    ctx,
    [
      { title: words.say('operation.deadLetters.title', { count: letters.length }) },
      [...lines, rest > 0 ? words.say('operation.deadLetters.more', { count: rest }) : null],
    ],
    [ask(ctx, 'redrive'), ask(ctx, 'help')],
  )
}

function lineOf(
  { name, topic, day, attempts, reason }: DeadLetter,
  number: number,
  { words }: Saying,
): string {
  const named = NAMED.find(one => one === topic) ?? 'other'
  return words.say('operation.deadLetters.line', {
    number: String(number),
    name: name ?? words.say('operation.deadLetters.nobody'),
    what: words.say(`operation.deadLetters.topics.${named}`),
    day,
    attempts,
    reason: (reason ?? words.say('operation.deadLetters.noReason')).slice(0, LONGEST_REASON),
  })
}
