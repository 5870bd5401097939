import type { DigestKind } from '../core/digest.ts'
import { DAY_MS, HOUR_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import type { Database } from '../db/stores/database.ts'
import { queueDigests } from '../watch/digests.ts'
import { evaluate } from '../watch/evaluate.ts'
import { queueStale } from '../watch/stale.ts'
import { readSettings } from '../settings/settings.ts'
import type { Job } from './scheduler.ts'
import type { Rhythm } from './slots.ts'

/** What is watched and told on schedule (DOMAIN.md §8, §9). `moment` is the moment of the run. */
export function watchJobs({ db, moment }: { db: Database; moment: () => Moment }): Job[] {
  const digest = (kind: DigestKind, rhythm: Job['rhythm'], graceMs: number): Job => ({
    name: `digest-${kind}`,
    rhythm,
    graceMs,
    run: async (slot, late) => void (await queueDigests(db, { kind, slot, late }, moment())),
  })
  const everyMorning = { rhythm: { every: 'day', at: '06:30' }, graceMs: DAY_MS } as const
  return [
    { name: 'evaluate', ...everyMorning, run: async () => void (await evaluate(db, moment())) },
    { name: 'stale', ...everyMorning, run: async () => void (await queueStale(db, moment())) },
    digest('daily', { every: 'day', at: '07:30' }, 12 * HOUR_MS),
    digest('weekly', async () => await chosenWeekTime(db), 3 * DAY_MS),
    digest('monthly', { every: 'month', day: 1, at: '07:30' }, 7 * DAY_MS),
    // Whether there is one depends on the slot's day: a first day of a phase that was spent offline is made up for.
    { ...digest('phase', { every: 'day', at: '07:30' }, 3 * DAY_MS), each: true },
  ]
}

/** When the weekly digest goes out, as the operator wants it now. */
async function chosenWeekTime(db: Database): Promise<Rhythm> {
  const { digestWeekly } = await readSettings(db.read.settings)
  return { every: 'week', ...digestWeekly }
}
