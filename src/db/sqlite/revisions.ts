import type { Cache } from './cache.ts'
import type { Connection } from './connection.ts'

export type Subject = 'catalog' | 'observations'

/** Counters that grow with every change, whichever process makes it: what is cached by them is never stale. */
export function createRevisions({ $client }: Connection, cache: Pick<Cache, 'revision'>) {
  const read = $client.prepare('SELECT value FROM revision WHERE subject = ?').pluck()
  const bump = $client.prepare(
    'INSERT INTO revision (subject, value) VALUES (?, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1',
  )
  return {
    of: (subject: Subject): number => cache.revision(subject, () => Number(read.get(subject) ?? 0)),
    bump: (subject: Subject): void => void bump.run(subject),
  }
}

export type Revisions = ReturnType<typeof createRevisions>
