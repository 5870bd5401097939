import { and, eq, gt, lte, sql } from './drizzle.ts'
import { channelContacts, channelCounts, channelFiles, channelValues } from './schema.ts'
import type { ChannelStore, Counted } from '../stores/channels.ts'
import type { Connection } from './connection.ts'

function contactOf(channel: string, address: string) {
  return and(eq(channelContacts.channel, channel), eq(channelContacts.address, address))
}

export function channelStore(db: Connection): ChannelStore {
  return {
    async publish(file) {
      db.insert(channelFiles)
        .values({ ...file, bytes: Buffer.from(file.bytes) })
        .run()
    },
    async published(key, now) {
      const served = and(eq(channelFiles.key, key), gt(channelFiles.until, now))
      return db.select().from(channelFiles).where(served).get() ?? null
    },
    async forgetPublished(now) {
      return db.delete(channelFiles).where(lte(channelFiles.until, now)).run().changes
    },
    async count(channel, month, counted, by) {
      const { count } = db
        .insert(channelCounts)
        .values({ channel, month, counted, count: by })
        .onConflictDoUpdate({
          target: [channelCounts.channel, channelCounts.month, channelCounts.counted],
          set: { count: sql`${channelCounts.count} + ${by}` },
        })
        .returning()
        .get()
      return count
    },
    async counts(channel, month) {
      const rows = db
        .select()
        .from(channelCounts)
        .where(and(eq(channelCounts.channel, channel), eq(channelCounts.month, month)))
        .all()
      const counts: Partial<Record<Counted, number>> = {}
      for (const { counted, count } of rows) counts[counted] = count
      return counts
    },
    ...contacts(db),
    ...values(db),
  }
}

/** What channels renew themselves. */
function values(db: Connection): Pick<ChannelStore, 'kept' | 'keep' | 'swap'> {
  return {
    async kept(channel, name) {
      const row = db
        .select({ value: channelValues.value })
        .from(channelValues)
        .where(and(eq(channelValues.channel, channel), eq(channelValues.name, name)))
        .get()
      return row?.value ?? null
    },
    async keep(channel, name, value) {
      db.insert(channelValues)
        .values({ channel, name, value })
        .onConflictDoUpdate({ target: [channelValues.channel, channelValues.name], set: { value } })
        .run()
    },
    async swap(channel, name, { from, to }) {
      if (from === null)
        return (
          db.insert(channelValues).values({ channel, name, value: to }).onConflictDoNothing().run()
            .changes === 1
        )
      const is = and(
        eq(channelValues.channel, channel),
        eq(channelValues.name, name),
        eq(channelValues.value, from),
      )
      return db.update(channelValues).set({ value: to }).where(is).run().changes === 1
    },
  }
}

/** Who wrote on a channel, and when last. */
function contacts(db: Connection): Pick<ChannelStore, 'contact' | 'heard' | 'people'> {
  return {
    async contact(channel, address) {
      return db.select().from(channelContacts).where(contactOf(channel, address)).get() ?? null
    },
    async heard({ channel, address, heardAt, follows, phone }) {
      db.insert(channelContacts)
        .values({ channel, address, heardAt, follows, phone: phone ?? null })
        .onConflictDoUpdate({
          target: [channelContacts.channel, channelContacts.address],
          set: {
            heardAt: sql`max(${channelContacts.heardAt}, ${heardAt})`,
            follows,
            ...(phone === undefined ? {} : { phone }),
          },
        })
        .run()
    },
    async people(channel) {
      const counted = db
        .select({ count: sql<number>`count(*)` })
        .from(channelContacts)
        .where(eq(channelContacts.channel, channel))
        .get()
      return counted?.count ?? 0
    },
  }
}
