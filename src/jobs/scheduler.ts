import { createTask } from 'node-cron'
import type { Database } from '../db/stores/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { decideSlot, latestSlot } from './slots.ts'
import type { Rhythm } from './slots.ts'

/** One scheduled job. Running it twice for one slot must add nothing. */
export interface Job {
  name: string
  rhythm: Rhythm
  /** How long after its slot a missed run is still made up for, milliseconds. */
  graceMs: number
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

/** The schedule: node-cron only ticks, once a minute; what is due is decided from stored slots. */
export function createScheduler(parts: {
  jobs: readonly Job[]
  db: Database
  clock: Clock
  timeZone: string
  log: Log
  /** Called after a job ran, with the time that it took: something may have been queued. */
  ran: (job: string, ms: number) => void
}): Scheduler {
  let last: number | null = null
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    running = running.then(async () => {
      for (const job of parts.jobs) await runIfDue(parts, job)
      last = parts.clock.now()
    })
    return running
  }
  const task = createTask('* * * * *', tick, { timezone: parts.timeZone, noOverlap: true, name: 'schedule' })
  return {
    start: () => void task.start(),
    stop: async () => {
      await task.stop()
      await task.destroy()
      await running
    },
    tick,
    lastTick: () => last,
  }
}

/** Runs the job when its slot is due. What fails is logged: the other jobs, and later ticks, go on. */
async function runIfDue(parts: Parameters<typeof createScheduler>[0], job: Job): Promise<void> {
  const { db, clock, timeZone, log } = parts
  const now = clock.now()
  const slot = latestSlot(job.rhythm, now, timeZone)
  try {
    const decision = decideSlot(await db.read.schedule.lastSlot(job.name), slot, now, job.graceMs)
    if (decision.do === 'nothing') return
    if (decision.do === 'run') {
      await job.run(slot, decision.late)
      parts.ran(job.name, clock.now() - now)
    }
    await db.write(async stores => await stores.schedule.complete(job.name, slot, clock.now()))
    log.info({ job: job.name, slot, decision: decision.do }, 'job')
  } catch (error) {
    log.error({ job: job.name, slot, err: error }, 'job failed; it is tried again at the next tick')
  }
}
