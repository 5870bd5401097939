import { errorName } from './lib/error-name.ts'
import type { Log } from './lib/log.ts'

const TIMEOUT_MS = 10_000

/**
 * Calls an address of a watching service while the program is well: where the calls stop, it raises the alarm. Without
 * an address nothing is done.
 */
export function createHeartbeat(parts: {
  url: string | null
  well: () => Promise<boolean>
  log: Log
  fetch?: typeof globalThis.fetch
}): () => Promise<void> {
  const { url, well, log, fetch = globalThis.fetch } = parts
  return async () => {
    if (url === null || !(await well())) return
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
      if (status >= 400) log.warn({ status }, 'the heartbeat was refused')
    } catch (error) {
      log.warn({ error: errorName(error) }, 'the heartbeat was not heard')
    }
  }
}
