import { createSideThread } from '../../lib/side-thread.ts'
import type { Shade } from '../phrases/shades.ts'

/** What stands in a cell: text (in the middle as `centred`), a whole number, or a number or civil day (`YYYY-MM-DD`) with the format in which it is shown. */
export type Cell =
  | string
  | number
  | null
  | { centred: string }
  | { number: number; format: string; shade?: Shade }
  | { day: string }

/** One sheet: lines of text, below them a table with filters whose header stays in view. */
export interface SheetContent {
  name: string
  /** Text above the table, the first line as its title. */
  lines: readonly string[]
  columns: readonly { title: string; width: number }[]
  rows: readonly (readonly Cell[])[]
  /** Lines of text below the table: who made it, who signs. */
  below?: readonly (readonly (string | null)[])[]
  /** Columns from the left that stay in view. */
  frozenColumns?: number
  /** A picture for each row, square, in one column; the rows are as high as `height` points. */
  pictures?: {
    column: number
    pixels: number
    height: number
    rows: readonly { png: Uint8Array; description: string }[]
  }
}

/** Sheets, and what is said of the file: its title and the civil day on which it was made. */
export interface SpreadsheetJob {
  sheets: readonly SheetContent[]
  title: string
  day: string
}

/** What a spreadsheet may take of the processor's time: that of a province takes a tenth of a second. */
const LIMITS = { ms: 15_000 }
const MEMORY_MB = 512

const writing = createSideThread<SpreadsheetJob, Uint8Array>(
  new URL('./spreadsheet-writer.ts', import.meta.url),
  { memoryMb: MEMORY_MB },
)

/**
 * Sheets → the bytes of an .xlsx file, written in a thread of its own that starts with the first one. Rejects with an
 * `UnfinishedError`.
 */
export async function writeSpreadsheet(
  sheets: readonly SheetContent[],
  about: { title: string; day: string },
): Promise<Uint8Array> {
  // Columns are given with how they are filled, which stays here.
  const plain = sheets.map(sheet => ({
    ...sheet,
    columns: sheet.columns.map(({ title, width }) => ({ title, width })),
  }))
  return await writing.work({ sheets: plain, ...about }, LIMITS)
}
