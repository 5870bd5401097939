import { getTableColumns } from './drizzle.ts'
import type { alerts, chats, outbox, targets } from './schema.ts'

/**
 * The table's columns by their names in the program, for a statement that is prepared by hand: the driver then gives rows
 * as they are: numbers and texts, a yes as 1.
 */
export function columnsOf(table: typeof alerts | typeof chats | typeof outbox | typeof targets): string {
  return Object.entries(getTableColumns(table))
    .map(([name, column]) => `${column.name} AS "${name}"`)
    .join(', ')
}
