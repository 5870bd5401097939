import type { Catalog } from '../stores.ts'
import type { Coverage } from './coverage.ts'

/** What is kept in memory while the revision stays the same. */
interface Cached {
  catalog: Catalog
  firstCounts: ReadonlyMap<string, string>
  coverage: Coverage
}

type Entries = { [K in keyof Cached]: { revision: number; value: Cached[K] } | null }
const nothing = (): Entries => ({ catalog: null, firstCounts: null, coverage: null })

/** Gives the value of the revision, loading it where no view of this cache has it. */
export interface Cache {
  get<K extends keyof Cached>(subject: K, revision: number, load: () => Cached[K]): Cached[K]
}

/**
 * Two views of one cache: readers see values of committed revisions; the writer's own, of revisions that only its
 * open transaction knows, become everybody's on commit and are dropped on rollback.
 */
export function createCache() {
  let committed = nothing()
  let uncommitted = nothing()

  function find<K extends keyof Cached>(places: readonly Entries[], subject: K, revision: number) {
    return places.map(place => place[subject]).find(entry => entry?.revision === revision)
  }

  const forReaders: Cache = {
    get(subject, revision, load) {
      const entry = find([committed], subject, revision) ?? { revision, value: load() }
      committed[subject] = entry
      return entry.value
    },
  }
  const forWriter: Cache = {
    get(subject, revision, load) {
      const entry = find([uncommitted, committed], subject, revision) ?? { revision, value: load() }
      uncommitted[subject] = entry
      return entry.value
    },
  }
  return {
    forReaders,
    forWriter,
    commit() {
      committed = {
        catalog: uncommitted.catalog ?? committed.catalog,
        firstCounts: uncommitted.firstCounts ?? committed.firstCounts,
        coverage: uncommitted.coverage ?? committed.coverage,
      }
      uncommitted = nothing()
    },
    rollback() {
      uncommitted = nothing()
    },
  }
}
