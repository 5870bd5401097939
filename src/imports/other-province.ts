import { provinces as provinceNames } from '../../locales/vi/provinces.ts'
import type { Checks } from './checks.ts'
import { cellText, type Line } from './files/cell.ts'
import { foldName } from './names/fold-name.ts'

const NAMES = provinceNames.map(foldName)
const PLACES = ['tinh', 'thanh pho', 'tp']
const OTHERS = new RegExp(String.raw` (?:${PLACES.join('|')}) (?:${NAMES.join('|')}) `, 'u')

/**
 * Reports a table whose title or letterhead names a province of the country that is not among the units: its departments are
 * called as those of any other. A title that names one's own besides compares the two.
 */
export function reportOtherProvince(titles: readonly Line[], { known, problems }: Checks): void {
  const provinces = [...known.units.values()].filter(({ kind }) => kind === 'province')
  const own = new Set(
    provinces.flatMap(({ name, shortName, aliases }) =>
      [name, shortName, ...aliases].map(each => foldName(each).replace(/^(?:ubnd )?(?:tinh|thanh pho) /, '')),
    ),
  )
  if (own.size === 0) return
  const texts = titles.flatMap(({ line, cells }) =>
    [...new Set(cells.map(cellText))].map(value => ({ line, value, folded: ` ${foldName(value)} ` })),
  )
  const isOwn = [...own].some(name =>
    texts.some(({ folded }) => PLACES.some(place => folded.includes(` ${place} ${name} `))),
  )
  const other = texts.find(({ folded }) => {
    const named = OTHERS.exec(folded)?.[0].trim()
    return named !== undefined && known.findUnit.find(named).codes.length === 0
  })
  if (other === undefined || isOwn) return
  const names = provinces.map(({ name }) => name).join(', ')
  problems.add('other_province', { own: names }, { line: other.line, value: other.value })
}
