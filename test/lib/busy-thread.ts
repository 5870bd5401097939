import { serveJobs } from '../../src/lib/side-thread.ts'

interface Job {
  wish: 'double' | 'fail' | 'end' | 'spin' | 'fill'
  of?: number
}

/** A thread for tests: does as it is told. */
void serveJobs({ ready: Promise.resolve(), work })

async function work({ wish, of = 0 }: Job): Promise<number> {
  if (wish === 'fail') throw new Error('no such thing')
  if (wish === 'end') process.exit(3)
  if (wish === 'spin') for (;;);
  if (wish === 'fill') fill()
  return of * 2
}

function fill(): never {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => at + 0.5))
}
