import { createTask } from 'node-cron'
import { MINUTE_MS } from '../core/durations.ts'
import type { Database } from '../db/stores/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { decideSlots } from './slots.ts'
import type { Catching, Rhythm, SlotDecision } from './slots.ts'

/** One scheduled job. Running it twice for one slot must add nothing. */
export interface Job extends Omit<Catching, 'rhythm'> {
  name: string
  /** When it is due; asked at each tick where an operator may change it. */
  rhythm: Rhythm | (() => Promise<Rhythm>)
  run(slot: number, late: boolean): Promise<void>
}

export interface Scheduler {
  start(): void
  /** Waits for the job that is running. */
  stop(): Promise<void>
  /** Looks at every job once: runs what is due. Calls overlap never: a second one waits for the first. */
  tick(): Promise<void>
  /** When the last tick was, milliseconds, or null before the first. */
  lastTick(): number | null
}

/**
 * The schedule: node-cron only ticks, once a minute; what is due is decided from stored slots. Where the wall clock has leapt
 * it begins anew: node-cron would go through each minute that was leapt over. By a clock that is in doubt nothing is run.
 */
export function createScheduler(parts: {
  jobs: readonly Job[]
  db: Database
  clock: Clock
  timeZone: string
  log: Log
  /** Called after a job ran, with the time that it took: something may have been queued. */
  ran: (job: string, ms: number) => void
  /** Called after each tick. */
  ticked?: () => Promise<void>
}): Scheduler {
  const { clock, timeZone } = parts
  let last: number | null = null
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    running = running.then(async () => {
      const isDoubted = (clock.doubtedUntil?.() ?? 0) > clock.now()
      for (const job of isDoubted ? [] : parts.jobs) await runIfDue(parts, job)
      last = clock.now()
      await parts.ticked?.().catch((error: unknown) => parts.log.error({ err: error }, 'a tick has failed'))
    })
    return running
  }
  const ticking = () => createTask('* * * * *', tick, { ...CRON, timezone: timeZone })
  let task = ticking()
  let looking: NodeJS.Timeout | null = null
  const watch = (before: number) => {
    looking = setTimeout(() => {
      const now = clock.now()
      watch(now)
      if (Math.abs(now - before - LOOK_MS) > LEAP_MS) void begin(task)
    }, LOOK_MS)
  }
  const begin = async (old: typeof task) => {
    task = ticking()
    await end(old)
    if (looking !== null) await task.start()
  }
  return {
    start: () => {
      watch(clock.now())
      void task.start()
    },
    stop: async () => {
      if (looking !== null) clearTimeout(looking)
      looking = null
      await end(task)
      await running
    },
    tick,
    lastTick: () => last,
  }
}

type Parts = Parameters<typeof createScheduler>[0]

async function end(task: ReturnType<typeof createTask>): Promise<void> {
  await task.stop()
  await task.destroy()
}

const CRON = { noOverlap: true, suppressMissedWarning: true, name: 'schedule' } as const
const LOOK_MS = 1_000
/** What a clock gains or loses between two looks beyond which it has leapt. */
const LEAP_MS = MINUTE_MS

/** Runs the job when a slot is due. What fails is logged: the other jobs, and later ticks, go on. */
async function runIfDue(parts: Parts, job: Job): Promise<void> {
  const { db, clock, timeZone, log } = parts
  const now = clock.now()
  try {
    const last = await db.read.schedule.last(job.name)
    const rhythm = typeof job.rhythm === 'function' ? await job.rhythm() : job.rhythm
    const decisions = decideSlots({ ...job, rhythm }, last, { now, timeZone })
    for (const decision of decisions) await follow(parts, job, decision)
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed; it is tried again at the next tick')
  }
}

/** Does what was decided about a slot, and keeps that it is done with. */
async function follow(parts: Parts, job: Job, decision: SlotDecision): Promise<void> {
  const { db, clock, log } = parts
  const { slot } = decision
  if (decision.do === 'run') {
    const began = clock.now()
    await job.run(slot, decision.late)
    parts.ran(job.name, clock.now() - began)
  }
  const kept = decision.do === 'adopt' ? 'adopt' : 'complete'
  await db.write(async ({ schedule }) => await schedule[kept](job.name, slot, clock.now()))
  log.info({ job: job.name, slot, decision: decision.do }, 'job')
}
