import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Message } from '../../lib/message.ts'
import type { Timer } from '../../lib/timer.ts'
import type { BeforeCall, Channel, Delivery } from '../channel.ts'
import { fitMessage } from '../fit-message.ts'
import { type Parts, stillToSend } from '../parts.ts'
import { cannotParse, telegramDelivery } from './failure.ts'
import { TELEGRAM_ABILITIES } from './abilities.ts'
import type { Call } from './gateway.ts'
import type { LongSends } from './keyboard.ts'
import { editOf, type Step, stepsOf } from './render.ts'

const TIMEOUT_MS = { sendMessage: 15_000, editMessageText: 15_000, sendPhoto: 45_000, sendDocument: 45_000 }
/** A part that follows one that is already there is tried again here, to not send the first ones twice. */
const TRIES_OF_LATER_PARTS = 3
const LONGEST_WAIT_FOR_LATER_PART_MS = 10_000

type Send = Channel['send']

/** What is awaited before each call, and what is kept of the parts that have arrived. */
interface Way {
  beforeCall: BeforeCall | undefined
  parts: Parts | undefined
}

interface SendingDeps {
  call: Call
  clock: Clock
  timer: Timer
  log: Log
  sends: LongSends
  label: (part: number, of: number) => string
}

/** Sends messages, part by part. Never rejects. */
export function createSending(deps: SendingDeps): Send {
  const { log, sends, label } = deps
  const { tryStep, tryEdit, tryLaterStep } = createTries(deps)

  /** What follows on a part that is there. `messageId`: as what that is known. */
  async function follow(steps: readonly Step[], messageId: string | null, way: Way): Promise<Delivery> {
    let id = messageId
    for (const [at, step] of steps.entries()) {
      await way.parts?.note(steps.length - at, id)
      const later = await tryLaterStep(step, way)
      // What is pressed is pressed under the part that has the buttons.
      if (later.outcome === 'sent' && 'reply_markup' in step.payload) id = later.messageId
      if (later.outcome === 'sent') continue
      const isLeftOut = later.outcome === 'refused' || later.outcome === 'gone'
      // The words are there: where the chat is gone by now they are not said again in another one.
      if (!isLeftOut || step.method !== 'sendDocument') return later
      log.warn({ channel: 'telegram', cause: later.cause }, 'file left out')
    }
    return { outcome: 'sent', messageId: id }
  }

  return async function send(address, message, beforeCall, parts) {
    const way = { beforeCall, parts }
    const fitted = fitMessage(message, TELEGRAM_ABILITIES)
    const steps = stepsOf(address, fitted, sends, label)
    const left = stillToSend(steps, parts)
    if (left.length < steps.length) return await follow(left, parts?.messageId ?? null, way)
    const [head, ...rest] = steps
    if (head === undefined) return { outcome: 'refused', cause: 'nothing to send', ours: true }
    const edit = editOf(message, steps)
    if (edit !== null) {
      const edited = await tryEdit(edit, beforeCall)
      // What cannot be changed any more (too old, deleted) is said anew.
      if (edited.outcome !== 'refused' || message.onlyReplaces) return edited
    }
    if (message.onlyReplaces) return { outcome: 'refused', cause: 'nothing to put in its place', ours: false }
    const first = await tryStep(head, beforeCall)
    const alone = first.outcome === 'refused' ? withoutAttachment(fitted, head) : null
    if (alone !== null && 'cause' in first) {
      const what = head.method === 'sendPhoto' ? 'picture left out' : 'file left out'
      log.warn({ channel: 'telegram', cause: first.cause }, what)
      return await send(address, alone, beforeCall, parts)
    }
    return first.outcome === 'sent' ? await follow(rest, first.messageId, way) : first
  }
}

/** The message without what the refused call carried beside its text; null where that was nothing, or there is no text. */
function withoutAttachment(message: Message, { method }: Step): Message | null {
  if (message.blocks.length === 0) return null
  if (method === 'sendPhoto') return message.withoutImage ?? null
  const { file: _, ...alone } = message
  return method === 'sendDocument' ? alone : null
}

/** One call of a message, tried as what it is: the first, a change of an earlier message, or one that follows. */
function createTries({ call, clock, timer }: Pick<SendingDeps, 'call' | 'clock' | 'timer'>) {
  async function tryStep(step: Step, beforeCall?: BeforeCall): Promise<Delivery> {
    await beforeCall?.()
    let came = await call(step.method, step.payload, TIMEOUT_MS[step.method])
    if (!came.ok && step.plain !== null && cannotParse(came.failure)) {
      await beforeCall?.()
      came = await call(step.method, step.plain, TIMEOUT_MS[step.method])
    }
    return came.ok
      ? { outcome: 'sent', messageId: messageIdOf(came.result) }
      : telegramDelivery(came.failure, clock.now())
  }

  /** A message that shows all of it already was changed before, by a try whose answer was lost. */
  async function tryEdit(step: Step, beforeCall?: BeforeCall): Promise<Delivery> {
    const edited = await tryStep(step, beforeCall)
    const isDone = edited.outcome === 'refused' && edited.cause.includes('message is not modified')
    return isDone ? { outcome: 'sent', messageId: String(step.payload['message_id']) } : edited
  }

  async function tryLaterStep(step: Step, { beforeCall, parts }: Way): Promise<Delivery> {
    for (let tries = 1; ; tries++) {
      const delivery = await tryStep(step, beforeCall)
      if (delivery.outcome !== 'retry') return delivery
      const wait = Math.max(1_000, delivery.afterMs - clock.now())
      if (tries === TRIES_OF_LATER_PARTS || wait > LONGEST_WAIT_FOR_LATER_PART_MS)
        return parts === undefined ? { ...delivery, ambiguous: true } : delivery
      await timer.wait(wait)
    }
  }

  return { tryStep, tryEdit, tryLaterStep }
}

function messageIdOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return null
  return typeof result.message_id === 'number' ? String(result.message_id) : null
}
