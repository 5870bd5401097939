import type { Term } from '../core/campaign.ts'
import type { Need } from './answer.ts'

/** What people are told unasked, as facts that are true at the moment of sending; one message for all indicators of a unit. */
export type Notice =
  /** Fell below its targets, or from on track to behind; `first`: the one summary at the first evaluation of a term. */
  | ({ topic: 'alert'; first: boolean } & AboutUnit)
  /** Was below and has met its targets again. */
  | ({ topic: 'recovered' } & AboutUnit)
  /** Still below, some days after it was last told. */
  | ({ topic: 'reminder' } & AboutUnit)
  /** Behind and not acknowledged for `days`: told to the leaders of the unit above. */
  | ({ topic: 'escalation'; parent: string; days: number } & AboutUnit)
  /** No new data for at least `days`: told to data officers. */
  | { topic: 'stale'; days: number; units: StaleUnit[] }

export interface AboutUnit {
  unit: string
  term: Term
  /** Days from today to the end of the term. */
  daysLeft: number
  lines: NoticeLine[]
  /** Last civil day that the figures cover. */
  dataTo: string | null
}

/** One indicator of a notice. */
export interface NoticeLine {
  indicator: string
  value: number
  target: number
  pace: 'on_track' | 'behind' | null
  /** What the line of the pace expects today. */
  expected: number | null
  /** Civil day since when it stands. */
  since: string
  /** What is still needed by the end of the term, where it is known. */
  need: Need | null
  /** Value − value when it was last told; null when that is not known. */
  changeSinceTold: number | null
  /** What the unit has written about it. */
  explanation: string | null
}

export interface StaleUnit {
  unit: string
  /** Last civil day that its figures cover, or null when it never had any. */
  dataTo: string | null
}
