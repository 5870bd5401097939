import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { loadFolder } from '../../src/imports/load-folder.ts'
import type { ImportOutcome } from '../../src/imports/outcome.ts'
import type { DataTexts } from './reference-data.ts'

/**
 * Writes the texts that are not empty as a folder of data and loads it as an operator would: the catalog and the first file of figures
 * together, each later file at its own moment.
 */
export async function loadTexts(db: Database, texts: DataTexts, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string) => {
    if (text !== '') writeFileSync(join(folder, name), text)
  }
  write('units.csv', texts.units)
  write('indicators.csv', texts.indicators)
  write('campaigns.csv', texts.campaigns)
  write('targets.csv', texts.targets)
  write('members.csv', texts.members)
  const [first, ...later] = texts.observations
  if (first) write('observations-1.csv', first.text)
  mustSucceed(await loadFolder(db, folder, first?.recordedAt ?? 0))
  for (const [i, { text, recordedAt }] of later.entries()) {
    const file = `observations-${i + 2}.csv`
    const bytes = new TextEncoder().encode(text)
    mustSucceed([await importFile(db, { kind: 'observations', file, bytes, at: recordedAt })])
  }
}

export function mustSucceed(outcomes: readonly ImportOutcome[]): void {
  const problems = outcomes.flatMap(outcome => (outcome.ok ? [] : outcome.problems))
  if (problems.length > 0) throw new Error(`refused: ${JSON.stringify(problems.slice(0, 5))}`)
}
