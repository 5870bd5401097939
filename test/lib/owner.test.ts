import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { isGone, newOwner } from '../../src/lib/owner.ts'

test('only a process of this machine that runs no more is known to be gone', () => {
  const ended = spawnSync(process.execPath, ['--eval', ''])
  expect(isGone(`${hostname()}/${ended.pid}/x`)).toBe(true)
  expect(isGone(`${hostname()}/${process.ppid}/x`)).toBe(false)
  expect(isGone(`elsewhere/${ended.pid}/x`)).toBe(false)
})

test('a name with the number of this process is of one before it, unless it was given here', () => {
  expect(isGone(newOwner())).toBe(false)
  expect(isGone(`${hostname()}/${process.pid}/of-another-life`)).toBe(true)
})
