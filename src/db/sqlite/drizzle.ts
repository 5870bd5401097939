import { createRequire } from 'node:module'

/**
 * Drizzle, by way of its CommonJS build. As ES modules its 300 files take half a second and 150 MB at every start,
 * since Node then reads the package's 180 kB package.json anew for each of them.
 */
const load = createRequire(import.meta.filename ?? `${process.cwd()}/drizzle.config.ts`)

export const {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  sql,
}: typeof import('drizzle-orm') = load('drizzle-orm')

export const {
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
}: typeof import('drizzle-orm/sqlite-core') = load('drizzle-orm/sqlite-core')

export const { drizzle }: typeof import('drizzle-orm/better-sqlite3') = load('drizzle-orm/better-sqlite3')

export const { readMigrationFiles }: typeof import('drizzle-orm/migrator') = load('drizzle-orm/migrator')
