import type { Question, UnitGroup } from '../ask/question.ts'
import type { AlertLife } from '../core/alert.ts'
import type { Phase, Term } from '../core/campaign.ts'
import type { Need } from '../core/need.ts'
import type { Rhythm } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'

export type { Need }

/** Why a figure does not exist. */
export type Reason =
  | 'no_data'
  | 'no_dossiers'
  | 'not_assigned'
  | 'exempt'
  | 'not_allowed'
  | 'too_little_history'
  | 'not_measured'

/** How long before the same question is asked for the change of a rank. */
export type RankStep = 'day' | 'week' | 'month' | 'seven_days'

/**
 * Everything known of one unit and indicator in one window. `null` is "does not exist", never 0.
 * Percents and points are rounded to 2 decimals, half up.
 */
export interface Figure {
  unit: string
  indicator: string
  window: Window
  value: number | null
  numerator: number | null
  denominator: number | null
  /** The term whose target is compared, or null where none applies to the window. */
  term: Term | null
  target: number | null
  document: string | null
  /** Its counts exist and are not for the asker: of a peer. */
  hiddenCounts?: true
  /** The number named in the question, beside the assigned target. */
  askedTarget?: { target: number; gap: number | null; met: boolean | null }
  /** target − value, percentage points (points for a score). */
  gap: number | null
  met: boolean | null
  rank: number | null
  /** Peers with a value, the unit itself included. */
  of: number | null
  /** Places won (+) or lost (−) since the same question a week (month) earlier. */
  rankChange: number | null
  /** With what the rank is compared: so long before, or a window that was named. */
  rankSince?: RankStep | Window
  /** Last civil day that the figures cover. */
  dataTo: string | null
  reason: Reason | null
  /** Units summed, when the value is a roll-up of several; null when it is the unit's own. */
  rolledUpFrom: number | null
  /** Set when the value is a published one of another period than the window: that period. */
  publishedFor: Window | null
  /** Row ids of the observations behind the value. */
  sources: number[]
  /** Where a published value stands although counts of the window are known and say something else: what they say. */
  counted?: { value: number; numerator: number; denominator: number }
  need?: Need
  forecast?: Forecast
  /** How sure it is that the target will be met, 0 to 1. */
  chance?: number
  points?: TrendPoint[]
  /** `trend`: value of the earlier stretch and the change in percentage points. */
  earlier?: { window: Window; value: number | null; change: number | null }
  pace?: { state: 'met' | 'on_track' | 'behind'; expected: number }
  /** Of a figure that is not there yet: the newest single period that there is. */
  last?: { window: Window; value: number; sources: number[] }
  /** Several units pooled: which. `unit` is then the top of them. */
  group?: UnitGroup
  /** The window asked for, where other days answer. */
  insteadOf?: Window
  /** Against an earlier window: points of the measure (value) and how many times as much. */
  change?: number | null
  factor?: number | null
  /** Where the window spans several phases: the target of each. */
  targets?: { term: Term; target: number }[]
  /** `since`: so many periods running, the first day of the first; of a record its period. */
  streak?: { periods: number; since: string | null }
  period?: Window
  /** `why`: what each unit below did to the change (or holds down), percentage points. */
  drivers?: { unit: string; effect: number }[]
  /** `why` of a unit without units below: what numerator and denominator did to the change. */
  parts?: { numerator: number; denominator: number }
  /** `what_if`: the value at the end under the assumption, and the dossiers expected until then. */
  valueThen?: number | null
  /** `goal`: the place wanted, its value now, who holds it, and the distance to it. */
  goal?: { place: number; valueNeeded: number; holder: string; reached: boolean; distance: number | null }
  /** A rest or a sum that was asked for. */
  count?: number
  /** `missing`: when the newest figures came, milliseconds, and from which file. */
  imported?: { at: number; file: string } | null
  /** `total`: so many units have only a published value, which is not in it. */
  uncounted?: number
  /** `responses` */
  response?: {
    acknowledged: boolean
    explained: boolean
    explanation: string | null
    due: string | null
    /** A day by which it was asked for has passed, or it was passed on to who stands above. */
    overdue?: boolean
  }
  /** `verify`: the figure that was stated, and whether it is right. */
  claim?: { claimed: number; right: boolean }
}

export interface Forecast {
  value: number | null
  /** 80 % interval, percent. */
  low: number | null
  high: number | null
}

export interface TrendPoint extends Window {
  value: number | null
}

/** How a phase stands, for `progress`. */
export interface PhaseProgress {
  phase: Phase
  state: 'not_started' | 'running' | 'ended'
  day: number
  days: number
  daysLeft: number
  /** For each indicator with targets: how many units of the asker's view have met it, of how many with a value and a target. */
  met: { indicator: string; met: number; of: number }[]
}

export interface AlertLine {
  unit: string
  indicator: string
  state: AlertLife['state']
  pace: 'on_track' | 'behind' | null
  value: number | null
  target: number
  expected: number | null
  /** Civil day since when it stands. */
  since: string
  term: string
  acknowledged: boolean
  /** What the unit has written about it. */
  explanation: string | null
}

/** How a unit goes towards its target in a phase: its value to date period by period, beside the line that leads there. */
export interface BurnUp {
  phase: Phase
  /** The phase to date, with its pace. */
  figure: Figure
  /** The value from the first day of the phase to the last of each period. */
  points: TrendPoint[]
  /** Where the line begins, on the eve of the phase; null where no target leads anywhere. */
  start: number | null
}

/** The answer to one question: figures in order, and what the words need besides them. */
export interface Answer {
  question: Question
  figures: Figure[]
  /** Units left out of a group answer because they have no value, and how many units the group has. */
  leftOut: number
  groupSize: number
  /** `below`, `met`, rankings: how many matched before `limit` cut the list. */
  matched: number
  /** Units of the group with a value and a target: those that can be below or have met it. */
  assigned: number
  phases: PhaseProgress[]
  alerts: AlertLine[]
  /** First and last civil day covered by any observation of the province, or null when there are none. */
  dataFrom: string | null
  dataTo: string | null
  /**
   * Where one figure of one unit was asked for and is not there: the last day that any of the unit's figures of that
   * indicator covers, and of anybody's (nulls where there are none), and how often the indicator is reported.
   */
  reach?: { own: string | null; all: string | null; every: Rhythm['every'] }
  /** Days that were asked for and have not come: other days answer. */
  insteadOf: Window | null
  /** The stretch that was looked at, where there may be no figure that says it. */
  window?: Window
  /** `progress` with a picture: the course towards the target. */
  burnUp?: BurnUp | null
}
