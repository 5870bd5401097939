import type { Attachment } from '../lib/message.ts'

/** What a channel counts of a month. */
export type Counted = 'sent' | 'received' | 'strangers' | 'outside_window' | 'uploads' | 'templates'

/** When a person last wrote to the channel, and what else the platform told of them. */
export interface Contact {
  heardAt: number
  /** False once the person has left the account, until they come back. */
  follows: boolean
  /** As `84…`, where the person gave it. */
  phone: string | null
}

/** What one channel keeps beyond its own life. */
export interface ChannelKeep {
  /**
   * Gives the attachment a public address that nobody can guess, good for seven days; null where the server has no
   * address of its own outside.
   */
  publish(attachment: Attachment): Promise<string | null>
  /** Whether `publish` gives addresses. */
  readonly publishes: boolean
  /** Counts what was done at a moment and returns the month's count. */
  count(counted: Counted, by: number, at: number): Promise<number>
  /** The counts of the month of a moment. */
  counts(at: number): Promise<Partial<Record<Counted, number>>>
  /** The month of a moment by the province's calendar, `2026-11`, and when the next one begins, milliseconds. */
  month(at: number): { key: string; ends: number }
  /** Whether the address is somebody's who is linked, or has sent a code and is asked whether to be. */
  isLinked(address: string): Promise<boolean>
  /** How many people have ever written. */
  people(): Promise<number>
  heard(address: string, contact: Omit<Contact, 'phone'> & { phone?: string }): Promise<void>
  contact(address: string): Promise<Contact | null>
  /** A value that the channel renews, such as a token; durable when `keep` has resolved. */
  value(name: string): Promise<string | null>
  keep(name: string, value: string): Promise<void>
  /** The same, only where the value still is `from` (null: there is none); false otherwise. */
  swap(name: string, from: string | null, to: string): Promise<boolean>
}

/** Something that an operator must know; the same key is told once. */
export interface ChannelAlarm {
  channel: string
  key: string
  about:
    | { what: 'quota'; percent: number; used: number; of: number }
    | { what: 'people'; count: number; of: number }
    | { what: 'token' }
    | { what: 'template'; template: string; status: string }
    /** The platform did not take a form that it was sent, with its error. */
    | { what: 'form'; template: string; code: number }
}
