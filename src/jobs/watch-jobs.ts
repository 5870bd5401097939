import type { DigestKind } from '../ask/question.ts'
import type { Moment } from '../core/moment.ts'
import type { Database } from '../db/stores/database.ts'
import { queueDigests } from '../watch/digests.ts'
import { evaluate } from '../watch/evaluate.ts'
import { queueStale } from '../watch/stale.ts'
import type { Job } from './scheduler.ts'
import type { Rhythm } from './slots.ts'

const HOUR_MS = 3_600_000

/** What is watched and told on schedule (DOMAIN.md §8, §9). `moment` is the moment of the run. */
export function watchJobs(parts: { db: Database; timeZone: string; moment: () => Moment }): Job[] {
  const { db, timeZone, moment } = parts
  const digest = (kind: DigestKind, rhythm: Rhythm, graceMs: number): Job => ({
    name: `digest-${kind}`,
    rhythm,
    graceMs,
    run: async (slot, late) => void (await queueDigests(db, kind, slot, late, moment(), timeZone)),
  })
  return [
    {
      name: 'evaluate',
      rhythm: { every: 'day', at: '06:30' },
      graceMs: 24 * HOUR_MS,
      run: async () => {
        await evaluate(db, moment(), timeZone)
        await queueStale(db, moment(), timeZone)
      },
    },
    digest('daily', { every: 'day', at: '07:30' }, 12 * HOUR_MS),
    digest('weekly', { every: 'week', weekday: 1, at: '07:30' }, 72 * HOUR_MS),
    digest('monthly', { every: 'month', day: 1, at: '07:30' }, 7 * 24 * HOUR_MS),
    digest('phase', { every: 'day', at: '07:30' }, 12 * HOUR_MS),
  ]
}
