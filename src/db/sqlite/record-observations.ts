import type { Database as Client } from 'better-sqlite3'
import type { NewObservation } from '../stores.ts'

type Figures = [numerator: number | null, denominator: number | null, value: number | null, note: string]

/** Stores revisions: a row that says what the newest stored one of its unit, indicator and period says adds nothing. */
export function observationRecorder(client: Client) {
  const any = client.prepare('SELECT 1 FROM observation LIMIT 1')
  const newest = client
    .prepare<string[], Figures>(
      `SELECT numerator, denominator, value, note FROM observation INDEXED BY observation_by_unit
        WHERE unit = ? AND indicator = ? AND middle = ? AND from_day = ? AND to_day = ?
        ORDER BY recorded_at DESC, id DESC LIMIT 1`,
    )
    .raw()
  const insert = client.prepare(
    `INSERT INTO observation (unit, indicator, from_day, to_day, middle, numerator, denominator, value, note,
                              recorded_at, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  return (importId: number, rows: readonly NewObservation[], recordedAt: number) => {
    const empty = any.get() === undefined
    const counts = { added: 0, changed: 0, unchanged: 0 }
    for (const row of rows) {
      const { unit, indicator, from, to, middle, numerator, denominator, value, note } = row
      const stored = empty ? undefined : newest.get(unit, indicator, middle, from, to)
      if (stored !== undefined && same(stored, row)) {
        counts.unchanged++
        continue
      }
      if (stored === undefined) counts.added++
      else counts.changed++
      insert.run(unit, indicator, from, to, middle, numerator, denominator, value, note, recordedAt, importId)
    }
    return counts
  }
}

function same([numerator, denominator, value, note]: Figures, row: NewObservation): boolean {
  return (
    numerator === row.numerator && denominator === row.denominator && value === row.value && note === row.note
  )
}
