import type { ChannelKeep, Contact, Counted } from '../../src/channels/channel-keep.ts'
import { monthAt } from '../../src/core/month.ts'
import type { Attachment } from '../../src/lib/message.ts'

export interface MemoryKeep extends ChannelKeep {
  published: Attachment[]
  values: Map<string, string>
  /** Addresses of nobody who is linked; all others are. */
  strangers: Set<string>
  /** How the next renewals of a value end: a disk that is full. */
  breakKeeping: (times: number) => void
}

const month = (at: number) => monthAt(at, 'Asia/Ho_Chi_Minh')

/** What a channel keeps, in memory. `publicUrl` null: nothing has an address outside. */
export function memoryKeep(publicUrl: string | null = null): MemoryKeep {
  const counts = new Map<string, Map<Counted, number>>()
  const contacts = new Map<string, Contact>()
  const strangers = new Set<string>()
  const values = new Map<string, string>()
  const published: Attachment[] = []
  let broken = 0
  return {
    publishes: publicUrl !== null,
    published,
    values,
    strangers,
    isLinked: async address => !strangers.has(address),
    breakKeeping: times => void (broken = times),
    async publish(attachment) {
      if (publicUrl === null) return null
      published.push(attachment)
      return `${publicUrl}/tep/${published.length}/${encodeURIComponent(attachment.name)}`
    },
    month,
    async count(counted, by, at) {
      const { key } = month(at)
      const ofMonth = counts.get(key) ?? new Map<Counted, number>()
      counts.set(key, ofMonth.set(counted, (ofMonth.get(counted) ?? 0) + by))
      return ofMonth.get(counted) ?? 0
    },
    counts: async at => Object.fromEntries(counts.get(month(at).key) ?? []),
    people: async () => contacts.size,
    async heard(address, { phone, ...contact }) {
      const before = contacts.get(address)
      const heardAt = Math.max(before?.heardAt ?? 0, contact.heardAt)
      contacts.set(address, { ...contact, heardAt, phone: phone ?? before?.phone ?? null })
    },
    contact: async address => contacts.get(address) ?? null,
    value: async name => values.get(name) ?? null,
    async keep(name, value) {
      if (broken-- > 0) throw new Error('disk full')
      values.set(name, value)
    },
    async swap(name, from, to) {
      if ((values.get(name) ?? null) !== from) return false
      values.set(name, to)
      return true
    },
  }
}
