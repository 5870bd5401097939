import type { Digest } from '../../answers/digest-facts.ts'
import type { TableRow } from '../../answers/digest-table.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf } from '../phrases/names.ts'
import {
  type Column,
  column,
  placeColumns,
  resultColumns,
  rowsOf,
  withoutSameParent,
} from './figure-columns.ts'
import type { SheetContent } from './write-spreadsheet.ts'

/** Letters of a sheet's name at most, and those that it may not have. */
const NAME_LENGTH = 31
const FORBIDDEN = /[[\]:*?/\\']/g

/** A sheet for each indicator: its units in the order of the tree, with filters. None for a unit with none below. */
export function indicatorSheets(digest: Digest, rows: readonly TableRow[], say: SayContext): SheetContent[] {
  if (digest.unitCount === 0) return []
  const all = unitColumns(say)
  const byIndicator = Map.groupBy(rows, row => row.figure.indicator)
  return digest.lines.map(({ figure: { indicator } }, index) => {
    const own = byIndicator.get(indicator) ?? []
    const columns = withoutSameParent(all, own, say)
    return {
      name: sheetName(indicatorOf(say, indicator).shortName, index),
      lines: [],
      columns,
      rows: rowsOf(columns, own),
      frozenColumns: 2,
    }
  })
}

/** The columns of units with their figures. */
export function unitColumns(say: SayContext): Column<TableRow>[] {
  const { words, tree } = say
  const unitOf = ({ figure }: TableRow) => tree.byCode.get(figure.unit)
  const kindOf = (row: TableRow) => words.say(`units.peers.${unitOf(row)?.kind ?? 'other'}`)
  return [
    column(say, 'code', 12, ({ figure }) => figure.unit),
    column(say, 'unit', 30, row => unitOf(row)?.name ?? row.figure.unit),
    column(say, 'kind', 20, row => words.capital(kindOf(row))),
    column(say, 'parent', 24, row => tree.byCode.get(unitOf(row)?.parent ?? '')?.name ?? null),
    ...resultColumns<TableRow>(say),
    ...placeColumns<TableRow>(say),
  ]
}

/** "1. Hồ sơ trực tuyến": numbered, as two names may be cut alike. */
function sheetName(name: string, index: number): string {
  return `${index + 1}. ${name.replace(FORBIDDEN, ' ')}`.slice(0, NAME_LENGTH).trimEnd()
}
