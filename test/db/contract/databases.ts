import { onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/db/open-database.ts'
import type { Actor } from '../../../src/db/stores/audit.ts'
import type { Database } from '../../../src/db/stores/database.ts'
import { dump, tempDatabase } from '../temp-database.ts'

/** A database of a kind, for the running test alone. */
export interface Opened {
  db: Database
  /** Opens the same once more, as another process would. */
  readonly again: (opener?: Actor) => Promise<Database>
  /** All that it holds: two equal dumps are the same database. */
  readonly dump: () => unknown
}

interface Kind {
  name: string
  /** Opens one that holds nothing yet. */
  empty: () => Promise<Opened>
  /** What its errors say: of a closed one, of writing through the stores for reading, of a reference to nothing. */
  says: Record<'closed' | 'readOnly' | 'dangling', string>
}

/** Every kind of database; each must pass every test of this folder. */
export const databases: readonly Kind[] = [
  {
    name: 'SQLite',
    empty: emptySqlite,
    says: { closed: 'not open', readOnly: 'readonly', dangling: 'FOREIGN KEY' },
  },
]

async function emptySqlite(): Promise<Opened> {
  const { db, path } = tempDatabase()
  return {
    db,
    async again(opener) {
      const other = await openDatabase(`file:${path}`, opener)
      onTestFinished(() => other.close())
      return other
    },
    dump: () => dump(path),
  }
}
