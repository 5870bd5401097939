import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../src/lib/clock.ts'
import type { Timer } from '../../src/lib/timer.ts'

export interface VirtualTime {
  clock: Clock
  timer: Timer
  /** Lets the time pass, ending waits in their order; what they set going runs before later ones end. */
  advance(ms: number): Promise<void>
  /** How many waits are under way. */
  waiting(): number
  /** Milliseconds until the next wait ends, or null when nothing waits. */
  next(): number | null
}

/** A clock and a timer that stand still until the test lets time pass. */
export function createVirtualTime(start = Date.UTC(2024, 4, 19, 13)): VirtualTime {
  let now = start
  const waits = new Set<{ at: number; end: () => void }>()
  const first = (): { at: number; end: () => void } | undefined =>
    [...waits].toSorted((a, b) => a.at - b.at)[0]
  return {
    clock: { now: () => now },
    timer: {
      wait: (ms, signal) =>
        new Promise(resolve => {
          if (signal?.aborted === true) return resolve()
          const end = (): void => {
            waits.delete(wait)
            resolve()
          }
          const wait = { at: now + Math.max(0, ms), end }
          waits.add(wait)
          signal?.addEventListener('abort', end)
        }),
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let next = first(); next !== undefined && next.at <= until; next = first()) {
        now = Math.max(now, next.at)
        next.end()
        await settle()
      }
      now = until
    },
    waiting: () => waits.size,
    next: () => {
      const wait = first()
      return wait === undefined ? null : wait.at - now
    },
  }
}

/** Lets everything that can run without time passing run (promises, and input that has already arrived). */
export async function settle(): Promise<void> {
  for (let i = 0; i < 12; i++) await turn()
}

/** Longest that is waited for something, milliseconds of the processor: other work on the machine does not count. */
const MOST_MS = 120_000

/** Turns the event loop until the condition holds, for what comes over a socket. Throws when it never does. */
export async function eventually(condition: () => boolean): Promise<void> {
  const began = process.cpuUsage()
  while (!condition()) {
    const { user, system } = process.cpuUsage(began)
    if ((user + system) / 1000 > MOST_MS) throw new Error(`never: ${condition.toString()}`)
    await turn()
  }
}

/** What came over a socket has been dealt with after so many turns of the event loop. */
const TURNS_OF_A_SECOND = 2_000

/** Waits for what is under way; what itself waits for its turn at the platform's pace gets there second by second. */
export async function ended(work: Promise<void>, pass: (ms: number) => Promise<void>): Promise<void> {
  const done = new AbortController()
  void work.finally(() => done.abort())
  for (let turns = 1; !done.signal.aborted; turns++) {
    await turn()
    if (turns % TURNS_OF_A_SECOND === 0) await pass(1_000)
  }
  await work
}
