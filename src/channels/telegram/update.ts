import { z } from 'zod'
import type { Incoming } from '../channel.ts'
import type { LongSends } from './keyboard.ts'

/** The parts of a Bot API update that are read; everything else may be what it likes. */
const person = z.object({ id: z.number().int(), is_bot: z.boolean().optional() })
const chat = z.object({ id: z.number().int(), type: z.string() })
const message = z.looseObject({
  date: z.number(),
  chat,
  from: person.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
})
const button = z.object({ text: z.string(), callback_data: z.string().optional() })
const pressed = z.object({
  id: z.string(),
  from: person,
  data: z.string().optional(),
  message: z
    .object({
      chat,
      reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
    })
    .optional(),
})
const update = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  callback_query: pressed.optional(),
})
export type Update = z.infer<typeof update>
type Message = z.infer<typeof message>
type Pressed = z.infer<typeof pressed>

/** The kinds of updates that are asked for. */
export const ALLOWED_UPDATES = ['message', 'callback_query']

/** What a person may send besides text. A message with none of it is a service note ("joined the group"). */
const CONTENTS = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'location',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
]

/** The update, or null when it is not one. */
export function readUpdate(value: unknown): Update | null {
  const read = update.safeParse(value)
  return read.success ? read.data : null
}

/** The update's number even where the rest of it cannot be read; null when it has none. */
export function updateIdOf(value: unknown): number | null {
  return update.pick({ update_id: true }).safeParse(value).data?.update_id ?? null
}

/** What a person said with the update; null for what nobody said (bots, service notes). */
export function incomingOf(given: Update, now: number, sends: LongSends): Incoming | null {
  const updateId = String(given.update_id)
  if (given.message !== undefined) return fromMessage(given.message, updateId)
  if (given.callback_query !== undefined) return fromButton(given.callback_query, updateId, now, sends)
  return null
}

function fromMessage(said: Message, updateId: string): Incoming | null {
  if (said.from === undefined || said.from.is_bot === true) return null
  const text = said.text ?? said.caption
  if (text === undefined && !CONTENTS.some(content => content in said)) return null
  return {
    channel: 'telegram',
    address: String(said.chat.id),
    updateId,
    text: withoutBotName(text ?? ''),
    sentAt: said.date * 1_000,
    private: said.chat.type === 'private',
  }
}

function fromButton(given: Pressed, updateId: string, now: number, sends: LongSends): Incoming | null {
  if (given.data === undefined) return null
  const buttons = given.message?.reply_markup?.inline_keyboard.flat() ?? []
  const label = buttons.find(({ callback_data: data }) => data === given.data)?.text ?? null
  return {
    channel: 'telegram',
    address: String(given.message?.chat.id ?? given.from.id),
    updateId,
    text: sends.textOf(given.data, label),
    sentAt: now,
    private: given.message === undefined || given.message.chat.type === 'private',
  }
}

/** In groups a command is written `/help@OurBot`. */
function withoutBotName(text: string): string {
  return text.replace(/^(\/\w+)@\w+/, '$1')
}
