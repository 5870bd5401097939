import { comparingWords, doubtfulNoteWords } from '../../../locales/vi/files.ts'
import type { Checks } from '../checks.ts'
import { cellText, type Line } from '../files/cell.ts'
import { foldName } from '../names/fold-name.ts'
import { spanText, type TablePeriod } from '../table-period.ts'
import { readDay } from '../values/days.ts'

/** "Số liệu tính đến hết ngày 07/7/2024": the last day of which anything is known. */
const AS_OF =
  /(?:tính|chốt|cập nhật|lấy|tổng hợp)\s+(?:số liệu\s+)?(?:đến|tới)[^\d;]{0,20}(?:\d{1,2}\s?(?:giờ|[gh:])\s?\d{0,2}\s?)?(?:\s*ngày\s*)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/giu

const oneOf = (words: readonly string[]) => new RegExp(` (?:${words.map(foldName).join('|')}) `, 'u')
const DOUBTFUL = oneOf(doubtfulNoteWords)
const COMPARING = oneOf(comparingWords)

/** Says the notes of a table that doubt its figures: what they mean for the rows nobody but the reader knows. */
export function sayDoubtfulNotes({ leftOut, warnings }: Checks): void {
  const notes = leftOut.notes.filter(isDoubtful)
  for (const note of new Set(notes)) warnings.add('doubtful_note', { note })
}

/** Whether a note speaks of figures that are of another period, missing, or put right, and does not only compare. */
export function isDoubtful(note: string): boolean {
  if (!note.includes(' ')) return false
  const folded = ` ${foldName(note)} `
  return DOUBTFUL.test(folded) && !COMPARING.test(folded)
}

/** Reports figures that are said to be known up to a day before their period; where the period was given it is a doubt. */
export function reportKnownBefore(
  { period, given }: Pick<TablePeriod, 'period' | 'given'>,
  titles: readonly Line[],
  { leftOut, problems, warnings }: Checks,
): void {
  if (period === null) return
  const texts = [...titles.flatMap(({ cells }) => cells.map(cellText)), ...leftOut.notes]
  const day = texts.flatMap(daysIn).find(each => each < period.from)
  if (day === undefined) return
  const facts = { said: spanText({ from: day, to: day }), used: spanText(period) }
  if (given === null) problems.add('known_before', facts)
  else warnings.add('known_before_given', facts)
}

function daysIn(text: string): string[] {
  return Array.from(text.normalize('NFC').matchAll(AS_OF), ([, day = '']) => readDay(day)).filter(
    day => day !== null,
  )
}
