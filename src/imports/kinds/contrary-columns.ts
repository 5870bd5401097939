import type { Indicator } from '../../core/indicator.ts'
import { isContrary } from '../contrary-column.ts'
import type { Problems } from '../problem.ts'
import { type Sheet, titlesOf } from '../tables/sheet.ts'

/** Reports columns that would stand for an indicator and say its contrary: 3,5 % late is no 3,5 % on time. */
export function reportContrary(
  figures: readonly { numerator?: string[] | undefined; value?: string | undefined; of: Indicator }[],
  { columns }: Sheet,
  problems: Problems,
): void {
  for (const { numerator = [], value, of } of figures) {
    for (const field of [...numerator, ...(value === undefined ? [] : [value])]) {
      const column = columns.get(field)
      if (column === undefined) continue
      const titles = titlesOf(column)
      if (isContrary(titles, of))
        problems.add('contrary_column', { indicator: of.shortName }, { column: titles.join(' › ') })
    }
  }
}
