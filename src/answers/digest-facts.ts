import type { DigestKind } from '../core/digest.ts'
import type { UnitKind } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'
import type { Figure, PhaseProgress } from './answer.ts'

/** What a scheduled report says of one unit and all below it (DOMAIN.md §9). Every figure is of its period but `toDate`. */
export interface Digest {
  kind: DigestKind
  /** Top of the subtree that is reported. */
  unit: string
  /** Civil day for which it was due. */
  day: string
  /** The stretch that is reported: yesterday's day, the past week, the past month, the phase. */
  window: Window
  /** The stretch that was due, or asked for, and has not come yet: the report is of an earlier one. */
  insteadOf: Window | null
  /** Made up for after a downtime. */
  late: boolean
  /** For `phase`: whether it begins or has ended. */
  edge: 'start' | 'end' | null
  /** Phases that run, begin or have just ended; empty without a campaign. */
  phases: PhaseProgress[]
  /** An indicator each: the main one first, the others by how badly they stand. */
  lines: DigestLine[]
  /** The units below by the main indicator, those of one kind together; empty for a unit with none below. */
  leagues: League[]
  /** How the main indicator of the units below moved against the stretch before, largest rise first; those that moved. */
  moved: Movement[]
  /**
   * Units that were met as it was known at the digest before and are below at the end of this stretch, by the phase to date;
   * in the order of the tree.
   */
  fallen: Turned[]
  /** The other way round. */
  recovered: Turned[]
  /** The alerts that stand at the moment of the report, the widest gap first. */
  alerts: DigestAlert[]
  /** Of the units below, how many are behind the pace of the running phase by the main indicator; null without a pace. */
  behind: { behind: number; of: number } | null
  /** Units below the top without data in the window. */
  gaps: string[]
  /** Units below the top that have targets or data. */
  unitCount: number
  /** Last civil day that the figures cover, or null without any. */
  dataTo: string | null
}

/** One indicator of a report. */
export interface DigestLine {
  /** Of the top unit in the window, with its place. */
  figure: Figure
  /** The same in the phase (the year) to date at the end of the window, with its pace; null where that is the window itself. */
  toDate: Figure | null
  /** Units below that have met their target in the window, of how many with a value and a target; null for a unit with none below. */
  met: { met: number; of: number } | null
  /** The target of every unit that has one, where it is the same for all. */
  target: number | null
  /** Value of the top unit in the window minus that of the stretch before, percentage points; null when not known. */
  change: number | null
}

/** The units of one kind by the main indicator, best first, with their places among those of the league that have a value. */
export interface League {
  kind: UnitKind
  figures: Figure[]
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

/** A unit whose standing against its targets turned. */
export interface Turned {
  unit: string
  indicators: string[]
}

/** An alert that stands, and what was answered to it. */
export interface DigestAlert {
  unit: string
  indicator: string
  value: number
  target: number
  /** Civil day since when it stands. */
  since: string
  /** `overdue`: a day by which it was asked for has passed, or it was passed on to who stands above, as nobody had answered. */
  state: 'open' | 'acknowledged' | 'explained' | 'overdue'
  /** Everything that was written about it, oldest first. */
  written: Explanation[]
  /** Some of that was written since the digest before. */
  newlyExplained: boolean
}

/** What a unit wrote about an alert. */
export interface Explanation {
  /** Name of the person. */
  author: string
  /** Civil day. */
  day: string
  text: string
}
