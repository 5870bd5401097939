import { expect, test } from 'vitest'
import { UnfinishedError } from '../../src/lib/side-thread.ts'
import { ifMade, notMade } from '../../src/replies/if-made.ts'

test('a text goes without what could not be made, and who watches hears of it', async () => {
  const heard: unknown[] = []
  const hear = (error: unknown) => void heard.push(error)
  notMade.subscribe(hear)
  const broken = new UnfinishedError('broken', 'out of memory')
  expect(await ifMade(Promise.reject(broken))).toBeNull()
  expect(await ifMade(Promise.resolve('picture'))).toBe('picture')
  notMade.unsubscribe(hear)
  expect(heard).toEqual([broken])
})

test('where the program stops, or a figure could not be read, nothing goes: it is made again later', async () => {
  const stopped = new UnfinishedError('stopped', 'the program stops')
  await expect(ifMade(Promise.reject(stopped))).rejects.toBe(stopped)
  await expect(ifMade(Promise.reject(new Error('disk')))).rejects.toThrow('disk')
})
