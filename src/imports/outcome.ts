import type { Window } from '../core/window.ts'
import type { Problem } from './problem.ts'

/** What became of one file. When it was refused, the database is as it was. */
export type ImportOutcome = Imported | { ok: false; problems: Problem[] }

export interface Imported {
  ok: true
  /** Null when nothing was stored: a dry run, or a file that says nothing new. */
  importId: number | null
  kind: ImportKind
  file: string
  /** Rows read; `added`, `changed` and `unchanged` count the figures or records in them. */
  rows: number
  added: number
  changed: number
  unchanged: number
  /** What is odd in it. */
  warnings: Problem[]
  /** What was read, and how. */
  notes: Problem[]
  dryRun: boolean
  /** Which figures became others, for what has to be evaluated again; null where none did. */
  touched: { units: string[]; indicators: string[]; window: Window } | null
}

export const IMPORT_KINDS = [
  'units',
  'indicators',
  'campaigns',
  'targets',
  'members',
  'holidays',
  'observations',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export function refused(problems: Problem[]): ImportOutcome {
  return { ok: false, problems }
}
