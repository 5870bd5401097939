import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDurable } from '../../src/db/sqlite/durable.ts'
import { tempFolder } from './temp-database.ts'

test('one way to the disk serves all who ask before it begins, and who asks later gets the next', async () => {
  const log = join(tempFolder(), 'x.db-wal')
  appendFileSync(log, 'written')
  const disk = createDurable(log)
  const [first, second] = [disk.reached(), disk.reached()]
  expect(second).toBe(first)
  await first
  const third = disk.reached()
  expect(third).not.toBe(first)
  await third
  disk.close()
  await disk.reached()
})

test('a disk that fails is told to everybody who waited, and tried again for those who come', async () => {
  const log = join(tempFolder(), 'x.db-wal')
  const disk = createDurable(log)
  const all = await Promise.allSettled([disk.reached(), disk.reached()])
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  appendFileSync(log, 'written')
  await disk.reached()
  disk.close()
})
