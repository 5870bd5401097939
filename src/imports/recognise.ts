import { dossierWords, valueTitles } from '../../locales/vi/files.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { Checks } from './checks.ts'
import { reportCountsInThousands } from './counts-in-thousands.ts'
import type { Reading, Sheets } from './files/book.ts'
import { cellText, type Grid, type Line } from './files/cell.ts'
import type { Known } from './known.ts'
import { columnsOf, isWhole, layoutsOf } from './layouts.ts'
import { doubtOfTargets, type NoTargets, isAssigning } from './meant-targets.ts'
import { IMPORT_KINDS, type ImportKind } from './outcome.ts'
import { ownForm, withOwnUnit } from './own-form.ts'
import type { Profile } from './profile.ts'
import { doubtOtherUnits } from './other-units.ts'
import { reportSplitCells } from './split-cells.ts'
import { reportSecondTable } from './second-table.ts'
import { reportRepeatedHeader } from './repeated-header.ts'
import { notesBelow } from './notes-below.ts'
import { reportNoTable } from './report-no-table.ts'
import { sayColumns } from './say-columns.ts'
import { reportUnreadTargets } from './unread-targets.ts'
import { reportUnreadDays } from './unread-days.ts'
import { sayGuess } from './say-guess.ts'
import { withSuggested } from './with-suggested.ts'
import { says } from './says.ts'
import { firstFew, shortened } from './shortened.ts'
import type { Source } from './source.ts'
import { chosenGrids } from './sheet-choice.ts'
import { withMergedNumbers } from './merged-numbers.ts'
import { turned } from './turned.ts'
import { unfolded } from './unfolded.ts'
import { readThough, withStruck } from './struck-rows.ts'
import { withRepeatedUnits } from './repeated-units.ts'
import { withNamedUnits } from './named-units.ts'
import { tablePeriod, type TablePeriod } from './table-period.ts'
import { isPlain, plainSheet } from './tables/plain-sheet.ts'
import { headerFor, profileSheet } from './tables/profile-sheet.ts'
import { type Numbers, type Sheet, titlesOf } from './tables/sheet.ts'
import type { Header } from './tables/header.ts'
import { readCount } from './values/numbers.ts'

/** The table that a file was found to hold. */
export interface Table {
  kind: ImportKind
  /** Null for a table under the fixed names of columns. */
  profile: Profile | null
  sheet: Sheet
  period: TablePeriod
  /** What stands above the header. */
  titles: readonly Line[]
  sheetName: string | null
}

/** A way to read one sheet. */
export interface Candidate {
  kind: ImportKind
  profile: Profile | null
  grid: Grid
  /** Columns that are known: of several ways the one that knows most is meant. */
  matched: number
  /** Why it is not to be taken so without being asked for. */
  doubt: NoTargets | null
}

/** Finds the table in a file: its sheet, its kind, how it is laid out. What is not certain is a problem, and null. */
export function recognise(asked: Source, checks: Checks): Table | null {
  const source = asked.isSuggested ? withSuggested(asked, checks) : asked
  const { book } = source
  const unit = givenUnit(source, checks)
  if (checks.problems.count > 0) return null
  for (const reading of book.readings) {
    const sheets = reading.sheets()
    if ('code' in sheets) continue
    const grids = chosenGrids(sheets.grids, source, checks)?.map(grid =>
      shaped(grid, source, checks.known, unit),
    )
    if (grids === undefined) return null
    const isOwn = (grid: Grid) => grid.own !== undefined || ownForm(grid, checks.known) !== null
    if (unit !== null && !grids.some(isOwn)) {
      checks.problems.add('unit_not_needed', {})
      return null
    }
    const found = grids.flatMap(grid => candidatesIn(grid, source))
    const candidates = found.filter(each => each.doubt === null)
    const doubt = found.find(each => each.doubt !== null && !each.grid.isHidden)?.doubt ?? null
    if (candidates.length === 0 && doubt !== null) {
      if (sayGuess(grids, source, checks, { onlyCounts: doubt.code === 'targets_unsaid', isDoubted: true }))
        return null
      if (doubt.code === 'targets_unsaid') checks.problems.add(doubt.code, doubt.params)
      else checks.problems.add(doubt.code, doubt.params)
      return null
    }
    const one = oneOf(candidates, checks)
    if (one === null) return null
    if (one === undefined) continue
    const table = opened(one, { source, reading, sheets, checks })
    if (table === null && source.kind === null) sayGuess([one.grid], source, checks)
    return table
  }
  reportNoTable(source, checks)
  return null
}

/** The sheet with its rows below one another, one for each unit or each indicator of one. */
function shaped(grid: Grid, { kind, profile }: Source, known: Known, unit: Unit | null): Grid {
  const one = unfolded(grid, known)
  if (profile !== null) return one
  const long = turned(one, known)
  return kind === null || kind === 'observations' ? withOwnUnit(long, known, unit) : long
}

/** The unit of `--unit`; null without it, or where it names none or several, which is reported. */
function givenUnit({ request: { unit } }: Source, { known, problems }: Checks): Unit | null {
  if (unit === undefined) return null
  const { codes, otherMarks } = known.findUnit.find(unit)
  const [code = '', ...others] = otherMarks ? [] : codes
  const near = others.length > 0 ? codes.join('; ') : known.nearUnits(unit)
  if (code === '' && near === '') problems.add('no_unit', {}, { value: unit })
  else if (code === '') problems.add('unknown_unit', { near }, { value: unit })
  else if (others.length > 0) problems.add('ambiguous_unit', { near }, { value: unit })
  return known.units.get(code) ?? null
}

function candidatesIn(grid: Grid, { kind, profile }: Source): Candidate[] {
  const { lines } = grid
  // What a unit reports of itself is what it has reached, whatever stands beside it.
  const kinds = grid.own !== undefined ? ['observations' as const] : kind === null ? IMPORT_KINDS : [kind]
  if (lines.length < 2) return []
  if (profile !== null) {
    const header = headerFor(lines, profile)
    return isWhole(header, profile)
      ? [{ kind: profile.kind, profile, grid, matched: header.columns.size, doubt: null }]
      : []
  }
  return kinds.flatMap((each): Candidate[] => {
    const columns = columnsOf(each)
    if (isPlain(lines, columns)) {
      const matched = columns.required.length + columns.either.length
      return [{ kind: each, profile: null, grid, matched, doubt: null }]
    }
    return layoutsOf(each).flatMap(layout => {
      const header = headerFor(lines, layout)
      if (!isWhole(header, layout)) return []
      // Beside counts of dossiers a code and a name are those of a table of figures.
      if (kind === null && each === 'units' && says(header.titles, dossierWords)) return []
      const isAnnex = kind === null && layout.kind === 'targets' && layout.figures.length > 0
      const [titles, own] = [lines.slice(0, header.start), lines.slice(header.start, header.end)]
      const doubt = isAnnex ? doubtOfTargets(titles, own) : null
      if (doubt !== null && holdsCounts(lines.slice(header.end), header, layout)) return []
      return [{ kind: each, profile: layout, grid, matched: header.columns.size, doubt }]
    })
  })
}

/** Whether what would be targets are counts: no target of a percent is above 100. */
function holdsCounts(lines: readonly Line[], { columns }: Header, { figures }: Profile): boolean {
  const at = figures.flatMap(({ value = '' }) => columns.get(value)?.index ?? [])
  return lines.some(({ cells }) =>
    at.some(index => {
      const count = readCount(cells[index] ?? '', { decimal: ',', grouped: true })
      return typeof count === 'number' && count > 100
    }),
  )
}

/** The likeliest candidate; null, and a problem, where several sheets or kinds fit; undefined where none does. */
function oneOf(candidates: readonly Candidate[], checks: Checks): Candidate | null | undefined {
  const visible = candidates.filter(each => !each.grid.isHidden)
  const grids = [...new Set((visible.length > 0 ? visible : candidates).map(each => each.grid))]
  const [grid, ...others] = grids
  if (grid === undefined) return undefined
  const names = grids.map(each => `“${each.name}”`).join(', ')
  if (others.length > 0) checks.problems.add('several_sheets', { sheets: names })
  else if (visible.length === 0) checks.problems.add('hidden_sheet', { sheets: names })
  if (checks.problems.count > 0) return null
  const own = candidates.filter(each => each.grid === grid).toSorted((a, b) => b.matched - a.matched)
  const [best] = own
  const kinds = new Set(own.filter(each => each.matched === best?.matched).map(each => each.kind))
  if (kinds.size <= 1) return best
  checks.problems.add('kind_needed', { kinds: [...kinds].join(', ') })
  return null
}

interface Opening {
  source: Source
  reading: Reading
  sheets: Sheets
  checks: Checks
}

function opened({ kind, profile, grid }: Candidate, opening: Opening): Table | null {
  const { source, reading, checks } = opening
  const { file, period: given = null } = source.request
  const likely = likelyDecimal(reading)
  const found =
    profile === null
      ? {
          sheet: plainSheet(grid.lines, columnsOf(kind), likely, checks.problems),
          titles: [],
          header: [],
          read: [],
          unread: [],
        }
      : profileSheet(grid.lines, profile, likely, checks.problems)
  if (checks.problems.count > 0) return null
  if (found.sheet.lines.length === 0) {
    checks.problems.add('empty_file', {})
    return null
  }
  const isByUnit = kind === 'observations' || kind === 'targets'
  const byName = isByUnit && profile !== null ? withNamedUnits(found, checks) : found
  const named =
    kind === 'observations' && profile !== null && 'unread' in byName
      ? withRepeatedUnits(byName, checks)
      : byName
  const located = isByUnit
    ? withMergedNumbers(withStruck(named, grid, profile, checks), grid, profile, checks)
    : named
  if (checks.problems.count > 0) return null
  const surroundings = {
    given,
    titles: located.titles,
    notes: profile === null ? [] : notesBelow(located.sheet.lines),
    sheetName: grid.name,
    file,
    profile,
    reportMonth: checks.reportMonth,
  }
  const period = tablePeriod(surroundings)
  if (!goesOnBelow(located)) {
    reportSecondTable(located, period, checks.problems)
    reportRepeatedHeader(located, checks.problems)
  }
  if (kind === 'targets' && source.profile === null && (profile?.figures.length ?? 0) > 0)
    reportUnreadTargets({ ...located }, period, checks.problems)
  if (kind === 'observations' && source.profile !== null && isAssigning(located.titles))
    checks.problems.add('profile_over_targets', {})
  if (kind === 'observations' && 'unread' in located) reportUnreadDays(located, period, checks.problems)
  const areCounts = takesCounts(located.sheet, profile)
  if (kind === 'observations' && (areCounts || !saysRates(located.sheet, profile)))
    reportCountsInThousands(located, areCounts, checks.problems)
  if (reading.separator !== null) reportSplitCells(located, checks)
  if (isByUnit) doubtOtherUnits(located, checks)
  if (checks.problems.count > 0) return null
  const struck = readThough(grid, found.sheet.lines, located.sheet.lines)
  sayWhatWasRead({ kind, profile, grid: { ...grid, struck } }, opening)
  sayColumns(located, profile, checks)
  return { kind, profile, sheet: located.sheet, titles: located.titles, period, sheetName: grid.name }
}

/** Whether the first row repeats the title of the units: the header goes on below what is read of it. */
function goesOnBelow({ sheet }: { sheet: Sheet }): boolean {
  const unit = sheet.columns.get('unit')
  const first = sheet.lines[0]?.cells[unit?.index ?? -1]
  return unit !== undefined && unit.header !== '' && cellText(first) === unit.header
}

/** Whether counts are read from the table, and not values alone. */
function takesCounts({ columns }: Sheet, profile: Profile | null): boolean {
  const figures = profile?.figures ?? []
  return figures.length > 0
    ? figures.some(({ numerator }) => numerator !== undefined)
    : columns.has('numerator')
}

/** Whether every column of values says that it holds rates or points: beside it a scale is of other columns. */
function saysRates({ columns }: Sheet, profile: Profile | null): boolean {
  const figures = profile?.figures ?? []
  const fields = figures.length > 0 ? figures.flatMap(({ value }) => value ?? []) : ['value']
  return fields
    .flatMap(field => columns.get(field) ?? [])
    .every(column => titlesOf(column).join(' ').includes('%') || says(titlesOf(column), valueTitles))
}

/** Where columns are separated by commas, decimals have a point. */
function likelyDecimal({ separator }: Reading): Numbers['likely'] {
  return separator === ',' ? '.' : ','
}

function sayWhatWasRead(
  { kind, profile, grid }: Omit<Candidate, 'matched' | 'doubt'>,
  { source, sheets, checks }: Opening,
): void {
  const { notes } = checks
  const { book, request } = source
  if (request.kind === undefined) notes.add('note_kind', { kind })
  if (profile !== null)
    notes.add(request.profile === undefined ? 'note_layout' : 'note_profile', { profile: profile.name })
  const filled = sheets.grids.filter(each => each.lines.length > 0)
  if (grid.name !== null && book.format !== 'html') {
    const read = filled.findIndex(each => each.name === grid.name) + 1
    notes.add('note_sheet', { sheet: grid.name, read, all: filled.length })
    const others = filled.filter(each => each.name !== grid.name).map(each => `“${each.name}”`)
    if (others.length > 0) notes.add('note_other_sheets', { sheets: others.join(', ') })
  }
  if (book.encoding !== null && book.encoding !== 'utf-8' && sheets.font === null) {
    notes.add('note_encoding', { encoding: book.encoding })
  }
  if (sheets.font !== null) notes.add('note_font', { font: sheets.font })
  const { hiddenLines, hiddenColumns, beside, isTurned, own } = grid
  if (own !== undefined) sayOwnForm(own, checks)
  if (beside !== undefined) notes.add('note_beside', { columns: beside.join(', ') })
  if (isTurned === true) notes.add('note_turned', {})
  if (hiddenLines.length > 0) {
    notes.add('note_hidden_rows', { count: hiddenLines.length, lines: listed(hiddenLines) })
  }
  if (hiddenColumns.length > 0) notes.add('note_hidden_columns', { columns: hiddenColumns.join(', ') })
  sayWhatIsMarked(grid, checks)
}

/** Whose the rows are, and which of them were left out. */
function sayOwnForm({ unit, others }: NonNullable<Grid['own']>, { notes }: Checks): void {
  notes.add('note_own_form', { unit })
  const rows = others.map(({ line, cells }) => {
    const text = cells.map(cellText).find(each => /\p{L}{2}/u.test(each)) ?? ''
    return `${line} “${shortened(text, NAMED)}”`
  })
  if (rows.length > 0) notes.add('note_no_indicators', { count: rows.length, rows: firstFew(rows, SHOWN) })
}

/** A row is named with so many letters. */
const NAMED = 40
/** So many cells with comments are named. */
const SHOWN = 10

/** What people have marked by hand is not read: it is said. */
function sayWhatIsMarked(
  { struck, comments, decimals, pairs = [] }: Grid,
  { notes, warnings }: Checks,
): void {
  if (pairs.length > 0) notes.add('note_pairs', { columns: pairs.map(each => `“${each}”`).join(', ') })
  if (decimals.length > 0) {
    warnings.add('shown_decimals', { count: decimals.length, cells: firstFew(decimals, SHOWN) })
  }
  const struckLines = [...new Set(struck.map(({ line }) => line))].toSorted((a, b) => a - b)
  if (struckLines.length > 0) {
    notes.add('note_struck_rows', { count: struckLines.length, lines: listed(struckLines) })
  }
  if (comments.length === 0) return
  notes.add('note_comments', { count: comments.length, cells: firstFew(comments, SHOWN) })
}

/** `3–7, 12, 15–16 …` */
function listed(lines: readonly number[]): string {
  const runs: [number, number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last !== undefined && line === last[1] + 1) last[1] = line
    else runs.push([line, line])
  }
  const texts = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return firstFew(texts, SHOWN)
}
