import type { Observation } from '../../core/observation.ts'
import type { Catalog } from '../stores/catalog.ts'
import type { Coverage } from './coverage.ts'

/** Gives the value that belongs to a revision, loading it only where it is not known yet. */
type Remember<T> = (revision: number, load: () => T) => T

/** What is kept in memory while the revision stays the same. */
export interface Cache {
  /** The revision of a subject: readers ask for it many times with each answer and look it up once in a turn of the event loop. */
  revision: (subject: string, read: () => number) => number
  /** The settings, likewise: each message that is sent asks for them. */
  settings: (subject: 'settings', read: () => ReadonlyMap<string, string>) => ReadonlyMap<string, string>
  catalog: Remember<Catalog>
  /** Whether a unit has counts of its own, by indicator and day. */
  counted: Remember<Map<string, Map<string, boolean>>>
  coverage: Remember<Coverage>
  /** Figures that were read, by what was asked. */
  windows: Remember<Map<string, Observation[]>>
}

/**
 * Two views of one cache: readers see values of committed revisions; the writer's own, of revisions that only its
 * open transaction knows, become everybody's on commit and are dropped on rollback.
 */
export function createCache() {
  const catalog = createPlace<Catalog>()
  const counted = createPlace<Map<string, Map<string, boolean>>>()
  const coverage = createPlace<Coverage>()
  const windows = createPlace<Map<string, Observation[]>>()
  const revisions = createTurnsMemory<number>()
  const settings = createTurnsMemory<ReadonlyMap<string, string>>()
  const view = (who: 'forReaders' | 'forWriter'): Cache => ({
    revision: who === 'forReaders' ? revisions.remember : (_, read) => read(),
    settings: who === 'forReaders' ? settings.remember : (_, read) => read(),
    catalog: catalog[who],
    counted: counted[who],
    coverage: coverage[who],
    windows: windows[who],
  })
  return {
    forReaders: view('forReaders'),
    forWriter: view('forWriter'),
    settle(isCommitted: boolean) {
      revisions.clear()
      settings.clear()
      for (const place of [catalog, counted, coverage, windows]) place.settle(isCommitted)
    },
  }
}

/** What stands until the event loop has turned, or until somebody forgets it. */
function createTurnsMemory<T>() {
  const known = new Map<string, T>()
  const clear = () => known.clear()
  return {
    clear,
    remember: (subject: string, read: () => T): T => {
      const found = known.get(subject)
      if (found !== undefined) return found
      if (known.size === 0) setImmediate(clear)
      const value = read()
      known.set(subject, value)
      return value
    },
  }
}

function createPlace<T>() {
  let committed: { revision: number; value: T } | null = null
  let uncommitted: { revision: number; value: T } | null = null
  const forReaders: Remember<T> = (revision, load) => {
    if (committed?.revision !== revision) committed = { revision, value: load() }
    return committed.value
  }
  const forWriter: Remember<T> = (revision, load) => {
    if (committed?.revision === revision) return committed.value
    if (uncommitted?.revision !== revision) uncommitted = { revision, value: load() }
    return uncommitted.value
  }
  return {
    forReaders,
    forWriter,
    settle(isCommitted: boolean) {
      if (isCommitted) committed = uncommitted ?? committed
      uncommitted = null
    },
  }
}
