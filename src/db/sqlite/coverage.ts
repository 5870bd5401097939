import type { Moment } from '../../core/moment.ts'
import type { Connection } from './connection.ts'

/** Up to which day figures reach, seen at a moment: those of periods that ended by then or were recorded by then. */
export interface Coverage {
  dataTo(moment: Moment): string | null
  dataToByUnit(moment: Moment): ReadonlyMap<string, string>
}

/**
 * Reads which periods there are, which are few; `Coverage` then answers from them until figures change.
 * Rows of a period that starts after the moment never count, and a period that goes on covers up to the moment's day.
 */
export function coverageReader({ $client }: Connection): () => Coverage {
  const distinct = $client
    .prepare<[], [from: string, to: string, recordedAt: number]>(
      'SELECT from_day, to_day, min(recorded_at) FROM observation GROUP BY from_day, to_day',
    )
    .raw()
  const byUnit = $client
    .prepare<{ today: string; at: number }, [unit: string, day: string]>(
      `SELECT unit, max(min(to_day, @today)) FROM observation
        WHERE from_day <= @today AND (to_day <= @today OR recorded_at <= @at) GROUP BY unit`,
    )
    .raw()

  return () => {
    const periods = distinct.all()
    let last = { key: '', days: new Map<string, string>() }
    return {
      dataTo({ today, at }) {
        let day: string | null = null
        for (const [from, to, recordedAt] of periods) {
          if (from > today || (to > today && recordedAt > at)) continue
          const covered = to > today ? today : to
          if (day === null || covered > day) day = covered
        }
        return day
      },
      dataToByUnit({ today, at }) {
        // The time of day matters only while a period is going on.
        const goingOn = periods.some(([from, to]) => from <= today && to > today)
        const key = goingOn ? `${today} ${at}` : today
        if (last.key !== key) last = { key, days: new Map(byUnit.all({ today, at })) }
        return last.days
      },
    }
  }
}
