import type { Cell, ColumnDef, Sheet } from 'hucre/xlsx'
import { oleStream } from './ole-stream.ts'
import { raisedTexts, type Run } from './xls-texts.ts'

/** Kinds of records of Excel 97 to 2003 ([MS-XLS] 2.3). */
const BOF = 0x08_09
const EOF = 0x0a
const FONT = 0x31
const FORMAT = 0x04_1e
const XF = 0xe0
const SHEET = 0x85
const TEXTS = 0xfc
const GOES_ON = 0x3c
const TEXT_CELL = 0xfd
const ROW = 0x02_08
const COLUMNS = 0x7d
const NOTE = 0x1c
const MANY_NUMBERS = 0xbd
/** Records of one cell, which begin with its row, its column and its style: numbers, formulas, texts. */
const CELLS = new Set([0x02_03, 0x02_7e, 0x06, 0x02_04, 0xfd])
/** The formats that have no text in the file and show a number as more than a number. */
const BUILT_IN = new Map([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [22, 'dd/mm/yyyy h:mm'],
])
/** Percent, days, leading zeros, three decimals: in other formats a number is what it is. */
const SHOWS_MORE = /%|[dmyh]|^0{2,}$|0\.000$/i
const STRUCK = 8
const RAISED = 1
const HIDDEN_ROW = 0x20

interface Item {
  kind: number
  data: DataView
}

interface Style {
  numFmt: string | undefined
  isStruck: boolean
}

/**
 * What the reader of `.xls` leaves out: how numbers are shown, what is hidden, struck through or commented. A file of which
 * it cannot be told keeps what was read.
 */
export function withMarks(sheets: readonly Sheet[], bytes: Uint8Array): readonly Sheet[] {
  const stream = oleStream(bytes, ['Workbook', 'Book'])
  if (stream === null) return sheets
  const globals = itemsFrom(stream, 0)
  const styles = stylesOf(globals)
  const raised = raisedIn(globals)
  const bound = globals.filter(({ kind }) => kind === SHEET).map(({ data }) => data)
  if (bound.length !== sheets.length) return sheets
  return sheets.map((sheet, at) => {
    const [place, state] = [bound[at]?.getUint32(0, true) ?? 0, bound[at]?.getUint8(4) ?? 0]
    const marked = { ...sheet, hidden: (state & 3) === 1, veryHidden: (state & 3) === 2 }
    const items = itemsFrom(stream, place)
    return withRaised(markSheet(marked, items, styles), items, raised)
  })
}

/** The records from a place up to the end of what begins there; of what is nested in it, none. */
function itemsFrom(stream: Uint8Array, start: number): Item[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const items: Item[] = []
  let depth = 0
  for (let at = start; at + 4 <= stream.length;) {
    const kind = view.getUint16(at, true)
    const length = Math.min(view.getUint16(at + 2, true), stream.length - at - 4)
    if (kind === BOF) depth++
    if (kind === EOF && --depth <= 0) break
    if (depth === 1)
      items.push({ kind, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) })
    at += 4 + length
  }
  return items
}

function stylesOf(globals: readonly Item[]): Style[] {
  const fonts = dataOf(globals, FONT, 4).map(data => (data.getUint16(2, true) & STRUCK) !== 0)
  const formats = new Map(BUILT_IN)
  for (const data of dataOf(globals, FORMAT, 5)) {
    const text = textOf(data, 2)
    if (SHOWS_MORE.test(text)) formats.set(data.getUint16(0, true), text)
  }
  return dataOf(globals, XF, 4).map(data => {
    const font = data.getUint16(0, true)
    // There is no font 4: what comes behind it counts on.
    return {
      numFmt: formats.get(data.getUint16(2, true)),
      isStruck: fonts[font > 4 ? font - 1 : font] ?? false,
    }
  })
}

/** The texts of which a part is raised; looked for only where a font raises. */
function raisedIn(globals: readonly Item[]): ReadonlyMap<number, readonly Run[]> {
  const fonts = dataOf(globals, FONT, 10).map(data => data.getUint16(8, true) === RAISED)
  const first = globals.findIndex(({ kind }) => kind === TEXTS)
  if (first === -1 || !fonts.includes(true)) return new Map()
  const behind = globals.slice(first + 1)
  const last = behind.findIndex(({ kind }) => kind !== GOES_ON)
  const parts = [globals[first]!, ...behind.slice(0, last === -1 ? undefined : last)]
  return raisedTexts(
    parts.map(({ data }) => data),
    font => fonts[font > 4 ? font - 1 : font] ?? false,
  )
}

/** The sheet with the parts of its texts that are raised, as the reader of `.xlsx` gives them. */
function withRaised(
  sheet: Sheet,
  items: readonly Item[],
  raised: ReadonlyMap<number, readonly Run[]>,
): Sheet {
  if (raised.size === 0) return sheet
  const cells = new Map(sheet.cells)
  for (const data of dataOf(items, TEXT_CELL, 10)) {
    const runs = raised.get(data.getUint32(6, true))
    const [row, column] = [data.getUint16(0, true), data.getUint16(2, true)]
    const value = sheet.rows[row]?.[column] ?? null
    if (runs === undefined || value !== runs.map(({ text }) => text).join('')) continue
    const richText = runs.map(({ text, isRaised }) => ({
      text,
      ...(isRaised && { font: { vertAlign: 'superscript' as const } }),
    }))
    const key = `${row},${column}`
    cells.set(key, { ...(cells.get(key) ?? { value, type: 'string' }), richText })
  }
  return { ...sheet, cells }
}

function dataOf(items: readonly Item[], wanted: number, least: number): DataView[] {
  return items.flatMap(({ kind, data }) => (kind === wanted && data.byteLength >= least ? [data] : []))
}

/** A text with its length before it, in letters of one byte or two. */
function textOf(data: DataView, at: number): string {
  const isWide = (data.getUint8(at + 2) & 1) === 1
  const room = Math.floor((data.byteLength - at - 3) / (isWide ? 2 : 1))
  const letters = Array.from({ length: Math.min(room, data.getUint16(at, true)) }, (_, i) =>
    isWide ? data.getUint16(at + 3 + 2 * i, true) : data.getUint8(at + 3 + i),
  )
  return String.fromCharCode(...letters)
}

function markSheet(sheet: Sheet, items: readonly Item[], styles: readonly Style[]): Sheet {
  const cells = new Map<string, Cell>()
  const rowDefs: Sheet['rowDefs'] = new Map()
  const columns: ColumnDef[] = []
  const mark = (row: number, column: number, more: Partial<Cell>) => {
    const key = `${row},${column}`
    const value = sheet.rows[row]?.[column] ?? null
    cells.set(key, { ...(cells.get(key) ?? { value, type: 'string' }), ...more })
  }
  const markStyle = (row: number, column: number, style: Style | undefined) => {
    if (style?.numFmt === undefined && style?.isStruck !== true) return
    const { numFmt, isStruck } = style
    mark(row, column, {
      style: { ...(numFmt !== undefined && { numFmt }), font: { strikethrough: isStruck } },
    })
  }
  for (const { kind, data } of items) {
    const number = (at: number) => (at + 2 <= data.byteLength ? data.getUint16(at, true) : 0)
    const [row, column] = [number(0), number(2)]
    if (CELLS.has(kind)) markStyle(row, column, styles[number(4)])
    else if (kind === MANY_NUMBERS) {
      for (let at = 4; at + 8 <= data.byteLength; at += 6) {
        markStyle(row, column + (at - 4) / 6, styles[number(at)])
      }
    } else if (kind === ROW && (number(12) & HIDDEN_ROW) !== 0) rowDefs.set(row, { hidden: true })
    else if (kind === NOTE) mark(row, column, { comment: { text: '' } })
    else if (kind === COLUMNS && (number(8) & 1) === 1) {
      for (let at = row; at <= Math.min(column, 255); at++) columns[at] = { hidden: true }
    }
  }
  return { ...sheet, cells, rowDefs, columns: Array.from(columns) }
}
