import { onTestFinished } from 'vitest'
import type { Channel, Incoming, Webhook } from '../../../src/channels/channel.ts'
import type { TelegramGateway } from '../../../src/channels/telegram/gateway.ts'
import {
  createTelegramChannel,
  type TelegramOptions,
} from '../../../src/channels/telegram/telegram-channel.ts'
import type { Message } from '../../../src/lib/message.ts'
import { createVirtualTime, type VirtualTime } from '../../lib/virtual-time.ts'
import { createMemoryLog, type MemoryLog } from '../memory-log.ts'
import { type FakeTelegram, startFakeTelegram, TOKEN } from './fake-telegram.ts'

export type MakeGateway = (token: string, apiRoot: string) => TelegramGateway

export interface TelegramWorld {
  fake: FakeTelegram
  time: VirtualTime
  log: MemoryLog
  channel: Channel & { webhook?: Webhook }
  received: Incoming[]
  receive: (incoming: Incoming) => Promise<void>
  /** The next updates meet a database that cannot keep them. */
  breakKeeping: (times: number) => void
  /** Another channel on the same platform, as after a restart. */
  again: () => Channel & { webhook?: Webhook }
}

export const SECRET = 'webhook-secret_1'
export const HOA = '5000001'

export async function telegramWorld(
  gateway: MakeGateway,
  options: Partial<TelegramOptions> = {},
): Promise<TelegramWorld> {
  const fake = await startFakeTelegram()
  const time = createVirtualTime()
  const log = createMemoryLog()
  const received: Incoming[] = []
  let broken = 0
  const make = (): Channel & { webhook?: Webhook } => {
    const channel = createTelegramChannel({
      token: TOKEN,
      apiRoot: fake.root,
      gateway: gateway(TOKEN, fake.root),
      clock: time.clock,
      timer: time.timer,
      log,
      words: { part: (part, of) => `(${part}/${of})` },
      ...options,
    })
    onTestFinished(() => channel.stop())
    return channel
  }
  return {
    fake,
    time,
    log,
    channel: make(),
    received,
    receive: async incoming => {
      if (broken-- > 0) throw new Error(`disk full: ${incoming.text}`)
      received.push(incoming)
    },
    breakKeeping: times => void (broken = times),
    again: make,
  }
}

export function message(text: string, more: Partial<Message> = {}): Message {
  return { blocks: [{ text }], choices: [], ...more }
}
