import { expect, test } from 'vitest'
import { onceMore } from '../../src/lib/once-more.ts'

test('whoever asks while it runs is served by one more run after it', async () => {
  const ends: (() => void)[] = []
  const run = onceMore(() => new Promise<void>(end => void ends.push(end)))
  const first = run()
  await Promise.resolve()
  const [second, third] = [run(), run()]
  expect(ends).toHaveLength(1)
  expect(second).toBe(third)
  ends[0]?.()
  await first
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await second
  void run()
  await Promise.resolve()
  expect(ends).toHaveLength(3)
})
