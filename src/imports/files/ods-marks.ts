import type { Cell, Sheet } from 'hucre/xlsx'
import { MAX_COLUMNS } from './grids-of-workbook.ts'
import { contentOf, readZipDirectory } from './zip-directory.ts'

/** A tag, or the text up to the next one. */
const PIECE = /<(\/?)([\w:-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g
/** A row that is repeated more often is the empty rest of the sheet. */
const MOST_REPEATS = 1_000

/** What one cell is, as far as it is more than its value. */
interface Marked {
  type: string
  text: string
  isRaised: boolean
  hasNote: boolean
  repeats: number
}

/**
 * What the reader of `.ods` leaves out: percents and months that have no style, marks that are raised, comments, hidden
 * rows. A file of which it cannot be told keeps what was read.
 */
export function withOdsMarks(sheets: readonly Sheet[], bytes: Uint8Array): readonly Sheet[] {
  const content = contentIn(bytes)
  if (content === null) return sheets
  const scan = new Scan(raisedStyles(content), sheets)
  for (const [, closes, name = '', attributes = '', text] of content.matchAll(PIECE)) {
    if (text !== undefined) scan.text(text)
    else if (closes === '/') scan.end(name)
    else {
      scan.start(name, attributes)
      if (attributes.endsWith('/')) scan.end(name)
    }
  }
  return scan.sheets
}

function contentIn(bytes: Uint8Array): string | null {
  const entry = readZipDirectory(bytes)?.find(({ name }) => name === 'content.xml')
  return entry === undefined ? null : new TextDecoder().decode(contentOf(bytes, entry))
}

/** Names of the styles of text that raise it. */
function raisedStyles(content: string): ReadonlySet<string> {
  const styles = content.matchAll(
    /<style:style [^>]*style:name="([^"]*)"[^>]*>\s*<style:text-properties [^>]*style:text-position="super/g,
  )
  return new Set(Array.from(styles, ([, name = '']) => name))
}

function attribute(attributes: string, name: string): string {
  return new RegExp(String.raw`(?:^|\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
}

/** Walks through the tags of the tables, and keeps what it finds of each cell and row. */
class Scan {
  sheets: Sheet[]
  readonly #raised: ReadonlySet<string>
  #table = -1
  #row = 0
  #rowRepeats = 1
  #column = 0
  #cell: Marked | null = null
  /** How deep in comments, and in raised text. */
  #notes = 0
  #spans: boolean[] = []

  constructor(raised: ReadonlySet<string>, sheets: readonly Sheet[]) {
    this.#raised = raised
    this.sheets = sheets.map(sheet => ({
      ...sheet,
      cells: new Map(sheet.cells),
      rowDefs: new Map(sheet.rowDefs),
    }))
  }

  start(name: string, attributes: string): void {
    if (name === 'table:table') [this.#table, this.#row] = [this.#table + 1, 0]
    else if (name === 'table:table-row') this.#startRow(attributes)
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      const repeats = Number(attribute(attributes, 'table:number-columns-repeated') || 1)
      const type = attribute(attributes, 'office:value-type')
      this.#cell = { type, text: '', isRaised: false, hasNote: false, repeats }
    } else if (name === 'office:annotation') this.#notes++
    else if (name === 'text:span')
      this.#spans.push(this.#raised.has(attribute(attributes, 'text:style-name')))
  }

  text(text: string): void {
    const cell = this.#cell
    if (cell === null || this.#notes > 0) return
    if (this.#spans.includes(true)) cell.isRaised ||= text.trim() !== ''
    else cell.text += text
  }

  end(name: string): void {
    if (name === 'table:table-row') this.#row += this.#rowRepeats
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#endCell()
    else if (name === 'text:span') this.#spans.pop()
    else if (name === 'office:annotation') {
      this.#notes--
      if (this.#cell !== null) this.#cell.hasNote = true
    }
  }

  #startRow(attributes: string): void {
    this.#column = 0
    this.#rowRepeats = Number(attribute(attributes, 'table:number-rows-repeated') || 1)
    const isHidden = /collapse|filter/.test(attribute(attributes, 'table:visibility'))
    if (!isHidden || this.#rowRepeats > MOST_REPEATS) return
    for (let at = 0; at < this.#rowRepeats; at++)
      this.sheets[this.#table]?.rowDefs?.set(this.#row + at, { hidden: true })
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (cell === null) return
    const more = marksOf(cell)
    const last = Math.min(cell.repeats, MAX_COLUMNS)
    if (more !== null && this.#rowRepeats <= MOST_REPEATS) {
      for (let row = 0; row < this.#rowRepeats; row++)
        for (let at = 0; at < last; at++) this.#mark(this.#row + row, this.#column + at, more)
    }
    this.#column += cell.repeats
  }

  #mark(row: number, column: number, more: Partial<Cell>): void {
    const sheet = this.sheets[this.#table]
    const key = `${row},${column}`
    const known = sheet?.cells?.get(key)
    const value = sheet?.rows[row]?.[column] ?? null
    const style = known?.style?.numFmt === undefined ? more.style : known.style
    sheet?.cells?.set(key, {
      ...(known ?? { value, type: 'string' }),
      ...more,
      ...(style !== undefined && { style }),
    })
  }
}

function marksOf({ type, text, isRaised, hasNote }: Marked): Partial<Cell> | null {
  const format = formatOf(type, text.trim())
  if (format === null && !isRaised && !hasNote) return null
  const raised = { text: '*', font: { vertAlign: 'superscript' as const } }
  return {
    ...(format !== null && { style: { numFmt: format } }),
    ...(hasNote && { comment: { text: '' } }),
    ...(isRaised && { richText: [{ text: withoutEntities(text) }, raised] }),
  }
}

/** The format that a cell without a style shows by its text. */
function formatOf(type: string, text: string): string | null {
  if (type === 'percentage') return '0.00%'
  if (type === 'date' && /^\d{1,2}[/.-]\d{4}$/.test(text)) return 'mm/yyyy'
  return type === 'float' && /^\d{1,3}\.000$/.test(text) ? '0.000' : null
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withoutEntities(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
}
