import { countedWords, measureCaptions, scaleWords } from '../../locales/vi/files.ts'
import { cellText, type Line } from './files/cell.ts'
import { foldText } from './names/fold-name.ts'
import type { Problems } from './problem.ts'

const either = (words: readonly string[]) =>
  words.map(word => foldText(word).replaceAll('.', String.raw`\.`)).join('|')
/** A scale that speaks of dossiers, or of nothing: "nghìn đồng" is about money. */
const SCALE = String.raw`(?:${either(scaleWords)})(?:\s+(?:${either(countedWords)}))?`
const CAPTION = new RegExp(String.raw`\b(?:${either(measureCaptions)})\s*[:(–-]?\s*(${SCALE})\s*(?:[).,;]|$)`)
/** "ĐVT: %": what stands below is no count of anything. */
const PERCENT = new RegExp(
  String.raw`\b(?:${either(measureCaptions)})\s*[:(–-]?\s*(%|phan tram|ty le %)\s*(?:[).,;]|$)|^\(\s*(%)\s*\)$`,
)
const HEADER = new RegExp(
  String.raw`[(:]\s*(?:(?:${either(measureCaptions)})\s*:?\s*)?(${SCALE})\s*(?:\)|$)|^(?:so )?(${SCALE})$`,
)

/**
 * Reports a table that says of itself, in a caption or a header, that its counts are so many thousands: whoever takes
 * them as they stand is wrong by that factor. One that says that it holds percents has none to be taken as counts.
 */
export function reportCountsInThousands(
  { titles, header }: { titles: readonly Line[]; header: readonly Line[] },
  areCounts: boolean,
  problems: Problems,
): void {
  const percent = areCounts ? saidIn(titles, PERCENT) : null
  if (percent !== null) problems.add('counts_in_percent', { unit: percent.text }, { line: percent.line })
  const found = thousandsSaid(titles, header)
  if (found !== null)
    problems.add('counts_in_thousands', { unit: found.unit }, { line: found.line, value: found.text })
}

/** Where a table says that its counts are so many thousands; null where it does not. */
export function thousandsSaid(titles: readonly Line[], header: readonly Line[]): Said | null {
  return saidIn(titles, CAPTION) ?? saidIn(header, CAPTION) ?? saidIn(header, HEADER)
}

interface Said {
  line: number
  text: string
  /** The words of the scale alone. */
  unit: string
}

function saidIn(lines: readonly Line[], pattern: RegExp): Said | null {
  for (const { line, cells } of lines) {
    for (const cell of cells) {
      const text = cellText(cell)
      const folded = foldText(text)
      const match = pattern.exec(folded)
      const unit = match?.slice(1).find(part => part !== undefined)
      if (match !== null && unit !== undefined) return { line, text, unit: asWritten(text, folded, unit) }
    }
  }
  return null
}

/** The words as the file has them, where folding has kept their places. */
function asWritten(text: string, folded: string, part: string): string {
  const composed = text.normalize('NFC')
  return composed.length === folded.length
    ? composed.slice(folded.indexOf(part), folded.indexOf(part) + part.length)
    : part
}
