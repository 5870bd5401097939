import { z } from 'zod'
import { DAY_MS, HOUR_MS } from '../../core/durations.ts'
import type { Attachment, Message } from '../../lib/message.ts'
import type { BeforeCall, Channel, Delivery, Retry } from '../channel.ts'
import type { Contact } from '../channel-keep.ts'
import type { ChannelWords } from '../channel-kind.ts'
import { fitMessage } from '../fit-message.ts'
import { arrivedBefore, type Parts, stillToSend } from '../parts.ts'
import type { OaDeps } from './deps.ts'
import { deliveryFrom } from './deliver.ts'
import { bodyOf, fitButtons, textsOf } from './render.ts'
import { createTemplateSending } from './template-sending.ts'
import { createUploads, type OaImage } from './uploads.ts'

const TIMEOUT_MS = 15_000
/** Within it messages are free; up to the seventh day they are billed; after that none goes. */
const FREE_MS = 48 * HOUR_MS
const WINDOW_MS = 7 * DAY_MS

type Send = Channel['send']

type Sent = Extract<Delivery, { outcome: 'sent' }>

/** What is awaited before each call, and what is kept of the parts that have arrived. */
interface Way {
  beforeCall: BeforeCall | undefined
  parts: Parts | undefined
}

const sentMessage = z.object({ message_id: z.union([z.string(), z.number()]).transform(String).nullish() })

/** How the platform's windows stand for a person. */
type Window = 'free' | 'billed' | 'closed' | 'left'

/**
 * Sends messages within the person's window; a notice outside it as a form that was approved, where one is declared.
 * Never rejects.
 */
export function createSending(deps: OaDeps): Send {
  const { call, clock, keep } = deps
  const uploads = createUploads(deps)
  const byTemplate = createTemplateSending(deps)
  const can = { images: 'upload', files: keep.publishes ? 'url' : 'none' } as const

  async function one(address: string, body: object, beforeCall?: BeforeCall): Promise<Delivery> {
    await beforeCall?.()
    const payload = { recipient: { user_id: address }, message: body }
    const came = await call({ path: '/v3.0/oa/message/cs', payload, timeoutMs: TIMEOUT_MS })
    if (!came.ok) return deliveryFrom(deps, came.failure)
    await keep.count('sent', 1, clock.now())
    return { outcome: 'sent', messageId: sentMessage.safeParse(came.result).data?.message_id ?? null }
  }

  async function consult(address: string, message: Message, { beforeCall, parts }: Way): Promise<Delivery> {
    const begun = arrivedBefore(parts)
    const image = begun !== null || message.image === undefined ? null : await uploads.image(message.image)
    const shown = image === null && begun === null ? (message.withoutImage ?? message) : message
    const bodies = stillToSend(bodiesOf(await withFile(shown, deps), image, deps), parts)
    let first: Sent | null = begun
    for (const [at, body] of bodies.entries()) {
      if (first !== null) await parts?.note(bodies.length - at, first.messageId)
      const delivery = await one(address, body, beforeCall)
      if (delivery.outcome !== 'sent') {
        const isForgotten = first !== null && parts === undefined && delivery.outcome === 'retry'
        return isForgotten ? { ...delivery, ambiguous: true } : delivery
      }
      first ??= delivery
    }
    return first ?? { outcome: 'refused', cause: 'nothing to send', ours: true }
  }

  return async function send(address, message, beforeCall, parts) {
    const window = windowOf(await keep.contact(address), clock.now())
    if (window === 'left') return await byTemplate(address, message, 'the person has left the account')
    if (window === 'closed') return await byTemplate(address, message, 'not heard of for seven days')
    const held = window === 'billed' ? await bill(deps) : null
    if (held !== null) {
      const formal = await byTemplate(address, message, held.cause)
      return formal.outcome === 'sent' ? formal : held
    }
    const delivery = await consult(address, fitMessage(message, can), { beforeCall, parts })
    // The platform counts the window by itself, and better than we do.
    return delivery.outcome === 'gone' ? await byTemplate(address, message, delivery.cause) : delivery
  }
}

function windowOf(contact: Contact | null, now: number): Window {
  if (contact?.follows === false) return 'left'
  const since = now - (contact?.heardAt ?? 0)
  return since <= FREE_MS ? 'free' : since <= WINDOW_MS ? 'billed' : 'closed'
}

/** Counts one message outside the free window; null when the month had room for it, else until when it waits. */
async function bill({ clock, keep, outsideWindow }: OaDeps): Promise<Retry | null> {
  const now = clock.now()
  const { outside_window: used = 0 } = await keep.counts(now)
  if (outsideWindow === null || used < outsideWindow) {
    await keep.count('outside_window', 1, now)
    return null
  }
  return {
    outcome: 'retry',
    cause: "the month's messages outside 48 hours are used up",
    scope: 'message',
    // When the month turns, or the person writes: that is looked at.
    afterMs: Math.min(keep.month(now).ends, now + HOUR_MS),
    named: true,
    mostTries: null,
    ambiguous: false,
  }
}

/** What is posted one after another; the first shows the picture that was uploaded. */
function bodiesOf(said: Message, image: OaImage | null, { words, buttons }: OaDeps): object[] {
  const tapped = buttons && fitButtons(said.choices)
  const [head, ...rest] = textsOf(said, words, tapped)
  const bodies = [
    ...(image !== null ? [bodyOf(head ?? null, { image })] : head === undefined ? [] : [bodyOf(head, {})]),
    ...rest.map(text => bodyOf(text, {})),
  ]
  if (tapped) putButtons(bodies, image === null ? [head, ...rest].at(-1) : rest.at(-1), said, words)
  return bodies
}

/** The buttons are under the end of the text, or, where that shows the picture, under a line of their own. */
function putButtons(
  bodies: object[],
  last: string | undefined,
  { choices }: Message,
  words: ChannelWords,
): void {
  if (last !== undefined) bodies.pop()
  bodies.push(bodyOf(last ?? words.choose, { choices }))
}

/** A spreadsheet is no file that the platform takes: it is told by its address. */
async function withFile(message: Message, { keep, words }: OaDeps): Promise<Message> {
  const file: Attachment | undefined = message.file
  const url = file === undefined ? null : await keep.publish(file).catch(() => null)
  if (file === undefined || url === null) return fitMessage(message, { images: 'upload', files: 'none' })
  return { ...message, blocks: [...message.blocks, { text: words.fileAt(file.description, url) }] }
}

/** How many calls show the message when all goes well; an upload is one. */
export function callsOf(message: Message, words: ChannelWords, buttons: boolean): number {
  const texts = textsOf(message, words, buttons && fitButtons(message.choices)).length
  return Math.max(1, texts) + (message.image === undefined ? 0 : 1)
}
