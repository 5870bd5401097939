import Sqlite from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '../../src/db/sqlite/schema.ts'
import { tempDatabase } from '../db/temp-database.ts'

test('the migrations make exactly the tables and columns of the schema', () => {
  const { path } = tempDatabase()
  const client = new Sqlite(path, { readonly: true })
  const made = client
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__drizzle%'",
    )
    .all()
    .map(({ name }) => {
      const columns = client.prepare<[], { name: string }>(`PRAGMA table_info("${name}")`).all()
      return [name, columns.map(column => column.name).toSorted()] as const
    })
  client.close()
  const meant = (Object.values(schema) as SQLiteTable[]).map(table => {
    const { name, columns } = getTableConfig(table)
    return [name, columns.map(column => column.name).toSorted()] as const
  })
  expect(new Map(made)).toEqual(new Map(meant))
})
