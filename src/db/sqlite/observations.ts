import type { Observation } from '../../core/observation.ts'
import type { ObservationStore } from '../stores/observations.ts'
import type { Cache } from './cache.ts'
import type { Connection } from './connection.ts'
import { coverageReader } from './coverage.ts'
import { observationRecorder } from './record-observations.ts'
import type { Revisions } from './revisions.ts'

/** Up to so many units are looked up one by one; more are filtered out of all rows of the indicator. */
const FEW_UNITS = 40

const COLUMNS = 'id, unit, from_day, to_day, numerator, denominator, value, recorded_at'
type Row = [number, string, string, string, number | null, number | null, number | null, number]

/** Figures. The statements here are plain SQL read as arrays: they are the hottest of the program. */
export function observationStore(db: Connection, revisions: Revisions, cache: Cache): ObservationStore {
  const { $client } = db
  const ofIndicator = $client
    .prepare<[string, string, string], Row>(
      `SELECT ${COLUMNS} FROM observation INDEXED BY observation_by_indicator
        WHERE indicator = ? AND middle BETWEEN ? AND ?`,
    )
    .raw()
  const ofUnit = $client
    .prepare<[string, string, string, string], Row>(
      `SELECT ${COLUMNS} FROM observation INDEXED BY observation_by_unit
        WHERE unit = ? AND indicator = ? AND middle BETWEEN ? AND ?`,
    )
    .raw()
  const byId = $client.prepare<[number], Observation & { importId: number }>(
    `SELECT id, unit, indicator, from_day AS "from", to_day AS "to", numerator, denominator, value,
            recorded_at AS recordedAt, import_id AS importId FROM observation WHERE id = ?`,
  )
  const history = $client.prepare<[string, string], Observation & { importId: number; note: string }>(
    `SELECT id, unit, indicator, from_day AS "from", to_day AS "to", numerator, denominator, value, note,
            recorded_at AS recordedAt, import_id AS importId FROM observation INDEXED BY observation_by_unit
      WHERE unit = ? AND indicator = ? ORDER BY from_day, to_day, id`,
  )
  const firstCounts = $client
    .prepare<[], [string, string]>(
      `SELECT unit || '|' || indicator, min(min(to_day, max(from_day, date(recorded_at / 1000, 'unixepoch'))))
        FROM observation WHERE numerator IS NOT NULL GROUP BY unit, indicator`,
    )
    .raw()
  const newestRecord = $client.prepare<[], number | null>('SELECT max(recorded_at) FROM observation').pluck()
  let newest: { revision: number; at: number | null } | null = null
  const reader = coverageReader(db)
  const recorder = observationRecorder(db)
  const removeOfImport = $client.prepare<[number]>('DELETE FROM observation WHERE import_id = ?')
  const importsOf = {
    unit: $client
      .prepare<[string], number>('SELECT DISTINCT import_id FROM observation WHERE unit = ?')
      .pluck(),
    indicator: $client
      .prepare<[string], number>('SELECT DISTINCT import_id FROM observation WHERE indicator = ?')
      .pluck(),
  }
  const revision = () => revisions.of('observations')
  const coverage = () => cache.coverage(revision(), () => reader.load())

  return {
    async inWindow({ indicators, units, window: { from, to } }) {
      const found: Observation[] = []
      if (units !== undefined && units.length <= FEW_UNITS) {
        for (const indicator of indicators) {
          for (const unit of units) collect(ofUnit.all(unit, indicator, from, to), indicator, found)
        }
        return found
      }
      const wanted = units && new Set(units)
      for (const indicator of indicators)
        collect(ofIndicator.all(indicator, from, to), indicator, found, wanted)
      return found
    },
    async firstCounts() {
      return cache.firstCounts(revision(), () => new Map(firstCounts.all()))
    },
    async dataFrom(moment) {
      return reader.dataFrom(coverage(), moment)
    },
    async dataTo(moment) {
      return reader.dataTo(coverage(), moment)
    },
    async dataToByUnit(moment) {
      return reader.dataToByUnit(coverage(), moment)
    },
    async lastRecordedAt() {
      if (newest?.revision !== revision()) newest = { revision: revision(), at: newestRecord.get() ?? null }
      return newest.at
    },
    async byId(ids) {
      return ids.map(id => byId.get(id)).filter(row => row !== undefined)
    },
    async history(unit, indicator) {
      return history.all(unit, indicator)
    },
    async revision() {
      return revision()
    },
    async compare(rows) {
      return recorder.compare(rows)
    },
    async add(importId, rows, recordedAt) {
      if (rows.length === 0) return
      recorder.add(importId, rows, recordedAt)
      revisions.bump('observations')
    },
    async removeOfImport(importId) {
      const { changes } = removeOfImport.run(importId)
      if (changes > 0) revisions.bump('observations')
      return changes
    },
    async importsOf(subject, codes) {
      const ids = new Set(codes.flatMap(code => importsOf[subject].all(code)))
      return [...ids].toSorted((a, b) => a - b)
    },
  }
}

function collect(rows: Row[], indicator: string, found: Observation[], wanted?: ReadonlySet<string>): void {
  for (const [id, unit, from, to, numerator, denominator, value, recordedAt] of rows) {
    if (wanted !== undefined && !wanted.has(unit)) continue
    found.push({ id, unit, indicator, from, to, numerator, denominator, value, recordedAt })
  }
}
