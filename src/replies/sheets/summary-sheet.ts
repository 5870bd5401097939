import type { Digest } from '../../answers/digest-facts.ts'
import { missingPoints, type TableRow } from '../../answers/digest-table.ts'
import { UNIT_KINDS } from '../../core/unit-tree.ts'
import { digestTitle } from '../digests/digest-finding.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf, unitName } from '../phrases/names.ts'
import { shadeOf } from '../phrases/shades.ts'
import { type Column, column, measured, rowsOf } from './figure-columns.ts'
import type { SheetContent } from './write-spreadsheet.ts'

/** A unit with its figures by indicator. */
interface UnitRow {
  unit: string
  cells: ReadonlyMap<string, TableRow>
}

/**
 * Units × indicators in the colours of how far each is from its target, those of a kind together, who misses most first;
 * with the office's name above and a place for day and signature below. Null for a unit with none below.
 */
export function summarySheet(
  digest: Digest,
  rows: readonly TableRow[],
  say: SayContext,
): SheetContent | null {
  const units = unitRows(digest, rows, say)
  if (units.length < 2) return null
  const { words } = say
  const columns: Column<UnitRow>[] = [
    column(say, 'unit', 34, row => say.tree.byCode.get(row.unit)?.name ?? row.unit),
    ...digest.lines.map(({ figure: { indicator } }): Column<UnitRow> => ({
      title: indicatorOf(say, indicator).shortName,
      width: 14,
      cell: row => coloured(row.cells.get(indicator), say),
    })),
    column(say, 'missed', 12, row => missed(row).length),
  ]
  const office = words.capital(unitName(say, digest.unit))
  return {
    name: words.say('sheets.summary'),
    lines: [
      digestTitle(digest, say),
      words.say('sheets.office', { unit: office }),
      words.say('sheets.colours'),
    ],
    columns,
    rows: rowsOf(columns, units),
    below: [[], ...signatures(columns.length, say)],
    frozenColumns: 1,
  }
}

function unitRows(digest: Digest, rows: readonly TableRow[], say: SayContext): UnitRow[] {
  const kindOf = ({ unit }: UnitRow) => UNIT_KINDS.indexOf(say.tree.byCode.get(unit)?.kind ?? 'other')
  return [...Map.groupBy(rows, row => row.figure.unit)]
    .filter(([unit]) => unit !== digest.unit)
    .map(([unit, own]) => ({ unit, cells: new Map(own.map(row => [row.figure.indicator, row])) }))
    .toSorted(
      (a, b) => kindOf(a) - kindOf(b) || missingPoints(b.cells.values()) - missingPoints(a.cells.values()),
    )
}

function missed({ cells }: UnitRow): TableRow[] {
  return [...cells.values()].filter(({ figure }) => figure.met === false)
}

function coloured(row: TableRow | undefined, say: SayContext) {
  if (!row) return null
  const { figure } = row
  return measured(say, figure, figure.value, shadeOf(figure.gap))
}

/** "…, ngày … tháng … năm …" and who signs, at the right of the table. */
function signatures(width: number, { words }: SayContext): (string | null)[][] {
  const at = Math.max(1, width - 3)
  const line = (left: string | null, right: string) => [left, ...Array<null>(at - 1).fill(null), right]
  return [
    line(null, words.say('sheets.placeAndDay')),
    line(words.say('sheets.madeBy'), words.say('sheets.signedBy')),
    line(words.say('sheets.sign'), words.say('sheets.sign')),
  ]
}
