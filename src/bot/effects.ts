import type { DigestKind } from '../core/digest.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import type { AlertAct, AlertAction } from './alert-actions.ts'

/** What a turn changes besides the conversation; applied with it in one transaction. `unreached`: who does it was told that it reaches nobody as things stand. */
export type Effect =
  | { do: 'subscribe'; kind: DigestKind; active: boolean }
  /** How digests come from now on. */
  | { do: 'prefer'; preference: DigestPreference }
  | ({ do: 'alerts' } & AlertAct)
  /** An act that the person may not do was asked for. */
  | { do: 'note_refused'; act: 'acknowledge' | 'snooze' | 'explain' | 'request' | 'hand_on' | 'redrive' }
  /** A unit is asked to explain itself until a civil day. */
  | { do: 'request'; unit: string; due: string; unreached?: true }
  /** Alerts, by their numbers, go to an officer of the unit. */
  | { do: 'hand_on'; unit: string; officer: string; alerts: readonly number[]; unreached?: true }
  /** An officer is reminded of alerts, by their numbers, at a moment (milliseconds), instead of in these rows that wait. */
  | {
      do: 'remind'
      unit: string
      officer: string
      at: number
      days: number
      alerts: readonly number[]
      instead: readonly number[]
    }
  /** An officer's draft of an explanation goes to the leaders of the unit. */
  | { do: 'draft'; unit: string; officer: string; alerts: readonly number[]; text: string; unreached?: true }
  /** Messages that were given up, by their numbers, are sent again. */
  | { do: 'redrive'; rows: readonly number[] }
  | { do: 'keep_unanswered'; text: string }
  /** Something is taken back; `did`: when it was done, milliseconds. */
  | (TakingBack & { did: number })

/** What takes an act back: as much of it as still stands as the act left it, and nothing that was done since. */
export type TakingBack =
  | { do: 'subscribe'; kind: DigestKind; active: boolean }
  | { do: 'prefer'; preference: DigestPreference }
  /** Alerts as they were before. */
  | { do: 'restore_alerts'; action: AlertAction; alerts: readonly AlertRow[] }
  | { do: 'withdraw_request'; unit: string }
  /** What was not sent is taken back. */
  | { do: 'take_back'; unit: string; officer: string }
  /** The reminder of that moment is forgotten; the rows that it took the place of wait again. */
  | { do: 'forget_reminder'; unit: string; officer: string; at: number; instead: readonly number[] }
  | { do: 'take_back_draft'; unit: string; officer: string }
  | { do: 'give_up'; rows: readonly number[] }
