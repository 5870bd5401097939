import type { Indicator } from '../../core/indicator.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import type { Sheet } from '../tables/sheet.ts'

type Figure = Profile['figures'][number] & { of: Indicator }

/** Says from which columns each figure of a wide table is taken: `Hồ sơ trực tuyến = “Trực tuyến” / (“Trực tuyến” + “Trực tiếp”)`. */
export function sayFigures(figures: readonly Figure[], sheet: Sheet, notes: Problems): void {
  const name = (field: string) => `“${sheet.columns.get(field)?.name ?? field}”`
  const sum = (fields: readonly string[]) => fields.map(name).join(' + ')
  const said = figures.map(({ of, numerator, denominator, value }) => {
    const whole =
      denominator === undefined || denominator.length === 1 ? sum(denominator ?? []) : `(${sum(denominator)})`
    const counts =
      numerator === undefined
        ? []
        : [`${numerator.length > 1 ? `(${sum(numerator)})` : sum(numerator)} / ${whole}`]
    const parts = value === undefined ? counts : [...counts, name(value)]
    return `${of.shortName} = ${parts.join(', ')}`
  })
  if (said.length > 0) notes.add('note_figures', { figures: said.join('; '), unit: name('unit') })
}
