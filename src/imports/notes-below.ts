import { otherColumnWords, periodNoteWords } from '../../locales/vi/files.ts'
import { says } from './says.ts'
import { cellText, type Line } from './files/cell.ts'
import { type Period, findPeriods } from './values/periods.ts'

const FIGURE = /^[\d.,%\s]*\d[\d.,%\s]*$/

/** The lines at the end of a table that hold words and no figures: notes and signatures. */
export function notesBelow(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ cells }) => cells.some(cell => FIGURE.test(cellText(cell))))
  return lines.slice(last + 1)
}

/**
 * The period that a note below a table says of its figures ("Số liệu tính từ ngày … đến ngày …"): from a day to another, or in
 * a note that says that it speaks of the period. Of other periods ("so với kỳ trước") and of several it says nothing.
 */
export function notedPeriod(notes: readonly Line[], year: string | null): Period | null {
  const texts = new Set(notes.flatMap(({ cells }) => cells.map(cellText)))
  const found = [...texts].flatMap(text => {
    if (!saysOfFigures(text)) return []
    return findPeriods(text, year).flatMap(({ period }) => (period.from === period.to ? [] : [period]))
  })
  const spans = new Set(found.map(({ from, to }) => `${from}/${to}`))
  return spans.size === 1 ? (found[0] ?? null) : null
}

/** Whether a note says of what the figures are, and compares them with nothing. */
export function saysOfFigures(note: string): boolean {
  return says([note], periodNoteWords) && !says([note], otherColumnWords)
}
