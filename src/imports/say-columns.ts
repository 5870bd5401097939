import type { Checks } from './checks.ts'
import type { Profile } from './profile.ts'
import { firstFew, shortened } from './shortened.ts'
import type { Located } from './tables/profile-sheet.ts'

/** A title is quoted with so many letters. */
const QUOTED = 40
/** So many columns are named. */
const SHOWN = 30

/**
 * Says which columns of a table are read, and which hold something and are not. Of a wide table of figures, of which a
 * profile says what is wanted, only those of numbers are named; which figures it takes is said when they are read.
 */
export function sayColumns(
  { read, unread }: Pick<Located, 'read' | 'unread'>,
  profile: Profile | null,
  { notes }: Checks,
): void {
  const isWide = profile?.kind === 'observations' && profile.figures.length > 0
  const left = unread.filter(({ hasNumbers }) => hasNumbers || !isWide).map(({ name }) => name)
  if (!isWide && read.length > 0) notes.add('note_read_columns', { columns: quoted(read) })
  if (left.length > 0) notes.add('note_unread_columns', { columns: quoted(left) })
}

function quoted(names: readonly string[]): string {
  return firstFew(
    names.map(name => `“${shortened(name, QUOTED)}”`),
    SHOWN,
  )
}
