import { asc } from './drizzle.ts'
import { addedAliases } from './schema.ts'
import type { Catalog, CatalogKind, CatalogRecords, CatalogStore } from '../stores/catalog.ts'
import type { Cache } from './cache.ts'
import { catalogShelves } from './catalog-shelves.ts'
import type { Connection } from './connection.ts'
import type { Revisions } from './revisions.ts'

type Shelves = ReturnType<typeof catalogShelves>

/** Units, indicators, campaigns, targets, members and holidays: read whole, and again only when a revision says so. */
export function catalogStore(db: Connection, revisions: Revisions, cache: Cache): CatalogStore {
  const shelves = catalogShelves(db)
  const anything = db.$client
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM import) OR EXISTS (SELECT 1 FROM unit) OR EXISTS (SELECT 1 FROM indicator)
         OR EXISTS (SELECT 1 FROM phase) OR EXISTS (SELECT 1 FROM target) OR EXISTS (SELECT 1 FROM member)
         OR EXISTS (SELECT 1 FROM holiday) OR EXISTS (SELECT 1 FROM observation)`,
    )
    .pluck()

  async function get(): Promise<Catalog> {
    // Rows of one state. Should another process write after the revision was asked for, they are read once more.
    return cache.catalog(revisions.of('catalog'), () => snapshot(db, () => load(db, shelves, revisions)))
  }

  return {
    get,
    async isEmpty() {
      return anything.get() === 0
    },
    async addAlias(kind, code, alias) {
      const { units, indicators } = await get()
      const owner = (kind === 'unit' ? units : indicators).find(each => each.code === code)
      if (owner === undefined) throw new Error(`no ${kind} has the code ${code}`)
      const text = alias.normalize('NFC').trim().replace(/\s+/g, ' ')
      const names = [owner.name, owner.shortName, ...owner.aliases]
      if (text === '' || names.some(name => name.toLowerCase() === text.toLowerCase())) return false
      db.insert(addedAliases).values({ kind, code, alias: text }).onConflictDoNothing().run()
      revisions.bump('catalog')
      return true
    },
    async records<K extends CatalogKind>(kind: K): Promise<Map<string, CatalogRecords[K]>> {
      return shelves[kind].all()
    },
    async put<K extends CatalogKind>(kind: K, changes: ReadonlyMap<string, CatalogRecords[K] | null>) {
      if (changes.size === 0) return
      const shelf = shelves[kind]
      for (const [key, record] of changes) {
        if (record === null) shelf.remove(key)
        else shelf.put(key, record)
      }
      revisions.bump('catalog')
    },
  }
}

/** The whole catalog, with the aliases that were added. */
function load(db: Connection, shelves: Shelves, revisions: Revisions): Catalog {
  const added = aliasesByOwner(db)
  const withAliases = <R extends { code: string; aliases: readonly string[] }>(
    kind: string,
    rows: Map<string, R>,
  ) =>
    [...rows.values()].map(row => {
      const more = added.get(`${kind} ${row.code}`)
      return more === undefined ? row : { ...row, aliases: [...row.aliases, ...more] }
    })
  return {
    revision: revisions.of('catalog'),
    units: withAliases('unit', shelves.units.all()),
    indicators: withAliases('indicator', shelves.indicators.all()),
    phases: [...shelves.campaigns.all().values()],
    targets: [...shelves.targets.all().values()],
    members: [...shelves.members.all().values()],
    holidays: [...shelves.holidays.all().values()],
  }
}

function aliasesByOwner(db: Connection): Map<string, string[]> {
  const byOwner = new Map<string, string[]>()
  for (const { kind, code, alias } of db.select().from(addedAliases).orderBy(asc(addedAliases.id)).all()) {
    const owner = `${kind} ${code}`
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), alias])
  }
  return byOwner
}

/** Runs reads on one state of the database; inside a write they are on one already. */
function snapshot<T>(db: Connection, read: () => T): T {
  return db.$client.inTransaction ? read() : db.$client.transaction(read)()
}
