import type { Channel, ChannelName, Delivery, Limits, Probe } from '../../src/channels/channel.ts'
import { ZALO_BOT_LIMITS } from '../../src/channels/zalo-bot/abilities.ts'
import { TELEGRAM_ABILITIES, TELEGRAM_LIMITS } from '../../src/channels/telegram/abilities.ts'
import type { ChatRow } from '../../src/db/stores/chats.ts'
import type { Database } from '../../src/db/stores/database.ts'
import type { OutboxRow } from '../../src/db/stores/outbox.ts'
import { type Message, plainText } from '../../src/lib/message.ts'
import type { Delivered } from '../../src/notify/delivering.ts'
import { createSender, type Sender, type SenderDeps } from '../../src/notify/sender.ts'
import { createMemoryLog, type MemoryLog } from '../channels/memory-log.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { createVirtualTime, type VirtualTime } from '../lib/virtual-time.ts'

/** A platform that does as it is told: what comes next for each address, otherwise all is delivered. */
export interface FakeChannel extends Channel {
  received: { address: string; text: string; at: number }[]
  /** What becomes of the next messages to the address; a function may wait. */
  next(address: string, ...deliveries: (Delivery | (() => Promise<Delivery>))[]): void
  /** What becomes of every message while it is set. */
  always: (() => Delivery) | null
  /** What the platform says when it is asked. */
  says: Probe
  /** How often it was asked. */
  asked: number
  /** How many calls a message takes. */
  calls: number
  /** How many messages were on their way at the same time, at most. */
  most: number
}

export interface SenderWorld {
  db: Database
  path: string
  time: VirtualTime
  log: MemoryLog
  telegram: FakeChannel
  zalo: FakeChannel
  delivered: Delivered[]
  sender: Sender
  /** Another sender on the same database, as of a new process. */
  another: (deps?: Partial<SenderDeps>) => Sender
  chat: (address: string, options?: { channel?: ChannelName; member?: string }) => Promise<ChatRow>
  /** Queues a notice; its text is the key. */
  queue: (key: string, chat: ChatRow, more?: Partial<OutboxRow>) => Promise<void>
  row: (key: string) => Promise<OutboxRow>
}

const FREE: Limits = { channel: null, chat: null, group: null }
const NO_LIMITS = { telegram: FREE, 'zalo-bot': FREE }
export const THEIR_LIMITS = { telegram: TELEGRAM_LIMITS, 'zalo-bot': ZALO_BOT_LIMITS }

export function senderWorld(deps: Partial<SenderDeps> = {}): SenderWorld {
  const { db, path } = tempDatabase()
  const time = createVirtualTime()
  const log = createMemoryLog()
  const telegram = fakeChannel('telegram', time)
  const zalo = fakeChannel('zalo-bot', time)
  const delivered: Delivered[] = []
  const another = (more: Partial<SenderDeps> = {}): Sender =>
    createSender({
      db,
      channels: new Map([
        ['telegram', telegram],
        ['zalo-bot', zalo],
      ]),
      compose: async row => ({ blocks: [{ text: row.key }], choices: [] }),
      clock: time.clock,
      timer: time.timer,
      log,
      metrics: { delivered: event => void delivered.push(event) },
      limits: NO_LIMITS,
      random: () => 0.5,
      ...deps,
      ...more,
    })
  return {
    db,
    path,
    time,
    log,
    telegram,
    zalo,
    delivered,
    sender: another(),
    another,
    chat: (address, { channel = 'telegram', member } = {}) =>
      db.write(async ({ chats }) => {
        const chat = await chats.touch(channel, address)
        if (member !== undefined) await chats.link(chat.id, member, time.clock.now())
        return { ...chat, member: member ?? null }
      }),
    async queue(key, chat, more = {}) {
      const now = time.clock.now()
      const row = {
        topic: 'alert' as const,
        facts: '{}',
        member: chat.member,
        notBefore: now,
        createdAt: now,
      }
      await db.write(({ outbox }) => outbox.add({ key, chat: chat.id, ...row, ...more }))
    },
    async row(key) {
      const [row] = await db.read.outbox.withPrefix(key)
      if (row === undefined) throw new Error(`no row ${key}`)
      return row
    },
  }
}

function fakeChannel(name: ChannelName, time: VirtualTime): FakeChannel {
  const script = new Map<string, (Delivery | (() => Promise<Delivery>))[]>()
  let underway = 0
  const channel: FakeChannel = {
    name,
    abilities: { ...TELEGRAM_ABILITIES, images: 'none', files: 'none' },
    limits: TELEGRAM_LIMITS,
    received: [],
    always: null,
    says: { ok: true },
    asked: 0,
    calls: 1,
    most: 0,
    next: (address, ...deliveries) =>
      void script.set(address, [...(script.get(address) ?? []), ...deliveries]),
    start: async () => undefined,
    stop: async () => undefined,
    typing: async () => undefined,
    callsOf: () => channel.calls,
    isGroup: address => address.startsWith('-'),
    async probe() {
      channel.asked++
      return channel.says
    },
    health: () => ({ ok: true }),
    async send(address, message: Message, beforeCall) {
      for (let call = 0; call < channel.calls; call++) await beforeCall?.()
      channel.most = Math.max(channel.most, ++underway)
      const next = channel.always?.() ?? script.get(address)?.shift()
      const delivery = typeof next === 'function' ? await next() : next
      await Promise.resolve()
      underway--
      if (delivery !== undefined && delivery.outcome !== 'sent') return delivery
      channel.received.push({ address, text: plainText(message), at: time.clock.now() })
      return delivery ?? { outcome: 'sent', messageId: `m${channel.received.length}` }
    },
  }
  return channel
}
