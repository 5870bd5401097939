import type { Clock } from './clock.ts'
import type { Timer } from './timer.ts'

/** Turn after turn until stopped, as soon as there is something to do. */
export interface Loop {
  run(): Promise<void>
  /** There is something to do: the next turn comes at once. */
  wake(): void
  /** The same, but within so many milliseconds: what else comes meanwhile is done in the same turn. */
  wakeWithin(ms: number): void
  /** Takes no further turn, and waits for the one under way. Safe to call twice, and before `run`. */
  stop(): Promise<void>
  stopping: AbortSignal
}

/** Why a wait has ended. An error made for each, as is usual, would cost more than the wait. */
const WOKEN = 'woken'

/** @param turn does what there is to do, and resolves to the moment of the next turn at the latest. */
export function createLoop(parts: { clock: Clock; timer: Timer; turn: () => Promise<number> }): Loop {
  const stopping = new AbortController()
  let alarm = new AbortController()
  let running: Promise<void> | null = null
  let soon: Promise<void> | null = null

  async function go(): Promise<void> {
    while (!stopping.signal.aborted) {
      alarm = new AbortController()
      const next = await parts.turn()
      await parts.timer.wait(Math.max(0, next - parts.clock.now()), alarm.signal)
    }
  }

  return {
    run() {
      running ??= go()
      return running
    },
    wake: () => alarm.abort(WOKEN),
    wakeWithin(ms) {
      if (running === null) return
      soon ??= parts.timer.wait(ms, stopping.signal).then(() => {
        soon = null
        alarm.abort(WOKEN)
      })
    },
    async stop() {
      stopping.abort(WOKEN)
      alarm.abort(WOKEN)
      await running
    },
    stopping: stopping.signal,
  }
}
