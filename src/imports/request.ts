/** One file to be imported. */
export interface ImportRequest {
  /** `units` `indicators` `campaigns` `targets` `members` `observations`; anything else is refused. */
  kind: string
  /** Name of the file, as shown and recorded. */
  file: string
  bytes: Uint8Array
  /** Moment of the import, milliseconds. */
  at: number
  /** Name of a shipped profile, or the path of a `.json` file. */
  profile?: string
  /** Period of all rows that do not say theirs: `2024-W20`, `2024-05` … */
  period?: string
  /** Reads and compares, stores nothing. */
  dryRun?: boolean
}
