import { foldName, foldText } from './fold-name.ts'
import type { Problems } from './problem.ts'
import type { Profile } from './profile.ts'
import type { CsvRow, Separator } from './read-csv.ts'
import { cellOf, type Sheet } from './sheet.ts'

/** Titles stand above the header; further down there is only data. */
const HEADER_WITHIN = 20

type Found = Map<string, { index: number; header: string }>

interface Header {
  columns: Found
  missing: string[]
  /** How many rows it takes, counted from the first row of the table. */
  end: number
  line: number
  titles: string[]
}

/** A table laid out as the profile says, wherever its header stands; columns that are missing are reported. */
export function profileSheet(
  rows: readonly CsvRow[],
  separator: Separator,
  profile: Profile,
  problems: Problems,
): Sheet {
  const header = findHeader(rows, profile)
  for (const column of header.missing) {
    problems.add(
      'missing_column',
      { found: header.titles.filter(title => title !== '').join(', ') },
      { line: header.line, column: profile.columns[column]?.[0] ?? column },
    )
  }
  const comma = profile.decimal === 'auto' ? separator === ';' : profile.decimal === 'comma'
  const numbers = { comma, grouped: profile.grouped, empty: profile.empty }
  const sheet = { file: problems.file, rows: rows.slice(header.end), columns: header.columns, numbers }
  return withFixed(withoutSkipped(sheet, profile), profile)
}

/** True when the profile's columns are all in the table. */
export function fits(rows: readonly CsvRow[], profile: Profile): boolean {
  return findHeader(rows, profile).missing.length === 0
}

/** The header that lacks fewest columns; of equal ones the upper, and there the one of fewer rows. */
function findHeader(rows: readonly CsvRow[], profile: Profile): Header {
  let best: Header | null = null
  for (let start = 0; start < Math.min(rows.length, HEADER_WITHIN); start++) {
    for (const height of profile.headerRows) {
      const header = headerAt(rows, start, height, profile)
      if (best === null || header.missing.length < best.missing.length) best = header
    }
    if (best?.missing.length === 0) return best
  }
  return best ?? { columns: new Map(), missing: Object.keys(profile.columns), end: 0, line: 1, titles: [] }
}

function headerAt(rows: readonly CsvRow[], start: number, height: number, profile: Profile): Header {
  const titles = joinTitles(rows.slice(start, start + height).map(row => row.cells))
  const columns: Found = new Map()
  for (const [field, headers] of Object.entries(profile.columns)) {
    const index = headers.map(header => indexOf(header, titles)).find(each => each !== null)
    if (index !== undefined && index !== null) {
      columns.set(field, { index, header: titles[index]?.at(-1) ?? field })
    }
  }
  const missing = Object.keys(profile.columns).filter(
    field => !columns.has(field) && !profile.optional.includes(field),
  )
  const line = rows[start]?.line ?? 1
  return { columns, missing, end: start + height, line, titles: titles.map(parts => parts.at(-1) ?? '') }
}

/** For each column its titles from top to bottom; a merged cell above reaches over the empty cells to its right. */
function joinTitles(header: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...header.map(cells => cells.length))
  const filled = header.map((cells, row) => {
    let above = ''
    return Array.from({ length: width }, (_, index) => {
      const text = (cells[index] ?? '').trim()
      if (text !== '') above = text
      return row < header.length - 1 ? above : text
    })
  })
  const titles = Array.from({ length: width }, (_, index) => filled.map(cells => cells[index] ?? ''))
  // A title that is merged over rows stands in each of them.
  return titles.map(parts => parts.filter((text, row) => text !== '' && text !== parts[row - 1]))
}

/** Where a header stands: `#3`, all its titles, or its lowest title if only one column has it. */
function indexOf(header: string, titles: readonly string[][]): number | null {
  const position = /^#(\d+)$/.exec(header)?.[1]
  if (position !== undefined) return Number(position) <= titles.length ? Number(position) - 1 : null
  const wanted = foldName(header)
  const whole = titles.findIndex(parts => foldName(parts.join(' ')) === wanted)
  if (whole !== -1) return whole
  const lowest = titles.flatMap((parts, index) => (foldName(parts.at(-1) ?? '') === wanted ? [index] : []))
  return lowest.length === 1 ? lowest[0]! : null
}

function withoutSkipped(sheet: Sheet, profile: Profile): Sheet {
  const rules = profile.skipRows.map(rule => ({ ...rule, pattern: new RegExp(rule.pattern, 'u') }))
  const isSkipped = (row: CsvRow) =>
    rules.some(rule => rule.pattern.test(foldText(cellOf(sheet, row, rule.column))))
  return { ...sheet, rows: sheet.rows.filter(row => !isSkipped(row)) }
}

/** The cells of `fixed` as if the file had them. */
function withFixed(sheet: Sheet, profile: Profile): Sheet {
  const fixed = Object.entries(profile.fixed).filter(([field]) => !sheet.columns.has(field))
  if (fixed.length === 0) return sheet
  const width = Math.max(0, ...sheet.rows.map(row => row.cells.length))
  const rows = sheet.rows.map(({ line, cells }) => {
    const padded = [...cells, ...Array.from({ length: width - cells.length }, () => '')]
    return { line, cells: [...padded, ...fixed.map(([, text]) => text)] }
  })
  const columns = new Map(sheet.columns)
  for (const [index, [field]] of fixed.entries()) columns.set(field, { index: width + index, header: field })
  return { ...sheet, rows, columns }
}
