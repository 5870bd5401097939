import { parentPort, Worker } from 'node:worker_threads'
import type { Transferable } from 'node:worker_threads'

/** Why a piece of work has no result: it could not be done, took too long, its thread broke down, or the program stops. */
export type Unfinished = 'failed' | 'too_hard' | 'broken' | 'stopped'

export class UnfinishedError extends Error {
  override name = 'UnfinishedError'
  readonly reason: Unfinished

  constructor(reason: Unfinished, message: string) {
    super(message)
    this.reason = reason
  }
}

/** A thread beside the main one, for what would hold the event loop up. */
export interface SideThread<Job, Result> {
  /**
   * Does a job, one after the other.
   * Rejects with an `UnfinishedError`; the jobs behind it go on in another thread where this one had to be ended.
   */
  work(job: Job, limits: JobLimits): Promise<Result>
}

export interface JobLimits {
  /** How much of the processor's time it may take, milliseconds. */
  ms: number
  /** The thread ends with this job, which fills its memory. */
  endsThread?: boolean
}

type Report<Result> = { result: Result } | { failure: string }

interface Thread<Result> {
  running: Worker
  /** What it says next: that it can begin, then the outcome of the job that it has. */
  next: PromiseWithResolvers<Report<Result>>
}

/** What ends each thread of this process. */
const stops: (() => void)[] = []

/** Ends all threads; whoever waits for a result is told. A job that comes afterwards starts a thread again. */
export function stopSideThreads(): void {
  for (const stop of stops) stop()
}

/** On a busy machine the clock may go so many times as far as the processor's time. */
const PATIENCE = 30

/** Where a thread works; none before the first job, and after it was ended. */
interface Place<Result> {
  start: () => Worker
  thread: Thread<Result> | null
}

/**
 * One thread that runs `file`, which calls `serveJobs`. It starts with the first job, is kept for the next, and holds up the
 * end of the process only while it works.
 */
export function createSideThread<Job, Result>(
  file: URL,
  { memoryMb, youngMb }: { memoryMb: number; youngMb?: number },
): SideThread<Job, Result> {
  const resourceLimits = {
    maxOldGenerationSizeMb: memoryMb,
    ...(youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb }),
  }
  const place: Place<Result> = { start: () => new Worker(file, { resourceLimits }), thread: null }
  let line: Promise<unknown> = Promise.resolve()
  let stopped = 0
  stops.push(() => {
    stopped++
    if (place.thread) end(place, place.thread, programStops())
  })
  return {
    work(job, limits) {
      const asked = stopped
      const turn = line.then(async () => {
        if (asked !== stopped) throw programStops()
        return await perform(place, job, limits)
      })
      line = turn.catch(() => undefined)
      return turn
    },
  }
}

async function perform<Result>(
  place: Place<Result>,
  job: unknown,
  { ms, endsThread = false }: JobLimits,
): Promise<Result> {
  const one = (place.thread ??= started(place))
  one.running.ref()
  try {
    await one.next.promise
    one.next = Promise.withResolvers()
    const tooLong = () => end(place, one, new UnfinishedError('too_hard', `more than ${ms} ms`))
    const done = watch(one.running, ms, tooLong)
    hand(one, job)
    const report = await one.next.promise.finally(done)
    if ('failure' in report) throw new UnfinishedError('failed', report.failure)
    return report.result
  } finally {
    one.running.unref()
    if (endsThread) end(place, one, programStops())
  }
}

function started<Result>(place: Place<Result>): Thread<Result> {
  const running = place.start()
  const one: Thread<Result> = { running, next: Promise.withResolvers() }
  const broken = (why: string) => end(place, one, new UnfinishedError('broken', why))
  running.on('message', (report: Report<Result>) => one.next.resolve(report))
  running.on('error', error => broken(error.message))
  running.on('exit', code => broken(`the thread ended with ${code}`))
  return one
}

function end<Result>(place: Place<Result>, one: Thread<Result>, error: UnfinishedError): void {
  if (place.thread === one) place.thread = null
  // Where nobody waits for it any more, nobody has to be told.
  one.next.promise.catch(() => undefined)
  one.next.reject(error)
  void one.running.terminate()
}

/** What cannot be handed over at all is a job that failed: the thread goes on. */
function hand<Result>({ running, next }: Thread<Result>, job: unknown): void {
  try {
    running.postMessage(job, [])
  } catch (error) {
    next.resolve({ failure: messageOf(error) })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function programStops(): UnfinishedError {
  return new UnfinishedError('stopped', 'the program stops')
}

/** Calls `late` when a thread has worked for `limitMs` from now on, or stands still. Returns what ends the watch. */
function watch(running: Worker, limitMs: number, late: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let isDone = false
  const look = async (before: number, turn: number): Promise<void> => {
    const worked = await workedMs(running)
    if (isDone || worked === null) return
    const left = limitMs - (worked - before)
    if (left <= 0 || turn > PATIENCE) late()
    else timer = setTimeout(() => void look(before, turn + 1), left)
  }
  void workedMs(running).then(async before => await look(before ?? 0, 0))
  return () => {
    isDone = true
    clearTimeout(timer)
  }
}

/** How long a thread has worked, milliseconds of the processor's time; null of one that has ended, which tells so itself. */
async function workedMs(running: Worker): Promise<number | null> {
  try {
    const { user, system } = await running.cpuUsage()
    return (user + system) / 1_000
  } catch {
    return null
  }
}

/** The other side of a `SideThread`. */
export interface Serving<Job, Result> {
  /** Resolves when it can begin; what a job may take is counted from there on. */
  ready: Promise<unknown>
  work: (job: Job) => Promise<Result>
  /** What of a result is handed over instead of being copied. */
  handedOver?: (result: Result) => Transferable[]
}

/** Gets ready, then answers job after job. */
export async function serveJobs<Job, Result>({
  ready,
  work,
  handedOver = () => [],
}: Serving<Job, Result>): Promise<void> {
  parentPort?.on('message', (job: Job) => {
    void work(job).then(
      result => say({ result }, handedOver(result)),
      (error: unknown) => say({ failure: messageOf(error) }, []),
    )
  })
  await ready
  say('ready', [])
}

function say(report: Report<unknown> | 'ready', moved: Transferable[]): void {
  parentPort?.postMessage(report, moved)
}
