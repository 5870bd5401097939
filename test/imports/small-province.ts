import { expect } from 'vitest'
import { imports as words } from '../../locales/vi/imports.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import type { ImportOutcome, Imported } from '../../src/imports/outcome.ts'
import type { Problem } from '../../src/imports/problem.ts'
import { dump, prepared, tempDatabase } from '../db/temp-database.ts'
import { AT, bytes, CAMPAIGNS, INDICATORS, UNITS } from './samples.ts'

export { AT, bytes, CAMPAIGNS, INDICATORS, UNITS }

/** Imports a text as a file of the kind. */
export function importText(
  db: Database,
  kind: string,
  text: string,
  more: Partial<ImportRequest> = {},
): Promise<ImportOutcome> {
  return importFile(db, { kind, file: `${kind}.csv`, bytes: bytes(text), at: AT, ...more })
}

/** Imports a text that must be taken. */
export async function accept(
  db: Database,
  kind: string,
  text: string,
  more: Partial<ImportRequest> = {},
): Promise<Imported> {
  const outcome = await importText(db, kind, text, more)
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problems)}`)
  for (const warning of outcome.warnings) expectSayable(warning)
  return outcome
}

/** Imports a text that must be refused: the database is as it was, and the problems can be said. */
export async function refuse(
  { db, path }: { db: Database; path: string },
  kind: string,
  text: string | Uint8Array,
  more: Partial<ImportRequest> = {},
): Promise<Problem[]> {
  const before = dump(path)
  const given = typeof text === 'string' ? bytes(text) : text
  const outcome = await importFile(db, { kind, file: `${kind}.csv`, bytes: given, at: AT, ...more })
  expect(dump(path)).toEqual(before)
  if (outcome.ok) throw new Error('taken, though it must be refused')
  expect(outcome.problems.length).toBeGreaterThan(0)
  for (const problem of outcome.problems) expectSayable(problem)
  return outcome.problems
}

/** There are words for the problem, and it carries all that they need. */
export function expectSayable({ code, params }: Problem): void {
  const needed = Array.from(words.problems[code].matchAll(/\{\{(\w+)/g), match => match[1])
  expect({ code, params: new Set(Object.keys(params)) }).toEqual({ code, params: new Set(needed) })
  for (const value of Object.values(params)) expect(value).not.toBe('')
}

/** The province with its indicators and its campaign. */
export async function province(): Promise<{ db: Database; path: string }> {
  made ??= prepared(async db => {
    await accept(db, 'units', UNITS)
    await accept(db, 'indicators', INDICATORS)
    await accept(db, 'campaigns', CAMPAIGNS)
  })
  return tempDatabase(await made)
}

let made: Promise<string> | null = null

/** Newest figures as `unit indicator from/to numerator/denominator value`, sorted. */
export async function figures(db: Database): Promise<string[]> {
  const { indicators } = await db.read.catalog.get()
  const rows = await db.read.observations.inWindow({
    indicators: indicators.map(indicator => indicator.code),
    window: { from: '1900-01-01', to: '2999-12-31' },
  })
  const newest = new Map<string, string>()
  for (const row of rows.toSorted((a, b) => a.recordedAt - b.recordedAt || a.id - b.id)) {
    const counts = row.numerator === null ? '' : ` ${row.numerator}/${row.denominator}`
    const value = row.value === null ? '' : ` =${row.value}`
    newest.set(`${row.unit} ${row.indicator} ${row.from}/${row.to}`, counts + value)
  }
  return Array.from(newest, ([key, text]) => key + text).toSorted()
}
