import { countTitles } from '../../../locales/vi/files.ts'
import { says } from '../says.ts'
import { saysNoFigure } from '../values/numbers.ts'
import { type Cell, cellText, type Grid, type Line } from './cell.ts'

/** `1.117/1.679 (66,53%)`, `180 / 264`: a part, its whole, and the rate of the one to the other. */
const PAIR =
  /^(\d{1,3}(?:[.,]\d{3})+|\d+)\s*\/\s*(\d{1,3}(?:[.,]\d{3})+|\d+)(?:\s*[(;]?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*\)?)?$/u
/** `127/166 (76,51%)`: two numbers in one cell. */
export const TWO = /^\d[\d.,]*\s*\/\s*\d+(?!.*\/)/u
/** Fewer may be days, or numbers of documents. */
const LEAST_PAIRS = 2
/** A rate is written with two decimals at most, or rounded to none. */
const ROUNDED = 0.5

interface Pair {
  part: number
  whole: number
  rate: string | null
}

/** The counts in a cell, where there are two of which the second is the whole and the rate beside them is theirs. */
export function pairIn(cell: Cell | undefined): Pair | null {
  if (typeof cell !== 'string' || !cell.includes('/')) return null
  const [, part = '', whole = '', rate = null] = PAIR.exec(cell.replaceAll(/\s+/gu, ' ')) ?? []
  if (part === '') return null
  const [a, b] = [countOf(part), countOf(whole)]
  const decimals = rate === null ? 0 : (/[.,](\d+)$/.exec(rate)?.[1]?.length ?? 0)
  const isTrue =
    rate === null ||
    b === 0 ||
    Math.abs(Number(rate.replace(',', '.')) - (100 * a) / b) <= ROUNDED * 10 ** -decimals + 1e-9
  return a <= b && isTrue ? { part: a, whole: b, rate } : null
}

function countOf(text: string): number {
  return Number(text.replaceAll(/[.,]/g, ''))
}

/**
 * The sheet with two columns for each that holds nothing but pairs of counts, with their rates or without, under a title that
 * names both: "HS trực tuyến/ Tổng HS (tỷ lệ %)". A column of which one cell is no such pair stays as it is.
 */
export function withPairsApart(grid: Grid): Grid {
  const width = Math.max(0, ...new Set(grid.lines.map(({ cells }) => cells.length)))
  const found = Array.from({ length: width }, (_, at) => pairsAt(grid.lines, at)).filter(
    each => each !== null,
  )
  if (found.length === 0) return grid
  const lines = grid.lines.map(({ line, cells }, row): Line => {
    const apart: Cell[] = Array.from({ length: width }, (_, at) => cells[at] ?? '')
    for (const { at, header, titles } of found) {
      const pair = row > header ? pairIn(cells[at]) : null
      if (pair !== null) apart[at] = pair.part
      if (row === header) apart[at] = titles[0]
      apart.push(row === header ? titles[1] : (pair?.whole ?? ''))
    }
    return { line, cells: apart }
  })
  return { ...grid, lines, pairs: found.map(({ titles }) => titles.join(' / ')) }
}

/** Where the pairs of a column begin and what its title calls the two; null where it holds others, or no title names both. */
function pairsAt(
  lines: readonly Line[],
  at: number,
): { at: number; header: number; titles: [string, string] } | null {
  const first = lines.findIndex(({ cells }) => pairIn(cells[at]) !== null)
  if (first === -1) return null
  const header = lines.findLastIndex(({ cells }, row) => row < first && cellText(cells[at]) !== '')
  const titles = cellText(lines[header]?.cells[at])
    .replaceAll(/\s*\([^()]*\)?\s*$/gu, '')
    .split('/')
  const [part = '', whole = '', ...more] = titles.map(title => title.replaceAll(/\s+/gu, ' ').trim())
  if (more.length > 0 || !/\p{L}{2}/u.test(part) || !/\p{L}{2}/u.test(whole)) return null
  const filled = lines
    .slice(first)
    .filter(({ cells }) => cellText(cells[at]) !== '' && !saysNoFigure(cellText(cells[at])))
  const isAll = filled.every(({ cells }) => pairIn(cells[at]) !== null)
  // "Ngày/tháng" over 3/5 and 4/5 counts nothing.
  const areCounts =
    says([part, whole], countTitles) || filled.some(({ cells }) => pairIn(cells[at])?.rate !== null)
  return isAll && areCounts && filled.length >= LEAST_PAIRS ? { at, header, titles: [part, whole] } : null
}
