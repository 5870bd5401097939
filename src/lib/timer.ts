/** Waiting, as an argument: whoever has to wait is given a `Timer`, and a test turns its own. */
export interface Timer {
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** Longest wait that the platform's timer takes in one piece. */
const LONGEST = 2 ** 31 - 1

/** Waits on the real clock. A wait does not keep the process alive. */
export const systemTimer: Timer = {
  wait(ms, signal) {
    return new Promise(resolve => {
      if (signal?.aborted === true) return resolve()
      const end = (): void => {
        clearTimeout(timeout)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const timeout = setTimeout(end, Math.min(Math.max(0, ms), LONGEST))
      timeout.unref()
      signal?.addEventListener('abort', end)
    })
  },
}

/** Nobody waits for the deadline any more. A reason of its own each time would cost more than the waiting. */
const DONE = 'done'

/**
 * Gives `work` a signal that is aborted after `ms` or together with `outer`, and resolves or rejects as `work` does.
 * `timedOut` tells `work` afterwards which of the two it was.
 */
export async function withDeadline<T>(
  timer: Timer,
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal, timedOut: () => boolean) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController()
  const done = new AbortController()
  void timer.wait(ms, done.signal).then(() => {
    if (!done.signal.aborted) deadline.abort()
  })
  const signal = outer === undefined ? deadline.signal : AbortSignal.any([outer, deadline.signal])
  try {
    return await work(signal, () => deadline.signal.aborted)
  } finally {
    done.abort(DONE)
  }
}
