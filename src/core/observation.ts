/** One unit, one indicator, one period: counts, or only a published value. Rows are kept; a newer one replaces in answers. */
export interface Observation {
  /** Grows with each stored row: of two rows of one moment the larger id is the newer. */
  id: number
  unit: string
  indicator: string
  /** First and last civil day of the period, `YYYY-MM-DD`, both included. */
  from: string
  to: string
  numerator: number | null
  denominator: number | null
  /** A published value (percent, or points), or null where the counts say it. */
  value: number | null
  /** When it was recorded, milliseconds since 1970. */
  recordedAt: number
}
