import { cellText, type Line } from './files/cell.ts'
import { foldName } from './names/fold-name.ts'
import type { Problems } from './problem.ts'
import { onlyPeriod, type TablePeriod } from './table-period.ts'
import type { Sheet } from './tables/sheet.ts'

/** So many rows above its headers may belong to a table. */
const TITLE_ROWS = 5

/**
 * Reports a second table below the first: a row of headers that are others, or the same under a title of another period.
 * The same headers again, at the top of a printed page, are no other table.
 */
export function reportSecondTable(
  { sheet, header }: { sheet: Sheet; header: readonly Line[] },
  table: TablePeriod,
  problems: Problems,
): void {
  const unit = sheet.columns.get('unit')
  if (unit === undefined || header.length === 0) return
  const own = new Set(header.map(wordsOf))
  const title = foldName(unit.header)
  let above: Line[] = []
  for (const line of sheet.lines) {
    if (foldName(cellText(line.cells[unit.index])) !== title || !isOfWords(line)) {
      above = [...above, line].slice(-TITLE_ROWS)
      continue
    }
    if (!own.has(wordsOf(line)) || above.some(each => saysOther(each, table))) {
      problems.add('second_table', { line: line.line }, { line: line.line })
      return
    }
    above = []
  }
}

function wordsOf({ cells }: Line): string {
  const texts = cells.map(cell => foldName(cellText(cell)))
  return texts.join('|').replace(/\|+$/, '')
}

/** A row of a unit has numbers beside its name; one of headers has words. */
function isOfWords({ cells }: Line): boolean {
  const texts = cells.map(cellText).filter(text => text !== '')
  return texts.length >= 2 && texts.every(text => !/^[\d.,%\s]+$/.test(text))
}

function saysOther(line: Line, { period, year }: TablePeriod): boolean {
  const said = onlyPeriod(line.cells.map(cellText).join(' ; '), year)
  return said !== null && period !== null && (said.from !== period.from || said.to !== period.to)
}
