import type { Checks } from './checks.ts'
import { cellText, type Grid } from './files/cell.ts'
import { columnsOf, isWhole, layoutsOf } from './layouts.ts'
import { IMPORT_KINDS, type ImportKind } from './outcome.ts'
import type { Profile } from './profile.ts'
import type { Source } from './source.ts'
import { sayGuess } from './say-guess.ts'
import { chosenGrids } from './sheet-choice.ts'
import { namesOf, plainSheet } from './tables/plain-sheet.ts'
import { wholeUnits } from './unit-of-sheet.ts'
import { readPeriod } from './values/periods.ts'
import { fieldName } from './tables/sheet.ts'
import { headerFor, profileSheet } from './tables/profile-sheet.ts'

/** Titles are looked for in so many lines. */
const HEADER_WITHIN = 30

/** Says what is missing for the file to be the table that it most looks like. */
export function reportNoTable(source: Source, checks: Checks): void {
  const { problems } = checks
  const sheets = source.book.readings[0].sheets()
  if ('code' in sheets) {
    problems.add(sheets.code, sheets.params, sheets.line === null ? {} : { line: sheets.line })
    return
  }
  const grids = (chosenGrids(sheets.grids, source, checks) ?? []).filter(grid => grid.lines.length > 0)
  if (grids.length === 0) {
    problems.add('empty_file', {})
    return
  }
  if (sayGuess(grids, source, checks)) return
  const isAnyKind = source.kind === null || source.kind === 'observations' || source.kind === 'targets'
  const whole = isAnyKind ? wholeUnits(problems.file, grids, checks.known) : null
  if (whole !== null) {
    const { line, value } = whole
    problems.add(whole.code, whole.params, {
      ...(line !== null && { line }),
      ...(value !== null && { value }),
    })
    return
  }
  const likely = likeliest(grids, source)
  const periods = (likely?.profile.kind ?? source.kind) === 'targets' ? periodsAcross(grids) : []
  if (periods.length > 0) {
    problems.add('targets_by_period', { periods: periods.map(each => `“${each}”`).join(', ') })
  } else if (likely !== null) {
    profileSheet(likely.grid.lines, likely.profile, ',', problems)
    const { kind, name: layout } = likely.profile
    const isOfFigures = kind === 'observations' || kind === 'targets'
    if (source.profile === null && isAnyKind && isOfFigures) problems.add('not_recognised', { layout })
    else if (source.profile === null) problems.add('list_not_recognised', { layout, type: kind })
  } else if (source.kind === null) problems.add('no_layout', { known: IMPORT_KINDS.join(', ') })
  else if (plainColumns(grids[0], source.kind) > 0) {
    plainSheet(grids[0]!.lines, columnsOf(source.kind), ',', problems)
  } else problems.add('no_table', { kind: source.kind, needed: neededIn(source.kind) })
  if (problems.count === 0) problems.add('empty_file', {})
}

/** Titles beside one another of which several say nothing but a period. */
function periodsAcross(grids: readonly Grid[]): string[] {
  const found = grids.flatMap(({ lines }) =>
    lines
      .slice(0, HEADER_WITHIN)
      .map(({ cells }) =>
        cells.map(cellText).filter(text => !/^\d+$/.test(text) && readPeriod(text, '2000') !== null),
      ),
  )
  return found.find(each => new Set(each).size >= 2) ?? []
}

/** The columns without which there is no such table, as an office calls them. */
function neededIn(kind: ImportKind): string {
  const { required, either } = columnsOf(kind)
  return [...new Set([...required, ...either.map(group => group[0]!)].map(fieldName))].join(', ')
}

/** The layout of which the file has most columns, two at least; null where it looks like none, or has fixed names. */
function likeliest(
  grids: readonly Grid[],
  { kind, profile }: Source,
): { grid: Grid; profile: Profile } | null {
  const kinds = kind === null ? IMPORT_KINDS : [kind]
  const profiles = profile === null ? kinds.flatMap(layoutsOf) : [profile]
  const found = grids.flatMap(grid =>
    profiles.flatMap(each => {
      const header = headerFor(grid.lines, each)
      // What has all columns was not taken for what stands in them.
      const isLike = profile !== null || !isWhole(header, each)
      return isLike ? [{ grid, profile: each, matched: header.columns.size }] : []
    }),
  )
  const [best] = found.toSorted((a, b) => b.matched - a.matched)
  if (best === undefined || profile !== null) return best ?? null
  const plain = Math.max(...kinds.map(each => plainColumns(grids[0], each)))
  return best.matched >= 2 && best.matched > plain ? best : null
}

function plainColumns(grid: Grid | undefined, kind: ImportKind): number {
  const names = namesOf(columnsOf(kind))
  const cells = grid?.lines[0]?.cells ?? []
  return cells.filter(cell => typeof cell === 'string' && names.includes(cell.toLowerCase())).length
}
