import type { Words } from '../i18n/words.ts'
import type { Message } from '../lib/message.ts'

/** What an operator must hear of the service itself. */
export type OperationFacts =
  /** A channel cannot send. `refused`: it will not pass by itself. */
  | { about: 'channel_down'; channel: string; refused: boolean; cause: string }
  | { about: 'channel_up'; channel: string }
  /** Of the messages of a day not all were sent, held for a reason or given up: these are missing. */
  | {
      about: 'audit'
      day: string
      due: number
      sent: number
      held: number
      failed: number
      missing: string[]
    }

/** Longer lists of what is missing are cut: the command tells all. */
const MOST_NAMED = 5

/** What an operator is told of the service → message. */
export function sayOperation(facts: OperationFacts, words: Words): Message {
  return { blocks: [{ text: textOf(facts, words) }], choices: [] }
}

function textOf(facts: OperationFacts, words: Words): string {
  switch (facts.about) {
    case 'channel_down': {
      const { channel, cause } = facts
      return words.say(facts.refused ? 'operation.channelRefused' : 'operation.channelOut', {
        channel,
        cause,
      })
    }
    case 'channel_up':
      return words.say('operation.channelUp', { channel: facts.channel })
    case 'audit': {
      const { day, due, sent, held, failed, missing } = facts
      const named = missing.slice(0, MOST_NAMED).join('; ')
      const sums = words.say('operation.audit', { day, due, sent, held, failed, missing: missing.length })
      return missing.length === 0 ? sums : `${sums}\n${words.say('operation.auditMissing', { named })}`
    }
  }
}
