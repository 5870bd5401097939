import type { Database } from '../db/stores/database.ts'
import { importSource } from '../imports/import-source.ts'
import type { Problem } from '../imports/problem.ts'
import { openSource } from '../imports/source.ts'
import type { Source } from '../imports/source.ts'
import { sampleProvince } from './province.ts'
import type { SampleFiles } from './province.ts'

/** In the order in which they need each other. */
const KINDS = ['units', 'indicators', 'campaigns', 'targets', 'members', 'observations'] as const

/**
 * Loads the sample province as it is on `today` (`YYYY-MM-DD`) into a database that holds nothing, as imports made at
 * `at` (milliseconds), and marks the database with the setting `sample` = `1`. One transaction: all of it or nothing.
 * False, and nothing done, when there is anything in the database.
 */
export async function loadSample(db: Database, today: string, at: number): Promise<boolean> {
  if (!(await db.read.catalog.isEmpty())) return false
  const files = sampleProvince(today)
  const sources = await Promise.all(KINDS.map(async kind => await open(kind, files, at)))
  return await db.write(async stores => {
    if (!(await stores.catalog.isEmpty())) return false
    for (const source of sources) {
      const outcome = await importSource(stores, source)
      if (!outcome.ok) throw refusal(source.request.file, outcome.problems)
    }
    await stores.settings.set('sample', '1')
    return true
  })
}

async function open(kind: keyof SampleFiles, files: SampleFiles, at: number): Promise<Source> {
  const source = await openSource({ kind, file: `${kind}.csv`, bytes: Buffer.from(files[kind]), at })
  if (!source.ok) throw refusal(kind, source.problems)
  return source
}

/** Only a fault of this room can bring it about: the files are the same for all. */
function refusal(kind: string, problems: readonly Problem[]): Error {
  return new Error(`the sample's ${kind} were refused: ${JSON.stringify(problems.slice(0, 3))}`)
}
