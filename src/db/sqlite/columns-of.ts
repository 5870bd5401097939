import { getTableColumns } from './drizzle.ts'
import type { chats, outbox } from './schema.ts'

/**
 * The table's columns by their names in the program, for a statement that is prepared by hand: the driver then gives rows
 * as they are. For tables of numbers and texts alone.
 */
export function columnsOf(table: typeof chats | typeof outbox): string {
  return Object.entries(getTableColumns(table))
    .map(([name, column]) => `${column.name} AS "${name}"`)
    .join(', ')
}
