import { periodTitles } from '../../../locales/vi/files.ts'
import { type Cell, cellText, type Line } from '../files/cell.ts'
import { foldName, foldText } from '../names/fold-name.ts'
import { strictKey } from '../names/spelling.ts'
import { compilePattern } from '../pattern.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import { findHeader, type Header, type Wanted } from './header.ts'
import { cellOf, numberCustoms, type Numbers, type Sheet } from './sheet.ts'
import { type UnreadColumn, unreadColumns } from './unread-columns.ts'

/** A table that was found in a sheet by its header. */
export interface Located {
  sheet: Sheet
  /** What stands above the header. */
  titles: readonly Line[]
  /** The rows of its header. */
  header: readonly Line[]
  /** What the columns that are read are called. */
  read: readonly string[]
  /** Columns that hold something and are not read. */
  unread: readonly UnreadColumn[]
}

const DASHES = ['-', '–', '—', '--', '...', '…']

/** The header by which the profile knows the table; where columns are missing, the likeliest. */
export function headerFor(lines: readonly Line[], profile: Profile): Header {
  const { columns, optional, headerRows, figures, kind } = profile
  const own = kind === 'observations' && figures.length > 0 ? periodsBeside(columns) : {}
  const wanted: Wanted = {
    columns: { ...columns, ...own },
    optional: [...optional, ...Object.keys(profile.fixed), ...Object.keys(own)],
    heights: headerRows,
  }
  const header = findHeader(lines, wanted)
  // "Tháng" below another title counts what came in a month: a period stands under a title of its own.
  for (const field of Object.keys(own)) {
    if ((header.columns.get(field)?.path.length ?? 0) > 1) header.columns.delete(field)
  }
  return header
}

/** Columns of periods that any wide table of figures may have, but for those that its profile reads as something else. */
function periodsBeside(columns: Profile['columns']): Record<string, string[]> {
  const known = new Set(Object.values(columns).flat().map(foldName))
  const entries = Object.entries(periodTitles).map(([field, titles]): [string, string[]] => [
    field,
    titles.filter(title => !known.has(foldName(title))),
  ])
  return Object.fromEntries(entries.filter(([field, titles]) => !(field in columns) && titles.length > 0))
}

/** The table below its header, as the profile says to read it; columns that are missing are reported. */
export function profileSheet(
  lines: readonly Line[],
  profile: Profile,
  likely: Numbers['likely'],
  problems: Problems,
): Located {
  const header = headerFor(lines, profile)
  for (const column of header.missing) {
    const found = header.titles.filter(title => title !== '').join(', ')
    const wanted = profile.columns[column]?.[0] ?? column
    problems.add('missing_column', { found }, { line: header.line, column: wanted })
  }
  const unread = unreadColumns(header, lines.slice(header.end), profile)
  const isUnread = new Set(unread.map(({ index }) => index))
  const read = [...header.columns.values()]
    .filter(({ index }) => !isUnread.has(index))
    .map(({ name }) => name)
  const below = lines.slice(header.end)
  const rows = withFixed(withValues(withoutHeaderRest(below, header), profile, header), profile, header)
  const decimal = profile.decimal === 'auto' ? null : profile.decimal === 'comma' ? ',' : '.'
  const numbers = { decimal, likely, grouped: profile.grouped } as const
  const empty = new Set([...profile.empty, ...(profile.grouped ? DASHES : [])])
  const custom = numberCustoms(rows, header.columns, numbers)
  const others = unread.filter(({ hasNumbers }) => hasNumbers)
  const sheet = { file: problems.file, lines: rows, columns: header.columns, others, empty, custom }
  return {
    sheet: withoutSkipped(sheet, profile),
    titles: lines.slice(0, header.start),
    header: lines.slice(header.start, header.end),
    read,
    unread,
  }
}

/** What of the header reaches further down: lower titles of columns that are not read, and the numbers of columns. */
function withoutHeaderRest(lines: readonly Line[], header: Header): readonly Line[] {
  let first = 0
  while (first < 3 && first < lines.length) {
    const line = lines[first]!
    if (!isNumbering(line) && !repeatsTitles(line, header)) break
    first++
  }
  return lines.slice(first)
}

/** `1 2 3 …`, `(1) (2) (3)=(1)+(2)`, `A B 1 2`, `1 2 4` where a column was deleted: the numbers of columns and not a row. */
export function isNumbering({ cells }: Line): boolean {
  const texts = cells.map(cellText).filter(text => text !== '')
  if (texts.length < 3) return false
  const marks = texts.map(text => /^[[(]?(\d{1,2}|[A-ZĐ])[\])]?\s*(?:=.*)?$/u.exec(text)?.[1])
  if (marks.some((mark, at) => mark === undefined && !/^[[(]?\d{1,2}[\])]?\s*[=:]/.test(texts[at] ?? '')))
    return false
  const numbers = marks.map(Number).filter(number => !Number.isNaN(number))
  return numbers.length >= 2 && numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)
}

/** A row that repeats titles of the header, or the lower titles of a heading above other columns. */
function repeatsTitles({ cells }: Line, header: Header): boolean {
  const used = [...header.columns.values()]
  const texts = used.map(({ index }) => cellText(cells[index]))
  const filled = texts.filter(text => text !== '')
  if (filled.length === 0) return cells.every(cell => typeof cell === 'string')
  return (
    filled.length >= 1 &&
    used.every(({ header: title }, at) => {
      const text = texts[at] ?? ''
      return text === '' || foldName(text) === foldName(title)
    })
  )
}

function withoutSkipped(sheet: Sheet, profile: Profile): Sheet {
  const rules = profile.skipRows.map(rule => ({ ...rule, pattern: compilePattern(rule.pattern) }))
  if (rules.length === 0) return sheet
  const isSkipped = (line: Line) =>
    rules.some(rule => rule.pattern?.test(foldText(cellOf(sheet, line, rule.column)).slice(0, 500)) === true)
  return { ...sheet, lines: sheet.lines.filter(line => !isSkipped(line)) }
}

/** The texts of cells as the codes that the profile says they mean. */
function withValues(lines: readonly Line[], profile: Profile, header: Header): readonly Line[] {
  const maps = Object.entries(profile.values).flatMap(([field, meanings]) => {
    const index = header.columns.get(field)?.index
    const codes = new Map(Object.entries(meanings).map(([text, code]) => [strictKey(text), code]))
    return index === undefined ? [] : [{ index, codes }]
  })
  if (maps.length === 0) return lines
  return lines.map(({ line, cells }) => {
    const changed = [...cells]
    for (const { index, codes } of maps) {
      const code = codes.get(strictKey(cellText(changed[index])))
      if (code !== undefined) changed[index] = code
    }
    return { line, cells: changed }
  })
}

/** The cells of `fixed` as if the file had them; an empty cell of a column that it has is filled, too. */
function withFixed(lines: readonly Line[], profile: Profile, header: Header): readonly Line[] {
  const fixed = Object.entries(profile.fixed)
  if (fixed.length === 0) return lines
  const width = Math.max(header.titles.length, ...new Set(lines.map(line => line.cells.length)))
  const added = fixed.filter(([field]) => !header.columns.has(field))
  for (const [at, [field]] of added.entries())
    header.columns.set(field, { index: width + at, header: field, name: field, path: [] })
  return lines.map(({ line, cells }) => {
    const padded: Cell[] = [...cells, ...Array.from({ length: width - cells.length }, () => '')]
    return { line, cells: [...padded, ...added.map(([, text]) => text)] }
  })
}
