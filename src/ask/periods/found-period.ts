import type { AskedPeriod } from '../question.ts'
import type { Run } from '../words/run.ts'
import type { PeriodSense } from './period-sense.ts'

/** A stretch of time that was named at tokens `from` to `to` (not included). */
export interface FoundPeriod extends Run {
  /** Null for one that the calendar does not have: 31/2, week 53 of a year without one. */
  period: AskedPeriod | null
  sense: PeriodSense
  /** Numbers of the phrase. */
  values: readonly unknown[]
  /** It is an end to come: "đến 30/6". */
  deadline: boolean
  /** "Từ tháng 3 sang tháng 4": the weeks, months, quarters or years at both ends, where such were named. */
  between?: readonly [AskedPeriod, AskedPeriod]
  /** Each of its parts was named: "tuần 17, 18, 19". */
  row?: readonly FoundPeriod[]
}
