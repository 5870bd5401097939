import { askBench } from './ask-bench.ts'
import { digestBench } from './digest-bench.ts'
import { importBench } from './import-bench.ts'
import { inboundBench } from './inbound-bench.ts'
import { baseline } from './measure.ts'
import type { Row } from './measure.ts'
import { sendingBench } from './sending-bench.ts'
import { serviceBench } from './service-bench.ts'

/**
 * Measures speed and memory and prints a table: each time also as a ratio to a fixed piece of work (hashing 64 MB)
 * measured in the same run, since absolute times of a shared machine say little. Exit status 1 when a limit is broken.
 */
const base = baseline()
console.log(`baseline: hashing 64 MB takes ${base.toFixed(1)} ms here\n`)
const rows: Row[] = [
  ...(await serviceBench()),
  ...(await inboundBench()),
  ...(await sendingBench()),
  ...(await askBench()),
  ...(await importBench()),
  ...(await digestBench()),
]
for (const row of rows) console.log(line(row))
const broken = rows.filter(isBroken)
console.log(`\n${rows.length - broken.length} within their limits, ${broken.length} not`)
process.exitCode = broken.length > 0 ? 1 : 0

function line(row: Row): string {
  const value = row.value < 10 ? row.value.toFixed(3) : row.value.toFixed(1)
  const ratio = row.unit === 'ms' ? `${(row.value / base).toFixed(3)} × baseline` : ''
  const limit = row.limit === undefined ? '' : `${row.atLeast ? '≥' : '≤'} ${row.limit}`
  const mark = isBroken(row) ? '  BROKEN' : ''
  return `${row.name.padEnd(58)} ${value.padStart(10)} ${row.unit.padEnd(8)} ${limit.padStart(10)}  ${ratio}${mark}`
}

function isBroken({ value, limit, atLeast }: Row): boolean {
  if (limit === undefined) return false
  return atLeast ? value < limit : value > limit
}
