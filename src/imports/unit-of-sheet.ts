import type { Unit } from '../core/unit-tree.ts'
import { cellText, type Grid } from './files/cell.ts'
import { ownForm } from './own-form.ts'
import { pairIn, TWO } from './files/pair-columns.ts'
import type { Known } from './known.ts'
import { type Problem, problem } from './problem.ts'
import { isNumberCell, unitColumns } from './suggest-profile.ts'
import { lowestOf } from './units-above.ts'

/** Titles are looked for in so many lines. */
const SEARCHED = 30
/** So many rows of numbers make a table. */
const LEAST_ROWS = 2

/**
 * What is wrong with sheets of which each is of one unit as a whole, by its name or a line above its table, and that name no
 * unit in their rows; null where they are others.
 */
export function wholeUnits(file: string, grids: readonly Grid[], known: Known): Problem | null {
  const pair = pairLeft(file, grids)
  if (pair !== null) return pair
  const own = grids.filter(isTable).flatMap(grid => ownForm(grid, known) ?? [])
  const [form] = own
  if (form !== undefined && own.length === 1) {
    const { unit } = form
    if (!form.hasResults) {
      const columns = form.titles.map(each => `“${each}”`).join(', ')
      return problem(file, 'own_form_columns', { columns })
    }
    return unit === null
      ? problem(file, 'indicators_of_none', {})
      : problem(file, 'indicators_of_unit', { unit: unit.name, code: unit.code })
  }
  const found = grids.filter(isTable).map(grid => ({ grid, unit: unitOf(grid, known) }))
  const [first, ...others] = found.flatMap(({ unit }) => unit ?? [])
  if (first === undefined || found.some(({ unit }) => unit === null)) return null
  if (others.length === 0) return problem(file, 'unit_of_table', { unit: first })
  const sheets = found.map(({ grid }) => `“${grid.name ?? ''}”`).join(', ')
  return problem(file, 'units_by_sheet', { sheets })
}

/** A column of pairs of counts, of which some cell is none: the first that is wrong. */
function pairLeft(file: string, grids: readonly Grid[]): Problem | null {
  for (const { lines, isHidden } of grids) {
    const cells = lines.flatMap(({ line, cells: all }) =>
      all.flatMap(cell =>
        TWO.test(cellText(cell)) ? [{ line, value: cellText(cell), isPair: pairIn(cell) !== null }] : [],
      ),
    )
    const wrong = cells.find(({ isPair }) => !isPair) ?? cells[0]
    if (isHidden || wrong === undefined || cells.length < LEAST_ROWS) continue
    return problem(file, 'two_numbers', {}, { line: wrong.line, value: wrong.value })
  }
  return null
}

function isTable({ lines, isHidden }: Grid): boolean {
  const rows = lines.filter(({ cells }) => cells.slice(1).some(isNumberCell))
  return !isHidden && rows.length >= LEAST_ROWS
}

/**
 * Name of the unit of which the table is: of those named above the rows the one that lies below all others ("UBND huyện …"
 * stands above "UBND xã …"); null where none does. A province is said above every table.
 */
function unitOf({ name, lines }: Grid, known: Known): string | null {
  if (unitColumns(lines, known).length > 0) return null
  const titles = lines.slice(0, SEARCHED).flatMap(({ cells }) => {
    const [text, ...others] = cells.map(cellText).filter(each => each !== '')
    return text === undefined || others.length > 0 ? [] : text.split(/\s[-–—]\s|[\n:]/)
  })
  return lowestNamed([name ?? '', ...titles], known)?.name ?? null
}

/** Of the units that texts name, without a province, the one that lies below all others; null where there is none such. */
function lowestNamed(texts: readonly string[], known: Known): Unit | null {
  const named = texts.flatMap(text => {
    const [code, ...others] = /\p{L}{2}/u.test(text) ? known.findUnit.find(text.trim()).codes : []
    const unit = others.length === 0 ? known.units.get(code ?? '') : undefined
    return unit === undefined || unit.parent === null ? [] : [unit]
  })
  return lowestOf(named, known.units)
}
