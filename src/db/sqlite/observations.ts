import type { Observation } from '../../core/observation.ts'
import type { ObservationStore } from '../stores/observations.ts'
import type { Cache } from './cache.ts'
import type { Connection } from './connection.ts'
import { coverageReader } from './coverage.ts'
import { observationRecorder } from './record-observations.ts'
import type { Revisions } from './revisions.ts'
import { STORED } from './stored.ts'

/** Up to so many units are looked up one by one; more are filtered out of all rows of the indicator. */
const FEW_UNITS = 40

/** So many indicators and days are kept in mind, and so many readings, of so many rows each. */
const MOST_COUNTED = 100
const MOST_KEPT = 40
const MOST_KEPT_ROWS = 5_000

const COLUMNS = 'id, unit, from_day, to_day, numerator, denominator, value, recorded_at'
type Row = [number, string, string, string, number | null, number | null, number | null, number]

/** Figures. The statements here are plain SQL read as arrays: they are the hottest of the program. */
export function observationStore(db: Connection, revisions: Revisions, cache: Cache): ObservationStore {
  const read = prepareReads(db)
  const revision = () => revisions.of('observations')
  return {
    ...reachOf(db, revision, cache),
    ...recording(db, revisions),
    inWindow: async query => {
      // Whoever asks for one's place asks for the figures of all: many do, of the same days.
      if (query.units !== undefined && query.units.length <= FEW_UNITS) return inWindow(read, query)
      const known = cache.windows(revision(), () => new Map())
      const key = JSON.stringify(query)
      const found = known.get(key) ?? inWindow(read, query)
      keep(known, key, found)
      return found
    },
    async withCounts(query) {
      return withCounts(
        read,
        cache.counted(revision(), () => new Map()),
        query,
      )
    },
    byId: async ids => ids.map(id => read.byId.get(id)).filter(row => row !== undefined),
    history: async (unit, indicator) => read.history.all(unit, indicator),
    revision: async () => revision(),
    async importsOf(subject, codes) {
      const ids = new Set(codes.flatMap(code => read.importsOf[subject].all(code)))
      return [...ids].toSorted((a, b) => a - b)
    },
  }
}

type Reads = ReturnType<typeof prepareReads>

function prepareReads({ $client }: Connection) {
  return {
    ofIndicator: $client
      .prepare<[string, string, string], Row>(
        `SELECT ${COLUMNS} FROM observation INDEXED BY observation_by_indicator
          WHERE indicator = ? AND middle BETWEEN ? AND ? AND ${STORED}`,
      )
      .raw(),
    ofUnit: $client
      .prepare<[string, string, string, string], Row>(
        `SELECT ${COLUMNS} FROM observation INDEXED BY observation_by_unit
          WHERE unit = ? AND indicator = ? AND middle BETWEEN ? AND ? AND ${STORED}`,
      )
      .raw(),
    byId: $client.prepare<[number], Observation & { importId: number }>(
      `SELECT id, unit, indicator, from_day AS "from", to_day AS "to", numerator, denominator, value,
              recorded_at AS recordedAt, import_id AS importId FROM observation WHERE id = ? AND ${STORED}`,
    ),
    history: $client.prepare<[string, string], Observation & { importId: number; note: string }>(
      `SELECT id, unit, indicator, from_day AS "from", to_day AS "to", numerator, denominator, value, note,
              recorded_at AS recordedAt, import_id AS importId FROM observation INDEXED BY observation_by_unit
        WHERE unit = ? AND indicator = ? AND ${STORED} ORDER BY from_day, to_day, id`,
    ),
    // Nearly always the first row that is looked at answers.
    counted: $client
      .prepare<[string, string, string], number>(
        `SELECT 1 FROM observation INDEXED BY observation_by_unit
          WHERE unit = ? AND indicator = ? AND numerator IS NOT NULL
            AND min(to_day, max(from_day, date(recorded_at / 1000, 'unixepoch'))) <= ? AND ${STORED} LIMIT 1`,
      )
      .pluck(),
    importsOf: {
      unit: $client
        .prepare<[string], number>('SELECT DISTINCT import_id FROM observation WHERE unit = ?')
        .pluck(),
      indicator: $client
        .prepare<[string], number>('SELECT DISTINCT import_id FROM observation WHERE indicator = ?')
        .pluck(),
    },
  }
}

/** How far the figures reach. */
function reachOf(
  db: Connection,
  revision: () => number,
  cache: Cache,
): Pick<ObservationStore, 'dataFrom' | 'dataTo' | 'dataToByUnit' | 'lastRecordedAt'> {
  const reader = coverageReader(db)
  const coverage = () => cache.coverage(revision(), () => reader.load())
  return {
    dataFrom: async moment => reader.dataFrom(coverage(), moment),
    dataTo: async moment => reader.dataTo(coverage(), moment),
    dataToByUnit: async moment => reader.dataToByUnit(coverage(), moment),
    lastRecordedAt: async by => reader.lastRecordedAt(coverage(), by),
  }
}

/** What imports, and their undoing, do. */
function recording(
  db: Connection,
  revisions: Revisions,
): Pick<ObservationStore, 'compare' | 'add' | 'addPart' | 'removePart' | 'removeOfImport'> {
  const recorder = observationRecorder(db)
  const remove = db.$client.prepare<[number]>('DELETE FROM observation WHERE import_id = ?')
  // The rows of one import stand together.
  const firstOfLast = db.$client
    .prepare<[number, number, number], number | null>(
      `SELECT min(id) FROM
        (SELECT id FROM observation NOT INDEXED WHERE import_id = ? AND id < ? ORDER BY id DESC LIMIT ?)`,
    )
    .pluck()
  const removeSome = db.$client.prepare<[number, number, number]>(
    'DELETE FROM observation NOT INDEXED WHERE import_id = ? AND id >= ? AND id < ?',
  )
  return {
    compare: async rows => recorder.compare(rows),
    async add(importId, rows, recordedAt) {
      if (rows.length === 0) return
      recorder.add(importId, rows, recordedAt)
      revisions.bump('observations')
    },
    async addPart(importId, rows, recordedAt) {
      recorder.add(importId, rows, recordedAt)
    },
    async removePart(importId, most, below) {
      const first = firstOfLast.get(importId, below, most) ?? null
      if (first !== null) removeSome.run(importId, first, below)
      return first
    },
    async removeOfImport(importId) {
      const { changes } = remove.run(importId)
      if (changes > 0) revisions.bump('observations')
      return changes
    },
  }
}

function withCounts(
  { counted }: Reads,
  kept: Map<string, Map<string, boolean>>,
  { units, indicators, day }: Parameters<ObservationStore['withCounts']>[0],
): Set<string> {
  const found = new Set<string>()
  if (kept.size > MOST_COUNTED) kept.clear()
  for (const indicator of indicators) {
    const known = kept.get(`${indicator}|${day}`) ?? new Map<string, boolean>()
    kept.set(`${indicator}|${day}`, known)
    for (const unit of units) {
      const has = known.get(unit) ?? counted.get(unit, indicator, day) !== undefined
      known.set(unit, has)
      if (has) found.add(`${unit}|${indicator}`)
    }
  }
  return found
}

/** The last few, where they are not large. */
function keep(known: Map<string, Observation[]>, key: string, found: Observation[]): void {
  if (found.length > MOST_KEPT_ROWS) return
  known.delete(key)
  known.set(key, found)
  if (known.size > MOST_KEPT) for (const [oldest] of known) if (known.delete(oldest)) break
}

function inWindow(
  { ofUnit, ofIndicator }: Reads,
  { indicators, units, window: { from, to } }: Parameters<ObservationStore['inWindow']>[0],
): Observation[] {
  const found: Observation[] = []
  if (units !== undefined && units.length <= FEW_UNITS) {
    for (const indicator of indicators) {
      for (const unit of units) collect(ofUnit.all(unit, indicator, from, to), indicator, found)
    }
    return found
  }
  const wanted = units && new Set(units)
  for (const indicator of indicators) {
    collect(ofIndicator.all(indicator, from, to), indicator, found, wanted)
  }
  return found
}

function collect(rows: Row[], indicator: string, found: Observation[], wanted?: ReadonlySet<string>): void {
  for (const [id, unit, from, to, numerator, denominator, value, recordedAt] of rows) {
    if (wanted !== undefined && !wanted.has(unit)) continue
    found.push({ id, unit, indicator, from, to, numerator, denominator, value, recordedAt })
  }
}
