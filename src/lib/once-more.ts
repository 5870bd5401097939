/**
 * Work that is asked for again and again: it runs once at a time, and whoever asks while it runs is served, with all who
 * asked meanwhile, by one more run after it. Resolves when a run is over that began after the asking. The work deals
 * with its failures itself.
 */
export function onceMore(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  return () => {
    next ??= running.then(async () => {
      next = null
      await work()
    })
    running = next
    return next
  }
}
