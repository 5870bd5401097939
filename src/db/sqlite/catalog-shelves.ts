import { asc, eq, getTableColumns } from '../drizzle.ts'
import { indicators, members, phases, targets, units } from '../schema.ts'
import type { CatalogKind, CatalogRecords } from '../stores.ts'
import type { Connection } from './connection.ts'

/** Where the records of one kind are kept, in the order in which they were first stored. */
interface Shelf<R> {
  all(): Map<string, R>
  put(key: string, record: R): void
  remove(key: string): void
}

/** One shelf for each kind of the catalog. */
export function catalogShelves(db: Connection): { [K in CatalogKind]: Shelf<CatalogRecords[K]> } {
  const { id: unitId, ...unitColumns } = getTableColumns(units)
  const { id: indicatorId, ...indicatorColumns } = getTableColumns(indicators)
  const { id: phaseId, key: phaseKey, ...phaseColumns } = getTableColumns(phases)
  const { id: targetId, key: targetKey, ...targetColumns } = getTableColumns(targets)
  const { id: memberId, ...memberColumns } = getTableColumns(members)
  return {
    units: {
      all: () => byKey(db.select(unitColumns).from(units).orderBy(asc(unitId)).all(), unit => unit.code),
      put: (_, record) =>
        void db.insert(units).values(record).onConflictDoUpdate({ target: units.code, set: record }).run(),
      remove: key => void db.delete(units).where(eq(units.code, key)).run(),
    },
    indicators: {
      all: () =>
        byKey(
          db.select(indicatorColumns).from(indicators).orderBy(asc(indicatorId)).all(),
          indicator => indicator.code,
        ),
      put: (_, record) =>
        void db
          .insert(indicators)
          .values(record)
          .onConflictDoUpdate({ target: indicators.code, set: record })
          .run(),
      remove: key => void db.delete(indicators).where(eq(indicators.code, key)).run(),
    },
    campaigns: {
      all: () =>
        new Map(
          db
            .select({ key: phaseKey, record: phaseColumns })
            .from(phases)
            .orderBy(asc(phaseId))
            .all()
            .map(row => [row.key, row.record]),
        ),
      put: (key, record) =>
        void db
          .insert(phases)
          .values({ key, ...record })
          .onConflictDoUpdate({ target: phases.key, set: record })
          .run(),
      remove: key => void db.delete(phases).where(eq(phases.key, key)).run(),
    },
    targets: {
      all: () =>
        new Map(
          db
            .select({ key: targetKey, record: targetColumns })
            .from(targets)
            .orderBy(asc(targetId))
            .all()
            .map(row => [row.key, row.record]),
        ),
      put: (key, record) =>
        void db
          .insert(targets)
          .values({ key, ...record })
          .onConflictDoUpdate({ target: targets.key, set: record })
          .run(),
      remove: key => void db.delete(targets).where(eq(targets.key, key)).run(),
    },
    members: {
      all: () =>
        byKey(db.select(memberColumns).from(members).orderBy(asc(memberId)).all(), row => row.member),
      put: (_, record) =>
        void db
          .insert(members)
          .values(record)
          .onConflictDoUpdate({ target: members.member, set: record })
          .run(),
      remove: key => void db.delete(members).where(eq(members.member, key)).run(),
    },
  }
}

function byKey<R>(rows: readonly R[], key: (row: R) => string): Map<string, R> {
  return new Map(rows.map(row => [key(row), row]))
}
