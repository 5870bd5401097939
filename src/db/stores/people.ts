import type { AlertRow } from './alerts.ts'
import type { AuditRow } from './audit.ts'
import type { ChatRow, InviteRow } from './chats.ts'
import type { ExplanationRow, RequestRow } from './explanations.ts'
import type { ContactRow } from './channels.ts'
import type { InboxRow } from './inbox.ts'
import type { OutboxRow } from './outbox.ts'
import type { DigestPreference, SubscriptionRow } from './subscriptions.ts'

/** Everything that is kept of one person besides the row of the list of members. */
export interface PersonRecord {
  /** Those that are the person's, and those that were and are nobody's now. */
  chats: ChatRow[]
  contacts: ContactRow[]
  invites: Omit<InviteRow, 'codeHash'>[]
  subscriptions: SubscriptionRow[]
  digestPreferences: DigestPreference[]
  /** What is remembered of the talk in the person's chats, JSON. */
  conversations: { chatKey: string; state: string; at: number }[]
  received: InboxRow[]
  messages: Omit<OutboxRow, 'facts' | 'owner'>[]
  /** Lines of the web chat. */
  lines: { at: number; json: string }[]
  /** Alerts that the person acknowledged. */
  alerts: AlertRow[]
  /** Explanations that the person drafted for leaders. */
  drafts: { at: number; unit: string; text: string }[]
  /** What the person wrote about alerts, what was taken back too, and asked others to write. */
  explanations: ExplanationRow[]
  requests: RequestRow[]
  audit: AuditRow[]
}

/** What is kept of people: shown, and forgotten. The audit is never shortened; what was done to alerts stays with the unit. */
export interface PeopleStore {
  record(member: string): Promise<PersonRecord>
  /** Forgets all of a person that is not an account of what was done. Returns how many rows. */
  forget(member: string): Promise<number>
  /**
   * Forgets what nobody has touched since the moment: answered and sent messages, remembered talk, questions that were
   * not understood, lines of the web chat, chats of strangers, wrong and dead codes; at most `limit` of each. Returns how many rows.
   */
  forgetOld(before: number, limit: number): Promise<number>
}
