import { open, type FileHandle } from 'node:fs/promises'

/** Waits until what has been committed is on the disk. */
export interface Durable {
  /** Resolves when all that was committed before the call survives a power cut. Rejects when the disk fails. */
  reached(): Promise<void>
  close(): void
}

/**
 * Brings the write-ahead log to the disk beside the event loop, once for all that was committed meanwhile: the driver
 * would do it at each commit, and let nothing else happen until the disk has answered.
 */
export function createDurable(log: string): Durable {
  let file: Promise<FileHandle> | null = null
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let isClosed = false

  async function bring(): Promise<void> {
    // Closing the database has brought everything to the disk, and taken the log away.
    if (isClosed) return
    file ??= open(log, 'r')
    try {
      await (await file).datasync()
    } catch (error) {
      file = null
      throw error
    }
  }

  return {
    reached() {
      // One that has begun may have missed what was written since: the one after it is waited for.
      next ??= running
        .catch(() => undefined)
        .then(async () => {
          running = next ?? running
          next = null
          await bring()
        })
      return next
    },
    close() {
      isClosed = true
      void file?.then(async handle => await handle.close()).catch(() => undefined)
    },
  }
}
