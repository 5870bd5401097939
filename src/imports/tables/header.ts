import { remembered } from '../../lib/remembered.ts'
import { type Cell, cellText, type Line } from '../files/cell.ts'
import { foldName } from '../names/fold-name.ts'
import type { Column } from './sheet.ts'

/** Titles stand above the header; further down there is only data. */
const HEADER_WITHIN = 30

/** What is looked for in a table: fields, and under which headers each may stand. */
export interface Wanted {
  columns: Readonly<Record<string, readonly string[]>>
  optional: readonly string[]
  /** Of how many rows the header may consist. */
  heights: readonly number[]
}

export interface Header {
  columns: Map<string, Column>
  missing: string[]
  /** Rows above it, and how many rows it and they take. */
  start: number
  end: number
  line: number
  /** The lowest title of each column. */
  titles: string[]
  /** What each column is called among the others; empty where it has no title. */
  names: string[]
}

/** The header that lacks fewest columns; of equal ones that with most, of fewest rows, uppermost. */
export function findHeader(lines: readonly Line[], wanted: Wanted): Header {
  let best: Header | null = null
  const starts = lines.slice(0, HEADER_WITHIN).flatMap((line, at) => (mayBegin(line) ? [at] : []))
  for (const height of wanted.heights) {
    for (const start of starts) {
      const header = headerAt(lines, { start, height }, wanted)
      if (best === null || isBetter(header, best)) best = header
    }
  }
  return (
    best ?? {
      columns: new Map(),
      missing: Object.keys(wanted.columns),
      start: 0,
      end: 0,
      line: 1,
      titles: [],
      names: [],
    }
  )
}

/** Two titles at least, or a line of one cell in a table of one column. */
function mayBegin({ cells }: Line): boolean {
  return cells.filter(cell => typeof cell === 'string' && cell !== '').length >= Math.min(2, cells.length)
}

function isBetter(a: Header, b: Header): boolean {
  if (a.missing.length !== b.missing.length) return a.missing.length < b.missing.length
  return a.columns.size > b.columns.size
}

function headerAt(
  lines: readonly Line[],
  { start, height }: { start: number; height: number },
  { columns: wanted, optional }: Wanted,
): Header {
  const paths = joinTitles(lines.slice(start, start + height).map(line => line.cells))
  const folded = paths.map(path => path.map(foldTitle))
  const names = columnNames(paths)
  const columns = new Map<string, Column>()
  const taken = new Set<number>()
  for (const [field, headers] of Object.entries(wanted)) {
    const isFree = (at: number | null, header: string) =>
      at !== null && (header.startsWith('#') || !taken.has(at))
    const found = headers.map(header => ({ header, at: indexOf(header, folded) }))
    const index = found.find(({ at, header }) => isFree(at, header))?.at ?? null
    if (index === null) continue
    taken.add(index)
    const title = paths[index]?.at(-1)?.replaceAll(/\s+/g, ' ') ?? field
    columns.set(field, { index, header: title, name: names[index] || title, path: paths[index] ?? [] })
  }
  const missing = Object.keys(wanted).filter(field => !columns.has(field) && !optional.includes(field))
  const line = lines[start]?.line ?? 1
  const titles = paths.map(path => path.at(-1) ?? '')
  return { columns, missing, start, end: start + height, line, titles, names }
}

/** The lowest title of each column; where several have the same one, behind the title above it. */
function columnNames(paths: readonly (readonly string[])[]): string[] {
  const lowest = Map.groupBy(paths, path => foldName(path.at(-1) ?? ''))
  return paths.map(path => {
    const isShared = (lowest.get(foldName(path.at(-1) ?? ''))?.length ?? 0) > 1
    return path
      .slice(isShared ? -2 : -1)
      .join(' › ')
      .replaceAll(/\s+/g, ' ')
  })
}

/** For each column its titles from top to bottom; a merged cell above reaches over the empty cells to its right. */
export function joinTitles(header: readonly (readonly Cell[])[]): string[][] {
  const width = Math.max(0, ...header.map(cells => cells.length))
  const filled = header.map((cells, row) => {
    let above = ''
    return Array.from({ length: width }, (_, index) => {
      const text = cellText(cells[index]).trim()
      if (text !== '') above = text
      return row < header.length - 1 ? above : text
    })
  })
  const paths = Array.from({ length: width }, (_, index) => filled.map(cells => cells[index] ?? ''))
  // A title that is merged over rows stands in each of them.
  return paths.map(path => path.filter((text, row) => text !== '' && text !== path[row - 1]))
}

interface Title {
  whole: string
  /** Without what stands in brackets: "Đúng hạn (Bao gồm …)", "Tỷ lệ (%)". */
  short: string
}

/** Marks that lead to a note below the table. */
const RAISED = /[*\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+$/u

const foldTitle = remembered(5_000, (text): Title => {
  const whole = foldName(text.replace(RAISED, ''))
  return { whole, short: foldName(text.replaceAll(/\([^()]*\)?/g, ' ')) || whole }
})

/**
 * Where a header stands: `#3` is the third column; `A | B` a column under A whose title is B; else all its titles, or
 * its lowest title, if only one column has it.
 */
function indexOf(header: string, paths: readonly (readonly Title[])[]): number | null {
  const position = /^#(\d+)$/.exec(header)?.[1]
  if (position !== undefined) return Number(position) <= paths.length ? Number(position) - 1 : null
  if (header.includes('|')) {
    const parts = header.split('|').map(foldTitle)
    // "Hồ sơ trực tuyến" is no "Tỷ lệ hồ sơ trực tuyến" beside it.
    return only(paths, path => isUnder(path, parts, is)) ?? only(paths, path => isUnder(path, parts, says))
  }
  const wanted = foldTitle(header)
  const whole = paths.findIndex(path => path.map(part => part.whole).join(' ') === wanted.whole)
  if (whole !== -1 && wanted.whole !== '') return whole
  return (
    only(paths, path => path.at(-1)?.whole === wanted.whole) ??
    only(paths, path => path.at(-1)?.short === wanted.whole)
  )
}

function isUnder(
  path: readonly Title[],
  wanted: readonly Title[],
  fits: (title: Title, part: Title) => boolean,
): boolean {
  const last = path.at(-1)
  const end = wanted.at(-1)
  if (last === undefined || end === undefined || !fits(last, end)) return false
  let at = 0
  for (const part of wanted.slice(0, -1)) {
    const found = path.findIndex(
      (title, index) => index >= at && index < path.length - 1 && fits(title, part),
    )
    if (found === -1) return false
    at = found + 1
  }
  return true
}

function is(title: Title, part: Title): boolean {
  return title.whole === part.whole || title.short === part.whole
}

function says(title: Title, part: Title): boolean {
  return is(title, part) || ` ${title.short} `.includes(` ${part.whole} `)
}

function only(
  paths: readonly (readonly Title[])[],
  fits: (path: readonly Title[]) => boolean,
): number | null {
  const found = paths.flatMap((path, index) => (fits(path) ? [index] : []))
  return found.length === 1 ? found[0]! : null
}
