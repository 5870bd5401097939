import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Attachment, Message } from '../../lib/message.ts'
import type { Timer } from '../../lib/timer.ts'
import type { BeforeCall, Channel, Delivery, Retry } from '../channel.ts'
import type { ChannelKeep } from '../channel-keep.ts'
import type { ChannelWords } from '../channel-kind.ts'
import { deliveryOf } from '../failure-table.ts'
import { fitMessage, shortMessage } from '../fit-message.ts'
import { arrivedBefore, type Parts, stillToSend } from '../parts.ts'
import type { MonthlyQuota } from '../monthly-quota.ts'
import type { Call } from './api.ts'
import { ZALO_BOT_ERRORS } from './failure.ts'
import { captionOf, type StyledText, textsOf } from './render.ts'

const TEXT_TIMEOUT_MS = 15_000
/** The platform fetches the picture from us before it answers. */
const PHOTO_TIMEOUT_MS = 40_000
/** A part that follows one that is already there is tried again here, to not send the first ones twice. */
const TRIES_OF_LATER_PARTS = 3
const LATER_PART_WAIT_MS = 2_000

interface SendingDeps {
  channel: string
  call: Call
  clock: Clock
  timer: Timer
  log: Log
  words: ChannelWords
  keep: ChannelKeep
  quota: MonthlyQuota
}

type Send = Channel['send']

type Sent = Extract<Delivery, { outcome: 'sent' }>

/** A chat, what is awaited before each call, and what is kept of the parts that have arrived. */
interface Way {
  address: string
  beforeCall: BeforeCall | undefined
  parts: Parts | undefined
}

/**
 * Sends messages: first the picture, so that the text speaks of it only where it is there, then the text part by part,
 * bold where it is strong; a file is a line with its address. Never rejects.
 */
export function createSending(deps: SendingDeps): Send {
  const { clock, words, keep, quota } = deps
  const steps = createSteps(deps)

  return async function send(address, message, beforeCall, parts) {
    const calls = callsOf(message, words, keep.publishes)
    const allowance = await quota.allows(message.purpose ?? 'answer', calls)
    if (allowance.go === 'later') return monthIsOver(allowance.until)
    const way = { address, beforeCall, parts }
    const short = allowance.go === 'short'
    const shown = short ? shortMessage(message, words.shortened) : fitMessage(message, steps.can)
    const begun = arrivedBefore(parts)
    const picture = begun !== null || shown.image === undefined ? null : await steps.picture(way, shown.image)
    if (picture !== null && endsAll(picture)) return picture
    const there: Sent | null = picture?.outcome === 'sent' ? picture : begun
    const said = there === null ? (shown.withoutImage ?? shown) : shown
    const texts = textsOf(await steps.withFile(said), words)
    const first = await steps.texts(way, stillToSend(texts, parts), there)
    return first ?? there ?? picture ?? { outcome: 'refused', cause: 'nothing to send', ours: true }
  }

  function monthIsOver(until: number): Retry {
    const cause = "the month's messages are used up"
    const named = until > clock.now()
    return {
      outcome: 'retry',
      cause,
      scope: 'message',
      afterMs: until,
      named,
      mostTries: null,
      ambiguous: false,
    }
  }
}

/** What the picture met will meet the text, too. */
function endsAll(picture: Delivery): boolean {
  return (
    picture.outcome === 'channel_down' ||
    picture.outcome === 'gone' ||
    (picture.outcome === 'retry' && picture.scope === 'channel')
  )
}

function createSteps({ channel, call, clock, timer, log, words, keep, quota }: SendingDeps) {
  const can = { images: keep.publishes ? 'url' : 'none', files: keep.publishes ? 'url' : 'none' } as const

  async function tryCall(way: Way, method: string, payload: object, timeoutMs: number): Promise<Delivery> {
    await way.beforeCall?.()
    const came = await call(method, { chat_id: way.address, ...payload }, timeoutMs)
    if (!came.ok) return deliveryOf(ZALO_BOT_ERRORS, came.failure, clock.now())
    await quota.sent(way.address, 1)
    return { outcome: 'sent', messageId: messageIdOf(came.result) }
  }

  async function tryText(way: Way, text: StyledText, later: boolean): Promise<Delivery> {
    for (let tries = 1; ; tries++) {
      const delivery = await tryCall(way, 'sendMessage', text, TEXT_TIMEOUT_MS)
      if (!later || delivery.outcome !== 'retry') return delivery
      const wait = Math.max(LATER_PART_WAIT_MS, delivery.afterMs - clock.now())
      if (tries === TRIES_OF_LATER_PARTS || wait > 2 * LATER_PART_WAIT_MS)
        return way.parts === undefined ? { ...delivery, ambiguous: true } : delivery
      await timer.wait(wait)
    }
  }

  return {
    can,
    /** The picture is an addition: but for what ends everything, the text goes without it. */
    async picture(way: Way, image: Attachment): Promise<Delivery> {
      const photo = await keep.publish(image).catch(() => null)
      if (photo === null) return { outcome: 'refused', cause: 'the picture has no address', ours: true }
      const caption = captionOf(image.description)
      const payload = { photo, ...(caption === '' ? {} : { caption }) }
      const delivery = await tryCall(way, 'sendPhoto', payload, PHOTO_TIMEOUT_MS)
      if ('cause' in delivery) log.warn({ channel, cause: delivery.cause }, 'picture left out')
      return delivery
    },
    /** A file is told by its address. */
    async withFile(message: Message): Promise<Message> {
      const { file } = message
      const url = file === undefined ? null : await keep.publish(file).catch(() => null)
      if (file === undefined || url === null) return fitMessage(message, { ...can, files: 'none' })
      return { ...message, blocks: [...message.blocks, { text: words.fileAt(file.description, url) }] }
    },
    /** The first part's delivery, or what stopped the sending; null where there is no text. `there`: what has arrived before. */
    async texts(way: Way, texts: readonly StyledText[], there: Sent | null): Promise<Delivery | null> {
      let first: Sent | null = null
      for (const [at, text] of texts.entries()) {
        const begun = first ?? there
        if (begun !== null) await way.parts?.note(texts.length - at, begun.messageId)
        const delivery = await tryText(way, text, begun !== null)
        if (delivery.outcome !== 'sent') return delivery
        first ??= there ?? delivery
      }
      return first
    },
  }
}

/** How many calls show the message when all goes well. */
export function callsOf(message: Message, words: ChannelWords, publishes: boolean): number {
  const picture = publishes && message.image !== undefined ? 1 : 0
  return Math.max(1, textsOf(message, words).length + picture)
}

function messageIdOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return null
  return typeof result.message_id === 'string' ? result.message_id : null
}
