/** What is measured, and how its counts add up (DOMAIN.md §2). */
export type Accumulation = 'sum' | 'latest' | 'published'

export interface Indicator {
  code: string
  name: string
  shortName: string
  numeratorLabel: string
  denominatorLabel: string
  accumulation: Accumulation
  /** Points that it can bring in the 100-point score, or null. */
  points: number | null
  aliases: readonly string[]
  unit: 'percent' | 'points'
  /** Highest possible value: 100 for a percent. */
  max: number
  better: 'higher' | 'lower'
}
