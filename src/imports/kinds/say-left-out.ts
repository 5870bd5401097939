import type { Checks } from '../checks.ts'
import type { LeftOut } from '../tables/rows.ts'

const SHOWN = 12
const CODES = {
  total: 'note_totals',
  group: 'note_groups',
  note: 'note_left_out',
  no_figures: 'note_no_figures',
} as const

/** Says which rows were not read as rows of units, by number and name. */
export function sayLeftOut(leftOut: readonly LeftOut[], { notes }: Checks): void {
  for (const [why, rows] of Map.groupBy(leftOut, each => each.why)) {
    const shown = rows
      .slice(0, SHOWN)
      .map(({ line, text }) => (text === '' ? `${line}` : `${line} “${short(text)}”`))
    const lines = rows.length > SHOWN ? `${shown.join('; ')}; …` : shown.join('; ')
    notes.add(CODES[why], { count: rows.length, lines })
  }
}

function short(text: string): string {
  return text.length > 50 ? `${text.slice(0, 49)}…` : text
}
