import type { Intent, Question } from '../../../src/ask/question.ts'

/** What a question must be read as; what is left out is not looked at. Periods are `from/to`. */
export interface Expected {
  intent: Intent
  indicators?: string[]
  units?: string[]
  kind?: NonNullable<Question['group']>['kind']
  within?: string | null
  period?: string | null
  limit?: number | null
  threshold?: number | null
  thresholdTo?: number | null
  choices?: string[]
  against?: Question['against']
  digest?: Question['digest']
  chart?: boolean
  rankWithinParent?: boolean
  wholeSubtree?: boolean
  reason?: Question['unknownReason']
}

/** Who asks, what, and what it means on Sunday 19 May 2024. */
export type Case = readonly [member: string, text: string, expected: Expected]

export const S = 'gd-sgtvt'
export const H = 'ct-iagrai'
export const X = 'ct-iapnon'
export const O = 'cb-ducco'
export const C = 'bcd-tinh'

/** Codes of indicators, short. */
export const online = ['online_rate']
export const full = ['full_process_rate']
export const payment = ['online_payment_rate']
export const onTime = ['on_time_rate']
export const digital = ['digitization_rate']
export const satisfied = ['satisfaction_rate']
export const open = ['transparency_rate']
export const active = ['active_services_rate']

/** Stretches of days around 19 May 2024. */
export const thisWeek = '2024-05-13/2024-05-19'
export const lastWeek = '2024-05-06/2024-05-12'
export const thisMonth = '2024-05-01/2024-05-31'
export const april = '2024-04-01/2024-04-30'
export const phase1 = '2024-03-22/2024-05-01'
export const phase2 = '2024-05-02/2024-06-30'
export const yearToDate = '2024-01-01/2024-05-19'
