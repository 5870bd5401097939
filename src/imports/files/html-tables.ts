import { Tokenizer } from 'parse5'
import type { Token, TokenHandler } from 'parse5'
import { plainText } from './cell-text.ts'
import { type Cell, columnLetters, type Grid, type Span, UNMARKED } from './cell.ts'
import { MAX_COLUMNS, MAX_ROWS } from './grids-of-workbook.ts'
import type { WorkbookFault } from './grids-of-workbook.ts'
import { fillMerged, type Merge } from './merged-cells.ts'

/** One `<table>`: cells by row and column, and those that span several. */
interface Table {
  rows: Cell[][]
  merges: Merge[]
  /** Rows and columns of cells with a raised mark. */
  marked: [number, number][]
  /** Columns that a cell above still covers, and for how many rows. */
  covered: Map<number, number>
}

/** Elements whose text is no text of the page. */
const SILENT = new Set(['style', 'script', 'title', 'xml'])

/**
 * The tables of a page of HTML, which much office software saves as `.xls`: every cell is the text that stands in it,
 * the grouping of its digits included. A table within a cell belongs to the cell's text. Tables on one page make one
 * grid, one below the other, as a spreadsheet program would show them.
 */
export function htmlGrids(html: string): Grid[] | WorkbookFault {
  const tables = new TableReader().read(html)
  if (typeof tables === 'string') return tables
  const rows: Cell[][] = []
  const comments: string[] = []
  const spans: Span[] = []
  for (const table of tables) {
    if (table.rows.some(row => row.length > MAX_COLUMNS)) return 'too_many_columns'
    const merged = fillMerged(table.rows, table.merges)
    if (merged === null) return 'broken_spreadsheet'
    const above = rows.length
    spans.push(...merged.map(each => ({ ...each, from: above + each.from, to: above + each.to })))
    comments.push(...table.marked.map(([row, column]) => `${columnLetters(column)}${above + row + 1}`))
    rows.push(...table.rows, [])
  }
  if (rows.length > MAX_ROWS) return 'too_many_rows'
  const lines = rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
  return [{ ...UNMARKED, comments, spans, name: null, isHidden: false, lines }]
}

class TableReader implements TokenHandler {
  readonly #tables: Table[] = []
  #cell: { text: string; raised: number; hasMark: boolean; across: number; down: number } | null = null
  #depth = 0
  #silent: string | null = null
  #cells = 0

  read(html: string): Table[] | WorkbookFault {
    new Tokenizer({ sourceCodeLocationInfo: false }, this).write(html, true)
    this.#endCell()
    return this.#cells > MAX_ROWS * MAX_COLUMNS ? 'too_many_rows' : this.#tables
  }

  onStartTag({ tagName, attrs }: Token.TagToken): void {
    if (SILENT.has(tagName)) this.#silent = tagName
    if (tagName === 'table' && ++this.#depth === 1) {
      this.#tables.push({ rows: [], merges: [], marked: [], covered: new Map() })
    }
    if (tagName === 'sup' && this.#cell !== null) this.#cell.raised++
    if (tagName === 'br' && this.#cell !== null) this.#cell.text += ' '
    if (this.#depth !== 1) return
    if (tagName === 'tr') this.#startRow()
    if (tagName === 'td' || tagName === 'th') {
      this.#endCell()
      if ((this.#tables.at(-1)?.rows.length ?? 0) === 0) this.#startRow()
      this.#cell = {
        text: '',
        raised: 0,
        hasMark: false,
        across: span(attrs, 'colspan', MAX_COLUMNS),
        down: span(attrs, 'rowspan', 1000),
      }
    }
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (tagName === this.#silent) this.#silent = null
    if (tagName === 'sup' && this.#cell !== null && this.#cell.raised > 0) this.#cell.raised--
    if (tagName === 'table' && this.#depth > 0 && --this.#depth === 0) this.#endCell()
    if (this.#depth === 1 && (tagName === 'td' || tagName === 'th' || tagName === 'tr')) this.#endCell()
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    this.#add(chars)
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    this.#add(chars)
  }

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}

  /** A raised mark leads to a note: glued to a number it would be a digit of it. */
  #add(chars: string): void {
    const cell = this.#cell
    if (cell === null || this.#silent !== null) return
    if (cell.raised === 0) cell.text += chars
    else if (chars.trim() !== '') cell.hasMark = true
  }

  #startRow(): void {
    this.#endCell()
    const table = this.#tables.at(-1)
    if (table === undefined || table.rows.length > MAX_ROWS) return
    table.rows.push([])
  }

  #endCell(): void {
    const table = this.#tables.at(-1)
    const cell = this.#cell
    this.#cell = null
    if (table === undefined || cell === null) return
    const row = table.rows.at(-1) ?? []
    const startRow = table.rows.length - 1
    let startCol = row.length
    while ((table.covered.get(startCol) ?? 0) > startRow) row[startCol++] = ''
    const text = plainText(cell.text.replaceAll(/\s+/g, ' '))
    for (let at = startCol; at < startCol + cell.across && at <= MAX_COLUMNS; at++) {
      row[at] = at === startCol ? text : ''
      if (cell.down > 1) table.covered.set(at, startRow + cell.down)
    }
    this.#cells += cell.across
    if (cell.hasMark) table.marked.push([startRow, startCol])
    if (cell.across > 1 || cell.down > 1) {
      const [endRow, endCol] = [startRow + cell.down - 1, startCol + cell.across - 1]
      table.merges.push({ startRow, startCol, endRow, endCol })
    }
  }
}

function span(attributes: readonly Token.Attribute[], name: string, most: number): number {
  const given = Number(attributes.find(each => each.name === name)?.value ?? 1)
  return Number.isInteger(given) && given >= 1 ? Math.min(given, most) : 1
}
