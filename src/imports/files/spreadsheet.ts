import { createSideThread } from '../../lib/side-thread.ts'
import type { Grid } from './cell.ts'
import type { WorkbookFault } from './grids-of-workbook.ts'
import type { WorkerFormat, WorkerJob } from './spreadsheet-worker.ts'

/** How long a file may take, of the processor's time: a fixed time, and more for each megabyte that it unpacks to. */
const BASE_MS = 1_800
const MS_PER_MB = 2_000
const MEMORY_MB = 1_500
/** What is made while reading lives short: with more room it is only cleared away later. */
const YOUNG_MB = 12
/** What a file of so much unpacks to fills the memory of the thread, which then ends with it. */
const LARGE_MB = 4

const reading = createSideThread<WorkerJob, Grid[] | WorkbookFault>(
  new URL('./spreadsheet-worker.ts', import.meta.url),
  { memoryMb: MEMORY_MB, youngMb: YOUNG_MB },
)

/**
 * The sheets of a workbook, read in a thread of its own: a file that takes too long or too much memory ends that alone.
 * `unpackedMb`: how large the file says that it is.
 */
export async function readSpreadsheet(
  format: WorkerFormat,
  bytes: Uint8Array,
  unpackedMb: number,
): Promise<Grid[] | WorkbookFault | 'too_hard'> {
  const limits = { ms: BASE_MS + unpackedMb * MS_PER_MB, endsThread: unpackedMb > LARGE_MB }
  // Whatever became of the thread, it was over this file.
  return await reading.work({ format, bytes }, limits).catch(() => 'too_hard' as const)
}
