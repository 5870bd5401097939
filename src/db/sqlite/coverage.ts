import type { Moment } from '../../core/moment.ts'
import type { Connection } from './connection.ts'
import { STORED } from './stored.ts'

/** Which periods are stored, which are few; when figures were recorded, the latest first; and the last answer for every unit. */
export interface Coverage {
  recorded: readonly number[]
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
    .prepare<[], Coverage['periods'][number]>(
      `SELECT DISTINCT from_day, to_day, recorded_at FROM
        (SELECT DISTINCT from_day, to_day, recorded_at, import_id FROM observation NOT INDEXED)
        WHERE ${STORED} ORDER BY recorded_at DESC`,
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
      // The first record of a period comes last, and stands.
      const firsts = new Map(found.map(period => [`${period[0]}/${period[1]}`, period]))
      return {
        periods: [...firsts.values()],
        recorded: [...new Set(found.map(([, , at]) => at))],
        byUnit: { moment: '', days: new Map() },
      }
    },
    lastRecordedAt: ({ recorded }: Coverage, by: number) => recorded.find(at => at <= by) ?? null,
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
