import { expect, test } from 'vitest'
import { createSideThread, stopSideThreads, UnfinishedError } from '../../src/lib/side-thread.ts'

const thread = createSideThread<object, number>(new URL('./busy-thread.ts', import.meta.url), {
  memoryMb: 32,
})
const work = async (job: object, ms = 5_000) =>
  await thread
    .work(job, { ms })
    .catch((error: unknown) => (error instanceof UnfinishedError ? error.reason : error))
const double = async (of: number) => await work({ wish: 'double', of })

test('jobs are done in turn; one that fails, or cannot be handed over, is told and the next goes on', async () => {
  const done = [double(1), work({ wish: 'fail' }), work({ wish: () => 'double' }), double(2)]
  expect(await Promise.all(done)).toEqual([2, 'failed', 'failed', 4])
})

test('a thread that breaks down takes its own job with it; those behind go on in a new one', async () => {
  const done = [double(1), work({ wish: 'end' }), double(2), work({ wish: 'fill' }), double(3)]
  expect(await Promise.all(done)).toEqual([2, 'broken', 4, 'broken', 6])
})

test('one that works for too long is ended', async () => {
  expect(await Promise.all([work({ wish: 'spin' }, 100), double(4)])).toEqual(['too_hard', 8])
})

test('who waits when the program stops is told; what comes later has a thread again', async () => {
  const waiting = [work({ wish: 'spin' }), double(1), double(2)]
  stopSideThreads()
  expect(await Promise.all(waiting)).toEqual(['stopped', 'stopped', 'stopped'])
  expect(await double(5)).toBe(10)
})
