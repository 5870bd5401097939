/** An attachment that is served at an address of its own for a time. */
export interface PublishedFile {
  /** Unguessable, part of the address. */
  key: string
  name: string
  type: string
  bytes: Uint8Array
  /** Served until this moment, milliseconds. */
  until: number
}

/** What a channel counts of a month, where its platform allows only so much. */
export type Counted = 'sent' | 'received' | 'strangers' | 'outside_window' | 'uploads' | 'templates'

/** When a person last wrote to a channel, and what else the platform told of them. */
export interface ContactRow {
  channel: string
  address: string
  /** Milliseconds: the platform's windows count from then. */
  heardAt: number
  /** False once the person has left the account, until they come back. */
  follows: boolean
  /** As `84…`, where the person gave it to the account. */
  phone: string | null
}

/** What channels keep: files under addresses of their own, counts of the month, who wrote when, tokens that change. */
export interface ChannelStore {
  publish(file: PublishedFile): Promise<void>
  /** The file while it is served. */
  published(key: string, now: number): Promise<PublishedFile | null>
  /** Forgets files that are served no more. Returns how many. */
  forgetPublished(now: number): Promise<number>
  /** Adds to a count and returns what it is then. `month` as `2026-11`. */
  count(channel: string, month: string, counted: Counted, by: number): Promise<number>
  /** The counts of a month; what was never counted is absent. */
  counts(channel: string, month: string): Promise<Partial<Record<Counted, number>>>
  contact(channel: string, address: string): Promise<ContactRow | null>
  /** Keeps that the person wrote (or came, or left) then; a later moment is never replaced by an earlier one. */
  heard(row: Omit<ContactRow, 'phone'> & { phone?: string }): Promise<void>
  /** How many people have ever written to the channel. */
  people(channel: string): Promise<number>
  /** A value that the channel itself renews, such as its token. */
  kept(channel: string, name: string): Promise<string | null>
  keep(channel: string, name: string, value: string): Promise<void>
  /** The same, only where the value still is `from` (null: there is none); false otherwise. */
  swap(channel: string, name: string, change: { from: string | null; to: string }): Promise<boolean>
}
