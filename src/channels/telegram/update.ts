import { z } from 'zod'
import type { Incoming, IncomingKind } from '../channel.ts'
import type { LongSends } from './keyboard.ts'

/** The parts of a Bot API update that are read; everything else may be what it likes. */
const person = z.object({ id: z.number().int(), is_bot: z.boolean().optional() })
const chat = z.object({ id: z.number().int(), type: z.string() })
const message = z.looseObject({
  message_id: z.number().int().optional(),
  date: z.number(),
  chat,
  from: person.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z
    .looseObject({ message_id: z.number().int(), from: person.optional() })
    .optional()
    .catch(undefined),
})
const button = z.object({ text: z.string(), callback_data: z.string().optional() })
const pressed = z.object({
  id: z.string(),
  from: person,
  data: z.string().optional(),
  message: z
    .object({
      message_id: z.number().int().optional(),
      chat,
      reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
    })
    .optional(),
})
const update = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: pressed.optional(),
})
export type Update = z.infer<typeof update>
type Message = z.infer<typeof message>
type Pressed = z.infer<typeof pressed>

/** The kinds of updates that are asked for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query']

/** What a person may send besides text. A message with none of it is a service note ("joined the group"). */
const CONTENTS: readonly (readonly [content: string, kind: IncomingKind])[] = [
  ['animation', 'video'],
  ['audio', 'voice'],
  ['contact', 'contact'],
  ['dice', 'sticker'],
  ['document', 'file'],
  ['location', 'location'],
  ['photo', 'photo'],
  ['poll', 'other'],
  ['sticker', 'sticker'],
  ['story', 'other'],
  ['venue', 'location'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['voice', 'voice'],
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

/**
 * What a person said with the update; null for what nobody said to this bot (bots, service notes, another bot's command).
 * @param ownName the bot's user name; null while it is not known.
 */
export function incomingOf(
  given: Update,
  now: number,
  sends: LongSends,
  ownName: string | null,
): Incoming | null {
  if (given.callback_query !== undefined) return fromButton(given.callback_query, now, sends)
  const said = given.message ?? given.edited_message
  if (said === undefined || isForAnother(said.text ?? '', ownName)) return null
  return fromMessage(said, String(given.update_id), given.message === undefined)
}

function fromMessage(said: Message, updateId: string, edited: boolean): Incoming | null {
  if (said.from === undefined || said.from.is_bot === true) return null
  const text = said.text ?? said.caption
  const kind = kindOf(said)
  // A place that is shared live is edited all the time.
  if (kind === null || (edited && text === undefined)) return null
  return {
    channel: 'telegram',
    address: String(said.chat.id),
    updateId,
    kind: edited ? 'edited' : kind,
    text: withoutBotName(text ?? ''),
    album: said.media_group_id ?? null,
    messageId: repliedTo(said),
    sentAt: said.date * 1_000,
    private: said.chat.type === 'private',
    ...(said.chat.type !== 'private' && { sender: String(said.from.id) }),
  }
}

/** The message of a bot that it answers; in a private chat that is one of ours. */
function repliedTo({ chat: { type }, reply_to_message: to }: Message): string | null {
  return type === 'private' && to?.from?.is_bot === true ? String(to.message_id) : null
}

function kindOf(said: Message): IncomingKind | null {
  if ('forward_origin' in said || 'forward_date' in said) return 'forwarded'
  if (said.text !== undefined) return 'text'
  return CONTENTS.find(([content]) => content in said)?.[1] ?? (said.caption === undefined ? null : 'other')
}

/**
 * A press keeps its own id when the platform tells of it again under a new update's. Where the platform does not say under
 * which message it was, it is no more than its words.
 */
function fromButton(given: Pressed, now: number, sends: LongSends): Incoming | null {
  if (given.data === undefined) return null
  const buttons = given.message?.reply_markup?.inline_keyboard.flat() ?? []
  const label = buttons.find(({ callback_data: data }) => data === given.data)?.text ?? null
  return {
    channel: 'telegram',
    address: String(given.message?.chat.id ?? given.from.id),
    updateId: `press:${given.id}`,
    kind: given.message === undefined ? 'text' : 'button',
    text: sends.textOf(given.data, label),
    album: null,
    messageId: given.message?.message_id === undefined ? null : String(given.message.message_id),
    sentAt: now,
    private: given.message === undefined || given.message.chat.type === 'private',
  }
}

/** In groups a command is written `/help@OurBot`; `/help@OtherBot` is none of ours. */
function isForAnother(text: string, ownName: string | null): boolean {
  const named = /^\/\w+@(\w+)/.exec(text)?.[1]
  return named !== undefined && ownName !== null && named.toLowerCase() !== ownName.toLowerCase()
}

function withoutBotName(text: string): string {
  return text.replace(/^(\/\w+)@\w+/, '$1')
}
