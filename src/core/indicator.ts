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
  /** What a value is given in; a place ("76/193") is better the lower it is, and changes in places. */
  unit: 'percent' | 'points' | 'place'
  /** Highest possible value: 100 for a percent, the number of places for a place. */
  max: number
  better: 'higher' | 'lower'
}
