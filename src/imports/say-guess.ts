import type { Checks } from './checks.ts'
import type { Grid } from './files/cell.ts'
import type { Source } from './source.ts'
import { suggestProfile } from './suggest-profile.ts'

/**
 * Says of a table with one row a unit, which no layout reads, what its columns may be, and which commands read it. False, and
 * nothing said, where it was asked for as something else, or where nothing is known of its columns.
 */
export function sayGuess(
  grids: readonly Grid[],
  { kind, profile }: Source,
  { problems, known }: Checks,
): boolean {
  if (profile !== null || (kind !== null && kind !== 'observations')) return false
  for (const grid of grids.filter(each => !each.isHidden)) {
    const found = suggestProfile(grid, '', known)
    if (found === null || 'periods' in found) continue
    const figures = found.doubts.flatMap(({ is, indicator, columns }) =>
      is === 'chosen' || is === 'chosen_of' ? [`${indicator} = ${columns}`] : [],
    )
    if (figures.length === 0) continue
    problems.add('table_guessed', { figures: figures.join('; ') })
    return true
  }
  return false
}
