import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { broken, seeded, wholeFiles } from '../imports/broken-files.ts'
import { AT, bytes, INDICATORS, UNITS } from '../imports/samples.ts'

/** `npm run fuzz:files [HOW_MANY] [SEED]`: imports broken files of every format through a real database. */
const [howMany = '10000', seed = '766'] = process.argv.slice(2)
/** Seconds of the processor, of all threads, for one file. */
const MOST_S = 2
/** Memory that the process has beyond what it had with the first file. */
const MOST_MB = 300

const folder = mkdtempSync(join(tmpdir(), 'chitieu-fuzz-'))
const path = join(folder, 'fuzz.db')
const db: Database = openSqlite(`file:${path}`)
const looking = new Sqlite(path, { readonly: true })
const rowsNow = looking
  .prepare<[], number>('SELECT (SELECT count(*) FROM observation) + (SELECT count(*) FROM import)')
  .pluck()
for (const [kind, text] of Object.entries({ units: UNITS, indicators: INDICATORS })) {
  await importFile(db, { kind, file: `${kind}.csv`, bytes: bytes(text), at: AT })
}

const files = [...(await wholeFiles())]
const random = seeded(Number(seed))
const usage = () => process.resourceUsage().userCPUTime / 1e6
const memory = () => process.memoryUsage.rss() / 2 ** 20
const [codes, faults] = [new Map<string, number>(), new Array<string>()]
let [slowest, most, taken] = [0, 0, 0]
const atFirst = memory()

for (let turn = 0; turn < Number(howMany); turn++) {
  const [format, whole] = files[turn % files.length] ?? ['csv', new Uint8Array()]
  const [given, rows, began] = [broken(whole, random), rowsNow.get(), usage()]
  try {
    const outcome = await importFile(db, { file: `hong.${format}`, bytes: given, at: AT })
    if (outcome.ok) taken++
    else {
      const code = outcome.problems[0]?.code ?? ''
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (rowsNow.get() !== rows) faults.push(`${turn} .${format}: refused, and left a row`)
    }
  } catch (error) {
    faults.push(`${turn} .${format}: ${String(error)}`)
  }
  const took = usage() - began
  slowest = Math.max(slowest, took)
  most = Math.max(most, memory() - atFirst)
  if (took > MOST_S) faults.push(`${turn} .${format}: ${took.toFixed(1)} s`)
}
looking.close()
db.close()
rmSync(folder, { recursive: true, force: true })
if (most > MOST_MB) faults.push(`${most.toFixed(0)} MB`)
for (const fault of faults) console.error(fault)
for (const [code, count] of [...codes].toSorted((a, b) => b[1] - a[1])) console.log(`${count} × ${code}`)
console.log(
  `${howMany} files, ${taken} taken; the slowest ${slowest.toFixed(2)} s, at most ${most.toFixed(0)} MB more; ${faults.length} faults`,
)
process.exitCode = faults.length === 0 ? 0 : 1
