import { Worker } from 'node:worker_threads'
import type { Grid } from './cell.ts'
import type { WorkbookFault } from './grids-of-workbook.ts'
import type { WorkerFormat, WorkerJob, WorkerReply } from './spreadsheet-worker.ts'

/** The reply of a worker that can begin: jobs count from 1. */
const READY = 0

/** How long a file may take, of the processor's time: a fixed time, and more for each megabyte that it unpacks to. */
const BASE_MS = 1_800
const MS_PER_MB = 2_000
const MEMORY_MB = 1_500
/** What is made while reading lives short: with more room it is only cleared away later. */
const YOUNG_MB = 12
/** What a file of so much unpacks to fills the memory of the worker, which then ends with it. */
const LARGE_MB = 4
/** On a busy machine the clock may go so many times as far as the processor's time. */
const PATIENCE = 30

interface Waiting {
  settle: (found: Grid[] | 'broken_spreadsheet' | WorkbookFault | 'too_hard') => void
  /** When it is looked at whether the file has had its time. */
  timer: NodeJS.Timeout | undefined
  isLarge: boolean
}

/** One worker, started with the first file and kept for the next; it does not hold up the end of the process. */
let worker: { running: Worker; ready: Promise<void> } | null = null
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
  const { running, ready } = workerNow()
  running.ref()
  await ready
  return await new Promise(resolve => {
    waiting.set(id, { settle: resolve, timer: undefined, isLarge: unpackedMb > LARGE_MB })
    void watch(running, id, BASE_MS + unpackedMb * MS_PER_MB)
    const job: WorkerJob = { id, format, bytes }
    running.postMessage(job, [])
  })
}

function workerNow(): { running: Worker; ready: Promise<void> } {
  if (worker !== null) return worker
  const running = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const ready = new Promise<void>(resolve => {
    running.on('message', ({ id, found }: WorkerReply) => {
      if (id === READY) return resolve()
      const isLarge = waiting.get(id)?.isLarge === true
      settle(id, found)
      if (isLarge && waiting.size === 0) stop(running)
    })
    // One that cannot even begin lets its job go on to the time limit, which ends it.
    running.once('exit', () => resolve())
  })
  running.on('error', () => stop(running))
  running.on('exit', () => stop(running))
  worker = { running, ready }
  return worker
}

/** Ends the worker when it has worked on the file for so long (milliseconds), or stands still. */
async function watch(running: Worker, id: number, limit: number): Promise<void> {
  const before = await workedMs(running)
  const look = async (turn: number): Promise<void> => {
    const left = limit - ((await workedMs(running)) - before)
    if (left <= 0 || turn > PATIENCE) stop(running)
    else wait(left, turn + 1)
  }
  const wait = (ms: number, turn: number): void => {
    const one = waiting.get(id)
    if (one) one.timer = setTimeout(() => void look(turn), ms)
  }
  wait(limit, 1)
}

/** How long a worker has worked, milliseconds of the processor's time; without end for one that has ended. */
async function workedMs(running: Worker): Promise<number> {
  try {
    const { user, system } = await running.cpuUsage()
    return (user + system) / 1000
  } catch {
    return Infinity
  }
}

function settle(id: number, found: Grid[] | WorkbookFault | 'too_hard'): void {
  const one = waiting.get(id)
  if (one === undefined) return
  waiting.delete(id)
  clearTimeout(one.timer)
  one.settle(found)
  if (waiting.size === 0) worker?.running.unref()
}

/** Ends a worker that is full, stuck or broken; whoever waits for it is told. */
function stop(running: Worker): void {
  if (worker?.running !== running) return
  worker = null
  void running.terminate()
  for (const id of waiting.keys()) settle(id, 'too_hard')
}
