export type OutboxState =
  | 'queued'
  | 'held'
  | 'claimed'
  | 'sent'
  | 'refused'
  | 'dead'
  | 'withdrawn'
  | 'expired'

/** Facts of a notice by reference; the words are composed at the moment of sending. `reply` alone carries its message. */
export interface OutboxRow {
  id: number
  /** Names the fact and the recipient; unique, so that doing a thing twice adds nothing. */
  key: string
  /** `reply`, or what people are told unasked (see notices/). */
  topic: string
  /** JSON of the facts, shaped by topic. */
  facts: string
  member: string | null
  /** Null until the member has a chat. */
  chat: number | null
  state: OutboxState
  /** Not before this moment, milliseconds. */
  notBefore: number
  attempts: number
  leaseUntil: number | null
  /** The process that has claimed it. */
  owner: string | null
  /** What a held row waits for. */
  heldFor: string | null
  /** When it was perhaps delivered, though no answer came. */
  ambiguousAt: number | null
  lastError: string | null
  createdAt: number
  sentAt: number | null
  messageId: string | null
}

export interface OutboxStore {
  /** Adds a row; false when its key is there already. */
  add(
    row: Pick<OutboxRow, 'key' | 'topic' | 'facts' | 'member' | 'chat' | 'notBefore' | 'createdAt'>,
  ): Promise<boolean>
  list(state?: OutboxState): Promise<OutboxRow[]>
  get(id: number): Promise<OutboxRow | null>
  /** Ids that may be claimed now: queued and due with a chat that is reachable, or claimed with a lease that ran out. Oldest first, at most one a chat. */
  due(now: number, limit: number): Promise<number[]>
  /** When the next row becomes due, or null. */
  nextDue(now: number): Promise<number | null>
  /** Takes one row for sending until `leaseUntil`; null unless exactly this call changed it. */
  claim(id: number, now: number, leaseUntil: number): Promise<OutboxRow | null>
  finish(
    id: number,
    change: Partial<
      Pick<OutboxRow, 'state' | 'notBefore' | 'lastError' | 'sentAt' | 'messageId' | 'chat' | 'leaseUntil'>
    >,
  ): Promise<void>
  /** Rows whose key starts with the prefix, in whatever state. */
  withPrefix(keyPrefix: string): Promise<OutboxRow[]>
  /** Gives back what a process that no longer lives had claimed. Returns how many. */
  releaseClaims(): Promise<number>
  /** Withdraws unsent rows whose key starts with the prefix. Returns how many. */
  withdraw(keyPrefix: string): Promise<number>
  /** Gives rows of the member that wait for a chat to this chat, if created at or after `since`. Returns how many. */
  address(member: string, chat: number, since: number): Promise<number>
  countByState(): Promise<Record<string, number>>
}
