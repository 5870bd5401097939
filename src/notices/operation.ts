import { z } from 'zod'
import type { SayContext } from '../replies/phrases/context.ts'
import { isReader, sayable } from './topic.ts'

/** What an operator must hear of the service itself. */
const facts = z.discriminatedUnion('about', [
  /** A channel cannot send. `refused`: it will not pass by itself. */
  z.object({
    about: z.literal('channel_down'),
    channel: z.string(),
    refused: z.boolean(),
    cause: z.string(),
  }),
  z.object({ about: z.literal('channel_up'), channel: z.string() }),
  /** Nobody gave the service a token for a channel, by which so many people, whom no other reaches, are linked. */
  z.object({ about: z.literal('channel_off'), channel: z.string(), people: z.number() }),
  /** Of the messages of a day not all were sent, held for a reason or given up: these are missing. */
  z.object({
    about: z.literal('audit'),
    day: z.string(),
    due: z.number(),
    sent: z.number(),
    held: z.number(),
    failed: z.number(),
    missing: z.array(z.string()),
  }),
])

/** Longer lists of what is missing are cut: the command tells all. */
const MOST_NAMED = 5

/** A word about the service to its administrators; queued by the sender itself, and true whenever it is read. */
export const operation = sayable({
  name: 'operation',
  facts,
  tellable: (told, telling) => (isReader(telling, ['admin']) ? told : null),
  stillTrue: async told => await Promise.resolve(told),
  say: (told, { words }) => ({ blocks: [{ text: textOf(told, words) }], choices: [] }),
})

/** Whether it says that the channel cannot send by which it would be sent: where it arrives that is over. */
export function isOfItself(json: string, channel: string): boolean {
  const told = operation.read(json)
  return told?.about === 'channel_down' && told.channel === channel
}

function textOf(told: z.infer<typeof facts>, words: SayContext['words']): string {
  switch (told.about) {
    case 'channel_down': {
      const { channel, cause } = told
      return words.say(told.refused ? 'operation.channelRefused' : 'operation.channelOut', { channel, cause })
    }
    case 'channel_up':
      return words.say('operation.channelUp', { channel: told.channel })
    case 'channel_off':
      return words.say('operation.channelOff', { channel: told.channel, people: told.people })
    case 'audit': {
      const { day, due, sent, held, failed, missing } = told
      const named = missing.slice(0, MOST_NAMED).join('; ')
      const sums = words.say('operation.audit', { day, due, sent, held, failed, missing: missing.length })
      return missing.length === 0 ? sums : `${sums}\n${words.say('operation.auditMissing', { named })}`
    }
  }
}
