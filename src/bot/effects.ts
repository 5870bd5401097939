import type { DigestKind } from '../core/digest.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import type { AlertAct } from './alert-actions.ts'

/** What a turn changes besides the conversation; applied with it in one transaction. */
export type Effect =
  | { do: 'subscribe'; kind: DigestKind; active: boolean }
  /** How digests come from now on. */
  | { do: 'prefer'; preference: DigestPreference }
  | ({ do: 'alerts' } & AlertAct)
  /** Alerts as they were before an act that is undone. */
  | { do: 'restore_alerts'; alerts: readonly AlertRow[] }
  /** An act that the person may not do was asked for. */
  | { do: 'note_refused'; act: 'acknowledge' | 'snooze' | 'explain' | 'request' }
  /** A unit is asked to explain itself until a civil day; that is taken back. */
  | { do: 'request'; unit: string; due: string }
  | { do: 'withdraw_request'; unit: string }
  | { do: 'keep_unanswered'; text: string }
