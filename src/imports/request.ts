/** One file to be imported. */
export interface ImportRequest {
  /** `units` `indicators` `campaigns` `targets` `members` `holidays` `observations`; recognised where it is not given. */
  kind?: string
  /** Name of the file, as shown and recorded. */
  file: string
  bytes: Uint8Array
  /** Moment of the import, milliseconds. */
  at: number
  /** Name of a shipped profile, the path of a `.json` file, or `SUGGESTED`. */
  profile?: string
  /** Name of the sheet that is meant, or its number from 1. */
  sheet?: string
  /** Period of all rows that do not say theirs: `2024-W20`, `2024-05` … */
  period?: string
  /** Words of the title of the column that is meant, where several may be. */
  column?: string
  /** Code or name of the unit to which a table belongs that names none. */
  unit?: string
  /** Percents are written as parts of one: 0.6 for 60 %. */
  fractions?: boolean
  /** Names of which only the marks differ are taken. */
  acceptSpelling?: boolean
  /** Reads and compares, stores nothing. */
  dryRun?: boolean
}
