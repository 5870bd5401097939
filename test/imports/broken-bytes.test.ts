import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { dump } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { AT, bytes, expectSayable, province } from './small-province.ts'

const COUNT = sized({ quick: 10, usual: 40, long: 3_000 })
const ROWS = [
  ['unit', 'indicator', 'period', 'numerator', 'denominator'],
  ['S1', 'online_rate', '2024-W20', 3, 4],
  ['S2', 'online_rate', '2024-W20', 1, 2],
]

/** Numbers from 0 to below 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The file with some bytes turned, its end cut off, or a part of it said twice. */
function broken(whole: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * whole.length)
  const way = random()
  if (way < 0.25) return whole.slice(0, at())
  if (way < 0.4) {
    const [from, to] = [at(), at()]
    return Buffer.concat([whole.slice(0, from), whole.slice(Math.min(from, to))])
  }
  const copy = whole.slice()
  for (let turned = 0; turned < 1 + random() * 8; turned++) copy[at()] = Math.floor(random() * 256)
  return copy
}

test.each(['csv', 'xlsx', 'xls'])(
  'a broken .%s is taken or refused; refused, it leaves no row',
  async format => {
    const { db, path } = await province()
    const whole = {
      csv: async () => bytes(ROWS.map(row => row.join(',')).join('\n')),
      xlsx: async () => await writeXlsx({ sheets: [{ name: 'Bảng', rows: ROWS }] }),
      xls: async () => new Uint8Array(readFileSync(new URL('tuan-20.xls', import.meta.url))),
    }[format]
    const [file, random] = [await whole?.(), seeded(20_240_520)]
    let [before, refused] = [dump(path), 0]
    for (let number = 0; number < COUNT; number++) {
      const given = broken(file ?? new Uint8Array(), random)
      const outcome = await importFile(db, { file: `hong.${format}`, bytes: given, at: AT })
      const after = dump(path)
      if (outcome.ok) {
        before = after
        continue
      }
      refused++
      for (const problem of outcome.problems) expectSayable(problem)
      expect(after).toEqual(before)
    }
    expect(refused).toBeGreaterThan(COUNT / 10)
  },
)
