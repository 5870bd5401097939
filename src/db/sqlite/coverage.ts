import type { Moment } from '../../core/moment.ts'
import type { Connection } from './connection.ts'
import { STORED } from './stored.ts'

/** Which periods are stored, which are few; when the last figure was recorded; and the last answer for every unit. */
export interface Coverage {
  lastRecordedAt: number | null
  periods: [from: string, to: string, recordedAt: number][]
  byUnit: { moment: string; days: ReadonlyMap<string, string> }
}

/** The periods that count at a moment. */
function countedPeriods({ periods }: Coverage, { today, at }: Moment): Coverage['periods'] {
  return periods.filter(([from, to, recordedAt]) => from <= today && (to <= today || recordedAt <= at))
}

/**
 * From and up to which day figures reach, seen at a moment: those of periods that ended by then or were recorded by then.
 * A period that starts after the moment never counts, and one that goes on covers up to the moment's day.
 */
export function coverageReader({ $client }: Connection) {
  // What is said of many rows is told apart before it is sorted: a third of the time for a hundred thousand.
  const periods = $client
    .prepare<[], [...Coverage['periods'][number], lastRecordedAt: number]>(
      `SELECT from_day, to_day, min(recorded_at), max(recorded_at) FROM
        (SELECT DISTINCT from_day, to_day, recorded_at, import_id FROM observation NOT INDEXED)
        WHERE ${STORED} GROUP BY from_day, to_day`,
    )
    .raw()
  const byUnit = $client
    .prepare<{ today: string; at: number }, [unit: string, day: string]>(
      `SELECT unit, max(min(to_day, @today)) FROM observation
        WHERE from_day <= @today AND (to_day <= @today OR recorded_at <= @at) AND ${STORED} GROUP BY unit`,
    )
    .raw()

  return {
    load(): Coverage {
      const found = periods.all()
      const lastRecordedAt = found.reduce<number | null>(
        (last, [, , , at]) => (last === null || at > last ? at : last),
        null,
      )
      return {
        periods: found.map(([from, to, first]) => [from, to, first]),
        lastRecordedAt,
        byUnit: { moment: '', days: new Map() },
      }
    },
    dataFrom(coverage: Coverage, moment: Moment): string | null {
      const days = countedPeriods(coverage, moment).map(([from]) => from)
      return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null)
    },
    dataTo(coverage: Coverage, moment: Moment): string | null {
      const { today } = moment
      const days = countedPeriods(coverage, moment).map(([, to]) => (to > today ? today : to))
      return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)
    },
    dataToByUnit(coverage: Coverage, { today, at }: Moment): ReadonlyMap<string, string> {
      // The time of day matters only while a period is going on.
      const goingOn = coverage.periods.some(([from, to]) => from <= today && to > today)
      const moment = goingOn ? `${today} ${at}` : today
      if (coverage.byUnit.moment !== moment) {
        coverage.byUnit = { moment, days: new Map(byUnit.all({ today, at })) }
      }
      return coverage.byUnit.days
    },
  }
}
