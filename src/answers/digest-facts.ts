import type { DigestKind } from '../core/digest.ts'
import type { Window } from '../core/window.ts'
import type { Figure, PhaseProgress } from './answer.ts'

/** What a scheduled report says of one unit and all below it (DOMAIN.md §9). */
export interface Digest {
  kind: DigestKind
  /** Top of the subtree that is reported. */
  unit: string
  /** Civil day for which it was due. */
  day: string
  /** The stretch that is reported: yesterday's day, the past week, the past month, the phase. */
  window: Window
  /** Made up for after a downtime. */
  late: boolean
  /** For `phase`: whether it begins or has ended. */
  edge: 'start' | 'end' | null
  /** Phases that run, begin or have just ended; empty without a campaign. */
  phases: PhaseProgress[]
  /** For each indicator the figure of the top unit in the term to date, with its rank, and how the units below stand. */
  overall: DigestLine[]
  /** Code of the indicator by which units are ordered, or null. */
  mainIndicator: string | null
  /** By the main indicator, best first, with their rank among all that are reported; empty for a unit with none below. */
  best: Figure[]
  /** By the main indicator, worst first. */
  worst: Figure[]
  /** Largest rises of the main indicator against the stretch before, largest first. */
  rises: Movement[]
  /** Largest falls, largest first. */
  falls: Movement[]
  /** Units that fell below a target in the window. */
  newlyBelow: { unit: string; indicators: string[] }[]
  /** Units below the top without data in the window. */
  gaps: string[]
  /** Units below the top that have targets or data. */
  unitCount: number
  /** Last civil day that the figures cover, or null without any. */
  dataTo: string | null
}

/** One indicator of a report. */
export interface DigestLine {
  figure: Figure
  /** Units below that have met their target, of how many with a value and a target; null for a unit with none below. */
  met: { met: number; of: number } | null
  /** Value of the top unit in `Digest.window` minus that of the stretch before, percentage points; null when not known. */
  change: number | null
}

/** How a unit's value moved. */
export interface Movement {
  unit: string
  indicator: string
  /** Value in `Digest.window`. */
  value: number
  /** Against the stretch before `Digest.window`, percentage points; never 0. */
  change: number
}
