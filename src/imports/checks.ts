import { DAY_MS } from '../core/durations.ts'
import type { UnitKind } from '../core/unit-tree.ts'
import type { Known } from './known.ts'
import { Problems } from './problem.ts'
import { Shares } from './shares.ts'

/** What a file is checked with, and where what is found is said. */
export interface Checks {
  known: Known
  /** What refuses the file. */
  problems: Problems
  /** What is odd, and taken all the same. */
  warnings: Problems
  /** What was read, and how. */
  notes: Problems
  /** Names of which only the marks differ are accepted, each with a warning. */
  acceptSpelling: boolean
  shares: Shares
  /** Codes that were made from names, and for whom (name and unit). */
  madeCodes: Map<string, string>
  /** Codes that nobody had before, and the names from which they are made. */
  newCodes: Map<string, string>
  /** By row the unit under which it stands in the table, and the kind: see `unitsAbove`, `kindsAbove`. */
  above: ReadonlyMap<number, string>
  kinds: ReadonlyMap<number, UnitKind>
  /** Code of the unit to which the whole table belongs, null where none is named: see `unitOfTable`. */
  within: string | null
  /** Rows that were not read as ones of the table: sums, headings, notes. */
  leftOut: { rows: number; notes: string[] }
  /** A day that has not come anywhere when the file is read. */
  future: string
  /** The day of the month on which the month of the reports begins. */
  reportMonth: number
}

interface CheckOptions {
  acceptSpelling?: boolean
  fractions?: boolean
  reportMonth?: number
  /** When the file is read, milliseconds. */
  at?: number
}

/** Where it does not matter when: nothing is in the future. */
const FAR = Date.parse('9999-01-01')

export function checksOf(
  file: string,
  known: Known,
  { acceptSpelling = false, fractions = false, reportMonth = 1, at = FAR }: CheckOptions = {},
): Checks {
  return {
    known,
    problems: new Problems(file),
    warnings: new Problems(file, 'more_warnings'),
    notes: new Problems(file, 'more_warnings'),
    acceptSpelling,
    shares: new Shares(fractions),
    madeCodes: new Map(),
    newCodes: new Map(),
    above: new Map(),
    kinds: new Map(),
    within: null,
    leftOut: { rows: 0, notes: [] },
    future: new Date(at + DAY_MS).toISOString().slice(0, 10),
    reportMonth,
  }
}
