import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Attachment, Block, Message } from '../../lib/message.ts'
import type { Timer } from '../../lib/timer.ts'
import type { BeforeCall, Delivery } from '../channel.ts'
import type { ChannelWords } from '../channel-kind.ts'
import { deliveryOf } from '../failure-table.ts'
import { partText, splitBlocks } from '../split-text.ts'
import type { Call } from './api.ts'
import { ZALO_BOT_ERRORS } from './failure.ts'

/** Longest text of a message, in UTF-16 units of NFC. */
export const MAX_TEXT = 2_000
const TEXT_TIMEOUT_MS = 15_000
/** The platform fetches the picture from us before it answers. */
const PHOTO_TIMEOUT_MS = 40_000
/** A part that follows one that is already there is tried again here, to not send the first ones twice. */
const TRIES_OF_LATER_PARTS = 3
const LATER_PART_WAIT_MS = 2_000

/** Whether a part follows one that is there already, and what is awaited before each call. */
interface Way {
  later: boolean
  beforeCall?: BeforeCall | undefined
}

/** Sends messages as plain text (the platform's markup has no safe escapes), part by part, then the picture. Never rejects. */
export function createSending(deps: {
  call: Call
  clock: Clock
  timer: Timer
  log: Log
  words: ChannelWords
  publish: ((attachment: Attachment) => Promise<string | null>) | null
}): (address: string, message: Message, beforeCall?: BeforeCall) => Promise<Delivery> {
  const { call, clock, timer, log, words, publish } = deps

  async function tryCall(method: string, payload: object, timeoutMs: number): Promise<Delivery> {
    const came = await call(method, { ...payload }, timeoutMs)
    return came.ok
      ? { outcome: 'sent', messageId: messageIdOf(came.result) }
      : deliveryOf(ZALO_BOT_ERRORS, came.failure, clock.now())
  }

  async function tryText(address: string, text: string, { later, beforeCall }: Way): Promise<Delivery> {
    for (let tries = 1; ; tries++) {
      await beforeCall?.()
      const delivery = await tryCall('sendMessage', { chat_id: address, text }, TEXT_TIMEOUT_MS)
      if (!later || delivery.outcome !== 'retry') return delivery
      const wait = Math.max(LATER_PART_WAIT_MS, delivery.afterMs - clock.now())
      if (tries === TRIES_OF_LATER_PARTS || wait > 2 * LATER_PART_WAIT_MS)
        return { ...delivery, ambiguous: true }
      await timer.wait(wait)
    }
  }

  /** The picture is an addition: whatever becomes of it, the text has been sent. */
  async function tryImage(address: string, image: Attachment): Promise<Delivery> {
    const url = await publish?.(image).catch(() => null)
    if (url === null || url === undefined)
      return { outcome: 'refused', cause: 'the picture has no address', ours: true }
    const caption = image.description.normalize('NFC').slice(0, 200).toWellFormed()
    const payload = { chat_id: address, photo: url, ...(caption === '' ? {} : { caption }) }
    return tryCall('sendPhoto', payload, PHOTO_TIMEOUT_MS)
  }

  return async function send(address, message, beforeCall) {
    let first: Delivery | null = null
    for (const text of textsOf(message, words)) {
      const delivery = await tryText(address, text, { later: first !== null, beforeCall })
      if (delivery.outcome !== 'sent') return delivery
      first ??= delivery
    }
    if (message.image === undefined || publish === null)
      return first ?? { outcome: 'refused', cause: 'nothing to send', ours: true }
    await beforeCall?.()
    const picture = await tryImage(address, message.image)
    if (first === null) return picture
    if (picture.outcome !== 'sent') log.warn({ channel: 'zalo-bot', ...logged(picture) }, 'picture left out')
    return first
  }
}

/** How many calls show the message when all goes well. */
export function callsOf(message: Message, words: ChannelWords): number {
  return Math.max(1, textsOf(message, words).length + (message.image === undefined ? 0 : 1))
}

/** The texts that show the message: its paragraphs, then the choices as numbered lines. */
function textsOf(message: Message, words: ChannelWords): string[] {
  const choices = message.choices.map(({ label }, i) => `${i + 1}. ${label}`)
  const offered: Block[] = choices.length === 0 ? [] : [{ text: [words.choose, ...choices].join('\n') }]
  const blocks = [...message.blocks, ...offered].map(({ text }) => ({ text: text.normalize('NFC') }))
  return splitBlocks(blocks, MAX_TEXT, words.part).map(partText)
}

function logged(delivery: Delivery): { outcome: string; cause?: string } {
  return 'cause' in delivery
    ? { outcome: delivery.outcome, cause: delivery.cause }
    : { outcome: delivery.outcome }
}

function messageIdOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return null
  return typeof result.message_id === 'string' ? result.message_id : null
}
