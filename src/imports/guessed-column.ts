/** A column of a table that no layout reads, as far as it can be told. */
export interface GuessedColumn {
  index: number
  /** Its titles from top to bottom. */
  path: string[]
  holds: 'counts' | 'values' | 'text'
  isHidden: boolean
  /** The cells beside units that hold a text where a number is meant, each once. */
  texts: readonly string[]
  /** Whether these are so many that it counts for its title alone. */
  isOfTexts: boolean
  /** What stands in it beside each unit; null for what is no number. */
  numbers: readonly (number | null)[]
}
