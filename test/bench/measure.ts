import { createHash } from 'node:crypto'

/** One measured figure; `limit` is what it should stay under (over, where `atLeast`). */
export interface Row {
  name: string
  value: number
  unit: string
  limit?: number
  atLeast?: boolean
}

/** Milliseconds of a fixed piece of work: hashing 64 MB. What other figures are divided by on a noisy machine. */
export function baseline(): number {
  const block = Buffer.alloc(1 << 20, 7)
  return median(5, () => {
    const hash = createHash('sha256')
    for (let i = 0; i < 64; i++) hash.update(block)
    hash.digest()
  })
}

/** Median milliseconds of `runs` calls after one that is not counted. */
export function median(runs: number, work: () => void): number {
  work()
  return middle(Array.from({ length: runs }, () => timed(work)))
}

/** The same for work that is awaited. */
export async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return middle(times)
}

/** The value below which the share lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function middle(times: readonly number[]): number {
  return quantile(times, 0.5)
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
