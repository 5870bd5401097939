import { cellText, type Line } from './files/cell.ts'
import { foldName } from './names/fold-name.ts'
import type { Problems } from './problem.ts'
import { joinTitles } from './tables/header.ts'
import type { Sheet } from './tables/sheet.ts'

/** Names may stand twice, once for reading and once for checking; of figures nobody knows which ones are meant. */
const NAMES = new Set(['unit', 'unit_code', 'name', 'code', 'note'])

/**
 * Reports a column that is read and stands a second time in the table, under the same titles, with something else in
 * it: a second table beside the first, or a column that was copied.
 */
export function reportRepeatedHeader(
  { sheet, header }: { sheet: Sheet; header: readonly Line[] },
  problems: Problems,
): void {
  const paths = joinTitles(header.map(({ cells }) => cells)).map(path => path.map(foldName).join('|'))
  for (const [field, { index, header: title }] of sheet.columns) {
    const path = paths[index] ?? ''
    if (NAMES.has(field) || path === '') continue
    const others = paths.flatMap((each, at) => (each === path && at !== index ? [at] : []))
    const differs = sheet.lines.find(({ cells }) =>
      others.some(at => cellText(cells[at]) !== '' && cellText(cells[at]) !== cellText(cells[index])),
    )
    if (differs === undefined) continue
    problems.add('repeated_header', { line: differs.line }, { line: header[0]?.line ?? 1, column: title })
    return
  }
}
