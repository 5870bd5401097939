import { randomBytes } from 'node:crypto'
import { DAY_MS } from './core/durations.ts'
import type { ChannelAlarm, ChannelKeep, Counted } from './channels/channel-keep.ts'
import type { Invitation } from './channels/channel-kind.ts'
import { monthAt } from './core/month.ts'
import type { Database } from './db/stores/database.ts'
import type { Clock } from './lib/clock.ts'
import type { Attachment } from './lib/message.ts'

/** The platform's phones fetch again when a person scrolls back. */
const SERVED_MS = 7 * DAY_MS
const KEY_BYTES = 24

/** The path under which published files are served. */
export const PUBLISHED_PATH = '/tep'

export interface KeepParts {
  db: Database
  clock: Clock
  timeZone: string
  /** The server's address outside; null: nothing can be published. */
  publicUrl: string | null
}

/** What the channel of this name keeps, in the database. */
export function channelKeep({ db, clock, timeZone, publicUrl }: KeepParts, channel: string): ChannelKeep {
  const month = (at: number) => monthAt(at, timeZone)
  return {
    publishes: publicUrl !== null,
    async publish({ name, type, bytes }: Attachment) {
      if (publicUrl === null) return null
      const key = randomBytes(KEY_BYTES).toString('base64url')
      const now = clock.now()
      await db.write(async ({ channels }) => {
        await channels.forgetPublished(now)
        await channels.publish({ key, name, type, bytes, until: now + SERVED_MS })
      })
      return `${publicUrl}${PUBLISHED_PATH}/${key}/${encodeURIComponent(name)}`
    },
    month,
    count: async (counted, by, at) =>
      await db.writeTogether(
        async ({ channels }) => await channels.count(channel, month(at).key, counted, by),
      ),
    counts: async at => await db.read.channels.counts(channel, month(at).key),
    async isLinked(address) {
      const chat = await db.read.chats.find(channel, address)
      return chat !== null && (chat.member !== null || chat.pending?.startsWith('link ') === true)
    },
    people: async () => await db.read.channels.people(channel),
    async heard(address, contact) {
      await db.writeTogether(async ({ channels }) => await channels.heard({ channel, address, ...contact }))
    },
    contact: async address => await db.read.channels.contact(channel, address),
    value: async name => await db.read.channels.kept(channel, name),
    async keep(name, value) {
      await db.writeTogether(async ({ channels }) => await channels.keep(channel, name, value))
    },
    swap: async (name, from, to) =>
      await db.writeTogether(async ({ channels }) => await channels.swap(channel, name, { from, to })),
  }
}

/** What a channel has carried this month, and how much it can. */
export interface ChannelMonth {
  channel: string
  counts: Partial<Record<Counted, number>>
  /** How many people have ever written. */
  people: number
  /** The most messages of a month, and people; null where there is no limit. */
  most: Pick<Invitation, 'messages' | 'people'>
}

/** The month of every channel that people know; the web chat counts nothing. */
export async function channelMonths(
  parts: KeepParts,
  channels: readonly { name: string; invitation: Invitation }[],
): Promise<ChannelMonth[]> {
  const counted = channels.filter(({ name }) => name !== 'web')
  return await Promise.all(
    counted.map(async ({ name, invitation: { messages, people } }) => {
      const keep = channelKeep(parts, name)
      const counts = await keep.counts(parts.clock.now())
      return { channel: name, counts, people: await keep.people(), most: { messages, people } }
    }),
  )
}

/**
 * Queues a word for every admin who has a chat, once for each key, best on another channel than the one in trouble.
 * @returns how many were queued.
 */
export async function queueAlarm(
  { db, clock }: Pick<KeepParts, 'db' | 'clock'>,
  { channel, key }: ChannelAlarm,
  facts: string,
): Promise<number> {
  const { members } = await db.read.catalog.get()
  const now = clock.now()
  return await db.write(async ({ chats, outbox }) => {
    let queued = 0
    for (const { member } of members.filter(({ role }) => role === 'admin')) {
      const reachable = (await chats.ofMember(member)).filter(chat => chat.goneAt === null)
      const chat = reachable.find(one => one.channel !== channel) ?? reachable[0]
      if (chat === undefined) continue
      const row = { key: `channel:${channel}:${key}:${member}`, topic: 'reply', facts, member } as const
      if (await outbox.add({ ...row, chat: chat.id, notBefore: now, createdAt: now })) queued++
    }
    return queued
  })
}
