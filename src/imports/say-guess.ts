import type { Checks } from './checks.ts'
import type { Book } from './files/book.ts'
import type { Grid } from './files/cell.ts'
import { shortened } from './shortened.ts'
import type { Source } from './source.ts'
import { suggestProfile } from './suggest-profile.ts'
import type { Suggestion } from './suggest-text.ts'

/** A title is quoted with so many letters. */
const QUOTED = 40

/**
 * Says of a table with one row a unit, which no layout reads, what its columns may be, and which commands read it. False, and
 * nothing said, where it was asked for as something else, or where nothing is known of its columns; `onlyCounts`: nor where
 * only rates are. `isDoubted`: its titles are known, so that it is said where no column holds numbers.
 */
export function sayGuess(
  grids: readonly Grid[],
  { kind, profile, book, request }: Source,
  { problems, known }: Checks,
  { onlyCounts = false, isDoubted = false }: { onlyCounts?: boolean; isDoubted?: boolean } = {},
): boolean {
  if (profile !== null || (kind !== null && kind !== 'observations')) return false
  const visible = grids.filter(each => !each.isHidden)
  for (const grid of visible) {
    const found = suggestProfile(grid, '', known, request)
    if (found === null) continue
    if ('is' in found) {
      const columns = found.columns.map(each => `“${shortened(each, QUOTED)}”`).join(', ')
      if (found.is === 'no_numbers' && !isDoubted) continue
      if (found.is === 'quarters_assigned') problems.add('targets_by_period', { periods: columns })
      else problems.add(found.is, { columns })
      return true
    }
    const figures = figuresOf(found, onlyCounts)
    const [asked] = found.doubts.filter(({ is, columns }) => is === 'chosen' && columns === '?')
    if (figures === '' && asked !== undefined && !onlyCounts) {
      const { line } = asked
      const others = found.doubts.find(each => each.is === 'column_asked' && each.line > line)?.others ?? ''
      if (others === '') continue
      problems.add('columns_fit', { indicator: asked.indicator, columns: withoutNames(others) })
      return true
    }
    if (figures === '') continue
    const said = { figures }
    const alike = visible.filter(each => {
      const other = each === grid ? found : suggestProfile(each, '', known, request)
      return other !== null && 'text' in other && figuresOf(other, onlyCounts) === figures
    })
    if (alike.length > 1)
      problems.add('tables_guessed_in', { ...said, sheet: grid.name ?? '', sheets: namesOf(alike) })
    else if (grid.name !== null && hasSeveral(book))
      problems.add('table_guessed_in', { ...said, sheet: grid.name })
    else problems.add('table_guessed', said)
    return true
  }
  return false
}

/** Titles of columns without their names in a profile. */
function withoutNames(columns: string): string {
  return columns.replaceAll(/ \([\p{L}\d_]+\)(?=, “|$)/gu, '')
}

/** The figures that a suggestion names without asking, in words; empty where there are none. */
function figuresOf({ doubts }: Suggestion, onlyCounts: boolean): string {
  const figures = doubts.flatMap(({ is, indicator, columns }) =>
    (is === 'chosen' || is === 'chosen_of') &&
    !columns.includes('?') &&
    (!onlyCounts || columns.includes('” / “'))
      ? [`${indicator} = ${columns}`]
      : [],
  )
  return figures.join('; ')
}

function namesOf(grids: readonly Grid[]): string {
  return grids.map(({ name }) => `“${name}”`).join(', ')
}

/** Whether several sheets of a file hold something: which one is meant has to be said. */
function hasSeveral({ readings }: Book): boolean {
  const sheets = readings[0].sheets()
  return 'grids' in sheets && sheets.grids.filter(({ lines }) => lines.length > 0).length > 1
}
