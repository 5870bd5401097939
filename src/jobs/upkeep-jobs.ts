import { DAY_MS, MINUTE_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database } from '../db/stores/database.ts'
import type { Log } from '../lib/log.ts'
import { queueOperation } from '../notify/operations.ts'
import { readSettings } from '../settings/settings.ts'
import { removeOld } from './remove-old.ts'
import type { Job } from './scheduler.ts'

/** The job that every day notes. */
export const AUDIT = 'audit'
/** The day is added up so long after its end: what was queued at its last minute has gone out by then. */
const AUDIT_AFTER_MS = 15 * MINUTE_MS
/** Paces that have been free for so long are forgotten. */
const PACE_KEPT_MS = 10 * 60_000

/**
 * What keeps the service itself in order: every night what was answered and sent long ago is removed, and the messages
 * of the day are counted. `moment` is the moment of the run.
 */
export function upkeepJobs({ db, log, moment }: { db: Database; log: Log; moment: () => Moment }): Job[] {
  return [
    {
      name: AUDIT,
      rhythm: { every: 'day', at: '00:15' },
      graceMs: DAY_MS,
      run: async slot => await auditDay(db, log, { slot, today: moment().today }),
    },
    {
      name: 'retention',
      rhythm: { every: 'day', at: '03:10' },
      graceMs: DAY_MS,
      run: async () => await retain(db, log, moment().at),
    },
  ]
}

/**
 * Adds up the day before the slot: all that was due was sent, is held for a reason, or failed. What is none of these is
 * named to the administrators; a day without fault is only logged.
 */
async function auditDay(
  db: Database,
  log: Log,
  { slot, today }: { slot: number; today: string },
): Promise<void> {
  const day = addDays(today, -1)
  const to = slot - AUDIT_AFTER_MS
  const audit = await db.read.outbox.audit({ from: to - DAY_MS, to }, slot)
  const { missing, ...sums } = audit
  const fine = missing.length === 0 && sums.failed === 0
  log[fine ? 'info' : 'error']({ day, ...sums, missing }, 'messages of the day')
  if (fine) return
  const facts = { about: 'audit', day, ...audit }
  await db.write(stores => queueOperation(stores, { fact: `audit:${day}`, facts, now: slot, today }))
}

async function retain(db: Database, log: Log, now: number): Promise<void> {
  const { keepDays } = await readSettings(db.read.settings)
  await db.write(async ({ pace }) => await pace.purge(now - PACE_KEPT_MS))
  const removed = await removeOld(db, now - keepDays * DAY_MS)
  log.info({ removed, keepDays }, 'old messages removed')
}
