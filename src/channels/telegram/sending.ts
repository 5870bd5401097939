import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Message } from '../../lib/message.ts'
import type { Timer } from '../../lib/timer.ts'
import type { BeforeCall, Delivery } from '../channel.ts'
import { fitMessage } from '../fit-message.ts'
import { cannotParse, telegramDelivery } from './failure.ts'
import { TELEGRAM_ABILITIES } from './abilities.ts'
import type { Call } from './gateway.ts'
import type { LongSends } from './keyboard.ts'
import { type Step, stepsOf } from './render.ts'

const TIMEOUT_MS = { sendMessage: 15_000, sendPhoto: 45_000, sendDocument: 45_000 }
/** A part that follows one that is already there is tried again here, to not send the first ones twice. */
const TRIES_OF_LATER_PARTS = 3
const LONGEST_WAIT_FOR_LATER_PART_MS = 10_000

/** Sends messages, part by part. Never rejects. */
export function createSending(deps: {
  call: Call
  clock: Clock
  timer: Timer
  log: Log
  sends: LongSends
  label: (part: number, of: number) => string
}): (address: string, message: Message, beforeCall?: BeforeCall) => Promise<Delivery> {
  const { call, clock, timer, log, sends, label } = deps

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

  async function tryLaterStep(step: Step, beforeCall?: BeforeCall): Promise<Delivery> {
    for (let tries = 1; ; tries++) {
      const delivery = await tryStep(step, beforeCall)
      if (delivery.outcome !== 'retry') return delivery
      const wait = Math.max(1_000, delivery.afterMs - clock.now())
      if (tries === TRIES_OF_LATER_PARTS || wait > LONGEST_WAIT_FOR_LATER_PART_MS)
        return { ...delivery, ambiguous: true }
      await timer.wait(wait)
    }
  }

  return async function send(address, message, beforeCall) {
    let messageId: string | null = null
    const fitted = fitMessage(message, TELEGRAM_ABILITIES)
    const [head, ...rest] = stepsOf(address, fitted, sends, label)
    if (head === undefined) return { outcome: 'refused', cause: 'nothing to send', ours: true }
    const first = await tryStep(head, beforeCall)
    if (first.outcome === 'refused' && head.method === 'sendPhoto' && message.blocks.length > 0) {
      log.warn({ channel: 'telegram', cause: first.cause }, 'picture left out')
      return send(address, fitted.withoutImage ?? message, beforeCall)
    }
    if (first.outcome !== 'sent') return first
    messageId = first.messageId
    for (const step of rest) {
      const later = await tryLaterStep(step, beforeCall)
      if (later.outcome === 'sent') continue
      if (later.outcome !== 'refused' || step.method !== 'sendDocument') return later
      log.warn({ channel: 'telegram', cause: later.cause }, 'file left out')
    }
    return { outcome: 'sent', messageId }
  }
}

function messageIdOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return null
  return typeof result.message_id === 'number' ? String(result.message_id) : null
}
