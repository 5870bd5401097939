/**
 * A queue of one: what it is given runs in order, each after the one before it has ended. A failure reaches only
 * its own caller.
 */
export function serial(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const run = last.then(work)
    last = run.catch(() => undefined)
    return run
  }
}
