import { Worker } from 'node:worker_threads'
import type { Grid } from './cell.ts'
import type { WorkbookFault } from './grids-of-workbook.ts'
import type { WorkerFormat, WorkerJob, WorkerReply } from './spreadsheet-worker.ts'

/** How long a file may take: a fixed time, and more for each megabyte that it unpacks to. */
const BASE_MS = 8_000
const MS_PER_MB = 2_000
const MEMORY_MB = 1_500

interface Waiting {
  settle: (found: Grid[] | 'broken_spreadsheet' | WorkbookFault | 'too_hard') => void
  timer: NodeJS.Timeout
}

/** One worker, started with the first file and kept for the next; it does not hold up the end of the process. */
let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * The sheets of a workbook, read in a worker: a file that takes too long or too much memory ends the worker alone.
 * `unpackedMb`: how large the file says that it is.
 */
export async function readSpreadsheet(
  format: WorkerFormat,
  bytes: Uint8Array,
  unpackedMb: number,
): Promise<Grid[] | WorkbookFault | 'too_hard'> {
  const id = ++lastId
  return await new Promise(resolve => {
    const running = workerNow()
    const timer = setTimeout(() => stop(running), BASE_MS + unpackedMb * MS_PER_MB)
    waiting.set(id, { settle: resolve, timer })
    const job: WorkerJob = { id, format, bytes }
    running.ref()
    running.postMessage(job, [])
  })
}

function workerNow(): Worker {
  if (worker !== null) return worker
  const started = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  started.on('message', ({ id, found }: WorkerReply) => settle(id, found))
  started.on('error', () => stop(started))
  started.on('exit', () => stop(started))
  worker = started
  return started
}

function settle(id: number, found: Grid[] | WorkbookFault | 'too_hard'): void {
  const one = waiting.get(id)
  if (one === undefined) return
  waiting.delete(id)
  clearTimeout(one.timer)
  one.settle(found)
  if (waiting.size === 0) worker?.unref()
}

/** Ends a worker that is stuck or broken; whoever waits for it is told. */
function stop(running: Worker): void {
  if (worker !== running) return
  worker = null
  void running.terminate()
  for (const id of waiting.keys()) settle(id, 'too_hard')
}
