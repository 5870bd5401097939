import type { ChatRow } from './chats.ts'

export const OUTBOX_STATES = [
  'queued',
  'held',
  'claimed',
  'sent',
  'refused',
  'expired',
  'withdrawn',
  'dead',
] as const

export type OutboxState = (typeof OUTBOX_STATES)[number]

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
  /** Where a reply goes; where a notice went or was last tried. The chat of a notice is chosen when it is sent. */
  chat: number | null
  state: OutboxState
  /** Not before this moment, milliseconds. */
  notBefore: number
  /** How often it failed. A process that died with it is no failure. */
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
  /** As what the platform shows it, or those of its parts that have arrived. */
  messageId: string | null
  /** Of a message that takes several calls: so many parts at its end have not arrived in the chat yet; null where none has. */
  partsLeft: number | null
}

/** An answer belongs to the chat of its question, and what is for nobody in particular to the chat that it names. */
export function isOfChat({ topic, member }: Pick<OutboxRow, 'topic' | 'member'>): boolean {
  return topic === 'reply' || member === null
}

/** A held row waits for this when its person has no chat. */
export const FOR_RECIPIENT = 'recipient'
/** The cause that is kept with a row that was withdrawn because its person wants no messages. */
export const MUTED = 'muted'

/** Why a row has not arrived and, as things stand, will not: its person has no chat, has muted all, or it could not be sent. Null: it has, or is on its way, or is not to. */
export function unreachedBy({
  state,
  heldFor,
  lastError,
}: Pick<OutboxRow, 'state' | 'heldFor' | 'lastError'>): 'unlinked' | 'muted' | 'failed' | null {
  if (state === 'held' && heldFor === FOR_RECIPIENT) return 'unlinked'
  if (state === 'withdrawn' && lastError === MUTED) return 'muted'
  return state === 'dead' || state === 'refused' || state === 'expired' ? 'failed' : null
}

/** A row that is due, with the chats that it may go to. */
export interface DueRow extends OutboxRow {
  /** Of a reply its chat; of a notice those of its person, gone and muted ones included. */
  chats: ChatRow[]
}

/** A row is lent to a process, which renews the moment while it lives; others take a row whose moment no longer changes. */
export interface Lease {
  owner: string
  until: number
}

/** A claimed row as it was seen: it changes whenever its owner renews it. */
export type Claim = Pick<OutboxRow, 'id' | 'owner' | 'leaseUntil'>

/** What became of a claimed row: what is not named stays as it was, the lease ends. */
export type Conclusion = Pick<OutboxRow, 'id' | 'state'> &
  Partial<
    Pick<
      OutboxRow,
      'chat' | 'notBefore' | 'attempts' | 'heldFor' | 'ambiguousAt' | 'lastError' | 'sentAt' | 'messageId'
    >
  >

export interface OutboxStore {
  /** Adds a row; false when its key is there already. */
  add(
    row: Pick<OutboxRow, 'key' | 'topic' | 'facts' | 'member' | 'chat' | 'notBefore' | 'createdAt'>,
  ): Promise<boolean>
  /** Rows in one of the states, all where none is named, the oldest first. */
  list(...states: OutboxState[]): Promise<OutboxRow[]>
  get(id: number): Promise<OutboxRow | null>
  /**
   * Rows that may be claimed now: answers first, however much else waits, then what failed before and is to be tried at
   * this time, then the rest in the order in which it fell due.
   */
  due(now: number, limit: number): Promise<DueRow[]>
  /** When something that cannot be claimed now falls due, or null. */
  nextDue(now: number): Promise<number | null>
  /** Chats to which something is being sent at this moment, by whatever process. */
  busyChats(): Promise<Set<number>>
  /** Takes the row for sending to the chat; false unless exactly this call changed it. */
  claim(id: number, chat: number, lease: Lease): Promise<boolean>
  /** All that is claimed, by whomever. */
  claims(): Promise<Claim[]>
  /** Gives the claims back to everybody, behind all that is due, unless they have changed since they were seen. Returns how many. */
  takeOver(now: number, claims: readonly Claim[]): Promise<number>
  /**
   * Puts right what a clock that was ahead has written: rows queued later than now are queued now, a try again that lies
   * further ahead than any wait is due, what was put aside is decided anew, no chat fails only from a later moment on. What is claimed is its owner's. Milliseconds.
   */
  putRight(now: number, most: { waitMs: number; turnMs: number }): Promise<void>
  /** Prolongs the claims that the owner still holds. */
  renew(ids: readonly number[], lease: Lease): Promise<void>
  /** Notes what of a row that the owner has claimed has arrived, and as what. */
  noteParts(id: number, owner: string, parts: Pick<OutboxRow, 'partsLeft' | 'messageId'>): Promise<void>
  /** Ends the owner's claim. False when somebody else has the row by now; what was sent is noted all the same, unless it was claimed again. */
  conclude(conclusion: Conclusion, owner: string): Promise<boolean>
  /** Puts a row that nobody has claimed aside until a moment, for a reason. */
  hold(id: number, until: number, heldFor: string): Promise<void>
  /** What was held for the reason is due again, the oldest `most` of it (all with a negative number). Returns how many. */
  release(heldFor: string, most: number): Promise<number>
  /** Other facts for a row that nobody has claimed; false when somebody has. */
  amend(id: number, facts: string): Promise<boolean>
  finish(
    id: number,
    change: Partial<
      Pick<OutboxRow, 'state' | 'notBefore' | 'lastError' | 'sentAt' | 'messageId' | 'chat' | 'leaseUntil'>
    >,
  ): Promise<void>
  /** What was sent into the chat as this message of the platform; null where it is none of ours. */
  sentAs(chat: number, messageId: string): Promise<OutboxRow | null>
  /** What was sent into the chat last. */
  lastSent(chat: number): Promise<OutboxRow | null>
  /** Rows whose key starts with the prefix, in whatever state. */
  withPrefix(keyPrefix: string): Promise<OutboxRow[]>
  /** Withdraws all that waits for the member, answers included, and what was given up: it is not sent again either. Returns how many rows. */
  withdrawOf(member: string): Promise<number>
  /** The same of what waits under keys with the prefix. */
  withdrawUnder(keyPrefix: string): Promise<number>
  /** The same of the notices that wait for the chat itself. */
  withdrawIn(chat: number): Promise<number>
  /** Rows of the member that waited for a chat are due, if created at or after `since`. Returns how many. */
  address(member: string, chat: number, since: number): Promise<number>
  /** Sends again what was given up: the row, or all dead ones. Not answers, as nobody kept their words, nor what is for who has no chat. Returns how many. */
  redrive(id: number | 'all_dead', now: number): Promise<number>
  /** Gives a row up that waits to be sent. */
  giveUp(id: number): Promise<void>
  countByState(): Promise<Record<string, number>>
  /** Since when the oldest row that is due waits, answers and notices apart; null where none does. */
  oldestDue(now: number): Promise<{ replies: number | null; notices: number | null }>
  /** What was queued within the span (milliseconds, `to` excluded), by what became of it until `now`; what is late without a reason is named. */
  audit(span: { from: number; to: number }, now: number): Promise<OutboxAudit>
}

export interface OutboxAudit {
  due: number
  sent: number
  /** Waits for a time or for something named. */
  held: number
  /** Given up, refused, expired. */
  failed: number
  /** No longer true when its turn came. */
  withdrawn: number
  /** Keys of rows that are none of these: they should have been sent. */
  missing: string[]
}
