import { errorName } from '../lib/error-name.ts'
import { backOff, type BackOff } from '../lib/back-off.ts'
import type { Log } from '../lib/log.ts'
import type { Timer } from '../lib/timer.ts'
import type { ChannelName } from './channel.ts'

/** One turn of receiving: it worked (and is due again after some milliseconds), or why it did not and how long to wait at least. */
export type Turn = { ok: true; again: number } | { ok: false; cause: string; wait?: number }

export interface Receiving {
  /**
   * Takes turns until stopped; resolves after the first turn, however it went, or after 3 s while that goes on (a network
   * that swallows everything must not hold up the program). A second start does nothing.
   */
  start(turn: (stopping: AbortSignal) => Promise<Turn>): Promise<void>
  /** Takes no further turn, and waits for the one under way. Safe to call twice, and before `start`. */
  stop(): Promise<void>
  /** Something shows that receiving works, between turns. */
  works(): void
  health(): { ok: boolean; cause?: string }
}

const LONGEST_START_MS = 3_000
/** Longest and first wait after failures in a row, in milliseconds. */
const WAITS: BackOff = { first: 1_000, longest: 60_000 }

/**
 * Keeps a channel receiving through outages: turn after turn, with a growing wait after failures in a row.
 * Says in the log when receiving breaks or works again, not at every try. A turn that rejects counts as failed.
 * @param random in [0, 1), spreads the waits.
 */
export function createReceiving(deps: {
  channel: ChannelName
  timer: Timer
  log: Log
  random?: () => number
}): Receiving {
  const { channel, timer, log } = deps
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  let cause: string | null = 'not started'

  const works = (): void => {
    if (cause !== null) log.info({ channel }, 'receiving')
    cause = null
  }
  const fails = (reason: string): void => {
    if (cause !== reason) log.warn({ channel, cause: reason }, 'not receiving')
    cause = reason
  }

  async function run(turn: (signal: AbortSignal) => Promise<Turn>, first: () => void): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      const came = await turn(stopping.signal).catch((error: unknown): Turn => ({
        ok: false,
        cause: `receiving failed: ${errorName(error)}`,
      }))
      failures = came.ok ? 0 : failures + 1
      if (came.ok) works()
      else if (!stopping.signal.aborted) fails(came.cause)
      first()
      const pause = came.ok ? came.again : Math.max(came.wait ?? 0, backOff(failures, WAITS, deps.random?.()))
      if (pause > 0) await timer.wait(pause, stopping.signal)
    }
  }

  return {
    start(turn) {
      if (running !== null || stopping.signal.aborted) return Promise.resolve()
      const begun = new AbortController()
      running = run(turn, () => begun.abort()).finally(() => begun.abort())
      return timer.wait(LONGEST_START_MS, begun.signal)
    },
    async stop() {
      stopping.abort()
      await running
      cause = 'stopped'
    },
    works,
    health: () => (cause === null ? { ok: true } : { ok: false, cause }),
  }
}
