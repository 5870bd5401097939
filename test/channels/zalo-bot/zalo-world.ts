import { onTestFinished } from 'vitest'
import type { Channel, Incoming, Webhook } from '../../../src/channels/channel.ts'
import { createZaloBotChannel, type ZaloBotOptions } from '../../../src/channels/zalo-bot/zalo-bot-channel.ts'
import type { Message } from '../../../src/lib/message.ts'
import type { ChannelAlarm } from '../../../src/channels/channel-keep.ts'
import { ZALO_BOT_LIMITS } from '../../../src/channels/zalo-bot/abilities.ts'
import { memoryKeep, type MemoryKeep } from '../memory-keep.ts'
import { createVirtualTime, type VirtualTime } from '../../lib/virtual-time.ts'
import { createMemoryLog, type MemoryLog } from '../memory-log.ts'
import { type FakeZalo, startFakeZalo, TOKEN } from './fake-zalo.ts'

export interface ZaloWorld {
  keep: MemoryKeep
  alarms: ChannelAlarm[]
  fake: FakeZalo
  time: VirtualTime
  log: MemoryLog
  channel: Channel & { webhook?: Webhook }
  received: Incoming[]
  receive: (incoming: Incoming) => Promise<void>
  /** The next updates meet a database that cannot keep them. */
  breakKeeping: (times: number) => void
}

export const SECRET = 'webhook-secret_1'
export const HOA = '6ede9afa66b88fe6d6a9'
export const WORDS = {
  part: (part: number, of: number): string => `(${part}/${of})`,
  choose: 'Trả lời bằng số:',
  fileAt: (description: string, url: string): string => `${description}: ${url}`,
  shortened: 'Bản rút gọn.',
}

export async function zaloWorld(
  options: Partial<ZaloBotOptions> = {},
  publicUrl: string | null = null,
): Promise<ZaloWorld> {
  const time = createVirtualTime()
  const { quota = null } = options
  const fake = await startFakeZalo(quota && { now: () => time.clock.now(), messages: quota.messages })
  const keep = memoryKeep(publicUrl)
  const alarms: ChannelAlarm[] = []
  const log = createMemoryLog()
  const received: Incoming[] = []
  let broken = 0
  const channel = createZaloBotChannel({
    name: 'zalo-bot',
    token: TOKEN,
    apiRoot: fake.root,
    webhook: null,
    limits: ZALO_BOT_LIMITS,
    quota: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    groups: false,
    keep,
    alarm: alarm => void alarms.push(alarm),
    fetch,
    clock: time.clock,
    timer: time.timer,
    random: () => 0.999_999,
    log,
    words: WORDS,
    ...options,
  })
  onTestFinished(() => channel.stop())
  return {
    keep,
    alarms,
    fake,
    time,
    log,
    channel,
    received,
    receive: async incoming => {
      if (broken-- > 0) throw new Error(`disk full: ${incoming.text}`)
      received.push(incoming)
    },
    breakKeeping: times => void (broken = times),
  }
}

export function message(text: string, more: Partial<Message> = {}): Message {
  return { blocks: [{ text }], choices: [], ...more }
}
