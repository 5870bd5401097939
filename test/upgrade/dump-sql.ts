import Sqlite from 'better-sqlite3'

/** A database as SQL that makes it anew: tables, rows, indexes, in an order that is always the same. */
export function dumpSql(path: string): string {
  const client = new Sqlite(path, { readonly: true })
  try {
    const parts = client
      .prepare<[], { type: string; name: string; sql: string }>(
        `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
         ORDER BY type = 'table' DESC, name`,
      )
      .all()
    const tables = parts.filter(part => part.type === 'table')
    const sequences = client.prepare<[], { name: string; seq: number }>('SELECT * FROM sqlite_sequence').all()
    return [
      'PRAGMA foreign_keys = OFF;',
      'BEGIN;',
      ...tables.map(({ sql }) => `${sql};`),
      ...tables.flatMap(({ name }) => inserts(client, name)),
      ...parts.filter(part => part.type !== 'table').map(({ sql }) => `${sql};`),
      ...sequences.map(
        ({ name, seq }) =>
          `INSERT INTO sqlite_sequence SELECT '${name}', ${seq} WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '${name}');`,
      ),
      'COMMIT;',
      '',
    ].join('\n')
  } finally {
    client.close()
  }
}

function inserts(client: Sqlite.Database, table: string): string[] {
  const columns = client.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const values = columns.map(name => `quote("${name}")`).join(` || ', ' || `)
  return client
    .prepare<[], string>(`SELECT ${values} FROM "${table}" ORDER BY rowid`)
    .pluck()
    .all()
    .map(row => `INSERT INTO "${table}" VALUES (${row});`)
}
