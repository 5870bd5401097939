import type { Moment } from '../../core/moment.ts'
import type { Observation } from '../../core/observation.ts'
import type { Window } from '../../core/window.ts'

export interface ObservationStore {
  /**
   * Every stored revision, of imports that were not undone, whose period's middle day lies in the window.
   * As-of, newest revision and granularity are the rules' business. `units` absent means all.
   */
  inWindow(query: {
    indicators: readonly string[]
    units?: readonly string[]
    window: Window
  }): Promise<Observation[]>
  /**
   * Of these, the code pairs `unit|indicator` that have counts of their own which are known on the day: their period has
   * ended by it, or runs and they were recorded (a moment's day by UTC, never after the local one in Vietnam).
   */
  withCounts(query: {
    units: readonly string[]
    indicators: readonly string[]
    day: string
  }): Promise<ReadonlySet<string>>
  /** First civil day covered by any observation that counts at the moment; null when none does. */
  dataFrom(moment: Moment): Promise<string | null>
  /** Last civil day covered by any observation that ends by the moment's date or was recorded by it; null when none. */
  dataTo(moment: Moment): Promise<string | null>
  /** For each unit the last civil day that its observations cover, seen at the moment. */
  dataToByUnit(moment: Moment): Promise<ReadonlyMap<string, string>>
  /** The latest `recordedAt` of any observation up to the moment, milliseconds; null when there are none. */
  lastRecordedAt(by: number): Promise<number | null>
  /** The rows of these ids, for tracing a figure. */
  byId(ids: readonly number[]): Promise<(Observation & { importId: number })[]>
  /** Every kept revision of the figures of a unit and an indicator, by period, the older before the newer. */
  history(unit: string, indicator: string): Promise<(Observation & { importId: number; note: string })[]>
  /** Grows with every import or undo of observations. */
  revision(): Promise<number>
  /**
   * Compares rows with the newest stored ones of the same unit, indicator and period: which are new, which say
   * something else. What is neither is stored already.
   */
  compare(rows: readonly NewObservation[]): Promise<{ added: NewObservation[]; changed: NewObservation[] }>
  /** Stores each row as the newest revision. */
  add(importId: number, rows: readonly NewObservation[], recordedAt: number): Promise<void>
  /** Stores rows of an import that was begun and is not complete: nobody sees them yet. */
  addPart(importId: number, rows: readonly NewObservation[], recordedAt: number): Promise<void>
  /**
   * Removes up to so many rows of an import that nobody sees, the last of those below the id. Returns the id below which
   * there may be more; null where there is none.
   */
  removePart(importId: number, most: number, below: number): Promise<number | null>
  /** Removes what an import stored, so that the earlier figures stand again. Returns how many rows. */
  removeOfImport(importId: number): Promise<number>
  /** Ids of the imports that hold figures of any of these units (indicators), ascending. */
  importsOf(subject: 'unit' | 'indicator', codes: readonly string[]): Promise<number[]>
}

/** A row to be recorded: what was read, and the middle day of its period. */
export interface NewObservation extends Omit<Observation, 'id' | 'recordedAt'> {
  middle: string
  note: string
}
