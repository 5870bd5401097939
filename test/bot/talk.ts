import type { App } from '../../src/app.ts'
import { createInboxWorker } from '../../src/bot/inbox-worker.ts'
import { restoreMessage } from '../../src/bot/stored-message.ts'
import type { Incoming } from '../../src/channels/channel.ts'
import type { Message } from '../../src/lib/message.ts'
import { plainText } from '../../src/lib/message.ts'
import { createMemoryLog } from '../channels/memory-log.ts'
import type { MemoryLog } from '../channels/memory-log.ts'
import { handClock, smallProvince } from '../stories/province.ts'
import type { HandClock } from '../stories/province.ts'

/** A text in a private chat, as far as it is the same for all. */
export const PLAIN = {
  channel: 'telegram',
  kind: 'text',
  album: null,
  messageId: null,
  private: true,
} as const

/** Chats with the bot as the bot sees them: stored messages in, stored replies out. */
export interface Talk {
  app: App
  clock: HandClock
  log: MemoryLog
  /** Sends a text from a chat (`gd` links one to that member) and gives the reply. */
  say: (from: string, text: string, more?: Partial<Incoming>) => Promise<Message>
  /** The same, as plain text. */
  hear: (from: string, text: string, more?: Partial<Incoming>) => Promise<string>
  /** Links the chat of this name to the member of the same name. */
  link: (member: string) => Promise<void>
  /** What was said to the member last has arrived as this message of the platform. */
  arrived: (member: string, messageId: string) => Promise<void>
  /** The notices that wait for the member have arrived as this message of the platform. */
  told: (member: string, messageId: string) => Promise<void>
  /** What an outbox row says now. */
  notice: (topic: string) => Promise<string | null>
}

/** The small province and its bot at a moment; the members have linked chats, anybody else is a stranger. */
export async function startTalk(at: string, members: readonly string[] = ['gd', 'bcd']): Promise<Talk> {
  const clock = handClock(at)
  const { app } = await smallProvince(clock)
  const log = createMemoryLog()
  const { db } = app
  const worker = createInboxWorker({
    db,
    words: app.words,
    clock,
    log,
    moment: () => app.moment(),
    began: () => {},
    replied: () => {},
    timed: () => {},
  })
  let updates = 0
  const talk: Talk = {
    app,
    clock,
    log,
    async say(from, text, more = {}) {
      const sent = { ...PLAIN, address: from, text, sentAt: clock.now() }
      await worker.receive({ ...sent, updateId: String(++updates), ...more })
      await worker.drain()
      const row = (await db.read.outbox.list()).findLast(one => one.key.startsWith('reply:'))
      if (!row) throw new Error('no reply')
      return restoreMessage(row.facts)
    },
    hear: async (...said) => plainText(await talk.say(...said)),
    link: async member =>
      await db.write(async stores => {
        const chat = await stores.chats.touch('telegram', member)
        await stores.chats.link(chat.id, member, clock.now())
      }),
    async arrived(member, messageId) {
      await db.write(async ({ outbox, chats }) => {
        const [chat] = await chats.ofMember(member)
        const row = (await outbox.list()).findLast(one => one.topic === 'reply' && one.chat === chat?.id)!
        await outbox.finish(row.id, { state: 'sent', sentAt: clock.now(), messageId })
      })
    },
    async told(member, messageId) {
      await db.write(async ({ outbox, chats }) => {
        const [chat] = await chats.ofMember(member)
        const sent = { state: 'sent', sentAt: clock.now(), messageId, chat: chat!.id } as const
        for (const row of await outbox.list('queued'))
          if (row.member === member && row.topic !== 'reply') await outbox.finish(row.id, sent)
      })
    },
    async notice(topic) {
      const row = (await db.read.outbox.list()).findLast(one => one.topic === topic)
      if (!row) throw new Error(`no ${topic}`)
      const [chat] = await db.read.chats.ofMember(row.member ?? '')
      if (!chat) return null
      const message = await app.compose(row, chat)
      return message && plainText(message)
    },
  }
  for (const member of members) await talk.link(member)
  return talk
}
