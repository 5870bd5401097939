import type { CellStyle, WriteSheet } from 'hucre/xlsx'
import { serveJobs } from '../../lib/side-thread.ts'
import type { Shade } from '../phrases/shades.ts'
import type { Cell, SheetContent, SpreadsheetJob } from './write-spreadsheet.ts'

const DAY_FORMAT = 'dd/mm/yyyy'
const FONT = { name: 'Calibri', size: 11 }
const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 14 } }
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'thin' } },
}
const TOP: CellStyle = { alignment: { vertical: 'top', wrapText: true } }
const HEADER_HEIGHT = 32
const LINE_HEIGHT = 15
const LONG = 40

const library = import('hucre/xlsx')

void serveJobs({ ready: library, work: write, handedOver: bytes => [bytes.buffer] })

async function write({ sheets, title, day }: SpreadsheetJob): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await library
  const made = new Date(`${day}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: sheets.map(sheet => toSheet(sheet, title)),
    namedRanges: sheets.flatMap(printTitles),
    properties: { title, created: made, modified: made },
    defaultFont: FONT,
  })
  return new Uint8Array(bytes)
}

/** The header is printed on each page: a name that Excel knows, of which the sheet's own must stand in quotation marks. */
function printTitles(sheet: SheetContent): { name: string; range: string; scope: string }[] {
  if (!hasTitles(sheet)) return []
  const { first } = partsOf(sheet)
  const range = `'${sheet.name.replaceAll("'", "''")}'!$${first}:$${first}`
  return [{ name: '_xlnm.Print_Titles', range, scope: sheet.name }]
}

function hasTitles({ columns }: SheetContent): boolean {
  return columns.some(column => column.title !== '')
}

/** What stands above the rows; `first` is the number of the header's row, counted from 1. */
function partsOf(sheet: SheetContent): { above: string[][]; header: string[][]; first: number } {
  const { lines, columns } = sheet
  const above = lines.length > 0 ? [...lines.map(line => [line]), []] : []
  const header = hasTitles(sheet) ? [columns.map(column => column.title)] : []
  return { above, header, first: above.length + header.length }
}

function toSheet(sheet: SheetContent, title: string): WriteSheet {
  const { name, lines, columns, rows, below = [], frozenColumns = 0, pictures } = sheet
  const hasHeader = hasTitles(sheet)
  const { above, header, first } = partsOf(sheet)
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  if (lines.length > 0) cells.set('0,0', { style: TITLE })
  header[0]?.forEach((_, column) => cells.set(`${above.length},${column}`, { style: HEADER }))
  for (const [row, own] of rows.entries()) {
    for (const [column, cell] of own.entries()) {
      const style = linesOfRow(own, columns) > 1 ? atTop(styleOf(cell, hasHeader)) : styleOf(cell, hasHeader)
      if (style) cells.set(`${first + row},${column}`, { style })
    }
  }
  const range = `A${first}:${columnName(columns.length - 1)}${first + rows.length}`
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [...above, ...header, ...rows.map(row => row.map(valueOf)), ...below.map(row => [...row])],
    cells,
    ...(pictures ? { images: imagesOf(pictures, first) } : {}),
    ...(hasHeader
      ? {
          autoFilter: { range },
          freezePane: { rows: first, ...(frozenColumns > 0 ? { columns: frozenColumns } : {}) },
          rowDefs: heights(first, sheet),
        }
      : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    // On paper each page says of whom it is; a sheet that begins with lines of text says so itself.
    headerFooter: {
      ...(lines.length === 0 ? { oddHeader: `&L&B${title.replaceAll('&', '&&')}` } : {}),
      oddFooter: '&L&A&R&P/&N',
    },
  }
}

type Pictures = NonNullable<SheetContent['pictures']>

function imagesOf({ column, pixels, rows }: Pictures, first: number): NonNullable<WriteSheet['images']> {
  return rows.map(({ png, description }, row) => ({
    data: png,
    type: 'png',
    anchor: { from: { row: first + row, col: column }, to: { row: first + row + 1, col: column + 1 } },
    width: pixels,
    height: pixels,
    altText: description,
  }))
}

/** Rows of several lines are as high as these: not every program finds that out by itself. */
function heights(
  first: number,
  { rows, columns, pictures }: SheetContent,
): NonNullable<WriteSheet['rowDefs']> {
  const found = new Map([[first - 1, { height: HEADER_HEIGHT }]])
  for (const [row, cells] of rows.entries()) {
    const lines = linesOfRow(cells, columns)
    const height = pictures?.height ?? lines * LINE_HEIGHT
    if (pictures || lines > 1) found.set(first + row, { height })
  }
  return found
}

function linesOfRow(cells: readonly Cell[], columns: SheetContent['columns']): number {
  return Math.max(1, ...cells.map((cell, at) => linesOf(cell, columns[at]?.width ?? LONG)))
}

function atTop(style: CellStyle | null): CellStyle {
  return { ...style, alignment: { ...style?.alignment, vertical: 'top' } }
}

function linesOf(cell: Cell, width: number): number {
  if (typeof cell !== 'string' || !isLong(cell)) return 1
  return cell.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / width)), 0)
}

function styleOf(cell: Cell, inTable: boolean): CellStyle | null {
  if (cell !== null && typeof cell === 'object') {
    if ('centred' in cell) return { alignment: { horizontal: 'center', vertical: 'top' } }
    if ('number' in cell) return { numFmt: cell.format, ...(cell.shade ? shaded(cell.shade) : {}) }
    return { numFmt: DAY_FORMAT, alignment: { horizontal: inTable ? 'center' : 'left', vertical: 'top' } }
  }
  return inTable && !isLong(cell) ? null : TOP
}

/** Text that needs more than one line in most columns. */
function isLong(cell: string | number | null): boolean {
  return typeof cell === 'string' && (cell.length > LONG || cell.includes('\n'))
}

function shaded({ fill, ink }: Shade): CellStyle {
  return {
    font: { ...FONT, color: { rgb: ink } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } },
    alignment: { horizontal: 'center' },
  }
}

function valueOf(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell !== 'object') return cell
  if ('centred' in cell) return cell.centred
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : cell.number
}

/** Letters of a column counted from 0: `A` … `Z`, `AA`. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
