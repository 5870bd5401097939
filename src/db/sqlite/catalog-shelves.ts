import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { columnsOf } from './columns-of.ts'
import { asc, eq, getTableColumns, getTableName } from './drizzle.ts'
import { holidays, indicators, members, phases, targets, units } from './schema.ts'
import type { Member } from '../../core/member.ts'
import { parseJson } from '../../lib/parse-json.ts'
import type { CatalogKind, CatalogRecords } from '../stores/catalog.ts'
import type { Connection } from './connection.ts'

/** Where the records of one kind are kept, in the order in which they were first stored. */
interface Shelf<R> {
  all(): Map<string, R>
  put(key: string, record: R): void
  remove(key: string): void
}

/** One shelf for each kind of the catalog. */
export function catalogShelves(db: Connection): { [K in CatalogKind]: Shelf<CatalogRecords[K]> } {
  return {
    units: unitShelf(db),
    indicators: indicatorShelf(db),
    campaigns: phaseShelf(db),
    targets: targetShelf(db),
    members: memberShelf(db),
    holidays: holidayShelf(db),
  }
}

function unitShelf(db: Connection): Shelf<CatalogRecords['units']> {
  const { id, ...columns } = getTableColumns(units)
  const put = upsert(db, units, columns, units.code)
  return {
    all: () => byKey(db.select(columns).from(units).orderBy(asc(id)).all(), unit => unit.code),
    put: (_, record) => put({ ...record }),
    remove: key => void db.delete(units).where(eq(units.code, key)).run(),
  }
}

function indicatorShelf(db: Connection): Shelf<CatalogRecords['indicators']> {
  const { id, ...columns } = getTableColumns(indicators)
  const put = upsert(db, indicators, columns, indicators.code)
  return {
    all: () => byKey(db.select(columns).from(indicators).orderBy(asc(id)).all(), each => each.code),
    put: (_, record) => put({ ...record }),
    remove: key => void db.delete(indicators).where(eq(indicators.code, key)).run(),
  }
}

function phaseShelf(db: Connection): Shelf<CatalogRecords['campaigns']> {
  const { id, ...columns } = getTableColumns(phases)
  const { key: phaseKey, ...record } = columns
  const put = upsert(db, phases, columns, phases.key)
  return {
    all: () => keyed(db.select({ key: phaseKey, record }).from(phases).orderBy(asc(id)).all()),
    put: (key, phase) => put({ key, ...phase }),
    remove: key => void db.delete(phases).where(eq(phases.key, key)).run(),
  }
}

const codes = z.array(z.string())

type KeptTarget = Omit<CatalogRecords['targets'], 'except'> & { key: string; except: string }

/** Thousands, read at every start and after every import: as the driver gives them. */
function targetShelf(db: Connection): Shelf<CatalogRecords['targets']> {
  const { id: _, ...columns } = getTableColumns(targets)
  const put = upsert(db, targets, columns, targets.key)
  const all = db.$client.prepare<[], KeptTarget>(`SELECT ${columnsOf(targets)} FROM target ORDER BY id`)
  return {
    all: () => new Map(all.all().map(row => [row.key, asTarget(row)])),
    put: (key, target) => put({ key, ...target }),
    remove: key => void db.delete(targets).where(eq(targets.key, key)).run(),
  }
}

function memberShelf(db: Connection): Shelf<CatalogRecords['members']> {
  const { id, ...columns } = getTableColumns(members)
  const put = upsert(db, members, columns, members.member)
  return {
    all: () =>
      byKey(db.select(columns).from(members).orderBy(asc(id)).all().map(asMember), each => each.member),
    put: (_, record) => put({ ...record }),
    remove: key => void db.delete(members).where(eq(members.member, key)).run(),
  }
}

function holidayShelf(db: Connection): Shelf<CatalogRecords['holidays']> {
  const { id, ...columns } = getTableColumns(holidays)
  const put = upsert(db, holidays, columns, holidays.date)
  return {
    all: () => byKey(db.select(columns).from(holidays).orderBy(asc(id)).all(), each => each.date),
    put: (_, record) => put({ ...record }),
    remove: key => void db.delete(holidays).where(eq(holidays.date, key)).run(),
  }
}

function asTarget(row: KeptTarget): CatalogRecords['targets'] {
  const { campaign, phase, year, unit, kind, indicator, target, document } = row
  const except = row.except === '[]' ? [] : codes.parse(parseJson(row.except))
  return { campaign, phase, year, unit, kind, indicator, target, document, except }
}

/** Who has not left says nothing of it, as in the file that he came from. */
function asMember({ activeTo, ...member }: Omit<typeof members.$inferSelect, 'id'>): Member {
  return activeTo === null ? member : { ...member, activeTo }
}

/** Prepares to store a record under its key, or to replace the one that is there; files have thousands. */
function upsert(
  { $client }: Connection,
  table: SQLiteTable,
  columns: Record<string, SQLiteColumn>,
  key: SQLiteColumn,
): (record: Record<string, unknown>) => void {
  const names = Object.values(columns).map(column => column.name)
  const statement = $client.prepare(
    `INSERT INTO "${getTableName(table)}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
      ON CONFLICT (${key.name}) DO UPDATE SET ${names.map(name => `${name} = excluded.${name}`).join(', ')}`,
  )
  const fields = Object.entries(columns)
  return record => {
    statement.run(
      fields.map(([field, column]) => {
        const value = record[field] ?? null
        return value === null ? null : column.mapToDriverValue(value)
      }),
    )
  }
}

function byKey<R>(rows: readonly R[], key: (row: R) => string): Map<string, R> {
  return new Map(rows.map(row => [key(row), row]))
}

function keyed<R>(rows: readonly { key: string; record: R }[]): Map<string, R> {
  return new Map(rows.map(row => [row.key, row.record]))
}
