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
  | { do: 'note_refused'; act: 'acknowledge' | 'snooze' | 'explain' | 'request' | 'hand_on' | 'redrive' }
  /** A unit is asked to explain itself until a civil day; that is taken back. */
  | { do: 'request'; unit: string; due: string }
  | { do: 'withdraw_request'; unit: string }
  /** Alerts, by their numbers, go to an officer of the unit; what of that was not sent is taken back. */
  | { do: 'hand_on'; unit: string; officer: string; alerts: readonly number[] }
  | { do: 'take_back'; unit: string; officer: string }
  /** An officer is reminded of alerts, by their numbers, at a moment (milliseconds), instead of any time before; that is taken back. */
  | { do: 'remind'; unit: string; officer: string; at: number; days: number; alerts: readonly number[] }
  | { do: 'forget_reminder'; unit: string; officer: string; at: number }
  /** An officer's draft of an explanation goes to the leaders of the unit; that is taken back. */
  | { do: 'draft'; unit: string; officer: string; alerts: readonly number[]; text: string }
  | { do: 'take_back_draft'; unit: string; officer: string }
  /** Messages that were given up, by their numbers, are sent again; what of that was not sent is given up again. */
  | { do: 'redrive' | 'give_up'; rows: readonly number[] }
  | { do: 'keep_unanswered'; text: string }
