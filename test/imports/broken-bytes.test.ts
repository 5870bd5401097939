import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { dump } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { broken, seeded, wholeFiles } from './broken-files.ts'
import { AT, expectSayable, province } from './small-province.ts'

const COUNT = sized({ quick: 5, usual: 10, long: 1_500 })
test.each(['csv', 'tsv', 'html', 'xlsx', 'ods', 'xls'])(
  'a broken .%s is taken or refused; refused, it leaves no row',
  async format => {
    const { db, path } = await province()
    const file = (await wholeFiles()).get(format) ?? new Uint8Array()
    const random = seeded(20_240_520)
    let [before, refused] = [dump(path), 0]
    for (let number = 0; number < COUNT; number++) {
      const given = broken(file, random)
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
