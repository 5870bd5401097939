import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import { loadFolder } from '../../src/imports/load-folder.ts'
import { sized } from '../sizes.ts'

/** The reference province as a folder of files. */
export const REFERENCE_FOLDER = fileURLToPath(new URL('../fixtures/gia-lai-2024', import.meta.url))
/** When it was loaded: long after the moments that are asked about, as when a full history is loaded today. */
export const REFERENCE_LOADED_AT = Date.UTC(2026, 0, 1)

/** Of so many weekly figures a copy of the folder keeps one. */
const ONE_OF = sized({ quick: 20, usual: 20, long: 1 })

/** Copies the folder to a new one, with a sample of its weekly figures; gives how many of them it holds. */
export function copyReferenceFolder(folder: string): number {
  cpSync(REFERENCE_FOLDER, folder, { recursive: true })
  const weekly = join(folder, 'observations-weekly.csv')
  const [head = '', ...rows] = readFileSync(weekly, 'utf8').trimEnd().split('\n')
  const kept = rows.filter((_, at) => at % ONE_OF === 0)
  writeFileSync(weekly, `${[head, ...kept].join('\n')}\n`)
  return kept.length
}

let made: Promise<string> | null = null

/** Writes a database with the reference province in it to the path. It is loaded once a run: loading takes seconds. */
export async function copyReferenceDatabase(path: string): Promise<void> {
  made ??= referenceDatabase()
  copyFileSync(await made, path)
}

async function referenceDatabase(): Promise<string> {
  const folder = inject('runFolder')
  const path = join(folder, 'gia-lai-2024.db')
  if (existsSync(path)) return path
  // Another worker may be at it: a file is there only when it is whole.
  const own = join(mkdtempSync(join(folder, 'making-')), 'province.db')
  const db = openSqlite(`file:${own}`)
  const outcomes = await loadFolder(db, REFERENCE_FOLDER, REFERENCE_LOADED_AT)
  db.close()
  if (outcomes.some(outcome => !outcome.ok)) throw new Error(`refused: ${JSON.stringify(outcomes)}`)
  renameSync(own, path)
  return path
}
