import type { Phase } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Observation } from '../core/observation.ts'
import type { TargetRow } from '../core/target.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'

/**
 * What the database keeps, by subject. Every function is async so that a server database can stand here later.
 * Reads go through `Database.read`; every write happens inside `Database.write`, one transaction at a time.
 */
export interface Database {
  read: Stores
  /**
   * Runs `work` in one transaction (BEGIN IMMEDIATE, one at a time in this process). What it returns is committed;
   * when it throws, nothing is. `work` may await only the stores that it is given.
   */
  write<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** A row answers: for /healthz. Throws when it does not. */
  ping(): Promise<void>
  close(): void
}

export interface Stores {
  catalog: CatalogStore
  observations: ObservationStore
  imports: ImportStore
  alerts: AlertStore
  outbox: OutboxStore
  inbox: InboxStore
  chats: ChatStore
  conversations: ConversationStore
  subscriptions: SubscriptionStore
  schedule: ScheduleStore
  settings: SettingStore
  unanswered: UnansweredStore
  webLines: WebLineStore
}

/** Units, indicators, campaigns, targets, members: small, read whole, cached by revision. */
export interface Catalog {
  /** Grows with every change of the catalog, from whichever process. */
  revision: number
  units: readonly Unit[]
  indicators: readonly Indicator[]
  phases: readonly Phase[]
  targets: readonly TargetRow[]
  members: readonly Member[]
}

export interface CatalogStore {
  /** The whole catalog; the same object again while nothing changed. */
  get(): Promise<Catalog>
  /** True when no unit, indicator, campaign, target, member or observation was ever stored. */
  isEmpty(): Promise<boolean>
  /** Adds an alias to a unit or an indicator; false when it has it already. Works at once, everywhere. */
  addAlias(kind: 'unit' | 'indicator', code: string, alias: string): Promise<boolean>
  /** What imports stored of one kind, by key (see `recordKey`), in the order stored; without added aliases. */
  records<K extends CatalogKind>(kind: K): Promise<Map<string, CatalogRecords[K]>>
  /** Stores or replaces records, removes those that are null. */
  put<K extends CatalogKind>(kind: K, changes: ReadonlyMap<string, CatalogRecords[K] | null>): Promise<void>
}

/** The kinds of catalog files and what a row of each becomes. */
export interface CatalogRecords {
  units: Unit
  indicators: Indicator
  campaigns: Phase
  targets: TargetRow
  members: Member
}
export type CatalogKind = keyof CatalogRecords

export interface ObservationStore {
  /**
   * Every stored revision, of imports that were not undone, whose period's middle day lies in the window.
   * As-of, newest revision and granularity are the rules' business. `units` absent means all.
   */
  inWindow(query: {
    indicators: readonly string[]
    units?: readonly string[]
    window: Window
  }): Promise<Observation[]>
  /**
   * Code pairs `unit|indicator` that have counts of their own, with the first day on which any of them are known: on
   * which their period ends, or runs and they were recorded (a moment's day by UTC, never after the local one in Vietnam).
   */
  firstCounts(): Promise<ReadonlyMap<string, string>>
  /** First civil day covered by any observation that counts at the moment; null when none does. */
  dataFrom(moment: Moment): Promise<string | null>
  /** Last civil day covered by any observation that ends by the moment's date or was recorded by it; null when none. */
  dataTo(moment: Moment): Promise<string | null>
  /** For each unit the last civil day that its observations cover, seen at the moment. */
  dataToByUnit(moment: Moment): Promise<ReadonlyMap<string, string>>
  /** The latest `recordedAt` of any observation, milliseconds; null when there are none. */
  lastRecordedAt(): Promise<number | null>
  /** The rows of these ids, for tracing a figure. */
  byId(ids: readonly number[]): Promise<(Observation & { importId: number })[]>
  /** Grows with every import or undo of observations. */
  revision(): Promise<number>
  /**
   * Compares rows with the newest stored ones of the same unit, indicator and period: which are new, which say
   * something else. What is neither is stored already.
   */
  compare(rows: readonly NewObservation[]): Promise<{ added: NewObservation[]; changed: NewObservation[] }>
  /** Stores each row as the newest revision. */
  add(importId: number, rows: readonly NewObservation[], recordedAt: number): Promise<void>
  /** Removes what an import stored, so that the earlier figures stand again. Returns how many rows. */
  removeOfImport(importId: number): Promise<number>
  /** Ids of the imports that hold figures of any of these units (indicators), ascending. */
  importsOf(subject: 'unit' | 'indicator', codes: readonly string[]): Promise<number[]>
}

/** A row to be recorded: what was read, and the middle day of its period. */
export interface NewObservation extends Omit<Observation, 'id' | 'recordedAt'> {
  middle: string
  note: string
}

export interface ImportRecord {
  id: number
  kind: string
  file: string
  /** SHA-256 of the file, hex. */
  hash: string
  at: number
  rows: number
  added: number
  changed: number
  unchanged: number
  undoneAt: number | null
}

export interface ImportStore {
  list(): Promise<ImportRecord[]>
  get(id: number): Promise<ImportRecord | null>
  add(record: Omit<ImportRecord, 'id' | 'undoneAt'>): Promise<number>
  markUndone(id: number, at: number): Promise<void>
  /** The journal of a catalog import: what each record was before and after. */
  addChanges(id: number, changes: readonly RecordChange[]): Promise<void>
  changes(id: number): Promise<RecordChange[]>
  /** Imports of the kind that changed any of these records and were not undone, ascending. */
  thatChanged(kind: CatalogKind, keys: readonly string[]): Promise<number[]>
}

/** One record of an import's journal; before and after are JSON, null where there was (is) none. */
export interface RecordChange {
  key: string
  before: string | null
  after: string | null
}

/** A standing fact that a unit is below its target in a term. */
export interface AlertRow {
  id: number
  unit: string
  indicator: string
  /** `termKey` of the phase or year. */
  term: string
  state: 'below' | 'recovered'
  pace: 'on_track' | 'behind' | null
  value: number
  expected: number | null
  target: number
  /** Counts how often it fell below: names the fact in outbox keys. */
  episode: number
  openedAt: number
  changedAt: number
  /** When leaders were last told anything of it. */
  toldAt: number | null
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  snoozedUntil: number | null
  explanation: string | null
  /** When the leaders of the unit above were told. */
  escalatedAt: number | null
}

export interface AlertStore {
  ofTerm(term: string): Promise<AlertRow[]>
  ofUnits(units: readonly string[]): Promise<AlertRow[]>
  insert(row: Omit<AlertRow, 'id'>): Promise<number>
  update(id: number, change: Partial<Omit<AlertRow, 'id'>>): Promise<void>
  /** Whether an evaluation of the term was ever made, and when the last one was (milliseconds). */
  lastEvaluation(term: string): Promise<number | null>
  recordEvaluation(term: string, at: number): Promise<void>
}

export type OutboxState = 'queued' | 'claimed' | 'sent' | 'refused' | 'dead' | 'withdrawn' | 'expired'

/** Facts of a notice by reference; the words are composed at the moment of sending. `reply` alone carries its message. */
export interface OutboxRow {
  id: number
  /** Names the fact and the recipient; unique, so that doing a thing twice adds nothing. */
  key: string
  topic: 'alert' | 'recovered' | 'reminder' | 'escalation' | 'stale' | 'digest' | 'reply'
  /** JSON of the facts, shaped by topic (see watch/notices.ts, bot/). */
  facts: string
  member: string | null
  /** Null until the member has a chat. */
  chat: number | null
  state: OutboxState
  /** Not before this moment, milliseconds. */
  notBefore: number
  attempts: number
  leaseUntil: number | null
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

export interface InboxRow {
  id: number
  channel: string
  updateId: string
  address: string
  text: string
  private: boolean
  sentAt: number
  receivedAt: number
  doneAt: number | null
}

export interface InboxStore {
  /** Keeps what arrived; null when this update is known already. */
  add(row: Omit<InboxRow, 'id' | 'doneAt'>): Promise<number | null>
  /** Not yet answered, oldest first. */
  pending(limit: number): Promise<InboxRow[]>
  /** Marks as answered and forgets the text. */
  done(id: number, at: number): Promise<void>
}

/** A chat of a person with the bot on one channel. */
export interface ChatRow {
  id: number
  channel: string
  address: string
  member: string | null
  linkedAt: number | null
  /** The platform said that the chat is gone; cleared when the person writes again. */
  goneAt: number | null
}

export interface InviteRow {
  /** SHA-256 of the code, hex: the code itself is never stored. */
  codeHash: string
  member: string
  expiresAt: number
  usedAt: number | null
}

export interface ChatStore {
  find(channel: string, address: string): Promise<ChatRow | null>
  get(id: number): Promise<ChatRow | null>
  ofMember(member: string): Promise<ChatRow[]>
  /** Makes the chat if it is new, and clears `goneAt`. */
  touch(channel: string, address: string): Promise<ChatRow>
  link(id: number, member: string, at: number): Promise<void>
  unlink(id: number): Promise<void>
  markGone(id: number, at: number): Promise<void>
  move(id: number, address: string): Promise<void>
  addInvite(row: Omit<InviteRow, 'usedAt'>): Promise<void>
  /** Uses an unexpired, unused code once; null when there is none. */
  takeInvite(codeHash: string, now: number): Promise<InviteRow | null>
  /** Counts a wrong code from the chat and returns how many came since the moment. */
  countWrongCode(channel: string, address: string, at: number, since: number): Promise<number>
}

/** What was said in a chat, for follow-ups. */
export interface ConversationStore {
  /** JSON of the conversation and when it was last touched, or null. */
  get(chatKey: string): Promise<{ state: string; at: number } | null>
  put(chatKey: string, state: string, at: number): Promise<void>
}

export interface SubscriptionRow {
  member: string
  kind: string
  /** When it was made; a person who never chose has the default of the role. */
  at: number
  active: boolean
}

export interface SubscriptionStore {
  all(): Promise<SubscriptionRow[]>
  set(member: string, kind: string, active: boolean, at: number): Promise<void>
}

export interface ScheduleStore {
  /** Last slot (milliseconds) that the job completed, or null. */
  lastSlot(job: string): Promise<number | null>
  complete(job: string, slot: number, at: number): Promise<void>
}

/** Small named values: `sample` = "1" while the database holds the sample province; a channel's cursor. */
export interface SettingStore {
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}

export interface UnansweredStore {
  /** Counts a text that was not understood; no person is kept with it. */
  add(text: string, at: number): Promise<void>
  list(limit: number): Promise<{ text: string; times: number; lastAt: number }[]>
}

/** What was said in web chats: lines of JSON by address, with at most one picture and one file each. */
export interface WebLineStore {
  /** Keeps a line and returns its id; lines of the address beyond the newest `keep` are forgotten. */
  append(
    address: string,
    json: string,
    at: number,
    files: readonly { slot: string; file: { name: string; type: string; bytes: Uint8Array } }[],
    keep: number,
  ): Promise<number>
  /** Lines above an id, oldest first. */
  since(address: string, afterId: number, limit: number): Promise<{ id: number; at: number; json: string }[]>
  /** The newest lines, oldest first. */
  latest(address: string, limit: number): Promise<{ id: number; at: number; json: string }[]>
  file(
    address: string,
    id: number,
    slot: string,
  ): Promise<{ name: string; type: string; bytes: Uint8Array } | null>
}
