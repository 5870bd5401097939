/** A column of a table that no layout reads, as far as it can be told. */
export interface GuessedColumn {
  index: number
  /** Its titles from top to bottom. */
  path: string[]
  holds: 'counts' | 'values' | 'text'
  isHidden: boolean
  /** What stands in it beside each unit; null for what is no number. */
  numbers: readonly (number | null)[]
}
