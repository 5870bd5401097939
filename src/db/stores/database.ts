import type { Actor, AuditStore } from './audit.ts'
import type { ChannelStore } from './channels.ts'
import type { CatalogStore } from './catalog.ts'
import type { ObservationStore } from './observations.ts'
import type { ImportStore } from './imports.ts'
import type { AlertStore } from './alerts.ts'
import type { ExplanationStore } from './explanations.ts'
import type { OutboxStore } from './outbox.ts'
import type { ArrivalStore } from './arrivals.ts'
import type { InboxStore } from './inbox.ts'
import type { ChatStore } from './chats.ts'
import type { ConversationStore } from './conversations.ts'
import type { SubscriptionStore } from './subscriptions.ts'
import type { PeopleStore } from './people.ts'
import type { PaceStore } from './pace.ts'
import type { ScheduleStore } from './schedule.ts'
import type { SettingStore } from './settings.ts'
import type { UnansweredStore } from './unanswered.ts'
import type { WebLineStore } from './web-lines.ts'

/**
 * What the database keeps, by subject. Every function is async so that a server database can stand here later.
 * Reads go through `Database.read`; every write happens inside `Database.write`, one transaction at a time.
 */
export interface Database {
  read: Stores
  /**
   * Runs `work` in one transaction (BEGIN IMMEDIATE, one at a time in this process). What it returns is committed;
   * when it throws, nothing is. `work` may await only the stores that it is given. `by` is who does what it adds to the
   * audit; without it, whoever opened the database.
   */
  write<T>(work: (stores: Stores) => Promise<T>, by?: Actor): Promise<T>
  /**
   * As `write`, for what is small and comes often: what is asked for at about the same time is committed together, and
   * what fails takes only itself back. Rejects with `DatabaseBusyError` when its turn has not come within `patienceMs`.
   */
  writeTogether<T>(
    work: (stores: Stores) => Promise<T>,
    terms?: { by?: Actor; patienceMs?: number },
  ): Promise<T>
  /**
   * Runs `work` for each part in a transaction of its own, in order, and lets others write in between. What a part refers
   * to need not be there yet: nobody may see the parts before it is.
   */
  writeEach<P>(parts: Iterable<P>, work: (stores: Stores, part: P) => Promise<void>): Promise<void>
  /** Runs `work` on a copy of what is committed, which is thrown away; others write on meanwhile. */
  onCopy<T>(work: (copy: Database) => Promise<T>): Promise<T>
  /** Runs `work` as `write` does and returns what it returned, but keeps nothing of what it changed. */
  rehearse<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /**
   * A row answers, and rows can be written: for /healthz. Throws when that is not so. A row is written where the last
   * writing has failed, or where that is `doubted` for another reason.
   */
  ping(doubted?: boolean): Promise<void>
  /** Copies what is committed to a file, while others write on. */
  backup(file: string): Promise<void>
  /** What is broken in the database itself, in words of the driver; nothing when it is whole. */
  faults(): Promise<string[]>
  close(): void
}

/** Others hold the database: what was to be written was not, and may be tried again. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError'
  constructor() {
    super('the database is busy')
  }
}

export interface Stores {
  catalog: CatalogStore
  observations: ObservationStore
  imports: ImportStore
  alerts: AlertStore
  explanations: ExplanationStore
  outbox: OutboxStore
  inbox: InboxStore
  arrivals: ArrivalStore
  pace: PaceStore
  chats: ChatStore
  conversations: ConversationStore
  subscriptions: SubscriptionStore
  schedule: ScheduleStore
  settings: SettingStore
  unanswered: UnansweredStore
  webLines: WebLineStore
  channels: ChannelStore
  audit: AuditStore
  people: PeopleStore
}
