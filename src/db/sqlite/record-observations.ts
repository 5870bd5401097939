import type { NewObservation } from '../stores/observations.ts'
import type { Connection } from './connection.ts'
import { STORED } from './stored.ts'

type Figures = [numerator: number | null, denominator: number | null, value: number | null, note: string]

/** Compares rows with what is stored, and stores revisions. */
export function observationRecorder({ $client }: Connection) {
  const anything = $client.prepare('SELECT 1 FROM observation LIMIT 1')
  // Oldest first: the last row of a period is its newest revision.
  const stored = $client
    .prepare<string[], [from: string, to: string, ...Figures]>(
      `SELECT from_day, to_day, numerator, denominator, value, note
         FROM observation INDEXED BY observation_by_unit
        WHERE unit = ? AND indicator = ? AND middle BETWEEN ? AND ? AND ${STORED} ORDER BY recorded_at, id`,
    )
    .raw()
  const insert = $client.prepare(
    `INSERT INTO observation (unit, indicator, from_day, to_day, middle, numerator, denominator, value, note,
                              recorded_at, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  function newest(unit: string, indicator: string, rows: readonly NewObservation[]): Map<string, Figures> {
    const [first, last] = extremes(rows)
    return new Map(
      stored
        .all(unit, indicator, first, last)
        .map(([from, to, ...figures]) => [`${from}/${to}`, figures] satisfies [string, Figures]),
    )
  }

  return {
    compare(rows: readonly NewObservation[]): { added: NewObservation[]; changed: NewObservation[] } {
      if (anything.get() === undefined) return { added: [...rows], changed: [] }
      const added: NewObservation[] = []
      const changed: NewObservation[] = []
      for (const [unit, ofUnit] of Map.groupBy(rows, row => row.unit)) {
        for (const [indicator, some] of Map.groupBy(ofUnit, row => row.indicator)) {
          const known = newest(unit, indicator, some)
          for (const row of some) {
            const figures = known.get(`${row.from}/${row.to}`)
            if (figures === undefined) added.push(row)
            else if (!same(figures, row)) changed.push(row)
          }
        }
      }
      return { added, changed }
    },
    add(importId: number, rows: readonly NewObservation[], recordedAt: number): void {
      for (const row of rows) {
        const { unit, indicator, from, to, middle, numerator, denominator, value, note } = row
        const figures = [numerator, denominator, value, note]
        insert.run(unit, indicator, from, to, middle, ...figures, recordedAt, importId)
      }
    },
  }
}

function extremes(rows: readonly NewObservation[]): [first: string, last: string] {
  let [first, last] = ['9999', '']
  for (const { middle } of rows) {
    if (middle < first) first = middle
    if (middle > last) last = middle
  }
  return [first, last]
}

function same([numerator, denominator, value, note]: Figures, row: NewObservation): boolean {
  return (
    numerator === row.numerator && denominator === row.denominator && value === row.value && note === row.note
  )
}
